package cafe

import (
	"container/heap"
	"math"
)

// network is a flow network with costs of 0 or more. run finds a largest flow of the least
// cost by successive shortest paths (Ahuja, Magnanti and Orlin, Network Flows, 9.8): one
// search for the shortest distances, and then all paths of that length at once.
type network struct {
	arcs []arc   // an arc and its reverse stand side by side
	from [][]int // the arcs that leave each node
	pot  []int   // the potential of each node: reduced costs are never below 0
	dist []int
	seen []bool
}

type arc struct{ to, room, cost int }

const (
	source = 0
	sink   = 1
	far    = math.MaxInt / 4
)

func newNetwork() *network { return &network{from: make([][]int, 2)} }

func (n *network) node() int {
	n.from = append(n.from, nil)
	return len(n.from) - 1
}

// join adds an arc and gives its number.
func (n *network) join(a, b, room, cost int) int {
	at := len(n.arcs)
	n.arcs = append(n.arcs, arc{b, room, cost}, arc{a, 0, -cost})
	n.from[a], n.from[b] = append(n.from[a], at), append(n.from[b], at+1)
	return at
}

// used is how much flows through an arc.
func (n *network) used(at int) int { return n.arcs[at^1].room }

// run gives how much flows.
func (n *network) run() (flow int) {
	n.pot, n.dist, n.seen = make([]int, len(n.from)), make([]int, len(n.from)), make([]bool, len(n.from))
	for n.search() {
		for v, d := range n.dist {
			n.pot[v] += min(d, n.dist[sink]) // farther ones keep their reduced costs in bounds
		}
		for {
			clear(n.seen)
			pushed := n.push(source, far)
			if pushed == 0 {
				break
			}
			flow += pushed
		}
	}
	return flow
}

func (n *network) reduced(from int, a arc) int { return a.cost + n.pot[from] - n.pot[a.to] }

// search finds the shortest distances from the source; false: no way to the sink is left.
func (n *network) search() bool {
	for v := range n.dist {
		n.dist[v] = far
	}
	n.dist[source] = 0
	line := &queue{{source, 0}}
	for line.Len() > 0 {
		x := heap.Pop(line).(reach)
		if x.dist > n.dist[x.node] {
			continue
		}
		for _, at := range n.from[x.node] {
			a := n.arcs[at]
			if a.room == 0 {
				continue
			}
			if d := x.dist + n.reduced(x.node, a); d < n.dist[a.to] {
				n.dist[a.to] = d
				heap.Push(line, reach{a.to, d})
			}
		}
	}
	return n.dist[sink] < far
}

// push sends up to most along arcs that lie on a shortest path.
func (n *network) push(at, most int) int {
	if at == sink {
		return most
	}
	n.seen[at] = true
	sent := 0
	for _, i := range n.from[at] {
		a := n.arcs[i]
		if a.room == 0 || n.seen[a.to] || n.reduced(at, a) != 0 {
			continue
		}
		got := n.push(a.to, min(most-sent, a.room))
		n.arcs[i].room -= got
		n.arcs[i^1].room += got
		if sent += got; sent == most {
			break
		}
	}
	return sent
}

// reach is a node and a distance at which it was reached.
type reach struct{ node, dist int }

type queue []reach

func (q queue) Len() int           { return len(q) }
func (q queue) Less(a, b int) bool { return q[a].dist < q[b].dist }
func (q queue) Swap(a, b int)      { q[a], q[b] = q[b], q[a] }

// Push implements heap.Interface.
func (q *queue) Push(x any) { *q = append(*q, x.(reach)) }

// Pop implements heap.Interface.
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
