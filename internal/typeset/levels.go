package typeset

import (
	"github.com/go-text/typesetting/bidi"
	ucd "golang.org/x/text/unicode/bidi"
)

// The other signs that open an isolate (UAX #9, 2.4.3).
const (
	rli = '\u2067'
	fsi = '\u2068'
)

// levels gives the embedding level of each rune (UAX #9). What is within an isolate is
// worked out as a paragraph of its own, one or two levels deeper (rules X5a to X5c): the
// library joins runs of neighbouring levels of one parity, so that what follows a nested
// isolate would be ordered as if it stood within it.
func levels(runes []rune, rtl bool) []bidi.Level {
	out := make([]bidi.Level, len(runes))
	inner, whole := enclosed(runes)
	if len(inner) == 0 || !whole || explicit(runes) {
		resolve(runes, rtl, out)
		return out
	}
	outside := make([]rune, 0, len(runes))
	at := make([]int, 0, len(runes)) // of each rune outside: its place in runes
	next := 0
	for i, r := range runes {
		if next < len(inner) && i >= inner[next].to {
			next++
		}
		if next < len(inner) && i >= inner[next].from {
			continue
		}
		outside, at = append(outside, r), append(at, i)
	}
	flat := make([]bidi.Level, len(outside))
	resolve(outside, rtl, flat)
	for i, l := range flat {
		out[at[i]] = l
	}
	for _, x := range inner {
		content := runes[x.from:x.to]
		within := x.rtl(content)
		deeper := bidi.Level(2) // from one parity to the same
		if within != rtl {
			deeper = 1
		}
		offset := deeper + parity(rtl) - parity(within)
		for i, l := range levels(content, within) {
			out[x.from+i] = l + offset
		}
	}
	return out
}

func parity(rtl bool) bidi.Level {
	if rtl {
		return 1
	}
	return 0
}

// isolate is the content of one, without its signs.
type isolate struct {
	sign     rune
	from, to int
}

// rtl is the direction of an isolate's content.
func (x isolate) rtl(content []rune) bool {
	switch x.sign {
	case lri:
		return false
	case rli:
		return true
	}
	return firstStrong([]Span{{Text: string(content)}}, LTR) == RTL
}

// enclosed are the outermost isolates that have content; false where one is not closed, or
// closed twice.
func enclosed(runes []rune) (out []isolate, whole bool) {
	depth := 0
	for i, r := range runes {
		switch r {
		case lri, rli, fsi:
			if depth == 0 {
				out = append(out, isolate{r, i + 1, i + 1})
			}
			depth++
		case pdi:
			if depth--; depth < 0 {
				return nil, false
			}
			if depth == 0 {
				out[len(out)-1].to = i
			}
		}
	}
	return out, depth == 0
}

// explicit tells whether there are embeddings or overrides, which reach into isolates.
func explicit(runes []rune) bool {
	for _, r := range runes {
		if r >= '\u202A' && r <= '\u202E' {
			return true
		}
	}
	return false
}

// resolve asks the library for the levels of a paragraph. It joins a number after Arabic with
// the Latin that follows, both of even levels: these are told apart here.
func resolve(runes []rune, rtl bool, out []bidi.Level) {
	base := bidi.LeftToRight
	if rtl {
		base = bidi.RightToLeft
	}
	var p bidi.Paragraph
	runs := p.Segment(runes, base)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for at := r.Start; at < r.End; at++ {
			out[at] = r.Level
		}
	}
	if !rtl && !explicit(runes) {
		tellApart(runes, out)
	}
}

// tellApart gives the even levels of a left-to-right paragraph: letters and what stands
// between them have 0, numbers that do not follow a Latin letter have 2, with the signs that
// belong to them (UAX #9, rules W2 to W7 and I1).
func tellApart(runes []rune, out []bidi.Level) {
	strong := ucd.L // the last strong letter
	for i, r := range runes {
		c := classOf(r)
		switch c {
		case ucd.L, ucd.R, ucd.AL:
			strong = c
		}
		if out[i]%2 == 1 {
			continue
		}
		out[i] = 0
		switch {
		case c == ucd.AN, c == ucd.EN && strong != ucd.L:
			out[i] = 2
			attract(runes, out, i, c == ucd.EN && strong != ucd.AL)
		case c == ucd.ET && strong == ucd.R && i > 0 && out[i-1] == 2:
			out[i] = 2
		}
	}
}

// attract gives the level of a number to the signs before it that belong to it: one comma or
// slash between two numbers, and where it is a European one the per cents and currencies.
func attract(runes []rune, out []bidi.Level, at int, european bool) {
	if c := before(runes, at, 1); at > 1 && out[at-1] == 0 && out[at-2] == 2 && (c == ucd.CS || european && c == ucd.ES) {
		out[at-1] = 2
	}
	for i := at - 1; european && i >= 0 && out[i] == 0 && classOf(runes[i]) == ucd.ET; i-- {
		out[i] = 2
	}
}

func before(runes []rune, at, n int) ucd.Class {
	if at < n {
		return ucd.ON
	}
	return classOf(runes[at-n])
}

func classOf(r rune) ucd.Class {
	p, _ := ucd.LookupRune(r)
	return p.Class()
}
