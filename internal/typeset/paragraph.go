package typeset

import (
	"cmp"
	"image/color"
)

// Direction of a paragraph.
type Direction int

// The directions; Auto goes by the first strong letter (UAX #9, rule P2). A text
// that knows its language should not leave it to its first letter.
const (
	Auto Direction = iota
	LTR
	RTL
)

// Align says at which edge lines stand.
type Align int

// Start is left in a left-to-right paragraph and right in the other.
const (
	Start Align = iota
	Center
	End
)

// Span is a piece of text in one style. Size is in points.
type Span struct {
	Text   string
	Bold   bool
	Italic bool // Latin letters only: Arabic has none
	Size   float64
	Color  color.NRGBA
	Link   string // where it leads; it is underlined
}

func (s Span) faces() []*Face { return families[style{s.Bold, s.Italic}] }

// Paragraph is laid out to a width in points; 0 is one line, however long.
type Paragraph struct {
	Spans   []Span
	Dir     Direction
	Lang    string    // BCP 47; also decides Auto, by its script
	Neutral Direction // for Auto, of a text without letters; Auto is left to right
	Width   float64
	Align   Align
	Leading float64 // line height over size; 0 is 1.4, 1.7 with Arabic letters

	// Marks is the colour in which characters without a shape show as chips with their name
	// (see Token); see-through is not at all. On paper they never do.
	Marks color.NRGBA
}

// Line is one line of runs from left to right. Width is without trailing space; X is
// where it begins within the paragraph's width.
type Line struct {
	Runs             []Run
	X, Width, Height float64
	Baseline         float64 // below the line's top
	RTL              bool
	Missing          []rune // letters that no font has; they show as a box

	From, To int    // the stored text's runes on this line, with the space that ends it
	Cells    []Cell // from left to right; only from LayToEdit
}

// Run is a piece of one line in one face, size and direction. X is from the left of
// the paragraph.
type Run struct {
	Face     *Face
	Size     float64
	Color    color.NRGBA
	X, Width float64
	RTL      bool
	Link     string // of its span
	Token    string // a chip with this name stands here; its glyph has no shape
	Glyphs   []Glyph
}

// Glyph is one shape; distances are in points, Text is what it stands for when the
// text is taken out of a PDF again.
type Glyph struct {
	ID                  uint16
	Advance, XOff, YOff float64
	Cluster             int // index of the first rune in the paragraph's stored text
	Text                string
	Mark                bool // stands upon another glyph, and takes no room
	Missing             bool // no font has the letter: it shows as a box
}

// Plain makes a paragraph of one style.
func Plain(text string, size, width float64, ink color.NRGBA) Paragraph {
	return Paragraph{Spans: []Span{{Text: text, Size: size, Color: ink}}, Width: width}
}

func (p Paragraph) direction() Direction {
	if p.Dir != Auto {
		return p.Dir
	}
	switch {
	case p.Lang == "":
		return firstStrong(p.Spans, cmp.Or(p.Neutral, LTR))
	case RightToLeft(p.Lang):
		return RTL
	}
	return LTR
}

// Height of a number of lines.
func Height(lines []Line) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.Height
	}
	return h
}
