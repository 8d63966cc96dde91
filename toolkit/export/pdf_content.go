package export

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strconv"
)

func (d *pdfDoc) content(page int, p *Page) ([]byte, error) {
	b := &pageContent{}
	dir := directionOf(p)
	for i, m := range p.marks {
		if i == 0 || m.tag != p.marks[i-1].tag {
			if i > 0 {
				b.WriteString("EMC\n")
			}
			d.structure.begin(&b.Buffer, page, m.tag)
		}
		if m.address != "" {
			continue
		}
		if m.picture != nil || m.squares != nil {
			name, err := d.shape(m)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(b, "q %s 0 0 %s %s %s cm /%s Do Q\n", short(m.w), short(m.h), short(m.x), short(p.Paper.Height-m.y-m.h), name)
			continue
		}
		if m.line == nil {
			b.rect(m.fill, m.x, p.Paper.Height-m.y-m.h, m.w, m.h)
			continue
		}
		x, y := m.x+m.line.X, p.Paper.Height-m.y-m.line.Baseline
		for _, run := range m.line.Runs {
			if run.Face.Icon {
				if err := d.iconRun(b, run, x+run.X, y); err != nil {
					return nil, err
				}
				continue
			}
			d.run(b, run, x+run.X, y)
		}
		dir.end(b, d, m.line, x, y)
	}
	if len(p.marks) > 0 {
		b.WriteString("EMC\n")
	}
	return b.Bytes(), nil
}

// pageContent is a page's content stream. It knows which ink and letters are set, so that
// they are said only where they change.
type pageContent struct {
	bytes.Buffer
	now, face string
}

// ink sets the colour of what follows.
func (b *pageContent) ink(c color.NRGBA) {
	if set := rgb(c) + " rg\n"; set != b.now {
		b.now = set
		b.WriteString(set)
	}
}

// letters sets the font of what follows, within a text object.
func (b *pageContent) letters(f *pdfFont, size float64) {
	if set := "/" + f.name + " " + short(size) + " Tf "; set != b.face {
		b.face = set
		b.WriteString(set)
	}
}

func (b *pageContent) rect(c color.NRGBA, x, y, w, h float64) {
	b.ink(c)
	fmt.Fprintf(b, "%s %s %s %s re f\n", short(x), short(y), short(w), short(h))
}

// short writes a number of points to a hundredth, no longer than it must be.
func short(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

func rgb(c color.NRGBA) string {
	part := func(v uint8) string { return strconv.FormatFloat(math.Round(float64(v)/255*1000)/1000, 'f', -1, 64) }
	return part(c.R) + " " + part(c.G) + " " + part(c.B)
}
