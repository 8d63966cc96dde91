package bilingual

import (
	"cmp"
	"maps"
	"slices"
)

// markState is what Parse knows of parts and low-text versions after a heading.
type markState struct {
	part Part
	from int // the level of the heading that began the part
	low  int // the level of the heading that began the low-text version
}

// heading is what a heading makes of the state, as Parse does, with the marks that it has.
func (s markState) heading(level int, part Part, low, exercise bool) markState {
	if s.low >= level {
		s.low = 0
	}
	if low {
		if exercise {
			s.low = level
		}
	} else if level <= s.from {
		s.part, s.from = "", 0
	}
	if part != "" {
		s.part, s.from = part, level
	}
	return s
}

// way is how a state can be come to: with how much that differs, after which marks.
type way struct {
	cost int
	last *step
}

// step is one heading with its marks, and what was before it.
type step struct {
	block int
	mark  string
	prev  *step
}

// differs is the cost of a block that stands under another part than its own; a mark costs 1.
const differs = 1000

// marksOf finds the marks of the headings of a document, as few as will do, with which
// Parse puts each block under its part and its version. A document does not keep the marks
// themselves, and one heading ends what another began: all ways are followed at once.
func marksOf(doc Document) map[int]string {
	ways := map[markState]way{{}: {}}
	for i, b := range doc.Blocks {
		next := map[markState]way{}
		for _, state := range ordered(ways) {
			w := ways[state]
			for _, o := range outcomes(doc, i, state) {
				n := way{cost: w.cost + o.cost, last: w.last}
				if o.mark != "" {
					n.last = &step{i, o.mark, w.last}
				}
				if o.state.part != b.Part || o.state.low > 0 != b.Low {
					n.cost += differs
				}
				if old, ok := next[o.state]; !ok || n.cost < old.cost {
					next[o.state] = n
				}
			}
		}
		ways = next
	}
	return cheapest(ways)
}

// outcome is one way to write a block.
type outcome struct {
	state markState
	mark  string
	cost  int
}

func outcomes(doc Document, i int, s markState) []outcome {
	b := doc.Blocks[i]
	if b.Kind != Heading {
		if b.Kind == PageBreak {
			s.low = 0
		}
		return []outcome{{state: s}}
	}
	level := min(max(b.Level, 1), 6)
	out := []outcome{{state: s.heading(level, "", false, false)}}
	if known(b.Part) {
		out = append(out, outcome{s.heading(level, b.Part, false, false), " {" + string(b.Part) + "}", 2})
	}
	if b.Low && doc.exercise(i, level) >= 0 {
		out = append(out, outcome{s.heading(level, "", true, true), " {low}", 2})
		if known(b.Part) {
			out = append(out, outcome{s.heading(level, b.Part, true, true), " {" + string(b.Part) + "} {low}", 4})
		}
	}
	return out
}

func known(p Part) bool { return p == Think || p == Write || p == Share || p == Do }

func cheapest(ways map[markState]way) map[int]string {
	out := map[int]string{}
	all := ordered(ways)
	best := slices.MinFunc(all, func(a, b markState) int { return cmp.Compare(ways[a].cost, ways[b].cost) })
	for s := ways[best].last; s != nil; s = s.prev {
		out[s.block] = s.mark
	}
	return out
}

// ordered gives the states in one order, so that a document is always written in the same way.
func ordered(ways map[markState]way) []markState {
	return slices.SortedFunc(maps.Keys(ways), func(a, b markState) int {
		return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.from, b.from), cmp.Compare(a.low, b.low))
	})
}
