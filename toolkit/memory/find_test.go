package memory

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"kring/toolkit/bilingual"

	"pgregory.net/rapid"
)

func unit(source, text string) Unit {
	return Unit{Source: source, Lang: "ar", Text: text, State: bilingual.Agreed}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"Praat hier samen over.", "Praat hier samen over.", 1},
		{"Praat hier samen over.", "  praat hier\u00a0samen over.", 1},
		{"Zeg “ja”, foto's", "zeg \"JA\", foto’s", 1},
		{"caf\u00e9", "Cafe\u0301", 1},
		{"a-b", "a - b", nearly},                            // the same words, but no repeat
		{"een twee drie vier", "een twee drie vijf", .75},   // one word of four
		{"een twee drie vier", "een twee drie", .75},        // one word less
		{"een twee drie vier", "een twee drie vier?", 0.94}, // 80/85
		{"duurt 20 dagen nu", "duurt 15 dagen nu", .95},     // a fifth of a word
		{"de groepen", "de groep", .85},                     // five letters of seven: 6/20
		{"appel", "peer", 0},
		{"", "", 0},
		{"", "woord", 0},
		{"drie twee een", "een twee drie", 1. / 3},
	} {
		for _, got := range []float64{Alike(c.a, c.b), Alike(c.b, c.a)} {
			if math.Abs(got-c.want) > .005 {
				t.Errorf("%q and %q: %.4f, not %.4f", c.a, c.b, got, c.want)
			}
		}
	}
}

// The figure is between 0 and 1, the same from both sides, and 1 for repeats alone.
func TestAlikeIsAMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyText().Draw(t, "a"), anyText().Draw(t, "b")
		x := Alike(a, b)
		if x < 0 || x > 1 || x != Alike(b, a) {
			t.Fatalf("%v and %v", x, Alike(b, a))
		}
		if x == 1 && fold(a) != fold(b) || x < 1 && fold(a) == fold(b) && fold(a) != "" {
			t.Fatalf("%v for %q and %q", x, a, b)
		}
	})
}

// bruteForce compares with every unit.
func bruteForce(units map[string]Unit, source string, n int, least float64, except ...string) []Match {
	var all []Match
	for key, u := range units {
		m := Match{Key: key, Unit: u, Alike: Alike(u.Source, source), near: otherwise}
		if m.Alike == 1 {
			m.near = nearness(u.Source, source)
		}
		if u.Lang == "ar" && u.Whole() && m.Alike > 0 && m.Alike >= least && !slices.Contains(except, key) {
			m.Diff = Diff(u.Source, source)
			all = append(all, m)
		}
	}
	slices.SortFunc(all, Match.order)
	var out []Match
	for _, m := range all {
		if len(out) < n && !slices.ContainsFunc(out, m.twin) {
			out = append(out, m)
		}
	}
	return out
}

func same(a, b []Match) bool {
	return slices.EqualFunc(a, b, func(x, y Match) bool {
		return x.Key == y.Key && x.Unit == y.Unit && x.Alike == y.Alike && slices.Equal(x.Diff, y.Diff)
	})
}

// Whatever was put and removed, Find gives what comparing with every unit gives.
func TestFindMissesNothing(t *testing.T) {
	day := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		units := map[string]Unit{}
		x := NewIndex("ar", maps.All(units))
		for range rapid.IntRange(0, 40).Draw(t, "changes") {
			key := rapid.StringMatching(`[a-p]`).Draw(t, "key")
			if rapid.IntRange(0, 4).Draw(t, "what") == 0 {
				delete(units, key)
				x.Remove(key)
				continue
			}
			u := Unit{
				Source: anyText().Draw(t, "source"), Text: rapid.SampledFrom([]string{"أ", "ب", ""}).Draw(t, "text"),
				Lang: rapid.SampledFrom([]string{"ar", "ar", "ar", "tr"}).Draw(t, "lang"),
				When: day.AddDate(0, 0, rapid.IntRange(0, 1).Draw(t, "day")), State: rapid.SampledFrom(bilingual.States()).Draw(t, "state"),
			}
			units[key] = u
			x.Put(key, u)
		}
		source := anyText().Draw(t, "asked")
		n, least := rapid.IntRange(0, 6).Draw(t, "n"), rapid.Float64Range(0, 1).Draw(t, "least")
		got, want := x.Find(source, n, least, "c"), bruteForce(units, source, n, least, "c")
		if !same(got, want) {
			t.Fatalf("found\n%+v\nnot\n%+v", got, want)
		}
		if built := NewIndex("ar", maps.All(units)); !same(built.Find(source, n, least, "c"), want) || built.Len() != x.Len() {
			t.Fatalf("built anew it finds something else")
		}
	})
}

