// Package edit is a text that somebody types in: caret, selection, what keys do, and
// taking back. It is pure: where things stand on the screen it asks of typeset's lines.
// Positions are runes of the text, and always between two graphemes.
package edit

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// Text is a text being edited. The zero value is empty and has one line.
type Text struct {
	Lines bool // may have line ends

	// Alone tells of a rune at a place of a paragraph that it is a letter by itself, though
	// UAX #29 joins it to the one before: a mark that shows as a chip. It may be nil.
	Alone func(paragraph []rune, at int) bool

	runes         []rune
	caret, anchor int // a selection lies between them
	past, future  []state
	last          change // what the last change was, for taking back
}

// state is what Undo goes back to.
type state struct {
	runes         []rune
	caret, anchor int
}

// change tells apart what is taken back in one step: letters typed in a row.
type change int

const (
	none change = iota
	typed
	erased
	other
)

// maxPast bounds how many steps can be taken back.
const maxPast = 200

// String is the text.
func (t *Text) String() string { return string(t.runes) }

// Len is the number of runes.
func (t *Text) Len() int { return len(t.runes) }

// Caret is where typing goes.
func (t *Text) Caret() int { return t.caret }

// Selection gives the selected runes; from and to are equal where nothing is.
func (t *Text) Selection() (from, to int) {
	return min(t.caret, t.anchor), max(t.caret, t.anchor)
}

// Selected is the selected text.
func (t *Text) Selected() string {
	from, to := t.Selection()
	return string(t.runes[from:to])
}

// Set puts another text in the place of all; it cannot be taken back.
func (t *Text) Set(s string) {
	t.runes = []rune(t.clean(s))
	t.past, t.future, t.last = nil, nil, none
	t.caret = t.whole(min(t.caret, len(t.runes)))
	t.anchor = t.caret
}

// Forget empties a text that was a secret, and writes over its letters and those of all that
// could be taken back.
func (t *Text) Forget() {
	clear(t.runes[:cap(t.runes)])
	for _, s := range append(t.past, t.future...) {
		clear(s.runes[:cap(s.runes)])
	}
	*t = Text{Lines: t.Lines, Alone: t.Alone}
}

