package check

import (
	"strconv"
	"strings"

	"kring/toolkit/bilingual"
)

// emphasis checks that as many stretches stand out. Whether they are bold or italic is left to
// the translator: many scripts have no italic letters, and quotation marks do too. A star that
// stayed a star is one that lost its pair.
func (p *pair) emphasis() {
	if !strings.Contains(p.from.text, "*") && !strings.Contains(p.to.text, "*") {
		return
	}
	want, stars := stretches(p.from.text)
	got, left := stretches(p.to.text)
	switch {
	case left > stars:
		p.add(Finding{Code: Emphasis, Say: "star", Got: "*", In: starsOf(p.to.text)})
	case want != got && want-got != quoted(p.to.text)-quoted(p.from.text):
		p.add(Finding{Code: Emphasis, Say: other, Want: strconv.Itoa(want), Got: strconv.Itoa(got), In: starsOf(p.to.text)})
	}
}

// quoted counts what stands between quotation marks.
func quoted(text string) int {
	n := 0
	for _, r := range text {
		if strings.ContainsRune(quotes, r) {
			n++
		}
	}
	return n / 2
}

// stretches counts what stands out, and the stars that are signs of the text.
func stretches(text string) (n, stars int) {
	last := false
	for _, piece := range bilingual.Inline(text) {
		out := piece.Bold || piece.Italic
		if out && !last {
			n++
		}
		last = out
		stars += strings.Count(piece.Text, "*")
	}
	return n, stars
}

func starsOf(text string) []Range {
	var out []Range
	for i := 0; i < len(text); i++ {
		from := i
		for i < len(text) && text[i] == '*' {
			i++
		}
		if i > from {
			out = append(out, Range{from, i})
		}
	}
	return out
}
