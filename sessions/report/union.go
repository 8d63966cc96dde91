package report

import "slices"

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
	for whole, lists := range u.wholes() {
		for _, parts := range lists {
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

// steps are all ways to move one person.
func (u *union) steps() (out []step) {
	for cell := range (u.rows - 1) * (u.cols - 1) {
		own := u.over(cell)[0]
		if u.more(own) {
			out = u.keep(out, nil, []int{cell})
		}
		for _, p := range u.present {
			i := slices.Index(p.At, cell)
			switch {
			case i >= 0:
				out = u.keep(out, p.At, slices.Delete(slices.Clone(p.At), i, i+1))
			case u.more(own):
				out = u.keep(out, p.At, append(slices.Clone(p.At), cell))
			}
		}
	}
	return out
}

// keep adds a step of somebody from some cells to others, if what is hidden may be so.
func (u *union) keep(out []step, from, to []int) []step {
	x := step{by: map[spot]int{}}
	was, is := u.spotsOf(from), u.spotsOf(to)
	for s := range was {
		if !is[s] {
			x.by[s] = -1
		}
	}
	for s := range is {
		if !was[s] {
			x.by[s] = 1
		}
	}
	for s, by := range x.by {
		if by > 0 {
			continue
		}
		if u.at(s) < 2 {
			return out
		}
		if n := u.newcomers.at(s); n == u.at(s) {
			x.newcomers = true
		}
	}
	if x.newcomers && !u.canFollow(x) {
		return out
	}
	return append(out, x)
}

// canFollow tells whether one newcomer less, where somebody is moved away, is possible.
func (u *union) canFollow(x step) bool {
	for s := range x.by {
		if !u.margin(s) {
			return u.newcomers.at(s) > 1
		}
	}
	return false
}