// clean makes line ends what the text may have.
func (t *Text) clean(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if !t.Lines {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// Insert types a text in the place of the selection.
func (t *Text) Insert(s string) {
	s = t.clean(s)
	if s == "" {
		return
	}
	what := typed
	if len([]rune(s)) > 1 || strings.ContainsAny(s, " \n") {
		what = other // a word is one step; a space begins the next
	}
	t.replace([]rune(s), what)
}

func (t *Text) replace(by []rune, what change) {
	from, to := t.Selection()
	if from == to && len(by) == 0 {
		return
	}
	t.remember(what)
	t.runes = slices.Concat(t.runes[:from], by, t.runes[to:])
	t.caret = t.end(from + len(by))
	t.anchor = t.caret
}

// end moves a position out of a grapheme, to where that ends: what was typed may have
// joined what stood after it.
func (t *Text) end(pos int) int {
	if from := t.whole(pos); from != pos {
		return t.After(from)
	}
	return pos
}

// remember keeps what is there before a change, unless it goes on with the last one.
func (t *Text) remember(what change) {
	if what != t.last || what == other || t.caret != t.anchor {
		t.past = append(t.past, t.state())
		if len(t.past) > maxPast {
			t.past = t.past[1:]
		}
	}
	t.future, t.last = nil, what
}

func (t *Text) state() state { return state{t.runes, t.caret, t.anchor} }

func (t *Text) restore(s state) {
	t.runes, t.caret, t.anchor, t.last = s.runes, s.caret, s.anchor, none
}

// Undo takes back the last step, if there is one.
func (t *Text) Undo() bool { return step(t, &t.past, &t.future) }

// Redo does again what was taken back, if something was.
func (t *Text) Redo() bool { return step(t, &t.future, &t.past) }

func step(t *Text, from, to *[]state) bool {
	if len(*from) == 0 {
		return false
	}
	*to = append(*to, t.state())
	t.restore((*from)[len(*from)-1])
	*from = (*from)[:len(*from)-1]
	return true
}

// Erase removes the selection, or else what lies between the caret and a position.
func (t *Text) Erase(to int) {
	if t.caret == t.anchor {
		t.anchor = t.whole(to)
		if t.caret == t.anchor {
			return
		}
		from, end := t.Selection()
		t.anchor = t.caret // so it is remembered, without a selection
		t.remember(erased)
		t.runes = slices.Concat(t.runes[:from], t.runes[end:])
		t.caret = t.end(from)
		t.anchor = t.caret
		return
	}
	t.replace(nil, other)
}

// The marks that give a paragraph a direction (UAX #9, 2.6).
const (
	LRM = '\u200e'
	RLM = '\u200f'
)

// Mark begins the caret's paragraph with a mark, in the place of one that is there.
func (t *Text) Mark(mark rune) {
	from, _ := t.paragraphAt(t.caret)
	rest := from
	if rest < len(t.runes) && (t.runes[rest] == LRM || t.runes[rest] == RLM) {
		rest++
	}
	t.remember(other)
	by := 1 + from - rest
	t.runes = slices.Concat(t.runes[:from], []rune{mark}, t.runes[rest:])
	t.caret = t.whole(max(t.caret+by, from+1))
	t.anchor = t.caret
}

// MoveTo puts the caret at a position; with extend the selection grows to it.
func (t *Text) MoveTo(pos int, extend bool) {
	t.caret = t.whole(pos)
	if !extend {
		t.anchor = t.caret
	}
	t.last = none
}

// Select selects from one position to another, with the caret at the second.
func (t *Text) Select(from, to int) {
	t.anchor, t.caret, t.last = t.whole(from), t.whole(to), none
}

// whole moves a position out of a grapheme, to where that begins.
func (t *Text) whole(pos int) int {
	pos = min(max(pos, 0), len(t.runes))
	from, to := t.paragraphAt(pos)
	at := from
	for _, b := range t.graphemes(t.runes[from:to]) {
		if from+b > pos {
			break
		}
		at = from + b
	}
	return at
}

// Before is the position one grapheme back, After one on (UAX #29).
func (t *Text) Before(pos int) int {
	if pos <= 0 {
		return 0
	}
	return t.whole(pos - 1)
}

// After is the position one grapheme on.
func (t *Text) After(pos int) int {
	from, to := t.paragraphAt(pos)
	for _, b := range t.graphemes(t.runes[from:to]) {
		if from+b > pos {
			return from + b
		}
	}
	return min(pos+1, len(t.runes)) // over the line's end
}

// paragraphAt gives the paragraph that a position lies in, without its line end.
func (t *Text) paragraphAt(pos int) (from, to int) {
	from, to = pos, pos
	for from > 0 && t.runes[from-1] != '\n' {
		from--
	}
	for to < len(t.runes) && t.runes[to] != '\n' {
		to++
	}
	return from, to
}

// Paragraph gives the paragraph that a position lies in, without its line end.
func (t *Text) Paragraph(pos int) (from, to int) {
	return t.paragraphAt(min(max(pos, 0), len(t.runes)))
}

// graphemes are the ends of the graphemes of a paragraph, with the beginning of the first.
func (t *Text) graphemes(runes []rune) []int {
	out, from := []int{0}, 0
	for i := range runes {
		if t.Alone != nil && t.Alone(runes, i) {
			out = append(ends(out, runes, from, i), i+1)
			from = i + 1
		}
	}
	return ends(out, runes, from, len(runes))
}

// ends adds the ends of the graphemes of a stretch of runes (UAX #29).
func ends(out []int, runes []rune, from, to int) []int {
	if from >= to {
		return out
	}
	var seg segmenter.Segmenter
	seg.Init(runes[from:to])
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		out = append(out, from+g.Offset+len(g.Text))
	}
	return out
}

// WordBefore is where the word before a position begins, WordAfter where the one after
// it ends.
func (t *Text) WordBefore(pos int) int {
	for pos > 0 && !inWord(t.runes[pos-1]) {
		pos--
	}
	for pos > 0 && inWord(t.runes[pos-1]) {
		pos--
	}
	return pos
}

// WordAfter is where the word after a position ends.
func (t *Text) WordAfter(pos int) int {
	for pos < len(t.runes) && !inWord(t.runes[pos]) {
		pos++
	}
	for pos < len(t.runes) && inWord(t.runes[pos]) {
		pos++
	}
	return pos
}

// Word is the word at a position, or the space there: what a double click selects.
func (t *Text) Word(pos int) (from, to int) {
	if len(t.runes) == 0 {
		return 0, 0
	}
	at := min(pos, len(t.runes)-1)
	same := inWord(t.runes[at])
	if !same && pos > 0 && inWord(t.runes[pos-1]) {
		at, same = pos-1, true
	}
	from, to = at, at
	for from > 0 && inWord(t.runes[from-1]) == same && t.runes[from-1] != '\n' {
		from--
	}
	for to < len(t.runes) && inWord(t.runes[to]) == same && t.runes[to] != '\n' {
		to++
	}
	return from, to
}

// inWord: letters with their marks, digits, and what holds them together unseen.
func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '\u200c' || r == '\u200d' || r == '_' || r == 'ـ'
}
