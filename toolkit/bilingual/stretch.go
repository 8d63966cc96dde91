package bilingual

import "strings"

// Stretch is a part of a text as it is written, by its bytes, that shows in a style; or the
// stars themselves, which show none.
type Stretch struct {
	From, To     int
	Bold, Italic bool
	Sign         bool // stars that begin or end emphasis
}

// Stretches finds the emphasis of a text as Inline does, and leaves its signs in their place:
// for who writes them. What shows plainly is left out.
func Stretches(s string) []Stretch { return stretches(nil, s, 0, Stretch{}) }

func stretches(out []Stretch, s string, at int, style Stretch) []Stretch {
	from := 0 // of what shows in the style
	put := func(to int) {
		if from < to && (style.Bold || style.Italic) {
			x := style
			x.From, x.To = at+from, at+to
			out = append(out, x)
		}
	}
	for i := 0; i < len(s); {
		if escaped(s[i:]) {
			i += 2
			continue
		}
		if m := named.FindString(s[i:]); m != "" { // its words may be emphasised too
			end := strings.Index(m, "](")
			put(i + 1)
			out = stretches(out, s[i+1:i+end], at+i+1, style)
			from, i = i+end, i+len(m)
			continue
		}
		mark, inner := emphasis(s[i:])
		if mark == 0 {
			i++
			continue
		}
		put(i)
		within := style
		within.Bold, within.Italic = style.Bold || mark >= 2, style.Italic || mark%2 == 1
		end := i + mark + len(inner)
		out = append(out, Stretch{From: at + i, To: at + i + mark, Sign: true})
		out = stretches(out, inner, at+i+mark, within)
		out = append(out, Stretch{From: at + end, To: at + end + mark, Sign: true})
		i = end + mark
		from = i
	}
	put(len(s))
	return out
}

// Plain is a text without the signs of its emphasis and its links.
func Plain(s string) string {
	var b strings.Builder
	for _, p := range Inline(s) {
		b.WriteString(p.Text)
	}
	return b.String()
}
