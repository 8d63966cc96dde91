package cafe

import (
	"testing"

	"pgregory.net/rapid"
)

// x is there, a dot is not.
func TestMissedRule(t *testing.T) {
	for pattern, want := range map[string]struct {
		since, away int
		ok          bool
	}{
		"":       {0, 0, false},
		"..":     {0, 2, false},
		"x..":    {1, 2, false}, // came once: no regular
		"xx":     {2, 0, false},
		"xx.":    {2, 1, false},
		"xx..":   {2, 2, true},
		"x.x..":  {3, 2, true},
		"xx...x": {6, 0, false}, // came back
		"xx.x..": {4, 2, true},
		"x...x.": {5, 1, false},
	} {
		var at []bool
		for _, c := range pattern {
			at = append(at, c == 'x')
		}
		if since, away, ok := missed(at); since != want.since || away != want.away || ok != want.ok {
			t.Errorf("%q: %d, %d, %v", pattern, since, away, ok)
		}
	}
}

// Another evening without somebody is the same absence; one with them ends it; and what is
// long ago does not matter, once they came twice.
func TestMissedHolds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		at := rapid.SliceOfN(rapid.Bool(), 0, 20).Draw(r, "at")
		since, away, ok := missed(at)
		if since+away != len(at) {
			r.Fatalf("%d and %d of %d evenings", since, away, len(at))
		}
		if ok && (at[len(at)-1] || at[len(at)-2] || !at[since-1]) {
			r.Fatalf("missed since %d in %v", since, at)
		}
		if s, n, still := missed(append(at[:len(at):len(at)], false)); s != since || n != away+1 || ok && !still {
			r.Fatalf("one evening on: %d, %d, %v", s, n, still)
		}
		if _, _, still := missed(append(at[:len(at):len(at)], true)); still {
			r.Fatal("missed, though they came back")
		}
		if _, _, more := missed(append([]bool{true}, at...)); ok && !more {
			r.Fatal("missed no more, for they came before")
		}
	})
}

// Evenings that were off do not count, nor those of which nobody wrote who was there; being
// told ends it until they came and stayed away again.
func TestMissed(t *testing.T) {
	s, _, p := gouda(t)
	e := nights(t, s, p, 12)
	sam := must[Visitor](t)(s.Newcomer(e[0], "Sam"))
	noor := must[Visitor](t)(s.Newcomer(e[0], "Noor")) // does not like to be told
	always := must[Visitor](t)(s.Newcomer(e[0], "Altijd"))
	succeed(t, s.SetHere(e[1], sam.ID, true), s.SetHere(e[1], noor.ID, true))
	sam.Channel, sam.Reach = Somebody, "via Yara"
	must[Visitor](t)(s.SaveVisitor(sam))
	away := func(until int) int {
		t.Helper()
		all := s.Missed(p.ID, e[until].Date)
		if len(all) == 0 {
			return 0
		}
		if len(all) > 1 || all[0].Visitor != sam || all[0].Place.ID != p.ID {
			t.Fatalf("missed are %+v", all)
		}
		return all[0].Away
	}
	for _, i := range []int{2, 3, 5} { // e[4]: counted without names
		succeed(t, s.SetHere(e[i], always.ID, true))
	}
	succeed(t, s.Count(e[4], Visitors, 9), s.Except(Exception{PlaceID: p.ID, Date: e[3].Planned, Change: Cancelled}))
	for until, want := range map[int]int{1: 0, 2: 0, 3: 0, 4: 0, 5: 2} {
		if got := away(until); got != want {
			t.Errorf("after night %d: away %d, want %d", until, got, want)
		}
	}
	a := s.Missed(p.ID, e[5].Date)[0]
	if a.Last != e[1].Date || a.Since != e[2].Planned {
		t.Errorf("last there %s, away since %s", a.Last, a.Since)
	}
	succeed(t, s.SetTold(a, e[5].Date), s.SetHere(e[6], always.ID, true))
	if away(6) != 0 {
		t.Error("told, and missed again")
	}
	succeed(t, s.SetHere(e[7], sam.ID, true), s.SetHere(e[8], always.ID, true), s.SetHere(e[9], always.ID, true))
	if got := away(9); got != 2 {
		t.Errorf("a second time away: %d", got)
	}
	succeed(t, s.SetHere(e[10], sam.ID, true))
	if away(9) != 0 {
		t.Error("missed, though they came back tonight")
	}
}
