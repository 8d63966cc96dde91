package kitchen

import "math"

// Unit is what an amount is counted in.
type Unit string

// The units.
const (
	Gram  Unit = "g"
	Ml    Unit = "ml"
	Piece Unit = "piece"
	Clove Unit = "clove"
	Bunch Unit = "bunch"
	Tin   Unit = "tin"
	Tbsp  Unit = "tbsp"
	Tsp   Unit = "tsp"
)

// Units lists them.
func Units() []Unit { return []Unit{Gram, Ml, Piece, Clove, Bunch, Tin, Tbsp, Tsp} }

// Amount is how much of something, in thousandths of its unit, so that sums are exact.
type Amount struct {
	Milli int
	Unit  Unit
}

// The spoons in ml.
const (
	tspMl  = 5
	tbspMl = 15
)

// in gives an amount of an ingredient in the unit that it is bought in; false: nobody can
// tell.
func (a Amount) in(i Ingredient) (milli int, ok bool) {
	spoons := map[Unit]int{Tsp: tspMl, Tbsp: tbspMl}[a.Unit]
	switch {
	case a.Unit == i.Unit:
		return a.Milli, true
	case spoons == 0:
		return 0, false
	case i.Unit == Ml:
		return a.Milli * spoons, true
	case i.Spoon > 0:
		return a.Milli * i.Spoon * spoons / tspMl, true
	}
	return 0, false
}

// scaled is an amount for another number of people, never less than it takes.
func scaled(milli, serves, heads int) int { return (milli*heads + serves - 1) / serves }

// For is an amount for another number of people, as a cook measures it: to the nearest step
// that a kitchen has, and never nothing.
func (a Amount) For(serves, heads int) Amount {
	return Amount{scaled(a.Milli, serves, heads), a.Unit}.measured()
}

// spoonsToTable is from how many teaspoons they become tablespoons.
const spoonsToTable = 6

// measured rounds to what a kitchen can measure: half a piece, half a spoon, five grams.
func (a Amount) measured() Amount {
	if a.Unit == Tsp && nearest(a.Milli, 500) >= spoonsToTable*1000 {
		a = Amount{a.Milli / (tbspMl / tspMl), Tbsp}
	}
	steps := map[Unit][]step{
		Gram: weights, Ml: weights,
		Piece: {{10_000, 500}, {math.MaxInt, 1000}},
		Clove: {{math.MaxInt, 1000}}, Bunch: {{math.MaxInt, 500}}, Tin: {{math.MaxInt, 500}},
		Tbsp: {{math.MaxInt, 500}}, Tsp: {{math.MaxInt, 500}},
	}[a.Unit]
	for _, s := range steps {
		if a.Milli < s.below {
			a.Milli = max(nearest(a.Milli, s.by), s.by)
			break
		}
	}
	return a
}

// step is by how much is measured below an amount.
type step struct{ below, by int }

var weights = []step{{20_000, 1000}, {100_000, 5000}, {1_000_000, 10_000}, {math.MaxInt, 50_000}}

func nearest(n, by int) int { return (n + by/2) / by * by }

// Whole is an amount without its thousandths, and how many quarters are left.
func (a Amount) Whole() (n, quarters int) { return a.Milli / 1000, a.Milli % 1000 / 250 }
