package export

import (
	"bytes"
	"fmt"

	"kring/internal/typeset"
)

// iconPixels is how many pixels high an emoji is in a PDF: sharp up to a heading's size.
const iconPixels = 128

type iconKey struct {
	face  *typeset.Face
	glyph uint16
}

// icon is an emoji as a picture.
type icon struct {
	picture *picture
	rise    float64
}

func (d *pdfDoc) icon(face *typeset.Face, glyph uint16) (*icon, error) {
	key := iconKey{face, glyph}
	if i, ok := d.icons[key]; ok {
		return i, nil
	}
	painted, err := face.Picture(glyph, iconPixels)
	if err != nil {
		return nil, err
	}
	i := &icon{&picture{image: painted.Image}, painted.Rise}
	d.icons[key] = i
	return i, nil
}

// iconRun writes emoji as pictures, with their characters behind them for who takes the
// text out.
func (d *pdfDoc) iconRun(b *bytes.Buffer, r typeset.Run, x, y float64) error {
	f := d.font(typeset.Letters())
	for _, g := range r.Glyphs {
		i, err := d.icon(r.Face, g.ID)
		if err != nil {
			return err
		}
		name, err := d.show(i.picture)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n", r.Size, r.Size, x, y-(1-i.rise)*r.Size, name)
		space := f.cid(char{glyph: f.face.Glyph(' '), text: g.Text})
		fmt.Fprintf(b, "BT 3 Tr /%s %.2f Tf 0 Ts %.0f Tz 1 0 0 1 %.2f %.2f Tm <%04X> Tj 100 Tz 0 Tr ET\n",
			f.name, r.Size, g.Advance/r.Size/f.face.Advance(f.face.Glyph(' '))*100, x, y, space)
		x += g.Advance
	}
	return nil
}
