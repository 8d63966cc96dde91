package glossary

import (
	"slices"
	"strings"
)

// Attached are the little words written onto a word: before it and, because the words that
// are compared are folded, after it in one spelling.
var (
	before = set("", "ال", "لل", "و", "ف", "ب", "ل", "ك", "س", "وال", "فال", "بال", "كال", "لال", "ولل", "فلل", "وب", "ول", "وك", "فب", "فل", "وس", "فس", "وبال", "وكال", "فبال")
	whose  = set("", "ه", "ها", "هم", "هن", "هما", "كم", "كن", "كما", "نا", "ي", "ك", "ني")
	many   = []string{"ون", "ين", "ان", "ات", "تان", "تين", "تا", "تي", "وا", "و", "ا", "ت", "تم", "ن", "نا", "ي"}
	active = set("", "ي", "ت", "ن", "ا")
)

func set(s ...string) map[string]bool {
	out := map[string]bool{}
	for _, x := range s {
		out[x] = true
	}
	return out
}

// arabicWord is an agreed word as it is looked for: stems, each of which may have only what
// ends it.
type arabicWord struct {
	stems []arabicStem
}

type arabicStem struct {
	text  string
	verb  bool // one of the letters of a verb may stand before it
	after func(string) bool
}

// ends tells whether a rest is a plural or a verb's end, with or without whose it is.
func ends(rest string) bool {
	if whose[rest] {
		return true
	}
	return slices.ContainsFunc(many, func(m string) bool { return strings.HasPrefix(rest, m) && whose[rest[len(m):]] })
}

func plural(rest string) bool {
	return rest == "" || slices.ContainsFunc(many[:6], func(m string) bool { return strings.HasPrefix(rest, m) && whose[rest[len(m):]] })
}

func owned(rest string) bool { return rest != "" && whose[rest] }

// newArabicWord prepares a word, folded. strict leaves verb forms out.
func newArabicWord(w string, strict bool) arabicWord {
	runes := len([]rune(w))
	if cut, ok := strings.CutPrefix(w, "ال"); ok && runes >= 5 {
		w, runes = cut, runes-2
	}
	out := arabicWord{[]arabicStem{{w, false, ends}}}
	add := func(text string, verb bool, after func(string) bool) {
		out.stems = append(out.stems, arabicStem{text, verb, after})
	}
	if cut, ok := strings.CutSuffix(w, "ه"); ok && runes >= 3 { // the ة of a feminine word
		add(cut+"ت", false, owned)
		if runes >= 4 {
			add(cut, false, func(rest string) bool { return rest != "" && plural(rest) && rest != "ون" })
		}
	}
	if cut, ok := strings.CutSuffix(w, "ي"); ok && runes >= 3 {
		add(cut+"ا", false, ends) // معنى, معناه
	}
	if strict || runes < 3 {
		return out
	}
	for _, letter := range []string{"ي", "ن"} {
		cut, ok := strings.CutPrefix(w, letter)
		if !ok {
			continue
		}
		add(cut, true, ends)
		if weak, ok := strings.CutSuffix(cut, "ي"); ok && runes >= 4 { // يصغي, أصغوا
			add(weak, true, ends)
		}
	}
	return out
}

// in tells whether a token, folded, is the word with what may be written onto it.
func (w arabicWord) in(token string) bool {
	return slices.ContainsFunc(w.stems, func(s arabicStem) bool { return s.in(token) })
}

func (s arabicStem) in(token string) bool {
	for from := 0; ; {
		at := strings.Index(token[from:], s.text)
		if at < 0 {
			return false
		}
		at += from
		if s.opens(token[:at]) && s.after(token[at+len(s.text):]) {
			return true
		}
		from = at + 2 // bytes of a letter
	}
}

// opens tells whether what stands before a stem may be written onto it.
func (s arabicStem) opens(head string) bool {
	if before[head] {
		return true
	}
	if !s.verb {
		return false
	}
	for letter := range active {
		if rest, ok := strings.CutSuffix(head, letter); ok && before[rest] {
			return true
		}
	}
	return false
}
