package cafe

import (
	"cmp"
	"maps"
	"slices"
)

// settle takes weeks from people until nobody is on too often in a row, and gives back those
// that fill a place after all.
func (s *solver) settle(x solution, barred map[who]bool, bound int) (solution, map[who]bool) {
	bars := map[who]bool{}
	maps.Copy(bars, barred)
	for {
		more := s.tooMany(x)
		if len(more) == 0 {
			return s.giveBack(x, bars, bound), bars
		}
		for _, b := range more {
			bars[b] = true
		}
		x = s.solve(bars)
	}
}

// giveBack lifts the bars that are not needed any more, one by one, where that fills a place.
func (s *solver) giveBack(x solution, bars map[who]bool, bound int) solution {
	order := slices.SortedFunc(maps.Keys(bars), func(a, b who) int {
		return cmp.Or(cmp.Compare(a.when, b.when), cmp.Compare(a.holder, b.holder))
	})
	for _, b := range order {
		if len(x) >= bound {
			break
		}
		if rowWith(s.weeksIn(x, b.holder), b.when) > s.InRow {
			continue
		}
		delete(bars, b)
		if better := s.solve(bars); len(better) > len(x) && len(s.tooMany(better)) == 0 {
			x = better
			continue
		}
		bars[b] = true
	}
	return x
}

// weeksIn are the weeks in which somebody is on.
func (s *solver) weeksIn(x solution, holder int) map[int]bool {
	out := maps.Clone(s.weeks[s.Holders[holder].ID])
	for _, t := range x {
		if t.holder == holder {
			out[weekOf(s.Evenings[t.evening].Date)] = true
		}
	}
	return out
}

// tooMany are the weeks to take from people: of each row that is too long one that was
// suggested, the latest of those that are new where there are any.
func (s *solver) tooMany(x solution) []who {
	if s.InRow == 0 {
		return nil
	}
	suggested := map[who]bool{} // and whether it was before
	for _, t := range x {
		suggested[who{t.holder, weekOf(s.Evenings[t.evening].Date)}] = s.before[t]
	}
	var out []who
	for i := range s.Holders {
		sorted := slices.Sorted(maps.Keys(s.weeksIn(x, i)))
		row := 0
		for k, w := range sorted {
			if k > 0 && sorted[k-1] == w-1 {
				row++
			} else {
				row = 1
			}
			if row <= s.InRow {
				continue
			}
			if b, ok := takes(suggested, i, w-s.InRow, w); ok {
				out = append(out, b)
			}
			row = 0 // the rest is judged when this week is gone
		}
	}
	return out
}

// takes chooses which week of a row goes.
func takes(suggested map[who]bool, holder, from, to int) (out who, ok bool) {
	for w := to; w >= from; w-- {
		before, is := suggested[who{holder, w}]
		if is && !before {
			return who{holder, w}, true
		}
		if is && !ok {
			out, ok = who{holder, w}, true
		}
	}
	return out, ok
}

// nearby bars the weeks that would make a row too long beside what was suggested before: so
// that asking again changes nothing that need not change.
func (s *solver) nearby() map[who]bool {
	out := map[who]bool{}
	if len(s.before) == 0 || s.InRow == 0 {
		return out
	}
	for i, h := range s.Holders {
		has := maps.Clone(s.weeks[h.ID])
		for t := range s.before {
			if t.holder == i {
				has[weekOf(s.Evenings[t.evening].Date)] = true
			}
		}
		for _, e := range s.Evenings {
			w := weekOf(e.Date)
			if !has[w] && rowWith(has, w) > s.InRow {
				out[who{i, w}] = true
			}
		}
	}
	return out
}

// rowWith is how long the row of weeks around one is, that one among them.
func rowWith(weeks map[int]bool, w int) int {
	n := 1
	for x := w - 1; weeks[x]; x-- {
		n++
	}
	for x := w + 1; weeks[x]; x++ {
		n++
	}
	return n
}
