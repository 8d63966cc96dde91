package edit

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTyping(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*Text)
		want string // with | for the caret and [ ] around a selection
	}{
		"letters":                     {func(e *Text) { e.Insert("a"); e.Insert("b") }, "ab|"},
		"in the place of a selection": {func(e *Text) { e.Insert("abc"); e.Select(0, 2); e.Insert("x") }, "x|c"},
		"a line end in one line":      {func(e *Text) { e.Insert("a\r\nb") }, "a b|"},
		"backspace":                   {func(e *Text) { e.Insert("ab"); e.Erase(e.Before(e.Caret())) }, "a|"},
		"backspace over a grapheme":   {func(e *Text) { e.Insert("ae\u0301"); e.Erase(e.Before(e.Caret())) }, "a|"},
		"backspace over a family":     {func(e *Text) { e.Insert("a👨‍👩‍👧"); e.Erase(e.Before(e.Caret())) }, "a|"},
		"tanwin goes with its letter": {func(e *Text) { e.Insert("مرحبًا"); e.Erase(e.Before(e.Before(e.Caret()))) }, "مرح|"},
		"delete":                      {func(e *Text) { e.Insert("ab"); e.MoveTo(0, false); e.Erase(e.After(0)) }, "|b"},
		"delete a selection":          {func(e *Text) { e.Insert("abc"); e.Select(1, 3); e.Erase(e.After(3)) }, "a|"},
		"delete a word":               {func(e *Text) { e.Insert("een twee"); e.Erase(e.WordBefore(e.Caret())) }, "een |"},
		"extend":                      {func(e *Text) { e.Insert("abc"); e.MoveTo(1, true) }, "a[bc]"},
		"undo a word":                 {func(e *Text) { typeOut(e, "een twee"); e.Undo() }, "een |"},
		"undo to nothing":             {func(e *Text) { typeOut(e, "een"); e.Undo(); e.Undo(); e.Undo() }, "|"},
		"redo":                        {func(e *Text) { typeOut(e, "een twee"); e.Undo(); e.Redo() }, "een twee|"},
		"a change ends redo":          {func(e *Text) { typeOut(e, "ab"); e.Undo(); typeOut(e, "c"); e.Redo() }, "c|"},
		"undo brings a selection":     {func(e *Text) { e.Insert("abc"); e.Select(0, 2); e.Insert("x"); e.Undo() }, "[ab]c"},
		"into a grapheme":             {func(e *Text) { e.Insert("e\u0301x"); e.MoveTo(1, false) }, "|e\u0301x"},
		"a double click":              {func(e *Text) { e.Insert("een مرحبًا twee"); e.Select(e.Word(6)) }, "een [مرحبًا] twee"},
	} {
		var e Text
		c.do(&e)
		if got := show(&e); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func typeOut(e *Text, s string) {
	for _, r := range s {
		e.Insert(string(r))
	}
}

// show puts signs into the text.
func show(e *Text) string {
	from, to := e.Selection()
	if from == to {
		return string(e.runes[:from]) + "|" + string(e.runes[from:])
	}
	return string(e.runes[:from]) + "[" + string(e.runes[from:to]) + "]" + string(e.runes[to:])
}

var pieces = []string{"a", " ", "\n", "é", "e\u0301", "مرحبًا", "لا", "👨‍👩‍👧", "\u200d", "\u0301", "12", "\r\n"}

// No row of edits panics or leaves the caret outside the text or within a grapheme; and
// all of it can be taken back and done again.
func TestAnyRowOfEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := &Text{Lines: rapid.Bool().Draw(t, "lines")}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			pos := rapid.IntRange(-2, e.Len()+2).Draw(t, "pos")
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0, 1, 2:
				e.Insert(rapid.SampledFrom(pieces).Draw(t, "piece"))
			case 3:
				e.Erase(e.Before(e.Caret()))
			case 4:
				e.Erase(e.After(e.Caret()))
			case 5:
				e.MoveTo(pos, rapid.Bool().Draw(t, "extend"))
			case 6:
				e.Select(e.Word(min(max(pos, 0), e.Len())))
			case 7:
				e.Undo()
			case 8:
				e.Redo()
			case 9:
				e.MoveTo(e.WordAfter(e.Caret()), true)
			}
			from, to := e.Selection()
			if from < 0 || to > e.Len() || e.whole(e.Caret()) != e.Caret() {
				t.Fatalf("the caret is at %d, the selection from %d to %d of %q", e.Caret(), from, to, e.String())
			}
			if !e.Lines && strings.Contains(e.String(), "\n") {
				t.Fatalf("a line end in one line: %q", e.String())
			}
		}
		end := e.String()
		n := len(e.past)
		for range n {
			e.Undo()
		}
		for range n {
			e.Redo()
		}
		if e.String() != end {
			t.Fatalf("taken back and done again it is %q, it was %q", e.String(), end)
		}
	})
}
