package memory

import (
	"cmp"
	"slices"
	"strings"
)

// Match is a unit whose source is alike.
type Match struct {
	Key   string
	Unit  Unit
	Alike float64  // from 0 to 1, where 1 is a repeat
	Diff  []Change // from the unit's source to what was asked
	near  int
}

// order puts the best first: the most alike, among repeats one to the letter before one with
// other capitals; then the one to rely on most, and the newest.
func (m Match) order(o Match) int {
	return cmp.Or(cmp.Compare(o.Alike, m.Alike), cmp.Compare(m.near, o.near), m.Unit.better(o.Unit),
		strings.Compare(m.Key, o.Key))
}

// twin tells whether two matches say the same, so that one of them is enough.
func (m Match) twin(o Match) bool {
	return m.Unit.Source == o.Unit.Source && m.Unit.Text == o.Unit.Text
}

// Find gives at most n units of which the source is at least as alike as given, the best
// first. The same translation of the same words is given once. except are keys to leave out,
// such as that of the segment that is being translated. What has nothing in common is never
// among them, even where least is 0.
//
// None is missed: a unit is left uncompared only where the words that it shares, or shares
// nearly, show that it cannot be among them.
func (x *Index) Find(source string, n int, least float64, except ...string) []Match {
	if n <= 0 {
		return nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	q := x.ask(source)
	best := q.best(q.candidates(least), n, least, except)
	for i, m := range best {
		best[i].Diff = Diff(m.Unit.Source, source)
	}
	return best
}

// candidate is a unit with how alike it is at most.
type candidate struct {
	at   int32
	most float64
}

// best compares the candidates, the most promising first, until no other can be better than
// the n that were found.
func (q *question) best(cs []candidate, n int, least float64, except []string) []Match {
	var out []Match
	for _, c := range cs {
		bar := least
		if len(out) == n {
			bar = max(bar, out[n-1].Alike)
		}
		if c.most < bar {
			break
		}
		e := &q.index.units[c.at]
		if slices.Contains(except, e.key) {
			continue
		}
		m := Match{Key: e.key, Unit: e.unit, near: otherwise}
		if m.Alike = q.score(e, bar, &m.near); m.Alike > 0 && m.Alike >= bar {
			out = insert(out, m, n)
		}
	}
	return out
}

// insert puts a match in its place among at most n.
func insert(out []Match, m Match, n int) []Match {
	if i := slices.IndexFunc(out, m.twin); i >= 0 {
		if out[i].order(m) <= 0 {
			return out
		}
		out = slices.Delete(out, i, i+1)
	}
	i, _ := slices.BinarySearchFunc(out, m, Match.order)
	out = slices.Insert(out, i, m)
	return out[:min(n, len(out))]
}
