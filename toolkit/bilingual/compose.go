package bilingual

import (
	"slices"
	"strings"
	"unicode"
)

// Compose writes pieces as a text that Inline splits into them again. Spaces at the ends of
// what is emphasised go outside it, and signs that would begin emphasis or a link get a
// backslash. Where two emphases touch within a word, the second takes the style of the first.
func Compose(pieces []Piece) string {
	pieces = even(pieces)
	bare := composed(pieces, func(s string) string { return s })
	if slices.Equal(Inline(bare), orOne(pieces)) {
		return bare
	}
	return composed(pieces, signs.Replace)
}

// signs puts a backslash before each sign that means something.
var signs = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `[`, `\[`, `]`, `\]`)

func orOne(pieces []Piece) []Piece {
	if len(pieces) == 0 {
		return []Piece{{}}
	}
	return pieces
}

// even joins pieces of one style, takes the style from spaces at their ends, and keeps
// emphases apart.
func even(pieces []Piece) []Piece {
	var out []Piece
	for _, p := range pieces {
		start, middle, end := spaced(p.Text)
		for _, part := range []Piece{{Text: start, Link: p.Link}, {Text: middle, Bold: p.Bold, Italic: p.Italic, Link: p.Link}, {Text: end, Link: p.Link}} {
			if part.Text == "" {
				continue
			}
			if n := len(out); n > 0 && out[n-1].Link == part.Link && styled(out[n-1]) && styled(part) {
				part.Bold, part.Italic = out[n-1].Bold, out[n-1].Italic
			}
			out = append(out, part)
		}
	}
	return rejoined(joined(out))
}

// rejoined makes the spaces between words of one style a part of them: "**een twee**".
func rejoined(pieces []Piece) []Piece {
	var out []Piece
	for i, p := range pieces {
		n := len(out)
		if n > 0 && i+1 < len(pieces) && strings.TrimSpace(p.Text) == "" && styled(out[n-1]) && alike(out[n-1], pieces[i+1]) && p.Link == out[n-1].Link {
			p.Bold, p.Italic = out[n-1].Bold, out[n-1].Italic
		}
		out = append(out, p)
	}
	return joined(out)
}

func styled(p Piece) bool { return p.Bold || p.Italic }

func alike(a, b Piece) bool { return a.Bold == b.Bold && a.Italic == b.Italic && a.Link == b.Link }

// spaced splits a text into the spaces before it, itself and the spaces after it.
func spaced(s string) (start, middle, end string) {
	middle = strings.TrimLeftFunc(s, unicode.IsSpace)
	start = s[:len(s)-len(middle)]
	end = middle[len(strings.TrimRightFunc(middle, unicode.IsSpace)):]
	return start, middle[:len(middle)-len(end)], end
}

func composed(pieces []Piece, write func(string) string) string {
	var b strings.Builder
	for i := 0; i < len(pieces); {
		link := pieces[i].Link
		if link != "" {
			b.WriteString("[")
		}
		for ; i < len(pieces) && pieces[i].Link == link; i++ {
			stars := mark(pieces[i])
			b.WriteString(stars + write(pieces[i].Text) + stars)
		}
		if link != "" {
			b.WriteString("](" + link + ")")
		}
	}
	return b.String()
}

func mark(p Piece) string {
	switch {
	case p.Bold && p.Italic:
		return "***"
	case p.Bold:
		return "**"
	case p.Italic:
		return "*"
	}
	return ""
}
