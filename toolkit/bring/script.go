package bring

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"kring/toolkit/bilingual"
)

// scripts are those of the languages into which a workbook is translated, with the language
// that is meant where the file does not say.
var scripts = []struct {
	table *unicode.RangeTable
	name  string
	lang  string
}{
	{unicode.Latin, "Latn", ""},
	{unicode.Arabic, "Arab", "ar"},
	{unicode.Ethiopic, "Ethi", "ti"},
	{unicode.Cyrillic, "Cyrl", "uk"},
	{unicode.Greek, "Grek", "el"},
	{unicode.Hebrew, "Hebr", "he"},
	{unicode.Armenian, "Armn", "hy"},
	{unicode.Georgian, "Geor", "ka"},
	{unicode.Devanagari, "Deva", "hi"},
	{unicode.Tamil, "Taml", "ta"},
	{unicode.Bengali, "Beng", "bn"},
	{unicode.Thai, "Thai", "th"},
	{unicode.Han, "Hans", "zh"},
}

// latin is the place among them of the script that a workbook is written in.
const latin = 0

// scriptOf is the place among scripts of the one that most letters have; -1 is none.
func scriptOf(text string) int {
	counts := make([]int, len(scripts))
	best := -1
	for _, r := range text {
		if r < 'A' {
			continue
		}
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				counts[i]++
				if best < 0 || counts[i] > counts[best] {
					best = i
				}
				break
			}
		}
	}
	return best
}

// plain is a text without its signs.
func plain(text string) string {
	var b strings.Builder
	for _, p := range bilingual.Inline(text) {
		b.WriteString(p.Text)
	}
	return b.String()
}

// other is the language of a text in another script than the document's own; "" in its own.
// What the file says counts where it fits the letters.
func (i item) other(main int) string {
	s := scriptOf(plain(i.block.Text))
	switch {
	case s < 0:
		return ""
	case i.aside:
		return base(i.lang, s)
	case s == main:
		return ""
	}
	return base(i.lang, s)
}

// base is a language without its region, if it is written in a script.
func base(lang string, script int) string {
	tag, err := language.Parse(lang)
	if err == nil {
		b, sure := tag.Base()
		s, _ := tag.Script()
		if sure != language.No && s.String() == scripts[script].name {
			return b.String()
		}
	}
	return scripts[script].lang
}

// mainScript is the one that the document is written in: Latin letters, unless there are
// hardly any.
func mainScript(items []item) int {
	count := map[int]int{}
	for _, i := range items {
		count[scriptOf(plain(i.block.Text))] += len(i.block.Text)
	}
	best := 0
	for s, n := range count {
		if s > 0 && n > 8*count[0] && n > count[best] {
			best = s
		}
	}
	return best
}
