package memory

import (
	"strings"
	"unicode"
)

// Adapt gives the translation of a text that is a repeat but for its numbers, with the
// numbers put in as the translation writes them: ٣ becomes ٥. It is false where it is not
// plain which number of the translation is which. A repeat gives the translation itself.
//
// It is a draft: after another number the words may have to change with it, as they do in
// Arabic after 3 and after 11.
func Adapt(match Unit, source string) (string, bool) {
	old, now, text := figures(match.Source), figures(source), figures(match.Text)
	if len(old) != len(now) || match.Text == "" || hollow(match.Source, old) != hollow(source, now) {
		return "", false
	}
	to, changed := map[string]string{}, map[string]bool{}
	for i, f := range old {
		if was, ok := to[f.value]; ok && was != now[i].value {
			return "", false // the same number became two
		}
		if shape(f.value) != shape(now[i].value) {
			return "", false // 3 that becomes 3,5: who knows how that is written there
		}
		to[f.value] = now[i].value
		changed[f.value] = f.value != now[i].value
	}
	for v, is := range changed {
		if is && count(old, v) != count(text, v) {
			return "", false
		}
	}
	return refill(match.Text, text, to), true
}

// figure is a number in a text.
type figure struct {
	from, to int
	value    string // in the digits 0 to 9
	zero     rune   // of its own digits
}

// figures are the numbers of a text, those within a word ("A4") too.
func figures(s string) []figure {
	var out []figure
	open := false
	for i, r := range s {
		if !unicode.IsDigit(r) {
			open = open && between(rune('0'), r, s[i+len(string(r)):]) // a point within a number
			if open {
				out[len(out)-1].value += string(point(r))
			}
			continue
		}
		if !open {
			out = append(out, figure{from: i, zero: r - digit(r)})
			open = true
		}
		f := &out[len(out)-1]
		f.value += string('0' + digit(r))
		f.to = i + len(string(r))
	}
	return out
}

// digit is what a digit of any script is worth: they stand in tens from their zero.
func digit(r rune) rune {
	for _, x := range unicode.Nd.R16 {
		if r <= rune(x.Hi) && r >= rune(x.Lo) {
			return (r - rune(x.Lo)) % 10
		}
	}
	for _, x := range unicode.Nd.R32 {
		if r <= rune(x.Hi) && r >= rune(x.Lo) {
			return (r - rune(x.Lo)) % 10
		}
	}
	return 0
}

// point is the sign that Dutch has where Arabic has its own within a number.
func point(r rune) rune {
	switch r {
	case '٫', '،':
		return ','
	case '٬':
		return '.'
	}
	return r
}

// shape is what stands between the digits of a number.
func shape(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, value)
}

// hollow is a text without its numbers, as repeats are told.
func hollow(s string, fs []figure) string {
	var b strings.Builder
	at := 0
	for _, f := range fs {
		b.WriteString(s[at:f.from] + "\x00")
		at = f.to
	}
	return fold(b.String() + s[at:])
}

func count(fs []figure, value string) int {
	n := 0
	for _, f := range fs {
		if f.value == value {
			n++
		}
	}
	return n
}

// refill writes the new numbers of a text in its own digits.
func refill(s string, fs []figure, to map[string]string) string {
	var b strings.Builder
	at := 0
	for _, f := range fs {
		v, ok := to[f.value]
		if !ok || v == f.value {
			continue // as it stands
		}
		b.WriteString(s[at:f.from])
		var signs []rune // those of the translation, one by one
		for _, r := range s[f.from:f.to] {
			if !unicode.IsDigit(r) {
				signs = append(signs, r)
			}
		}
		for _, r := range v {
			if unicode.IsDigit(r) {
				b.WriteRune(f.zero + r - '0')
				continue
			}
			b.WriteRune(signs[0])
			signs = signs[1:]
		}
		at = f.to
	}
	return b.String() + s[at:]
}
