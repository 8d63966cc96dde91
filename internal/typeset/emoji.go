package typeset

import (
	"bytes"
	"fmt"
	"image"
	"math"

	"github.com/fyne-io/oksvg"
	"github.com/go-text/typesetting/font"
	"github.com/srwiley/rasterx"
)

// emoji is the font of last resort, if UseEmoji gave one.
var emoji *Face

// UseEmoji sets a font with glyphs in colour (an OpenType font with an SVG table) for what
// the fonts of letters do not have. The window's toolkit ships one of 4 MB, which need not
// be there twice. It is called once, before anything is laid out.
func UseEmoji(name string, data []byte) { emoji = &Face{Name: name, Data: data, Icon: true} }

// The characters that make one picture of several (UTS #51): joiners, signs that choose
// the picture, skin colours, the frame around a key, the letters of a flag.
const (
	zwj             = '\u200d'
	zwnj            = '\u200c'
	asText, asEmoji = '\ufe0e', '\ufe0f'
	keycap          = '\u20e3'
)

// joins tells whether a character belongs to the emoji before it.
func joins(r rune) bool {
	return r == zwj || r == asText || r == asEmoji || r == keycap ||
		r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f
}

// firstPicture is where the characters begin that are pictures unless asked otherwise.
const firstPicture = 0x1f000

// pictured tells whether the rune at a place shows as an emoji: one that is never anything
// else, one that is asked for, or a part of the one before. faces are those of the runes
// before it.
func pictured(runes []rune, faces []*Face, i int) bool {
	r := runes[i]
	switch {
	case emoji == nil:
		return false
	case i > 0 && faces[i-1] == emoji && (joins(r) || runes[i-1] == zwj && emoji.has(r)):
		return true
	case r >= firstPicture && emoji.has(r):
		return true
	}
	return i+1 < len(runes) && runes[i+1] == asEmoji && emoji.has(r)
}

// Icon is a glyph in its own colours. Rise is how far its top is above the baseline, in
// ems; it is one em high and as wide.
type Icon struct {
	Image *image.NRGBA
	Rise  float64
}

type iconKey struct {
	face  *Face
	glyph uint16
	px    int
}

// icons are those painted lately, forgotten at once when there are many.
var icons = map[iconKey]Icon{}

const maxIcons = 512

// Picture paints a glyph of a face of icons, so many pixels high.
func (f *Face) Picture(glyph uint16, px int) (Icon, error) {
	mu.Lock()
	defer mu.Unlock()
	return f.picture(glyph, px)
}

// picture is Picture for who holds mu.
func (f *Face) picture(glyph uint16, px int) (Icon, error) {
	key := iconKey{f, glyph, px}
	if i, ok := icons[key]; ok {
		return i, nil
	}
	if len(icons) >= maxIcons {
		clear(icons)
	}
	i, err := f.paint(glyph, px)
	if err != nil {
		return Icon{}, fmt.Errorf("painting glyph %d of %s: %w", glyph, f.Name, err)
	}
	icons[key] = i
	return i, nil
}

// paint paints a glyph's drawing. Its box says where the baseline is: at y = 0 (OpenType,
// "SVG — The SVG Table").
func (f *Face) paint(glyph uint16, px int) (Icon, error) {
	out := Icon{image.NewNRGBA(image.Rect(0, 0, px, px)), 0.85}
	drawing, ok := f.font().GlyphData(font.GID(glyph)).(font.GlyphSVG)
	if !ok {
		return out, nil // a space, or nothing
	}
	svg, err := oksvg.ReadIconStream(bytes.NewReader(drawing.Source))
	if err != nil {
		return Icon{}, err
	}
	box := svg.ViewBox
	if box.W > 0 && box.H > 0 {
		out.Rise = box.Y / box.H
	}
	svg.ViewBox.X, svg.ViewBox.Y = 0, 0
	svg.SetTarget(0, 0, float64(px), float64(px))
	svg.Draw(rasterx.NewDasher(px, px, rasterx.NewScannerGV(px, px, out.Image, out.Image.Bounds())), 1)
	return out, nil
}

// pixelsOf is how many pixels high an icon of a size is painted.
func pixelsOf(size, scale float64) int { return max(int(math.Round(size*scale)), 1) }
