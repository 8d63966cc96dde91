package export

import (
	"image/color"
	"slices"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// common is what a document keeps from one layout to the next, so that trying it with less
// white or smaller pictures costs no more than to place it again. Within one layout a heading
// has laid out what stands under it before that comes itself.
type common struct {
	pictures   map[sized]picture
	paragraphs map[worded][]typeset.Line
}

func newCommon() *common {
	return &common{map[sized]picture{}, map[worded][]typeset.Line{}}
}

// shared is what the layout has in common with others, or with none.
func (l *flow) shared() *common {
	if l.common == nil {
		l.common = newCommon()
	}
	return l.common
}

// sized is a picture at the size that it has in a text, were there room for it.
type sized struct {
	path  string
	wide  bool
	width float64
}

// worded is all that the lines of a paragraph come from.
type worded struct {
	text, lang          string
	size, width, indent float64
	bold                bool
	color               color.NRGBA
}

// fitted is the picture of a block as large as its place allows, for the caller to change.
func (l *flow) fitted(b bilingual.Block, s sized) (*picture, error) {
	p, known := l.shared().pictures[s]
	if !known {
		read, err := readPicture(l.o.Files, b.Path)
		if err != nil {
			return nil, err
		}
		p = *read
		height := (l.bottom() - l.margin) * 0.6
		p.fit(l.width, height)
		if b.Wide {
			p.widen(l.width, height)
		}
		l.shared().pictures[s] = p
	}
	return &p, nil
}

// paragraph lays a text out in the width that there is. The lines are the caller's, their runs
// are not.
func (l *flow) paragraph(text string, size float64, bold bool, c color.NRGBA, lang string, indent float64) []typeset.Line {
	w := worded{text, lang, size, l.width, indent, bold, c}
	lines, known := l.shared().paragraphs[w]
	if !known {
		lines = l.lay(w)
		l.shared().paragraphs[w] = lines
	}
	return slices.Clone(lines)
}
