package memory

import (
	"cmp"
	"slices"
)

// question is a source for which units are looked up.
type question struct {
	index  *Index
	source string
	terms  []term
	weight int
	by     distance
	costs  map[int32][]int // a word of the index that is alike to one of the terms -> cost by term
	plain  [2][]int        // those of a word, and of a sign, that is not
	saves  [][]saving      // by term, the most first
	down   []int
	rows   [][]int
}

// saving is what a word of the index saves in the place of a term.
type saving struct {
	id, won int32
}

// ask prepares a question: what the words of the index cost in the place of its own.
func (x *Index) ask(source string) *question {
	q := &question{index: x, source: source, terms: terms(source), costs: map[int32][]int{}}
	q.by = distance{across: weights(q.terms), row: make([]int, len(q.terms)+1)}
	q.weight = q.by.total()
	for i, t := range []term{{class: word}, {class: mark}} {
		for _, other := range q.terms {
			q.plain[i] = append(q.plain[i], max(t.weight(), other.weight()))
		}
	}
	for j, t := range q.terms {
		q.saves = append(q.saves, nil)
		if id, ok := x.ids[string(t.letters)]; ok {
			q.allow(j, id, 0)
		}
		for _, id := range x.alike(t) {
			if other := x.words[id]; string(other.letters) != string(t.letters) {
				q.allow(j, id, cost(other.term, t))
			}
		}
		slices.SortFunc(q.saves[j], func(a, b saving) int { return cmp.Or(cmp.Compare(b.won, a.won), cmp.Compare(a.id, b.id)) })
	}
	return q
}

// allow lets a word of the index stand in the place of a term, where that saves anything.
func (q *question) allow(j int, id int32, cost int) {
	most := max(q.terms[j].weight(), q.index.words[id].weight())
	if cost < most {
		q.row(id)[j] = cost
		q.saves[j] = append(q.saves[j], saving{id, int32(most - cost)})
	}
}

// row gives the costs of a word, to be filled in.
func (q *question) row(id int32) []int {
	row, ok := q.costs[id]
	if !ok {
		row = slices.Clone(q.otherwise(id))
		q.costs[id] = row
	}
	return row
}

func (q *question) otherwise(id int32) []int {
	if q.index.words[id].class == mark {
		return q.plain[1]
	}
	return q.plain[0]
}

// candidates are the units that can be as alike as asked, the most promising first.
//
// Each term of the question is dropped, or stands in the place of one term of the unit. It
// saves at most its weight less the least cost among the unit's words. The distance is then
// at least the weight of the heavier text less all that is saved; so how alike the two are is
// at most what is saved by that weight.
func (q *question) candidates(least float64) []candidate {
	saved := q.saved()
	var out []candidate
	for at, s := range saved {
		if s == 0 {
			continue
		}
		most := float64(s) / float64(max(q.weight, q.index.units[at].weight))
		if most >= least {
			out = append(out, candidate{int32(at), most})
		}
	}
	slices.SortFunc(out, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.most, a.most), cmp.Compare(a.at, b.at)) })
	return out
}

// saved gives what each unit saves at most.
func (q *question) saved() []int32 {
	saved := make([]int32, len(q.index.units))
	seen := make([]int32, len(q.index.units)) // the last term, from 1, that a unit saved
	for j, saves := range q.saves {
		for _, w := range saves {
			for _, at := range q.index.words[w.id].in {
				if seen[at] != int32(j+1) { // only the most counts
					seen[at] = int32(j + 1)
					saved[at] += w.won
				}
			}
		}
	}
	return saved
}

// score is how alike a unit is; it may be less than that where it is below the bar. near
// learns how near a repeat is.
func (q *question) score(e *entry, bar float64, near *int) float64 {
	most := max(q.weight, e.weight)
	q.down, q.rows = q.down[:0], q.rows[:0]
	for _, id := range e.terms {
		q.down = append(q.down, q.index.words[id].weight())
		row, ok := q.costs[id]
		if !ok {
			row = q.otherwise(id)
		}
		q.rows = append(q.rows, row)
	}
	allowed := int(float64(most)*(1-bar)) + 1 // one more, for what floats round
	dist, ok := q.by.of(q.down, func(i, j int) int { return q.rows[i][j] }, allowed)
	if !ok {
		return 0
	}
	return score(dist, most, func() bool {
		*near = nearness(e.unit.Source, q.source)
		return *near < otherwise
	})
}
