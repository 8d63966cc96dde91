package edit

import "testing"

// What is chosen goes in as one step, however many letters it has or few, and typing after it
// is another.
func TestPutIsOneStep(t *testing.T) {
	var x Text
	for _, r := range "ab" {
		x.Insert(string(r))
	}
	x.Put("c")
	x.Put("الكلمة هنا")
	x.Insert("d")
	for _, want := range []string{"abcالكلمة هناd", "abcالكلمة هنا", "abc", "ab", ""} {
		if got := x.String(); got != want {
			t.Fatalf("%q, expected %q", got, want)
		}
		x.Undo()
	}
	if x.Put("") {
		t.Error("nothing was put in the place of nothing, and it is a step")
	}
}

func TestPutTakesThePlaceOfTheSelection(t *testing.T) {
	var x Text
	x.Set("een twee drie")
	x.Select(4, 8)
	if !x.Put("اثنان") || x.String() != "een اثنان drie" || x.Caret() != 9 {
		t.Errorf("%q, caret at %d", x.String(), x.Caret())
	}
	x.Undo()
	if x.String() != "een twee drie" || x.Selected() != "twee" {
		t.Errorf("taken back: %q with %q selected", x.String(), x.Selected())
	}
}

// A pair goes around what is selected, which stays selected; without a selection the caret is
// between the two.
func TestWrap(t *testing.T) {
	var x Text
	x.Set("bel HB nu")
	x.Select(6, 4) // backwards
	x.Wrap("\u2066", "\u2069")
	if x.String() != "bel \u2066HB\u2069 nu" || x.Selected() != "HB" || x.Caret() != 7 {
		t.Errorf("%q with %q selected, caret at %d", x.String(), x.Selected(), x.Caret())
	}
	x.Undo()
	if x.String() != "bel HB nu" || x.Selected() != "HB" {
		t.Errorf("taken back: %q", x.String())
	}
	x.MoveTo(0, false)
	x.Wrap("(", ")")
	x.Insert("x")
	if x.String() != "(x)bel HB nu" {
		t.Errorf("%q", x.String())
	}
}

func TestReplaceCanBeTakenBack(t *testing.T) {
	var x Text
	x.Set("oud")
	x.Select(1, 2)
	if !x.Replace("nieuw\r\nregel") || x.String() != "nieuw regel" || x.Caret() != 11 {
		t.Errorf("%q, caret at %d", x.String(), x.Caret())
	}
	if x.Replace("nieuw regel") {
		t.Error("the same text is a step")
	}
	x.Undo()
	if x.String() != "oud" || x.Selected() != "u" {
		t.Errorf("taken back: %q", x.String())
	}
	x.Redo()
	if x.String() != "nieuw regel" {
		t.Errorf("done again: %q", x.String())
	}
}

// A mark that is a letter by itself has a caret on each side, and is erased alone.
func TestMarkAlone(t *testing.T) {
	joiner := func(p []rune, at int) bool { return p[at] == '\u200c' }
	for _, c := range []struct {
		alone func([]rune, int) bool
		stops []int
	}{{nil, []int{0, 2, 3, 4, 5, 6}}, {joiner, []int{0, 1, 2, 3, 4, 5, 6}}} {
		x := Text{Lines: true, Alone: c.alone}
		x.Set("ب\u200cب\nab")
		got := []int{0}
		for pos := 0; pos < x.Len(); {
			pos = x.After(pos)
			got = append(got, pos)
		}
		if len(got) != len(c.stops) || got[1] != c.stops[1] {
			t.Errorf("the caret stops at %v, expected %v", got, c.stops)
		}
	}
	x := Text{Alone: joiner}
	x.Set("ب\u200cب")
	x.MoveTo(2, false)
	x.Erase(x.Before(2))
	if x.String() != "بب" {
		t.Errorf("erased: %q", x.String())
	}
}
