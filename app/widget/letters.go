package widget

import (
	"slices"

	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// Letters are a part of a text, by its bytes, whose letters show in a way of their own.
type Letters struct {
	From, To     int
	Bold, Italic bool
	Quiet        bool // in the colour of what is said aside
}

// SetLetters has parts of the text show in ways of their own, in the place of those before. They
// lie in the order of the text. Set it after the text.
func (l *BidiLabel) SetLetters(styles []Letters) {
	l.styles, l.lines = slices.Clone(styles), nil
	l.Refresh()
}

// styled are the spans of a text of which parts show in ways of their own.
func (l *BidiLabel) styled(plain typeset.Span) (out []typeset.Span) {
	at := 0
	put := func(to int, span typeset.Span) {
		if at < to {
			span.Text = l.Text[at:to]
			out, at = append(out, span), to
		}
	}
	for _, x := range l.styles {
		if x.From < at || x.To > len(l.Text) {
			break // of another text
		}
		put(x.From, plain)
		span := plain
		span.Bold, span.Italic = plain.Bold || x.Bold, x.Italic
		if x.Quiet {
			span.Color = ink(l, theme.ColorNamePlaceHolder)
		}
		put(x.To, span)
	}
	put(len(l.Text), plain)
	return out
}
