package check

import (
	"strings"
	"unicode"
)

// plainLatin are Latin words that other scripts keep.
var plainLatin = map[string]bool{
	"km": true, "cm": true, "mm": true, "kg": true, "mg": true, "ml": true, "dl": true, "cl": true,
	"pdf": true, "xlsx": true, "docx": true, "ics": true, "png": true, "sms": true, "wifi": true, "url": true, "qr": true, "www": true, "ok": true, "iban": true, "mail": true, "email": true,
}

// latin finds words that stayed in Latin letters within another script. Names have a capital;
// a word in brackets or quotation marks stands there on purpose, as huisarts does behind its
// translation.
func (p *pair) latin() {
	if p.to.script == "Latn" || !strings.ContainsFunc(p.to.left(), latin) {
		return
	}
	var got []string
	var in []Range
	for _, run := range latinRuns(p.to.left()) {
		if p.name(run) {
			continue
		}
		for _, w := range run {
			if p.to.stayed(w) {
				got, in = append(got, w.text), append(in, w.Range)
			}
		}
	}
	if len(got) > 0 {
		p.add(Finding{Code: Latin, Say: "say", Got: strings.Join(unique(got), ", "), In: in})
	}
}

// latinRuns are the Latin words that stand beside each other.
func latinRuns(text string) [][]word {
	var out [][]word
	last := -2
	for i, w := range words(text) {
		if w.number || !latin([]rune(w.text)[0]) {
			continue
		}
		if n := len(out); n > 0 && last == i-1 && w.From-out[n-1][len(out[n-1])-1].To <= 2 {
			out[n-1] = append(out[n-1], w)
		} else {
			out = append(out, []word{w})
		}
		last = i
	}
	return out
}

// name tells whether words are one name: between capitals (Vincent van Gogh), or as it stands
// in the source from a capital on (Veilig Thuis, Centrum voor Jeugd).
func (p *pair) name(run []word) bool {
	begin, end := run[0], run[len(run)-1]
	if !capital(begin.text) {
		return false
	}
	if capital(end.text) {
		return true
	}
	at := strings.Index(p.from.text, p.to.text[begin.From:end.To])
	return at >= 0 && !startsSentence(p.from.text, at)
}

func capital(s string) bool { return unicode.IsUpper([]rune(s)[0]) }

// startsSentence tells whether what stands at a place has its capital from the sentence.
func startsSentence(text string, at int) bool {
	head := strings.TrimRight(text[:at], " *_“”\"'‘«(„")
	return head == "" || strings.ContainsRune(".!?:…", before(head, len(head)))
}

// stayed tells whether a Latin word is an ordinary one.
func (s *side) stayed(w word) bool {
	switch {
	case len(w.text) < 2 || strings.ToLower(w.text) != w.text || plainLatin[w.text]:
		return false
	case strings.ContainsRune("._", before(s.text, w.From)) && latin(before(s.text, w.From-1)), after(s.text, w.To) == '_':
		return false // of the name of a file
	case unicode.IsDigit(before(s.text, w.From)) || unicode.IsDigit(after(s.text, w.To)):
		return false
	}
	return !s.enclosed(w.From)
}

// enclosed tells whether a place is within brackets or quotation marks, as {name} is, with no
// words of the script of its own before it there: all of a text may be what somebody says.
func (s *side) enclosed(at int) bool {
	var open []int
	straight := -1
	for i, r := range s.text[:at] {
		switch r {
		case '(', '[', '{', '«', '“', '„', '‘':
			open = append(open, i)
		case ')', ']', '}', '»', '”':
			open = open[:max(len(open)-1, 0)]
		case '"':
			if straight >= 0 {
				i = -1
			}
			straight = i
		}
	}
	from := straight
	if n := len(open); n > 0 {
		from = max(from, open[n-1])
	}
	return from >= 0 && !strings.ContainsFunc(s.text[from:at], func(r rune) bool {
		return unicode.IsLetter(r) && !latin(r)
	})
}
