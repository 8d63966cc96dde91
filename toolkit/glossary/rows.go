package glossary

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/sessions/plan"
)

// Column is what a column of a list holds.
type Column string

// The columns, in the order in which they are written. Other is a column of something else.
const (
	DutchColumn Column = "dutch"
	FormsColumn Column = "dutchforms" // other Dutch forms
	WordsColumn Column = "words"      // the agreed words
	OtherForms  Column = "forms"      // other forms of them
	NoteColumn  Column = "note"       // about the Dutch word
	AboutColumn Column = "about"      // a note about the agreed words
	AvoidColumn Column = "avoid"      // words to avoid, each with its reason
	Other       Column = ""
)

// Columns lists them.
func Columns() []Column {
	return []Column{DutchColumn, FormsColumn, WordsColumn, OtherForms, NoteColumn, AboutColumn, AvoidColumn}
}

// Rows writes terms as a list for one language, with the notes in the language of the window:
// a row for each term, a cell for each of Columns. Words in a cell stand after each other with
// " / " between, words to avoid with "; " between and the reason in brackets.
func Rows(terms []Term, lang, window string) [][]string {
	var out [][]string
	for _, t := range terms {
		w := t.In[lang]
		out = append(out, []string{t.Dutch, JoinWords(t.Forms), JoinWords(w.Words), JoinWords(w.Forms), t.Note.In(window), w.Note.In(window), JoinAvoid(w.Avoid, window)})
	}
	return out
}

// JoinWords writes words after each other, as SplitWords reads them.
func JoinWords(words []string) string { return strings.Join(words, " / ") }

// SplitWords reads words with a slash, a semicolon, a bar or a line end between.
func SplitWords(s string) []string {
	return tidied(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/|;؛\n", r) }))
}

// JoinAvoid writes words to avoid, each with why in a language.
func JoinAvoid(avoid []Avoid, window string) string {
	var out []string
	for _, a := range avoid {
		s := a.Word
		if why := a.Why.In(window); why != "" {
			s += " (" + why + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// SplitAvoid reads words to avoid. was are those there were: what they say in other languages
// stays.
func SplitAvoid(s, window string, was []Avoid) []Avoid {
	var out []Avoid
	for _, part := range avoidParts(s) {
		word, why, _ := strings.Cut(part, "(")
		a := Avoid{Word: tidy(word)}
		why = tidy(strings.TrimSuffix(strings.TrimSpace(why+unclosed(part)), ")"))
		for _, w := range was {
			if w.Word == a.Word {
				a.Why = w.Why
			}
		}
		if why != a.Why.In(window) {
			a.Why = plan.Text{}.Typed(window, why)
		}
		if a.Word != "" {
			out = append(out, a)
		}
	}
	return out
}

// avoidParts splits at semicolons and line ends that stand in no brackets. A bracket that is
// not closed on its line holds nothing together: who forgot the end of a reason keeps the word
// after it.
func avoidParts(s string) (out []string) {
	for line := range strings.SplitSeq(s, "\n") {
		ends, until, from := closings(line), 0, 0
		for i, r := range line {
			switch {
			case i < until:
			case r == '(':
				until = ends[i]
			case r == ';' || r == '؛':
				out, from = append(out, line[from:i]), i+len(string(r))
			}
		}
		out = append(out, line[from:])
	}
	return out
}

// closings says of each bracket that opens in a line and is closed there where that is.
func closings(line string) map[int]int {
	var open []int
	out := map[int]int{}
	for i, r := range line {
		switch n := len(open); {
		case r == '(':
			open = append(open, i)
		case r == ')' && n > 0:
			out[open[n-1]], open = i, open[:n-1]
		}
	}
	return out
}

// unclosed are the brackets that a part lacks at its end.
func unclosed(part string) string {
	return strings.Repeat(")", strings.Count(part, "(")-len(closings(part)))
}

// Kind says what a row of a list does to the glossary.
type Kind string

// The kinds.
const (
	Added   Kind = "new"
	Changed Kind = "changed"
	Same    Kind = "same"
	Bad     Kind = "bad"
)

// Line is a row of a list as it would become a term.
type Line struct {
	Number int // in the file, from 1
	Kind   Kind
	Term   Term
	Fault  error // of a bad one: ErrNoWord, ErrTwice or ErrForbidden, wrapped
	Cells  []string
}

// ErrNoColumns says that a list has no column of Dutch words.
var ErrNoColumns = errors.New("a list without Dutch words")

// List is a list that was read: what its columns hold, and its rows with their numbers in the file.
type List struct {
	Columns []Column
	Rows    [][]string
	Lines   []int
	Lang    string // of the agreed words
	Window  string // of the notes
}

// FromRows tells what each row of a list would do to the terms there are: a column that the list
// has not leaves what there is, and so does an empty cell of a term that is there. The error is
// ErrNoColumns or ErrLanguage, wrapped.
func FromRows(l List, terms []Term) ([]Line, error) {
	if !slices.Contains(l.Columns, DutchColumn) {
		return nil, ErrNoColumns
	}
	known := map[string]Term{}
	for _, t := range terms {
		if t.Hidden {
			continue
		}
		for _, n := range t.names() {
			known[n] = t
		}
	}
	var out []Line
	seen := map[string]bool{}
	for i, row := range l.Rows {
		x := l.line(row, known)
		if i < len(l.Lines) {
			x.Number = l.Lines[i]
		}
		for _, n := range x.Term.names() {
			switch {
			case x.Kind == Bad:
			case seen[n], known[n].ID != x.Term.ID:
				x.Kind, x.Fault = Bad, fmt.Errorf("%q: %w", x.Term.Dutch, ErrTwice)
			}
		}
		if x.Kind != Bad {
			for _, n := range x.Term.names() {
				seen[n] = true
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// line is what one row becomes.
func (l List) line(row []string, known map[string]Term) Line {
	cell := func(c Column) (string, bool) {
		i := slices.Index(l.Columns, c)
		if i < 0 || i >= len(row) {
			return "", false
		}
		return strings.TrimSpace(row[i]), strings.TrimSpace(row[i]) != ""
	}
	dutch, _ := cell(DutchColumn)
	t, there := known[joined(Dutch, dutch)]
	if !there {
		t = Term{Dutch: dutch}
	}
	was := t
	if s, ok := cell(FormsColumn); ok {
		t.Forms = SplitWords(s)
	}
	w := t.In[l.Lang]
	if s, ok := cell(WordsColumn); ok {
		w.Words = SplitWords(s)
	}
	if s, ok := cell(OtherForms); ok {
		w.Forms = SplitWords(s)
	}
	if s, ok := cell(NoteColumn); ok && s != t.Note.In(l.Window) {
		t.Note = t.Note.Typed(l.Window, s)
	}
	if s, ok := cell(AboutColumn); ok && s != w.Note.In(l.Window) {
		w.Note = w.Note.Typed(l.Window, s)
	}
	if s, ok := cell(AvoidColumn); ok {
		w.Avoid = SplitAvoid(s, l.Window, w.Avoid)
	}
	t = t.With(l.Lang, w).trimmed()
	x := Line{Kind: Added, Term: t, Cells: row}
	if there {
		x.Kind = Changed
		if slices.Equal(was.Forms, t.Forms) && was.Note.Equal(t.Note) && was.In[l.Lang].Equal(t.In[l.Lang]) {
			x.Kind = Same
		}
	}
	if err := t.Validate(); err != nil {
		x.Kind, x.Fault = Bad, err
	}
	return x
}
