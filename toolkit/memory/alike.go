package memory

// What a token weighs, in twentieths of a word. A sign weighs little, so that one question
// mark more does not hide a sentence that is otherwise the same.
const (
	wordWeight = 20
	markWeight = 5
	// digitsCost is what it costs when only the digits of a number differ.
	digitsCost = 4
	// leastCost is what two words cost that are not the same, however alike.
	leastCost = 2
	// stem is how many letters two words begin with in common at least, to be alike.
	stem = 3
	// longest is how many terms a text has at most that is compared by them.
	longest = 400
	// nearly is how alike texts are at most that have the same words but are no repeat.
	nearly = 0.99
)

// term is a token as it is compared.
type term struct {
	class   class
	letters []rune // without capitals
}

func (t term) weight() int {
	if t.class == mark {
		return markWeight
	}
	return wordWeight
}

// terms are the words, numbers and signs of a text. One that is longer than any segment, such
// as a page in one paragraph, is one term: it is known again as a repeat alone, so that it
// takes no longer than others.
func terms(s string) []term {
	s = fold(s)
	var out []term
	for _, t := range split(s) {
		if t.class != space {
			out = append(out, term{t.class, []rune(s[t.from:t.to])})
		}
	}
	if len(out) > longest {
		return []term{{whole, []rune(s)}}
	}
	return out
}

// cost is what it takes to put one term in the place of another that is not the same.
func cost(a, b term) int {
	switch {
	case a.class == number && b.class == number:
		return digitsCost
	case a.class == word && b.class == word:
		return inflection(a.letters, b.letters)
	}
	return max(a.weight(), b.weight())
}

// inflection is what two words cost: as much of a word as the share of the longer one that
// they do not begin or end with in common. Words of another stem cost a whole word.
func inflection(a, b []rune) int {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	if 2*short < long || short < stem {
		return wordWeight
	}
	begin, end := 0, 0
	for begin < short && a[begin] == b[begin] {
		begin++
	}
	for end < short-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	if begin < stem || 2*(begin+end) < long {
		return wordWeight
	}
	return max(leastCost, (wordWeight*(long-begin-end)+long-1)/long)
}

// Alike is how alike two texts are, from 0 to 1; 1 is a repeat, apart from capitals, quotes
// and spaces. It is the edit distance over words as OmegaT has it (FuzzyMatcher),
//
//	(max(|a|, |b|) - distance(a, b)) / max(|a|, |b|)
//
// with two changes. A word put in the place of another costs what they do not have in common
// (see inflection), as Virtaal and the Translate Toolkit count by letters where OmegaT counts
// stems; a number in the place of another costs a fifth of a word. And |a| counts a sign for
// a quarter of a word, where OmegaT shows three figures, with and without signs.
func Alike(a, b string) float64 {
	x, y := terms(a), terms(b)
	c := func(i, j int) int {
		if string(x[i].letters) == string(y[j].letters) {
			return 0
		}
		return cost(x[i], y[j])
	}
	d := distance{across: weights(y), row: make([]int, len(y)+1)}
	dist, _ := d.of(weights(x), c, d.total()+total(weights(x)))
	return score(dist, max(d.total(), total(weights(x))), func() bool { return nearness(a, b) < otherwise })
}

func weights(ts []term) []int {
	out := make([]int, len(ts))
	for i, t := range ts {
		out[i] = t.weight()
	}
	return out
}

func total(weights []int) int {
	n := 0
	for _, w := range weights {
		n += w
	}
	return n
}

// score turns a distance into how alike texts are, of which the heavier weighs most.
func score(dist, most int, repeat func() bool) float64 {
	if most == 0 || dist >= most {
		return 0
	}
	if dist == 0 && repeat() {
		return 1
	}
	return min(nearly, float64(most-dist)/float64(most))
}

// distance is the weighted edit distance from many texts to one.
type distance struct {
	across []int // what its terms weigh
	row    []int // one longer
}

func (d distance) total() int { return total(d.across) }

// of gives the distance of a text whose terms weigh down; it gives up where it is more than
// most.
func (d distance) of(down []int, cost func(i, j int) int, most int) (int, bool) {
	row := d.row
	row[0] = 0
	for j, w := range d.across {
		row[j+1] = row[j] + w
	}
	for i, w := range down {
		before := row[0]
		row[0] += w
		least := row[0]
		for j, v := range d.across {
			best := min(before+cost(i, j), row[j+1]+w, row[j]+v)
			before, row[j+1] = row[j+1], best
			least = min(least, best)
		}
		if least > most {
			return least, false
		}
	}
	return row[len(d.across)], row[len(d.across)] <= most
}
