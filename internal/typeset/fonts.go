// Package typeset lays out paragraphs that may mix Dutch and Arabic: text in,
// positioned glyph runs in visual order out. The same lines go to the screen and to
// paper. It knows fonts and text, nothing of what they say.
package typeset

import (
	"bytes"
	"fmt"
	"sync"

	"kring/assets"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// Face is one of the fonts. It is read when its first letter is looked for.
type Face struct {
	Name string // PostScript name, for the PDF
	Data []byte // the whole font file
	Icon bool   // its glyphs are pictures in colours of their own (see Face.Picture)

	read   sync.Once
	parsed *font.Face
}

// mu guards the faces and the shaper, which cache while they shape; a laptop lays out
// one text at a time.
var mu sync.Mutex

// shaper keeps what it worked out of each face for the next paragraph.
var shaper shaping.HarfbuzzShaper

func init() { shaper.SetFontCacheSize(12) } // more than there are faces

// The faces. Arabic and Ethiopic letters have no italics: they stay upright.
var (
	latin           = &Face{Name: "NotoSans-Regular", Data: assets.NotoSans}
	latinBold       = &Face{Name: "NotoSans-Bold", Data: assets.NotoSansBold}
	latinItalic     = &Face{Name: "NotoSans-Italic", Data: assets.NotoSansItalic}
	latinBoldItalic = &Face{Name: "NotoSans-BoldItalic", Data: assets.NotoSansBoldItalic}
	arabic          = &Face{Name: "NotoSansArabic-Regular", Data: assets.NotoSansArabic}
	arabicBold      = &Face{Name: "NotoSansArabic-Bold", Data: assets.NotoSansArabicBold}
	ethiopic        = &Face{Name: "NotoSansEthiopic-Regular", Data: assets.NotoSansEthiopic}
	ethiopicBold    = &Face{Name: "NotoSansEthiopic-Bold", Data: assets.NotoSansEthiopicBold}
	signs           = &Face{Name: "DejaVuSans", Data: assets.DejaVuSans} // and letters of other scripts
)

// style is which of the faces a span has.
type style struct{ bold, italic bool }

// families are the faces of a style in the order of preference: the first that has a
// glyph shows it.
var families = map[style][]*Face{
	{false, false}: {latin, arabic, ethiopic, signs},
	{true, false}:  {latinBold, arabicBold, ethiopicBold, signs},
	{false, true}:  {latinItalic, arabic, ethiopic, signs},
	{true, true}:   {latinBoldItalic, arabicBold, ethiopicBold, signs},
}

// Warm reads the fonts that most pages need, so that the first paragraph need not wait
// for them.
func Warm() {
	for _, f := range []*Face{latin, latinBold, arabic, arabicBold} {
		f.font()
	}
}

// font panics on a broken font: it is part of the build and tested with it.
func (f *Face) font() *font.Face {
	f.read.Do(func() {
		parsed, err := font.ParseTTF(bytes.NewReader(f.Data))
		if err != nil {
			panic(fmt.Errorf("the embedded font %s: %w", f.Name, err))
		}
		f.parsed = parsed
	})
	return f.parsed
}

func (f *Face) has(r rune) bool {
	_, ok := f.font().NominalGlyph(r)
	return ok
}

// Glyph is the glyph of a character on its own; 0 is none.
func (f *Face) Glyph(r rune) uint16 {
	g, _ := f.font().NominalGlyph(r)
	return uint16(g)
}

// Units is how many units of the font make an em.
func (f *Face) Units() float64 { return float64(f.font().Upem()) }

// Advance is how far the font itself moves on after a glyph, in ems.
func (f *Face) Advance(glyph uint16) float64 {
	mu.Lock()
	defer mu.Unlock()
	return f.advanceOf(glyph)
}

func (f *Face) advanceOf(glyph uint16) float64 {
	return float64(f.font().HorizontalAdvance(font.GID(glyph))) / float64(f.font().Upem())
}

// advance is that of a character; the caller holds mu.
func (f *Face) advance(r rune) float64 { return f.advanceOf(f.Glyph(r)) }

// Letters is the face of Latin letters, which every document has.
func Letters() *Face { return latin }
