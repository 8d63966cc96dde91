package export

import (
	"fmt"
	"strings"
	"unicode"

	"kring/internal/typeset"
)

// Directional marks (UAX #9, 2.6). They have no shape.
const (
	lrm = "\u200e"
	rlm = "\u200f"
)

// direction says which marks end the lines of a page at their right. A reader that
// takes the words out must guess which way a line goes: poppler guesses once for a
// page, by which letters are the most, and then takes the sentences of every line of
// the fewer ones in the wrong order (a full stop, a comma and a number end a stretch).
// Dutch has more letters than the Arabic that says the same, but its lines survive the
// wrong guess, all but a sign at their end; the Arabic ones do not. So a page of both
// languages gets invisible marks that make the Arabic the most, and a mark after each
// Dutch line that keeps the sign at the end.
type direction struct {
	rtl string // what begins a right-to-left line; empty on a page that needs no marks
}

// oneSided is how many left-to-right letters a page has, at least, for each
// right-to-left one, to be a page in one language with a name in
// another: no sentence can go wrong there.
const oneSided = 3

func directionOf(p *Page) direction {
	left, right, lines := 0, 0, 0
	for _, mark := range p.marks {
		if mark.line == nil || len(mark.line.Runs) == 0 {
			continue
		}
		if mark.line.RTL {
			lines++
		} else {
			left++ // the mark after it
		}
		l, r := countLetters(mark.line)
		left, right = left+l, right+r
	}
	if lines == 0 || left > oneSided*right {
		return direction{}
	}
	missing := max(left-right+1, 1)
	return direction{strings.Repeat(rlm, (missing+lines-1)/lines)}
}

func countLetters(l *typeset.Line) (left, right int) {
	for _, run := range l.Runs {
		for _, g := range run.Glyphs {
			for _, r := range g.Text {
				switch {
				case !unicode.IsLetter(r):
				case run.RTL:
					right++
				default:
					left++
				}
			}
		}
	}
	return left, right
}

// end writes the mark at the right of a line, as text that is not drawn.
func (d direction) end(b *pageContent, doc *pdfDoc, l *typeset.Line, x, y float64) {
	if d.rtl == "" || len(l.Runs) == 0 {
		return
	}
	text := lrm
	if l.RTL {
		text = d.rtl
	}
	last := l.Runs[len(l.Runs)-1]
	face := last.Face
	if face.Icon {
		face = typeset.Letters()
	}
	f := doc.font(face)
	b.WriteString("BT ")
	b.letters(f, last.Size)
	fmt.Fprintf(b, "3 Tr %s %s Td <%04X> Tj 0 Tr ET\n", short(x+last.X+last.Width), short(y), f.cid(char{glyph: face.Glyph(' '), text: text}))
}
