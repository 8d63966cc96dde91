package report

// together protects visits, different people and newcomers as one: whoever sees the three
// tables knows that newcomers and people are never more than visits. Each table is made safe
// while those before it stay as they are, or move along where that is said. In the end all of
// a table may be hidden.
func together(visits, newcomers [][]int, present []Presence) (v, d, n Table) {
	if len(visits) == 0 {
		return Counts(visits), Counts(visits), Counts(visits)
	}
	x := &crossed{v: newSuppression(total(visits)), n: newSuppression(total(newcomers)), d: newUnion(visits, present)}
	x.visits()
	x.people()
	if !x.newcomers() { // the people say too much of them
		x.d.hideAll()
		x.n.hideAll()
		x.newcomers()
	}
	return show(x.v.n, x.v.hidden), show(x.d.n, x.d.hidden), show(x.n.n, x.n.hidden)
}

// crossed are the three tables.
type crossed struct {
	v, n *suppression
	d    *union
}

// visits never go below the newcomers and the people of the same cell.
func (x *crossed) visits() {
	x.v.less = func(s spot) bool {
		return x.v.margin(s) || x.v.at(s)-1 >= max(x.n.at(s), x.d.at(s))
	}
	x.v.hideSmall()
	x.v.protect()
}

// people never become more than the visits, unless those can be more as well.
func (x *crossed) people() {
	x.d.more = func(s spot) bool { return x.d.at(s) < x.v.at(s) || x.v.rises(s) }
	x.d.newcomers = x.n
	x.d.protect()
	if x.d.needsNewcomers {
		x.n.hideAll()
	}
}

// newcomers are hidden as well where they would tell how few had come before.
func (x *crossed) newcomers() bool {
	x.n.targets = nil
	x.n.more = x.moreNewcomers
	x.n.hideSmall()
	for _, s := range x.n.spots() {
		n := x.n.at(s)
		if n >= Least && (small(x.v.at(s)-n) || x.known(s) && small(x.d.at(s)-n)) {
			x.n.hide(s)
		}
	}
	return x.n.protect()
}

// known tells whether the newcomers of a spot may all be among those who are known by name.
func (x *crossed) known(s spot) bool { return x.n.at(s) <= x.d.at(s) }

// moreNewcomers tells whether there may be one more. Where it is the one that is asked about,
// the visits and the people may move with it; elsewhere hidden visits may have become less.
func (x *crossed) moreNewcomers(s spot, goal bool) bool {
	n := x.n.at(s) + 1
	fits := n <= x.d.at(s) || !x.known(s) || x.allPeopleHidden()
	if x.n.margin(s) {
		return fits
	}
	v := x.v.at(s)
	if goal {
		return fits && (n <= v || x.v.rises(s))
	}
	if x.v.hidden[s] {
		v--
	}
	return fits && n <= v
}

func (x *crossed) allPeopleHidden() bool { return len(x.d.hidden) == len(x.d.spots()) }
