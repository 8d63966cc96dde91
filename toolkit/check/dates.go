package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// date is a day and a month, with a year where there is one.
type date struct {
	Range
	text   string
	day    int
	months uint16 // bit 1 is January; كانون is two of them
	other  bool   // the day may also be the month: 3/12
	year   int
}

// numeric is a date in digits.
var numeric = regexp.MustCompile(`(\p{Nd}{1,4})([-./])(\p{Nd}{1,2})([-./])(\p{Nd}{2,4})`)

// dates checks that each date is there: the day and the month, in the words of the target or
// in digits, and the same year where both have one. It gives the numbers that may be left.
func (p *pair) dates() []figure {
	from, to := p.from.dates(), p.to.dates()
	used := make([]bool, len(to))
	var lost []date
	var also []figure
	for _, d := range from {
		p.from.take(d.Range)
		also = append(also, d.figures()...)
		if !p.meets(d, to, used) {
			lost = append(lost, d)
		}
	}
	for i, d := range to {
		if used[i] {
			p.to.take(d.Range)
		}
	}
	var want, got []string
	var in []Range
	for _, d := range lost {
		if !d.inAnotherYear(to) && p.apart(d) {
			continue
		}
		if months[p.to.base] == nil { // its words are not known here: the day is enough
			also = append(also, figure{text: strconv.Itoa(d.day), vals: []string{strconv.Itoa(d.day)}})
			continue
		}
		want = append(want, d.text)
	}
	for i, d := range to {
		if len(want) > len(got) && !used[i] {
			p.to.take(d.Range)
			got, in = append(got, p.to.text[d.From:d.To]), append(in, d.Range)
		}
	}
	p.differ(Dates, want, got, in)
	return also
}

// meets marks the date of the target that is the same.
func (p *pair) meets(d date, to []date, used []bool) bool {
	for i, t := range to {
		if d.same(t) {
			used[i] = true
			return true
		}
	}
	return false
}

func (d date) same(t date) bool {
	day := t.day == 0 || d.day == t.day && d.months&t.months != 0
	if t.other && t.day <= 12 {
		day = day || d.months&(1<<t.day) != 0 && t.months&(1<<d.day) != 0
	}
	return day && (d.year == 0 || t.year == 0 || d.year%100 == t.year%100 || t.day == 0)
}

// inAnotherYear tells whether the target has the day, of a year that it is not.
func (d date) inAnotherYear(to []date) bool {
	for _, t := range to {
		sameDay := d
		if sameDay.year = 0; sameDay.same(t) && !d.same(t) {
			return true
		}
	}
	return false
}

// figures are the numbers of a date; the target need not have them as such.
func (d date) figures() []figure {
	var out []figure
	for _, n := range []int{d.day, d.year, d.year % 100} {
		out = append(out, figure{vals: []string{strconv.Itoa(n)}, soft: true})
	}
	for m := 1; m <= 12; m++ {
		if d.months&(1<<m) != 0 {
			out = append(out, figure{vals: []string{strconv.Itoa(m)}, soft: true})
		}
	}
	return out
}

// apart tells whether day and month are both there, with other words between them.
func (p *pair) apart(d date) bool {
	month := false
	said := p.to.said
	for _, w := range said {
		month = month || p.to.month(w)&d.months != 0
	}
	day := figure{vals: []string{strconv.Itoa(d.day)}}
	return month && (has(figures(p.to.left()), day) || says(p.to.tongue, said, day))
}

// dates finds those of a text.
func (s *side) dates() []date {
	text := s.left()
	if !figured(text) {
		return nil
	}
	var out []date
	for _, m := range numeric.FindAllStringSubmatchIndex(text, -1) {
		if d, ok := s.inDigits(text, m); ok {
			out = append(out, d)
		}
	}
	return append(out, s.inWords(text)...)
}

func (s *side) inDigits(text string, m []int) (date, bool) {
	d := date{Range: Range{m[0], m[1]}, text: fold(text[m[0]:m[1]])}
	if text[m[4]:m[5]] != text[m[8]:m[9]] || joined(text, m[0], -1) || joined(text, m[1], 1) {
		return d, false
	}
	a, b, c := fold(text[m[2]:m[3]]), fold(text[m[6]:m[7]]), fold(text[m[10]:m[11]])
	if len(a) == 4 && len(c) <= 2 {
		a, c = c, a
	} else if len(a) > 2 || len(c) == 3 {
		return d, false
	}
	day, _ := strconv.Atoi(a) // they are digits, few enough
	month, _ := strconv.Atoi(b)
	d.year, _ = strconv.Atoi(c)
	if s.base == "en" && month > 12 {
		day, month = month, day
	}
	d.day, d.months, d.other = day, 1<<month, s.base == "en"
	return d, day >= 1 && day <= 31 && month >= 1 && month <= 12
}

// joined tells whether digits go on beside a place.
func joined(text string, at, step int) bool {
	look := after
	if step < 0 {
		look = before
	}
	r := look(text, at)
	if strings.ContainsRune("-./+", r) && r != 0 {
		if r == '+' {
			return true
		}
		r = look(text, at+step)
	}
	return unicode.IsDigit(r)
}

// inWords finds a number beside the name of a month.
func (s *side) inWords(text string) []date {
	if months[s.base] == nil {
		return nil
	}
	var out []date
	all := words(text)
	for i, w := range all {
		if w.number || !beside(all, i) {
			continue
		}
		m := s.month(w)
		if m == 0 {
			continue
		}
		d := s.dateOf(all, i, m)
		if d.day < 1 || d.day > 31 || joined(text, d.From, -1) {
			continue
		}
		if m == anyMonth { // of another calendar: which day that is, is not known here
			d.day = 0
		}
		d.text = fold(text[d.From:d.To])
		out = append(out, d)
	}
	return out
}

// dateOf reads the day and the year around the name of a month. Between the day and the month
// there may be short words: 12th of March, ١٢ من مارس.
func (s *side) dateOf(all []word, at int, m uint16) date {
	d := date{Range: all[at].Range, months: m}
	for j := at - 1; j >= 0 && j >= at-3; j-- {
		if all[j].number {
			d.day, d.From = value(all[j]), all[j].From
			break
		}
		if utf8.RuneCountInString(all[j].text) > 3 {
			break
		}
	}
	rest := all[at+1:]
	if len(rest) > 0 && s.base == "ar" && (bare(rest[0].text) == "الثاني" || bare(rest[0].text) == "الاول") {
		d.To, rest = rest[0].To, rest[1:] // كانون الثاني
	}
	if d.day == 0 && len(rest) > 0 && rest[0].number && rest[0].From-d.To == 1 && value(rest[0]) <= 31 {
		d.day, d.To, rest = value(rest[0]), rest[0].To, rest[1:] // March 12
	}
	d.readYear(rest)
	return d
}

// beside tells whether a number stands up to three words before a word, or behind it.
func beside(all []word, at int) bool {
	for j := max(at-3, 0); j < len(all) && j <= at+1; j++ {
		if all[j].number {
			return true
		}
	}
	return false
}

// readYear takes a year that stands right behind, if need be behind a word for it.
func (d *date) readYear(rest []word) {
	for i := 0; i < 2 && i < len(rest); i++ {
		if rest[i].number {
			if y := value(rest[i]); y > 1000 && y < 3000 && rest[i].From-d.To < 14 {
				d.year, d.To = y, rest[i].To
			}
			return
		}
		if utf8.RuneCountInString(rest[i].text) > 4 {
			return
		}
	}
}

func value(w word) int {
	n, err := strconv.Atoi(fold(w.text))
	if err != nil {
		return -1
	}
	return n
}
