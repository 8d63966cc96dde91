package widget

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/internal/edit"
	"kring/internal/typeset"
)

// fieldLeading is the height of every line of a field over its letters, whatever they
// are: a field does not jump when somebody types in Arabic.
const fieldLeading = 1.36

// fieldLines is a field's text in lines.
type fieldLines struct {
	turn   int64 // of what is covered
	lines  []fieldLine
	height float32
}

// fieldLine is a line with its place in the text and in the field.
type fieldLine struct {
	typeset.Line
	from, to int     // runes of the whole text; to is where End goes
	top      float32 // from the text's top
	shift    float64 // to the right, for a single right-to-left line
}

func (f *Field) textSize() float32   { return f.Theme().Size(theme.SizeNameText) }
func (f *Field) lineHeight() float32 { return f.textSize() * fieldLeading }
func (f *Field) padding() float32    { return f.Theme().Size(theme.SizeNameInnerPadding) }

// room is the width for text.
func (f *Field) room() float32 {
	if f.width <= 0 {
		return guessedWidth
	}
	return max(f.width-2*f.padding(), f.lineHeight())
}

// look is what a paragraph's lines depend on besides its text.
type look struct {
	width, size float32
	ink, marks  color.NRGBA
	neutral     typeset.Direction
	lang        string
}

// lay gives the lines of the text; what was laid last is kept until the text, the width
// or the theme changes. Of a long text a key changes one paragraph: the others are known.
func (f *Field) lay() fieldLines {
	turn := coverings.Load()
	if f.laid.lines != nil && turn == f.laid.turn {
		return f.laid
	}
	f.laid = fieldLines{turn: turn}
	now := look{f.room(), f.textSize(), ink(f, f.color()), f.markInk(), windowDirection(), f.lang}
	if now != f.knownAs {
		f.known, f.knownAs = nil, now
	}
	known := make(map[string][]fieldLine, len(f.known))
	from := 0
	for text := range strings.SplitSeq(f.letters(), "\n") {
		lines, ok := known[text]
		if !ok {
			if lines, ok = f.known[text]; !ok {
				lines = f.paragraph(text, now)
			}
			known[text] = lines
		}
		for _, l := range lines {
			l.from, l.to = l.from+from, l.to+from
			l.top = f.lineHeight() * float32(len(f.laid.lines))
			f.laid.lines = append(f.laid.lines, l)
		}
		from += utf8.RuneCountInString(text) + 1
	}
	f.known = known
	f.laid.height = f.lineHeight() * float32(len(f.laid.lines))
	return f.laid
}

func (f *Field) color() fyne.ThemeColorName {
	if f.disabled {
		return theme.ColorNamePlaceHolder
	}
	return theme.ColorNameForeground
}

// letters are what the field shows: those of a secret are dots, and those that are covered.
func (f *Field) letters() string {
	if text := f.text.String(); !f.Secret && !f.covered(text) {
		return text
	}
	return dotted(f.text.String())
}

// dotted has a dot for each letter and keeps the lines, so that the caret stays where it is.
func dotted(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return '●'
	}, text)
}

// paragraph lays one paragraph, as if it were the whole text.
func (f *Field) paragraph(text string, as look) []fieldLine {
	p := typeset.Plain(text, float64(as.size), 0, as.ink)
	p.Leading, p.Neutral = fieldLeading, as.neutral
	p.Dir, p.Lang, p.Marks = f.direction(), as.lang, as.marks
	if f.MultiLine {
		p.Width = float64(as.width)
	}
	alone, letters := edit.Text{Alone: f.text.Alone}, []rune(text)
	lines := p.LayToEdit()
	out := make([]fieldLine, len(lines))
	for i, l := range lines {
		out[i] = fieldLine{Line: l, from: l.From, to: l.To}
		if i < len(lines)-1 {
			alone.Set(string(letters[l.From:l.To]))        // the line only: a paragraph may be a whole book
			out[i].to = l.From + alone.Before(l.To-l.From) // before the space at which it wraps
		}
		if !f.MultiLine && l.RTL {
			out[i].shift = max(float64(as.width)-l.Width, 0)
		}
	}
	return out
}

// base is the rune at which the line's paragraph begins.
func (x fieldLine) base() int { return x.from - x.From }
