package report_test

import (
	"fmt"
	"iter"
	"reflect"
	"testing"

	"kring/sessions/report"

	"pgregory.net/rapid"
)

// world is all that happened in a small café: visits and newcomers by cell, and how many
// people came to each set of cells (a bit for each).
type world struct {
	rows, cols int
	v, n       []int
	sets       []int
}

func (w world) spots() (out [][2]int) {
	for r := range w.rows + 1 {
		for c := range w.cols + 1 {
			out = append(out, [2]int{r, c})
		}
	}
	return out
}

// mask are the cells that a spot counts.
func (w world) mask(x [2]int) (m int) {
	for r := range w.rows {
		for c := range w.cols {
			if (x[0] == r || x[0] == w.rows) && (x[1] == c || x[1] == w.cols) {
				m |= 1 << (r*w.cols + c)
			}
		}
	}
	return m
}

func (w world) added(of []int, x [2]int) (sum int) {
	m := w.mask(x)
	for i, n := range of {
		if m>>i&1 == 1 {
			sum += n
		}
	}
	return sum
}

func (w world) visits(x [2]int) int    { return w.added(w.v, x) }
func (w world) newcomers(x [2]int) int { return w.added(w.n, x) }
func (w world) people(x [2]int) (sum int) {
	m := w.mask(x)
	for set, n := range w.sets {
		if set&m != 0 {
			sum += n
		}
	}
	return sum
}

// input is what is told of a world.
func (w world) input() report.Year {
	y := report.Year{}
	for r := range w.rows {
		y.Visits = append(y.Visits, w.v[r*w.cols:(r+1)*w.cols])
		y.Newcomers = append(y.Newcomers, w.n[r*w.cols:(r+1)*w.cols])
	}
	for set, n := range w.sets {
		var at []int
		for i := range w.rows * w.cols {
			if set>>i&1 == 1 {
				at = append(at, i)
			}
		}
		if n > 0 {
			y.Present = append(y.Present, report.Presence{At: at, People: n})
		}
	}
	zero := make([][]int, w.rows)
	for r := range zero {
		zero[r] = make([]int, w.cols)
	}
	y.Supporters, y.Evenings, y.Activities, y.Minutes = zero, zero, zero, zero
	y.Courses = report.Courses{Started: []int{0}, Finished: []int{0}, Participants: []int{0}}
	return y
}

type count func(world, [2]int) int

var counted = map[report.Measure]count{report.Visits: world.visits, report.Different: world.people, report.Newcomers: world.newcomers}

// shows tells whether another world looks the same in print. What is hidden is not 0.
func (w world) shows(f report.Figures, m report.Measure, other world) bool {
	for _, x := range w.spots() {
		cell, is := f.Cafe[m].Cells[x[0]][x[1]], counted[m](other, x)
		if !cell.Hidden && is != cell.N || cell.Hidden && is == 0 && counted[m](w, x) > 0 {
			return false
		}
	}
	return true
}

// possible tells whether another world can be, for somebody who knows that newcomers and
// people are not more than visits, and supposes where it is so that newcomers are not more
// than people.
func (w world) possible(other world) bool {
	for _, x := range w.spots() {
		v, n, d := other.visits(x), other.newcomers(x), other.people(x)
		if n > v || d > v || w.newcomers(x) <= w.people(x) && n > d {
			return false
		}
	}
	return true
}

// secret is a number that must not be known.
type secret struct {
	name string
	of   func(world) int
}

// secrets are all small counts of a world, and the small differences between two numbers.
func (w world) secrets() (out []secret) {
	keep := func(name string, of func(world) int) {
		if n := of(w); n > 0 && n < report.Least {
			out = append(out, secret{name, of})
		}
	}
	for _, x := range w.spots() {
		for m, c := range counted {
			keep(fmt.Sprint(m, x), func(w world) int { return c(w, x) })
		}
		keep(fmt.Sprint("not new", x), func(w world) int { return w.visits(x) - w.newcomers(x) })
		if w.newcomers(x) <= w.people(x) {
			keep(fmt.Sprint("known before", x), func(w world) int { return w.people(x) - w.newcomers(x) })
		}
		for _, parts := range w.parts(x) {
			for _, p := range parts {
				keep(fmt.Sprint("only elsewhere", x, p), func(w world) int { return w.people(x) - w.people(p) })
			}
			keep(fmt.Sprint("in more than one", x), func(w world) int {
				n := -w.people(x)
				for _, p := range parts {
					n += w.people(p)
				}
				return n
			})
		}
	}
	return out
}

// parts are the spots into which a total falls, by quarter and by place.
func (w world) parts(x [2]int) (out [][][2]int) {
	var cols, rows [][2]int
	if x[1] == w.cols {
		for c := range w.cols {
			cols = append(cols, [2]int{x[0], c})
		}
		out = append(out, cols)
	}
	if x[0] == w.rows {
		for r := range w.rows {
			rows = append(rows, [2]int{r, x[1]})
		}
		out = append(out, rows)
	}
	return out
}

