package memory

// weave finds the tokens that two texts have in common, in order, that weigh most together.
type weave struct {
	a, b  []token
	x, y  []string // what they are compared by
	pairs []pair
}

// pair is a token of each text that stayed.
type pair struct{ i, j int }

// fits is how many cells a table has at most; longer texts are halved first.
const fits = 1 << 20

// weight is what it is worth to keep a token: a word more than the signs and spaces by it.
func (t token) weight() int32 {
	switch t.class {
	case space:
		return 1
	case mark:
		return 2
	}
	return 8
}

// common finds the pairs of a part of both texts.
func (w *weave) common(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 && w.x[a0] == w.y[b0] {
		w.pairs = append(w.pairs, pair{a0, b0})
		a0, b0 = a0+1, b0+1
	}
	end := 0
	for a0 < a1-end && b0 < b1-end && w.x[a1-1-end] == w.y[b1-1-end] {
		end++
	}
	w.middle(a0, a1-end, b0, b1-end)
	for ; end > 0; end-- {
		w.pairs = append(w.pairs, pair{a1 - end, b1 - end})
	}
}

// middle is common where neither the first nor the last tokens are the same.
func (w *weave) middle(a0, a1, b0, b1 int) {
	switch {
	case a0 == a1 || b0 == b1:
	case (a1-a0+1)*(b1-b0+1) <= fits || a1-a0 == 1:
		w.table(a0, a1, b0, b1)
	default:
		half := (a0 + a1) / 2
		at := w.meet(a0, half, a1, b0, b1)
		w.common(a0, half, b0, at)
		w.common(half, a1, at, b1)
	}
}

// table finds the pairs by what each pair of ends is worth.
func (w *weave) table(a0, a1, b0, b1 int) {
	wide := b1 - b0 + 1
	worth := make([]int32, (a1-a0+1)*wide)
	at := func(i, j int) *int32 { return &worth[(i-a0)*wide+j-b0] }
	for i := a1 - 1; i >= a0; i-- {
		for j := b1 - 1; j >= b0; j-- {
			best := max(*at(i+1, j), *at(i, j+1))
			if w.x[i] == w.y[j] {
				best = max(best, *at(i+1, j+1)+w.a[i].weight())
			}
			*at(i, j) = best
		}
	}
	for i, j := a0, b0; i < a1 && j < b1; {
		switch {
		case w.x[i] == w.y[j] && *at(i, j) == *at(i+1, j+1)+w.a[i].weight():
			w.pairs = append(w.pairs, pair{i, j})
			i, j = i+1, j+1
		case *at(i, j) == *at(i+1, j):
			i++
		default:
			j++
		}
	}
}

// meet is where the second text is best cut when the first is cut at half (Hirschberg, 1975):
// so a long text needs two rows instead of a table.
func (w *weave) meet(a0, half, a1, b0, b1 int) int {
	before, after := make([]int32, b1-b0+1), make([]int32, b1-b0+1)
	for i := a0; i < half; i++ {
		var corner int32
		for j := b0; j < b1; j++ {
			at := j - b0 + 1
			corner, before[at] = before[at], w.worth(i, j, corner, before[at], before[at-1])
		}
	}
	for i := a1 - 1; i >= half; i-- {
		var corner int32
		for j := b1 - 1; j >= b0; j-- {
			at := j - b0
			corner, after[at] = after[at], w.worth(i, j, corner, after[at], after[at+1])
		}
	}
	cut := 0
	for j := range before {
		if before[j]+after[j] > before[cut]+after[cut] {
			cut = j
		}
	}
	return b0 + cut
}

func (w *weave) worth(i, j int, corner, above, beside int32) int32 {
	if w.x[i] == w.y[j] {
		return max(above, beside, corner+w.a[i].weight())
	}
	return max(above, beside)
}
