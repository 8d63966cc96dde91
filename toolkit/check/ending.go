package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kring/toolkit/bilingual"
)

// signs are the marks that end a sentence, by what they are in Dutch.
var signs = map[rune]rune{
	'.': '.', '۔': '.', '։': '.', '።': '.', '。': '.', '।': '.',
	'?': '?', '؟': '?', '⸮': '?', '፧': '?', '？': '?', '՞': '?',
	'!': '!', '！': '!', '՜': '!',
	':': ':', '：': ':', '፦': ':', '፥': ':',
	'…': '…',
	',': ',', '،': ',', '、': ',', '፣': ',',
	';': ';', '؛': ';', '፤': ';',
}

// unmarked are scripts that end a sentence without a mark.
var unmarked = []string{"Thai", "Laoo", "Khmr", "Mymr", "Tibt"}

// ending checks that the text ends in the same kind of mark, and that the marks are those of
// the target's script. One full stop more or less does not matter in a heading or a caption;
// a full stop may become an exclamation mark, a comma at the end of an item may go.
func (p *pair) ending() {
	if slices.Contains(unmarked, p.to.script) {
		return
	}
	last := p.finalMark()
	p.forms(last)
}

// finalMark compares the marks that end the texts, and gives the place that it found wrong.
func (p *pair) finalMark() Range {
	want, _ := ends(p.from)
	got, at := ends(p.to)
	if p.to.base == "hy" { // its question mark stands within the word
		want, got = strings.ReplaceAll(want, "?", "."), strings.ReplaceAll(got, ":", ".")
	}
	if p.loose() {
		want, got = strings.ReplaceAll(want, ".", ""), strings.ReplaceAll(got, ".", "")
	}
	if want == "" && got == "" || strings.ContainsAny(want, got) {
		return Range{}
	}
	if want == "" && p.loose() || p.askedElsewhere(want, got) { // a heading may become a question
		return Range{}
	}
	f := Finding{Code: Ending, Say: other, In: []Range{at}}
	if want != "" {
		f.Want = p.to.own(first(want))
	}
	if got != "" {
		f.Got = p.to.text[at.From:at.To]
	}
	switch {
	case f.Want == "":
		f.Say = extra
	case f.Got == "":
		f.Say = missing
	}
	p.add(f)
	return at
}

// askedElsewhere tells whether a question moved: one text ends in it and the other does not,
// and both ask something.
func (p *pair) askedElsewhere(want, got string) bool {
	return strings.Contains(want, "?") != strings.Contains(got, "?") && want != "" && got != "" &&
		p.from.asks() && p.to.asks()
}

func (s *side) asks() bool {
	for _, r := range s.left() {
		if signs[r] == '?' || r == ';' && s.base == "el" {
			return true
		}
	}
	return false
}

// loose tells whether a block is no sentence; of one or two words a full stop may be that of
// a short form (10 min.).
func (p *pair) loose() bool {
	return len(p.from.said) < 3 || p.kind == bilingual.Heading || p.kind == bilingual.Image || p.kind == bilingual.Link
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// ends gives the marks at the end of a text, the last first: a full stop stands for an
// exclamation mark too. Quotation marks, brackets, stars and pictures between them do not
// count. The place is that of the last mark, or of the last sign where there is none.
func ends(s side) (marks string, at Range) {
	dots := 0
	for to := len(s.text); to > 0; {
		r, size := utf8.DecodeLastRuneInString(s.text[:to])
		sign, ok := signs[r]
		switch {
		case r == ';' && s.base == "el":
			sign = '?'
		case (r == '፡' || r == ':') && strings.HasSuffix(s.text[:to-size], string(r)) && s.script == "Ethi":
			sign, ok, size = '.', true, 2*size // two word spaces make a full stop
		}
		if !ok && !skipped(r) {
			if at == (Range{}) {
				at = Range{to - size, to}
			}
			break
		}
		to -= size
		if !ok || s.rest[to] == 0 {
			continue
		}
		if at == (Range{}) {
			at = Range{to, to + size}
		}
		if dots++; sign != '.' {
			dots = 0
		} else if dots == 3 {
			sign, marks = '…', ""
		}
		marks += weighed(sign)
	}
	if at == (Range{}) {
		at.To = len(s.text)
	}
	return marks, at
}

// weighed is a mark as it is compared.
func weighed(sign rune) string {
	switch sign {
	case '!':
		return "."
	case ',', ';':
		return ""
	}
	return string(sign)
}

// skipped are the signs that may stand behind the mark that ends a sentence.
func skipped(r rune) bool {
	return unicode.IsSpace(r) || steering(r) || r == zwj || r == '*' || r == '\'' || r == '"' || r == '_' ||
		unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi, unicode.So, unicode.Sk, unicode.Mn) || r == '„'
}

// ownSigns are the marks of a language or a script that are not those of the Latin one.
var ownSigns = map[string]map[rune]string{
	"Arab": {'?': "؟", ',': "،", ';': "؛"},
	"Ethi": {'.': "።", ',': "፣", ';': "፤"},
	"ur":   {'.': "۔"},
	"hy":   {'.': "։"},
	"el":   {'?': ";"},
}

// own is how a language writes a mark.
func (s *side) own(sign rune) string {
	for _, key := range []string{s.base, s.script} {
		if own, ok := ownSigns[key][sign]; ok {
			return own
		}
	}
	return string(sign)
}

// forms finds marks of the Latin script behind letters of a script with its own: a question
// mark, comma or semicolon in Arabic, a full stop in Urdu. One was told already.
func (p *pair) forms(told Range) {
	wrong := ""
	switch {
	case p.to.base == "ur":
		wrong = "?,;."
	case p.to.script == "Arab":
		wrong = "?,;"
	case p.to.base == "ti" || p.to.base == "am":
		wrong = "."
	}
	if wrong == "" || !strings.ContainsAny(p.to.text, wrong) {
		return
	}
	found := map[rune][]Range{}
	for i, r := range p.to.text {
		if strings.ContainsRune(wrong, r) && p.to.rest[i] != 0 && i != told.To-1 && p.to.behindOwn(i, r) {
			found[r] = append(found[r], Range{i, i + 1})
		}
	}
	for _, r := range wrong {
		if len(found[r]) > 0 {
			p.add(Finding{Code: Ending, Say: "form", Want: p.to.own(r), Got: string(r), In: found[r]})
		}
	}
}

// behindOwn tells whether a mark stands behind a word of the language's script and ends it.
func (s *side) behindOwn(at int, mark rune) bool {
	if mark == '.' && (after(s.text, at+1) == '.' || before(s.text, at) == '.') {
		return false
	}
	next := after(s.text, at+1)
	if mark == '.' && next != 0 && !unicode.IsSpace(next) {
		return false // an abbreviation, a decimal
	}
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s.text[:at])
		if !skipped(r) || unicode.IsMark(r) {
			break
		}
		at -= size
	}
	r := before(s.text, at)
	for unicode.IsMark(r) {
		at -= utf8.RuneLen(r)
		r = before(s.text, at)
	}
	return r >= 0x590 && unicode.IsLetter(r)
}
