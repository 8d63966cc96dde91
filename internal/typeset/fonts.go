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

// Face is one of the embedded fonts.
type Face struct {
	Name string // PostScript name, for the PDF
	Data []byte // the whole TrueType file
	face *font.Face
}

// fonts in the order of preference: the first that has a glyph shows it.
type fonts struct{ regular, bold []*Face }

// mu guards the faces and the shaper, which cache while they shape; a laptop lays out
// one text at a time.
var mu sync.Mutex

// shaper keeps what it worked out of each face for the next paragraph.
var shaper shaping.HarfbuzzShaper

func init() { shaper.SetFontCacheSize(8) } // more than there are faces

var embedded = sync.OnceValue(func() fonts {
	return fonts{
		regular: []*Face{parse("NotoSans-Regular", assets.NotoSans), parse("NotoSansArabic-Regular", assets.NotoSansArabic)},
		bold:    []*Face{parse("NotoSans-Bold", assets.NotoSansBold), parse("NotoSansArabic-Bold", assets.NotoSansArabicBold)},
	}
})

// Warm reads the embedded fonts, so that the first paragraph need not wait for them.
func Warm() { embedded() }

// parse panics on a broken font: it is part of the build and tested with it.
func parse(name string, data []byte) *Face {
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		panic(fmt.Errorf("the embedded font %s: %w", name, err))
	}
	return &Face{Name: name, Data: data, face: f}
}

func (f fonts) of(bold bool) []*Face {
	if bold {
		return f.bold
	}
	return f.regular
}

func (f *Face) has(r rune) bool {
	_, ok := f.face.NominalGlyph(r)
	return ok
}

// Glyph is the glyph of a character on its own; 0 is none.
func (f *Face) Glyph(r rune) uint16 {
	g, _ := f.face.NominalGlyph(r)
	return uint16(g)
}

// Units is how many units of the font make an em.
func (f *Face) Units() float64 { return float64(f.face.Upem()) }

// Advance is how far the font itself moves on after a glyph, in ems.
func (f *Face) Advance(glyph uint16) float64 {
	mu.Lock()
	defer mu.Unlock()
	return f.advanceOf(glyph)
}

func (f *Face) advanceOf(glyph uint16) float64 {
	return float64(f.face.HorizontalAdvance(font.GID(glyph))) / float64(f.face.Upem())
}

// advance is that of a character; the caller holds mu.
func (f *Face) advance(r rune) float64 { return f.advanceOf(f.Glyph(r)) }
