package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phone is a telephone number: its digits, and the groups in which it is written.
type phone struct {
	Range
	text   string
	groups []string
}

func (p phone) digits() string { return strings.Join(p.groups, "") }

// phones checks telephone numbers digit by digit. Their groups may be parted in another way,
// and the number may begin with the country's; a number whose groups stand from right to left
// is another number.
func (p *pair) phones() {
	var want, got []string
	var in []Range
	turned := false
	for _, ph := range p.from.phones() {
		p.from.dial(ph.Range)
		if r, ok := p.dialled(ph.digits()); ok {
			p.to.dial(r)
			continue
		}
		if r, ok := inDigits(p.to.left(), reversed(ph.groups), true); ok && len(ph.groups) > 1 {
			p.add(Finding{Code: Phones, Say: "order", Want: ph.text, Got: p.to.text[r.From:r.To], In: []Range{r}})
			p.to.dial(r)
			turned = true
			continue
		}
		want = append(want, ph.text)
	}
	for _, ph := range p.to.phones() {
		p.to.dial(ph.Range)
		got, in = append(got, ph.text), append(in, ph.Range)
	}
	if len(want) > 0 && len(got) == 0 && !turned { // with digits lost it may look like any number
		for _, f := range figures(p.to.left()) {
			if len(f.text) >= 5 {
				p.to.take(f.Range)
				got, in = append(got, p.to.text[f.From:f.To]), append(in, f.Range)
			}
		}
	}
	p.differ(Phones, want, got, in)
}

// dial takes a telephone number, but not the brackets in it: (06) 123.
func (s *side) dial(r Range) {
	for i := r.From; i < r.To; i++ {
		if s.rest[i] != '(' && s.rest[i] != ')' {
			s.rest[i] = 0
		}
	}
}

// dialled finds a number in the target, also where it begins with the country's.
func (p *pair) dialled(digits string) (Range, bool) {
	ways := []string{digits}
	if rest, ok := strings.CutPrefix(digits, "0031"); ok {
		ways = append(ways, "0"+rest, "31"+rest)
	} else if rest, ok := strings.CutPrefix(digits, "31"); ok {
		ways = append(ways, "0"+rest, "00"+digits)
	} else if rest, ok := strings.CutPrefix(digits, "0"); ok {
		ways = append(ways, "31"+rest)
	}
	for _, way := range ways {
		if r, ok := inDigits(p.to.left(), way, true); ok {
			return r, true
		}
	}
	return Range{}, false
}

func reversed(groups []string) string {
	var b strings.Builder
	for i := len(groups) - 1; i >= 0; i-- {
		b.WriteString(groups[i])
	}
	return b.String()
}

// phones finds the telephone numbers of a text: they begin with 0 or + and have at least
// eight digits.
func (s *side) phones() []phone {
	text := s.left()
	var out []phone
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != '+' && !(unicode.IsDigit(r) && digit(r) == 0) || unicode.IsDigit(before(text, at)) || unicode.IsLetter(before(text, at)) {
			at += size
			continue
		}
		ph := phoneAt(text, at)
		if n := len(ph.digits()); n >= 8 && n <= 15 {
			out = append(out, ph)
			at = ph.To
			continue
		}
		at += size
	}
	return out
}

// phoneAt reads groups of digits until the number is long enough to be whole.
func phoneAt(text string, at int) phone {
	ph := phone{Range: Range{at, at}}
	full := 10
	if text[at] == '+' {
		full = 11
		at++
		ph.To = at
	}
	for at < len(text) {
		n := digits(text[at:])
		if n > 0 {
			to := at
			for range n {
				_, size := utf8.DecodeRuneInString(text[to:])
				to += size
			}
			ph.groups = append(ph.groups, fold(text[at:to]))
			at, ph.To = to, to
			if d := ph.digits(); strings.HasPrefix(d, "00") {
				full = 13
			} else if (strings.HasPrefix(d, "0800") || strings.HasPrefix(d, "0900")) && len(d) >= 8 {
				break
			}
			if len(ph.digits()) >= full {
				break
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !parting(r) {
			break
		}
		at += size
	}
	ph.text = fold(text[ph.From:ph.To])
	return ph
}

// parting is what may stand between the groups of a telephone number.
func parting(r rune) bool {
	return strings.ContainsRune(" \u00a0\u202f()-–‑./", r) || steering(r)
}

// inDigits finds a row of digits in a text whatever parts them; whole: with no digits right
// before or after it.
func inDigits(text, row string, whole bool) (Range, bool) {
	if row == "" {
		return Range{}, false
	}
	for at, r := range text {
		if !unicode.IsDigit(r) || byte('0'+digit(r)) != row[0] || unicode.IsDigit(before(text, at)) {
			continue
		}
		if to, ok := runsOn(text, at, row); ok && !(whole && unicode.IsDigit(after(text, to))) {
			return Range{at, to}, true
		}
	}
	return Range{}, false
}

func runsOn(text string, at int, row string) (to int, ok bool) {
	n := 0
	for i, r := range text[at:] {
		switch {
		case unicode.IsDigit(r):
			if byte('0'+digit(r)) != row[n] {
				return 0, false
			}
			if n++; n == len(row) {
				return at + i + utf8.RuneLen(r), true
			}
		case !parting(r):
			return 0, false
		}
	}
	return 0, false
}
