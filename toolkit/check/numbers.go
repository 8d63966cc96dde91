package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// figures checks what is written in digits: dates first, then telephone numbers, then the
// other numbers. None of them is looked at twice.
func (p *pair) figures() {
	if !figured(p.from.left()) && !figured(p.to.left()) {
		return
	}
	also := p.dates()
	p.phones()
	p.numbers(also)
}

// numbers checks that the same numbers are there, each at least once. A number in words is
// never asked for, and counts where it is: "3" may become "three", and "drie" may become "3".
// also are numbers that may be there, or must where they are not soft.
func (p *pair) numbers(also []figure) {
	from, to := p.from.required(p.to.tongue), figures(p.to.left())
	from = append(from, also...)
	said := p.to.said
	var want, soft, got []string
	var in []Range
	for _, f := range from {
		switch {
		case has(to, f) || says(p.to.tongue, said, f):
		case f.month && p.namesMonth(f):
		case f.soft:
			soft = append(soft, f.text)
		case p.spaced(f):
		default:
			want = append(want, f.text)
		}
	}
	asked := p.from.said
	for _, f := range to {
		if !p.to.taken(f.Range) && !has(from, f) && !p.allowed(asked, f) {
			got, in = append(got, f.text), append(in, f.Range)
		}
	}
	if len(got) > 0 && len(want) == 0 {
		want = shown(soft)
	}
	p.differ(Numbers, unique(want), unique(got), in)
}

// namesMonth tells whether the target has a number as the name of a month: 12-10.
func (p *pair) namesMonth(f figure) bool {
	for _, n := range f.whole() {
		for _, w := range p.to.said {
			if n >= 1 && n <= 12 && p.to.month(w)&(1<<n) != 0 {
				return true
			}
		}
	}
	return false
}

// shown leaves out what only stands for another number.
func shown(soft []string) []string {
	var out []string
	for _, s := range soft {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func has(all []figure, f figure) bool {
	for _, g := range all {
		if f.same(g) {
			return true
		}
	}
	return false
}

// taken tells whether a stretch was accounted for after it was found.
func (s *side) taken(r Range) bool { return s.rest[r.From] == 0 }

// spaced tells whether the target has a number with spaces between its thousands, and takes it.
func (p *pair) spaced(f figure) bool {
	for _, n := range f.whole() {
		if n < 1000 {
			continue
		}
		if r, ok := inDigits(p.to.left(), strconv.Itoa(n), false); ok {
			p.to.take(r)
			return true
		}
	}
	return false
}

// required are the numbers of the source, with the ways in which a language may say them.
func (s *side) required(to tongue) []figure {
	text := s.left()
	out := figures(text)
	for i := range out {
		f := &out[i]
		next, gap := wordAfter(text, f.To)
		switch {
		case latin(before(text, f.From)), next != "" && gap == 0: // A4, 1e, 2de, 4x4
			f.soft = true
		case next == "uur" || next == "u" || next == "h":
			f.vals = append(f.vals, hours(f.vals)...)
		case strings.ContainsRune("'’", before(text, f.From)) && len(f.text) == 2: // '90
			f.vals = append(f.vals, "19"+f.text, "20"+f.text)
		}
		if r := before(text, f.From); r == '-' || r == '/' {
			f.month = unicode.IsDigit(before(text, f.From-1))
		}
		f.soft = f.soft || s.toTheHour(f.From) || small(*f, to, next != "")
	}
	return out
}

// small tells whether a number is one that a language may say without digits and without a
// word of its own: none; one; two where there is a dual; up to ten where we do not know the words.
// A number that nothing is counted with ("Koffer 2:") is none of these.
func small(f figure, to tongue, counts bool) bool {
	if len(f.vals) != 1 {
		return false
	}
	n, err := strconv.Atoi(f.vals[0])
	switch {
	case err != nil:
		return false
	case numerals[to.base] == nil && n <= 10:
		return true
	case n == 0:
		return true
	case n == 1:
		return counts
	case n == 2:
		return counts && (to.script == "Arab" || to.script == "Hebr")
	}
	return false
}

// hours are the other ways to say an hour.
func hours(vals []string) []string {
	var out []string
	for _, v := range vals {
		if !strings.ContainsAny(v, ".:") && len(v) <= 2 {
			out = append(out, clock(v, "00")...)
		}
	}
	return out
}

// wordAfter is the word after a place in small letters, and how many bytes lie between. What
// stands behind a sign does not count.
func wordAfter(text string, at int) (string, int) {
	rest := strings.TrimLeft(text[at:], " \u00a0\u202f-–")
	if strings.ContainsAny(text[at:len(text)-len(rest)], "-–") { // 10-minuten is counted, 1 - 2 is not
		if !strings.HasPrefix(text[at:], "-") || len(text[at:])-len(rest) != 1 {
			return "", 0
		}
		return "", 1
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	return strings.ToLower(rest[:end]), len(text) - at - len(rest)
}

// toTheHour tells whether a number in Dutch is an hour that is not said as such elsewhere:
// half 8, kwart voor 8.
func (s *side) toTheHour(at int) bool {
	if s.base != "nl" {
		return false
	}
	i := slices.IndexFunc(s.said, func(w word) bool { return w.From == at })
	for n := 1; n <= 2 && i-n >= 0; n++ {
		switch w := s.said[i-n].text; {
		case w == "half" || w == "kwart":
			return true
		case w != "voor" && w != "over":
			return false
		}
	}
	return false
}

// allowed tells whether the source says a number of the target in words.
func (p *pair) allowed(asked []word, f figure) bool {
	if latin(before(p.to.text, f.From)) || says(p.from.tongue, asked, f) {
		return true
	}
	for _, w := range asked {
		w := bare(w.text)
		if strings.Contains(f.text, ":") && (w == "uur" || w == "half" || w == "kwart") {
			return true
		}
		for n, stems := range spans {
			if strings.HasPrefix(w, n) && has([]figure{{vals: stems}}, f) {
				return true
			}
		}
	}
	return false
}

// spans are Dutch words that another language says with a number.
var spans = map[string][]string{
	"kwart": {"15", "45", "4", "25"}, "helft": {"50", "0.5"}, "half": {"30", "0.5", "1.5", "6"}, "halve": {"30", "0.5", "6"}, "anderhal": {"1.5", "90", "18"},
	"uur": {"60", "24"}, "dozijn": {"12"}, "week": {"7"}, "weken": {"7", "14"}, "jaar": {"12"}, "paar": {"2"}, "beide": {"2"},
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
