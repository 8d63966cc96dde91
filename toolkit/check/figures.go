package check

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// figure is a number in digits, with all that it may mean: "1.250" is twelve hundred and
// fifty or one and a quarter, "19:00" is also 7 in the evening.
type figure struct {
	Range
	text string
	vals []string
	soft bool // it may be said otherwise: 2 minuten is one word in Arabic

	month bool // it may be a month: 12-10
}

func (f figure) same(g figure) bool {
	for _, v := range f.vals {
		for _, w := range g.vals {
			if v == w {
				return true
			}
		}
	}
	return false
}

// whole are the whole numbers that a figure may be, an hour of the clock too.
func (f figure) whole() []int {
	var out []int
	for _, v := range f.vals {
		v, _, _ = strings.Cut(v, ":")
		if n, err := strconv.Atoi(v); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// figured tells whether a text has digits of any script.
func figured(text string) bool {
	for _, r := range text {
		if unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// digit is the value of a decimal digit: those of a script stand together, from 0 to 9.
func digit(r rune) int {
	if r < utf8.RuneSelf {
		return int(r - '0')
	}
	zero := r
	for n := 0; n < 9 && unicode.IsDigit(zero-1); n++ {
		zero--
	}
	return int(r - zero)
}

// fold writes digits as 0 to 9.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0' + rune(digit(r))
		}
		return r
	}, s)
}

// figures reads the numbers of a text.
func figures(text string) []figure {
	var out []figure
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsDigit(r):
			f := figureAt(text, at)
			out, at = append(out, f...), f[len(f)-1].To
			continue
		case fractions[r] != nil:
			out = append(out, figure{Range: Range{at, at + size}, text: string(r), vals: fractions[r], soft: true})
		case r >= '፩' && r <= '፼':
			f := geez(text, at)
			out, at = append(out, f), f.To
			continue
		}
		at += size
	}
	return out
}

var fractions = map[rune][]string{
	'½': {"0.5", "1", "2", "1/2"}, '¼': {"0.25", "1", "4"}, '¾': {"0.75", "3", "4"}, '⅓': {"1", "3"}, '⅔': {"2", "3"},
}

// figureAt reads on over the signs that part thousands, decimals and minutes. What turns out
// to be a row ("1,2,3") becomes several.
func figureAt(text string, at int) []figure {
	to := at
	time := false
	for to < len(text) {
		r, size := utf8.DecodeRuneInString(text[to:])
		if unicode.IsDigit(r) {
			to += size
			continue
		}
		next := digits(text[to+size:])
		switch {
		case strings.ContainsRune(".,٫٬'’", r) && next > 0 && !time:
		case strings.ContainsRune("\u00a0\u202f", r) && next == 3 && !time:
		case r == ':' && next == 2 && !time:
			time = true
		default:
			return readings(text, Range{at, to})
		}
		to += size
	}
	return readings(text, Range{at, to})
}

// digits counts those that a text begins with.
func digits(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsDigit(r) {
			break
		}
		n++
	}
	return n
}

func readings(text string, r Range) []figure {
	shown := fold(text[r.From:r.To])
	if h, m, ok := strings.Cut(shown, ":"); ok {
		return []figure{{Range: r, text: shown, vals: clock(h, m)}}
	}
	groups := strings.FieldsFunc(shown, func(r rune) bool { return !unicode.IsDigit(r) })
	switch {
	case len(groups) == 1:
		return []figure{{Range: r, text: shown, vals: []string{plain(shown)}}}
	case len(groups) == 2 || thousands(groups) || mixed(shown):
		return []figure{{Range: r, text: shown, vals: separated(shown, groups)}}
	}
	return row(text, r)
}

// row reads numbers that stand in a row without spaces.
func row(text string, r Range) []figure {
	var out []figure
	for _, w := range words(text[r.From:r.To]) {
		in := Range{r.From + w.From, r.From + w.To}
		n := fold(text[in.From:in.To])
		out = append(out, figure{Range: in, text: n, vals: []string{plain(n)}})
	}
	return out
}

// separated gives what a number with separators may be.
func separated(shown string, groups []string) []string {
	last := groups[len(groups)-1]
	head := strings.Join(groups[:len(groups)-1], "")
	var out []string
	if thousands(groups) {
		out = append(out, plain(head+last))
	}
	if len(groups) == 2 || mixed(shown) {
		decimals := strings.TrimRight(last, "0")
		if decimals == "" {
			out = append(out, plain(head))
		} else {
			out = append(out, plain(head)+"."+decimals)
		}
	}
	if len(groups) == 2 && len(last) == 2 {
		out = append(out, clock(head, last)...)
	}
	return out
}

// thousands tells whether each group but the first has three digits.
func thousands(groups []string) bool {
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return len(groups[0]) <= 3
}

// mixed tells whether the last separator is another than those before it, as in 1.250,50.
func mixed(shown string) bool {
	var seps []rune
	for _, r := range shown {
		if !unicode.IsDigit(r) {
			seps = append(seps, r)
		}
	}
	if len(seps) < 2 {
		return false
	}
	for _, r := range seps[:len(seps)-1] {
		if r == seps[len(seps)-1] {
			return false
		}
	}
	return true
}

// clock gives the ways to say a time: in 24 and in 12 hours, a full hour without minutes.
func clock(h, m string) []string {
	hour, err := strconv.Atoi(h)
	minute, errM := strconv.Atoi(m)
	if err != nil || errM != nil || hour > 24 || minute > 59 {
		return []string{plain(h) + ":" + m}
	}
	var out []string
	for _, n := range []int{hour, (hour + 12) % 24, hour % 12, (hour+11)%12 + 1} {
		out = append(out, strconv.Itoa(n)+":"+m)
		if minute == 0 {
			out = append(out, strconv.Itoa(n))
		}
	}
	return out
}

func plain(n string) string {
	n = strings.TrimLeft(n, "0")
	if n == "" {
		return "0"
	}
	return n
}

// geez reads a number in the signs of Ethiopia.
func geez(text string, at int) figure {
	total, part, to := 0, 0, at
	for _, r := range text[at:] {
		switch {
		case r >= '፩' && r <= '፱':
			part += int(r-'፩') + 1
		case r >= '፲' && r <= '፺':
			part += 10 * (int(r-'፲') + 1)
		case r == '፻':
			total, part = total+100*max(part, 1), 0
		case r == '፼':
			total, part = 10000*max(total+part, 1), 0
		default:
			r = 0
		}
		if r == 0 || total > 1e9 {
			break
		}
		to += utf8.RuneLen(r)
	}
	to = max(to, at+utf8.RuneLen('፩'))
	return figure{Range: Range{at, to}, text: text[at:to], vals: []string{strconv.Itoa(total + part)}}
}
