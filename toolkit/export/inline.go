package export

import (
	"slices"
	"strings"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// pieces are the styles of a text as they show in a language: Arabic and Tigrinya have no
// italics, what is emphasised so is bold. Addresses become links.
func pieces(text, lang string) []bilingual.Piece {
	var out []bilingual.Piece
	for _, p := range bilingual.Inline(text) {
		if p.Italic && !typeset.Italics(lang) {
			p.Bold, p.Italic = true, false
		}
		if p.Link != "" {
			out = append(out, p)
			continue
		}
		at := 0
		part := func(to int, link string) {
			if to > at {
				piece := p
				piece.Text, piece.Link = p.Text[at:to], link
				out = append(out, piece)
				at = to
			}
		}
		for _, a := range typeset.Addresses(p.Text) {
			part(a.From, "")
			part(a.To, a.URL)
		}
		part(len(p.Text), "")
	}
	if out == nil {
		out = []bilingual.Piece{{}}
	}
	return out
}

// noteMissing reports the letters of a block that no font has, each once.
func (l *flow) noteMissing(b bilingual.Block, lines ...[]typeset.Line) {
	var missing []string
	for _, some := range lines {
		for _, line := range some {
			for _, r := range line.Missing {
				if !slices.Contains(missing, string(r)) {
					missing = append(missing, string(r))
				}
			}
		}
	}
	problem := bilingual.Problem{Line: b.Line, Code: bilingual.NoLetter, Text: strings.Join(missing, " ")}
	if len(missing) > 0 && !slices.Contains(l.problems, problem) { // a block may be laid out more than once
		l.problems = append(l.problems, problem)
	}
}