// Exact repeats come first, the one to the letter before the one with other capitals, and the
// agreed before the draft.
func TestOrder(t *testing.T) {
	day := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	draft, newer := unit("Praat hier over.", "مسودة"), unit("Praat hier over.", "أحدث")
	draft.State, newer.When = bilingual.Draft, day
	units := map[string]Unit{
		"1": unit("praat hier over.", "حالة"), "2": unit("Praat  hier over.", "مسافة"), "3": draft,
		"4": unit("Praat hier over.", "قديم"), "5": newer, "6": unit("Praat hier nog over.", "قريب"), "7": unit("Praat hier over.", "قديم"),
	}
	got := ""
	for _, m := range NewIndex("ar", maps.All(units)).Find("Praat hier over.", 10, .6) {
		got += m.Key
	}
	if got != "543216" {
		t.Errorf("in the order %s", got)
	}
	x := NewIndex("ar", maps.All(units))
	if m := x.Find("Praat hier over.", 1, .6, "5"); len(m) != 1 || m[0].Key != "4" {
		t.Errorf("without 5: %+v", m)
	}
	if m := x.Find("Praat nu hier over.", 1, .6); told(m[0].Unit.Source, "Praat nu hier over.", m[0].Diff) != "Praat {+nu +}hier over." {
		t.Errorf("%+v", m)
	}
}

// One goroutine changes what others read.
func TestFindWhileItChanges(t *testing.T) {
	x := NewIndex("ar", maps.All(map[string]Unit{"stays": unit("Praat hier samen over.", "تحدثوا")}))
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 200 {
				if m := x.Find("Praat hier samen over.", 1, .9); len(m) != 1 || m[0].Key != "stays" {
					t.Errorf("%+v", m)
				}
			}
		})
	}
	wg.Go(func() {
		for i := range 200 {
			key := fmt.Sprint(i % 7)
			x.Put(key, unit(fmt.Sprintf("Praat hier %d keer over.", i), "مرة"))
			x.Remove(fmt.Sprint((i + 3) % 7))
		}
	})
	wg.Wait()
}

// A unit that has both a word and one that is like it counts for the better of the two.
func TestTheBetterOfTwoWords(t *testing.T) {
	x := NewIndex("ar", maps.All(map[string]Unit{"1": unit("groepen groep groepje", "مجموعة"), "2": unit("groepen nu", "مجموعات")}))
	if got := x.Find("groep", 1, 1./3); len(got) != 1 || got[0].Key != "2" {
		t.Errorf("%+v", got)
	}
	if got := x.Find("groep", 2, 1./3); len(got) != 2 || got[1].Alike != 1./3 {
		t.Errorf("%+v", got)
	}
}

// What is removed or changed leaves nothing that is looked through.
func TestRemoveLeavesNothing(t *testing.T) {
	x := NewIndex("ar", maps.All(map[string]Unit{}))
	for i := range 30 {
		x.Put("a", unit(fmt.Sprintf("Praat %d keer.", i%3), "مرة"))
		x.Put("b", unit("Praat nu.", "الآن"))
		x.Remove("b")
	}
	x.Put("a", Unit{Source: "Praat nu.", Lang: "ar"})
	in := 0
	for _, w := range x.words {
		in += len(w.in)
	}
	if in != 0 || x.Len() != 0 || len(x.units) > 2 {
		t.Errorf("%d words, %d units, %d places", in, x.Len(), len(x.units))
	}
}

// A page in one paragraph is known again, and compared with nothing else.
func TestALongText(t *testing.T) {
	long := ""
	for i := range longest {
		long += fmt.Sprintf("Woord%d ", i)
	}
	x := NewIndex("ar", maps.All(map[string]Unit{"1": unit(long+"einde", "نهاية"), "2": unit(long, "طويل")}))
	if got := x.Find(long+"Einde", 3, .1); len(got) != 1 || got[0].Key != "1" || got[0].Alike != 1 {
		t.Errorf("a repeat: %+v", got)
	}
	if got := x.Find(long+"slot", 3, .1); len(got) != 0 {
		t.Errorf("another: %d", len(got))
	}
	if got := x.Find(long[8:], 3, .1); len(got) != 1 || got[0].Key != "2" || got[0].Alike < .99 {
		t.Errorf("one word less than the longest: %+v", got)
	}
}
