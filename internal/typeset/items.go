package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// item is a stretch of runes with one level, span, face and script: what is shaped
// at once.
type item struct {
	from, to int
	level    bidi.Level
	span     int
	face     *Face
	script   language.Script
	token    string          // it shows as a chip with this name
	glyphs   []shaping.Glyph // in visual order
}

// itemize splits the source. Levels come from UAX #9.
func (p Paragraph) itemize(s source, dir Direction) []item {
	levels := levels(s.runes, dir == RTL)
	faces := p.faces(s)
	scripts := scripts(s.runes)
	tokens := p.tokens(s)
	var out []item
	for i := range s.runes {
		n := item{from: i, to: i + 1, level: levels[i], span: s.span[i], face: faces[i], script: scripts[i], token: tokens[i]}
		if len(out) > 0 && n.token == "" {
			last := &out[len(out)-1]
			if last.token == "" && last.level == n.level && last.span == n.span && last.face == n.face && last.script == n.script {
				last.to = n.to
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// faces chooses a face for each rune: the one of the rune before where that has it
// and the rune is neutral, so that brackets and digits look like their surroundings.
func (p Paragraph) faces(s source) []*Face {
	out := make([]*Face, len(s.runes))
	var last *Face
	letter := -1 // the next rune that is not neutral
	for i, r := range s.runes {
		set := p.Spans[s.span[i]].faces()
		if i > 0 && s.span[i] != s.span[i-1] {
			last = nil
		}
		if pictured(s.runes, out, i) {
			out[i] = emoji
			continue
		}
		out[i] = choose(set, r, last)
		if !neutral(r) {
			last = out[i]
		} else if last == nil {
			if letter < i {
				letter = nextLetter(s.runes, i)
			}
			out[i] = choose(set, r, faceAt(set, s.runes, letter))
		}
	}
	return out
}

// nextLetter is where the first rune from i on is that is not neutral, or where the text ends.
func nextLetter(runes []rune, i int) int {
	for i < len(runes) && neutral(runes[i]) {
		i++
	}
	return i
}

func faceAt(set []*Face, runes []rune, i int) *Face {
	if i == len(runes) {
		return nil
	}
	return choose(set, runes[i], nil)
}

func choose(set []*Face, r rune, near *Face) *Face {
	if near != nil && (neutral(r) || unicode.Is(unicode.Mn, r)) && (near.has(r) || invisible(r)) {
		return near
	}
	for _, f := range set {
		if f.has(r) {
			return f
		}
	}
	if emoji != nil && emoji.has(r) {
		return emoji
	}
	return set[0]
}

func neutral(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }

func scripts(runes []rune) []language.Script {
	out := make([]language.Script, len(runes))
	last := language.Latin
	for i, r := range runes {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited {
			last = s
		}
		out[i] = last
	}
	return out
}
