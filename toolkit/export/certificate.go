package export

import (
	"image/color"

	"kring/internal/typeset"
)

// Certificate is a proof that somebody took part, in one language or two: a sheet of A4 on its
// side, to be signed by hand.
type Certificate struct {
	Langs []string // BCP 47; each text below has as many
	Title []string
	To    []string // the words before the name
	Name  string
	For   []string // the words after it
	What  []string // the course; a language without a name of its own has ""
	Facts []string // when and how often
	Signs []Signature
}

// Signature is a line to sign on, with whose it is.
type Signature struct{ Name, Role string }

// onItsSide is A4 in landscape.
var onItsSide = Paper{A4.Height, A4.Width}

// The measures of a certificate, in points.
const (
	certEdge   = 30.0
	certMargin = 90.0
	certSign   = 210.0 // how long a line to sign on is
)

// Page lays the certificate out.
func (c Certificate) Page() *Page {
	x := &certificate{c, &Page{Paper: onItsSide}, onItsSide.Width - 2*certMargin, 78}
	w, h := onItsSide.Width, onItsSide.Height
	x.page.Rect(0, 0, w, h, tint)
	x.page.Rect(certEdge, certEdge, w-2*certEdge, h-2*certEdge, white)
	x.page.Frame(certEdge, certEdge, w-2*certEdge, h-2*certEdge, 3, teal)
	x.page.Frame(certEdge+8, certEdge+8, w-2*certEdge-16, h-2*certEdge-16, 0.8, terracotta)
	x.all(c.Title, 30, true, teal)
	x.y += 12
	x.all(c.To, 13, false, soft)
	x.y += 6
	x.line(c.Name, "", 36, true, ink)
	x.page.Rect(w/2-45, x.y+2, 90, 2.5, terracotta)
	x.y += 16
	x.all(c.For, 13, false, soft)
	x.y += 2
	x.all(c.What, 20, true, ink)
	x.y += 4
	x.all(c.Facts, 12, false, soft)
	x.signs()
	return x.page
}

type certificate struct {
	Certificate
	page *Page
	w, y float64
}

// all writes a text in each language, under each other.
func (x *certificate) all(texts []string, size float64, bold bool, c color.NRGBA) {
	for i, text := range texts {
		x.line(text, x.Langs[i], size, bold, c)
	}
}

// line writes one in the middle; a long one gets smaller letters.
func (x *certificate) line(text, lang string, size float64, bold bool, c color.NRGBA) {
	if text == "" {
		return
	}
	t := styled(text, size, x.w, bold, c, lang)
	t.Align = typeset.Center
	lines := t.Lay()
	for len(lines) > 1 && size > 12 {
		size--
		t.Spans[0].Size = size
		lines = t.Lay()
	}
	from := len(x.page.marks)
	x.y += x.page.Lines(certMargin, x.y, lines)
	x.page.tagged(from, &element{role: "P", lang: lang, text: text})
}

// signs are lines at the foot, each with a name and what they are.
func (x *certificate) signs() {
	if len(x.Signs) == 0 {
		return
	}
	y := onItsSide.Height - 104
	room := onItsSide.Width - 2*certMargin
	gap := (room - float64(len(x.Signs))*certSign) / float64(len(x.Signs)+1)
	for i, s := range x.Signs {
		left := certMargin + gap + float64(i)*(certSign+gap)
		x.page.Rect(left, y, certSign, 0.8, ink)
		under := y + 4
		for _, text := range []string{s.Name, s.Role} {
			t := styled(text, 11, certSign, text == s.Name, ink, "")
			t.Align = typeset.Center
			under += x.page.Text(left, under, t)
		}
	}
}
