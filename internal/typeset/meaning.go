package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/shaping"
)

// ligatures of lam and an alef as one character each. A reader that takes text out
// of a PDF turns the letters of a right-to-left run around: a ligature that stands
// for two letters would come out as alef-lam. One presentation form, which NFKC
// splits again, comes out right.
var ligatures = map[[2]rune]rune{
	{'ل', 'آ'}: '\ufef5', {'ل', 'أ'}: '\ufef7', {'ل', 'إ'}: '\ufef9', {'ل', 'ا'}: '\ufefb',
}

// meaning says what a glyph stands for. Within a cluster each mark glyph gets its
// own mark and the base glyph the letters.
func meaning(out *Glyph, g shaping.Glyph, runes []rune) {
	cluster := runes[g.TextIndex() : g.TextIndex()+g.RunesCount()]
	var base, marks []rune
	for _, r := range cluster {
		switch {
		case invisible(r), r == '\u200c', r == '\u200d':
		case unicode.Is(unicode.Mn, r):
			marks = append(marks, r)
		default:
			base = append(base, r)
		}
	}
	switch {
	case g.GlyphsCount() == 1 && len(marks) > 0 && len(base) > 0:
		out.Text = string(base) + string(marks)
	case out.Advance == 0 && len(marks) > 0:
		out.Text = string(marks[:1])
	case len(base) == 2:
		if form, ok := ligatures[[2]rune{base[0], base[1]}]; ok {
			out.Text = string(form)
			return
		}
		out.Text = string(base)
	case len(base) > 0:
		out.Text = string(base)
	default:
		out.Text = string(marks)
	}
}