// near are counts of which each may be one more or less.
func near(n []int) (out [][]int) {
	out = [][]int{nil}
	for _, v := range n {
		var next [][]int
		for _, head := range out {
			for _, by := range []int{0, 1, -1} {
				if v+by >= 0 {
					next = append(next, append(append([]int{}, head...), v+by))
				}
			}
		}
		out = next
	}
	return out
}

// moved are who came if up to two people had come somewhere else as well, or had not.
func (w world) moved() (out [][]int) {
	out = [][]int{w.sets}
	out = append(out, w.step()...)
	for _, once := range w.step() {
		out = append(out, world{w.rows, w.cols, w.v, w.n, once}.step()...)
	}
	return out
}

// step moves one person, or has two in the place of one.
func (w world) step() (out [][]int) {
	for set, n := range w.sets {
		for part := 1; part < set && n > 0; part++ {
			if set&part == part {
				next := append([]int{}, w.sets...)
				next[set]--
				next[part]++
				next[set^part]++
				out = append(out, next)
			}
		}
	}
	for set, n := range w.sets {
		for cell := range w.rows * w.cols {
			to := set ^ 1<<cell
			if set > 0 && n == 0 {
				continue
			}
			next := append([]int{}, w.sets...)
			if set > 0 {
				next[set]--
			}
			if to > 0 {
				next[to]++
			}
			out = append(out, next)
		}
	}
	return out
}

// others goes over the worlds close by that show the same.
func (w world) others(f report.Figures) iter.Seq[world] {
	only := func(m report.Measure, set func(*world, []int), lists [][]int) (kept [][]int) {
		for _, l := range lists {
			o := w
			set(&o, l)
			if w.shows(f, m, o) {
				kept = append(kept, l)
			}
		}
		return kept
	}
	vs := only(report.Visits, func(o *world, l []int) { o.v = l }, near(w.v))
	ns := only(report.Newcomers, func(o *world, l []int) { o.n = l }, near(w.n))
	ds := only(report.Different, func(o *world, l []int) { o.sets = l }, w.moved())
	return func(yield func(world) bool) {
		for _, d := range ds {
			for _, v := range vs {
				for _, n := range ns {
					if o := (world{w.rows, w.cols, v, n, d}); w.possible(o) && !yield(o) {
						return
					}
				}
			}
		}
	}
}

// drawn is any small café.
func drawn(t *rapid.T) world {
	shape := rapid.SampledFrom([][2]int{{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}}).Draw(t, "shape")
	w := world{rows: shape[0], cols: shape[1]}
	cells := w.rows * w.cols
	w.sets = make([]int, 1<<cells)
	most := rapid.SampledFrom([]int{1, 3, 9}).Draw(t, "most")
	for set := 1; set < len(w.sets); set++ {
		if rapid.Bool().Draw(t, "there") {
			w.sets[set] = rapid.IntRange(0, most).Draw(t, "people")
		}
	}
	w.v, w.n = make([]int, cells), make([]int, cells)
	for i := range cells {
		known := w.people([2]int{i / w.cols, i % w.cols})
		w.v[i] = known + rapid.SampledFrom([]int{0, 0, 1, 2, 3, 8}).Draw(t, "more visits")
		w.n[i] = rapid.SampledFrom([]int{0, min(1, w.v[i]), known / 2, known, w.v[i], max(w.v[i]-2, 0)}).Draw(t, "newcomers")
	}
	return w
}

// Whoever has the whole report cannot work out a small count, of visits, of people or of
// newcomers, nor one that is the difference of two of its numbers: for each there is another
// world, with other people at other times, that would have given the same report.
func TestNothingSmallCanBeWorkedOutOfAllTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawn(t)
		f := report.Make(report.Input{This: w.input(), Before: w.input()}).This
		left := w.secrets()
		for o := range w.others(f) {
			if len(left) == 0 {
				return
			}
			var still []secret
			for _, s := range left {
				if s.of(o) == s.of(w) {
					still = append(still, s)
				}
			}
			left = still
		}
		for _, s := range left {
			t.Fatalf("%s = %d can be worked out of %v %v %v\n%+v", s.name, s.of(w), f.Cafe[report.Visits], f.Cafe[report.Different], f.Cafe[report.Newcomers], w)
		}
	})
}

// What is large, and far from other numbers, is shown.
func TestLargeCountsAreShown(t *testing.T) {
	w := world{rows: 2, cols: 2, v: []int{200, 180, 90, 95}, n: []int{30, 20, 10, 12}, sets: make([]int, 16)}
	for set := 1; set < 16; set++ {
		w.sets[set] = 8
	}
	f := report.Make(report.Input{This: w.input(), Before: w.input()}).This
	for m := range counted {
		for _, row := range f.Cafe[m].Cells {
			for _, c := range row {
				if c.Hidden {
					t.Errorf("%s: %v", m, f.Cafe[m])
				}
			}
		}
	}
}

// The same numbers give the same report, whenever it is made: of two that hide other things
// each would show what the other hides.
func TestTheSameReportHidesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := report.Input{This: drawn(t).input(), Before: drawn(t).input()}
		first := report.Make(in)
		for range 6 {
			if again := report.Make(in); !reflect.DeepEqual(first, again) {
				t.Fatalf("%+v and then %+v", first, again)
			}
		}
	})
}
