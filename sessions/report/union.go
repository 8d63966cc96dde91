package report

import (
	"cmp"
	"slices"
)

// union counts different people by place and quarter. It does not add up: who came in two
// quarters is one person of the year. What is known of it all the same is that a whole is not
// less than any part and not more than all parts together, and a whole less a part is how
// many came only elsewhere. Another world that shows the same is found by moving one person:
// to a place and quarter where they did not come, or away from one where they did, or
// somebody more who came only there.
type union struct {
	*suppression
	present        []Presence
	more           func(spot) bool
	newcomers      *suppression
	needsNewcomers bool // they are all hidden, and follow somebody who is moved away
	all            []step
}

func newUnion(visits [][]int, present []Presence) *union {
	rows, cols := len(visits), len(visits[0])
	n := make([][]int, rows+1)
	for r := range n {
		n[r] = make([]int, cols+1)
	}
	u := &union{suppression: newSuppression(n), present: present}
	for _, p := range present {
		for s := range u.spotsOf(p.At) {
			n[s.row][s.col] += p.People
		}
	}
	return u
}

// spotsOf are the cells and the totals in which somebody is counted.
func (u *union) spotsOf(at []int) map[spot]bool {
	out := map[spot]bool{}
	for _, c := range at {
		for _, s := range u.over(c) {
			out[s] = true
		}
	}
	return out
}

// over are a cell and the totals over it.
func (u *union) over(cell int) [4]spot {
	r, c := cell/(u.cols-1), cell%(u.cols-1)
	return [4]spot{{r, c}, {r, u.cols - 1}, {u.rows - 1, c}, {u.rows - 1, u.cols - 1}}
}

// secret is a number that must not be worked out: the sum of spots, less that of others.
type secret struct{ plus, minus []spot }

func (u *union) value(s secret) (n int) {
	for _, x := range s.plus {
		n += u.at(x)
	}
	for _, x := range s.minus {
		n -= u.at(x)
	}
	return n
}

// secrets are the small counts, those who came only elsewhere, and those who came to more
// than one part of a whole, where these are few.
func (u *union) secrets() (out []secret) {
	keep := func(s secret) {
		if small(u.value(s)) {
			out = append(out, s)
		}
	}
	for _, x := range u.spots() {
		keep(secret{plus: []spot{x}})
	}
	wholes := u.wholes()
	for _, whole := range slices.Backward(u.spots()) { // in one order: two reports of the same hide the same
		for _, parts := range wholes[whole] {
			for _, part := range parts {
				keep(secret{[]spot{whole}, []spot{part}})
			}
			keep(secret{parts, []spot{whole}})
		}
	}
	slices.SortStableFunc(out, func(a, b secret) int { return u.value(a) - u.value(b) })
	return out
}

// wholes are the totals with their parts; all together is of places, and of quarters.
func (u *union) wholes() map[spot][][]spot {
	out := map[spot][][]spot{}
	for _, x := range u.spots() {
		if x.col < u.cols-1 {
			whole := spot{x.row, u.cols - 1}
			if len(out[whole]) == 0 {
				out[whole] = make([][]spot, 2)
			}
			out[whole][0] = append(out[whole][0], x)
		}
	}
	for _, x := range u.spots() {
		if x.row < u.rows-1 {
			whole := spot{u.rows - 1, x.col}
			if len(out[whole]) == 0 {
				out[whole] = make([][]spot, 2)
			}
			out[whole][1] = append(out[whole][1], x)
		}
	}
	return out
}

// protect hides what it takes that another world shows the same, in which the secret differs.
func (u *union) protect() {
	for _, x := range u.spots() {
		if small(u.at(x)) {
			u.hidden[x] = true
		}
	}
	for _, s := range u.secrets() {
		best, found := u.cheapest(s)
		if !found {
			u.hideAll()
			u.needsNewcomers = true
			return
		}
		for x := range best.by {
			u.hidden[x] = true
		}
		u.needsNewcomers = u.needsNewcomers || best.newcomers
	}
}

// step is one person moved: by how much that changes each spot.
type step struct {
	kind      kind
	by        map[spot]int
	newcomers bool // the newcomers have to follow
}

// cheapest is the step that changes a secret and hides the least that is not hidden yet.
func (u *union) cheapest(s secret) (best step, found bool) {
	least := 0
	for _, x := range u.steps() {
		changed := 0
		for _, y := range s.plus {
			changed += x.by[y]
		}
		for _, y := range s.minus {
			changed -= x.by[y]
		}
		if changed == 0 {
			continue
		}
		if loss := u.lossOf(x); !found || loss < least {
			best, least, found = x, loss, true
		}
	}
	return best, found
}

func (u *union) lossOf(x step) (loss int) {
	for y := range x.by {
		if !u.hidden[y] {
			loss += u.loss(y, y)
		}
	}
	if x.newcomers && !u.needsNewcomers {
		loss += 16 * far
	}
	return loss
}

// kind is what moving somebody to a cell (by 1) or away from it (by -1) changes beside the
// cell itself: a total changes where they came to no other part of it.
type kind struct {
	cell, by         int
	inRow, inCol, in bool
}

// steps are all ways to move one person, worked out once.
func (u *union) steps() []step {
	if u.all == nil {
		for k := range u.kinds() {
			if x, ok := u.step(k); ok {
				u.all = append(u.all, x)
			}
		}
		slices.SortFunc(u.all, func(a, b step) int { return compare(a.kind, b.kind) })
	}
	return u.all
}

func compare(a, b kind) int {
	return cmp.Or(a.cell-b.cell, b.by-a.by, bit(a.inRow)-bit(b.inRow), bit(a.inCol)-bit(b.inCol), bit(a.in)-bit(b.in))
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

// kinds are those for which there is somebody.
func (u *union) kinds() map[kind]bool {
	out := map[kind]bool{}
	for _, p := range append([]Presence{{}}, u.present...) {
		rows, cols := make([]int, u.rows), make([]int, u.cols)
		there := make([]int, (u.rows-1)*(u.cols-1))
		for _, c := range p.At {
			there[c] = 1
			rows[c/(u.cols-1)]++
			cols[c%(u.cols-1)]++
		}
		for c, is := range there {
			k := kind{cell: c, by: 1 - 2*is, in: len(p.At) == is}
			k.inRow, k.inCol = rows[c/(u.cols-1)] == is, cols[c%(u.cols-1)] == is
			out[k] = true
		}
	}
	return out
}

// step gives what a kind changes, if the numbers can be so.
func (u *union) step(k kind) (x step, ok bool) {
	over := u.over(k.cell)
	x = step{kind: k, by: map[spot]int{over[0]: k.by}}
	for i, changes := range []bool{k.inRow, k.inCol, k.in} {
		if changes {
			x.by[over[i+1]] = k.by
		}
	}
	if k.by > 0 {
		return x, u.more(over[0])
	}
	for s := range x.by {
		if u.at(s) < 2 {
			return x, false
		}
		x.newcomers = x.newcomers || u.newcomers.at(s) == u.at(s)
	}
	return x, !x.newcomers || u.newcomers.at(over[0]) > 1
}
