package export

import (
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
func (d *pdfDoc) iconRun(b *pageContent, r typeset.Run, x, y float64) error {
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
		fmt.Fprintf(b, "q %s 0 0 %s %s %s cm /%s Do Q\n", short(r.Size), short(r.Size), short(x), short(y-(1-i.rise)*r.Size), name)
		space := f.cid(char{glyph: f.face.Glyph(' '), text: g.Text})
		b.WriteString("BT ")
		b.letters(f, r.Size)
		fmt.Fprintf(b, "3 Tr %.0f Tz %s %s Td <%04X> Tj 100 Tz 0 Tr ET\n",
			g.Advance/r.Size/f.face.Advance(f.face.Glyph(' '))*100, short(x), short(y), space)
		x += g.Advance
	}
	return nil
}
