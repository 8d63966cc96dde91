// Package plan holds the building stones of a meeting: bilingual texts, blocks
// with minutes, and their timing. It knows nothing of dates, people or files.
package plan

import "maps"

// Fallback is the language that every text of Kring's own contents has.
const Fallback = "nl"

// Text is one text in several languages, keyed by BCP 47 tag.
type Text map[string]string

// In gives the text in a language, or in Dutch where it is not translated.
func (t Text) In(lang string) string {
	if s := t[lang]; s != "" {
		return s
	}
	return t[Fallback]
}

// Has tells whether the text exists in this very language.
func (t Text) Has(lang string) bool { return t[lang] != "" }

// With gives a copy in which one language reads otherwise.
func (t Text) With(lang, s string) Text {
	c := maps.Clone(t)
	if c == nil {
		c = Text{}
	}
	if s == "" {
		delete(c, lang)
		return c
	}
	c[lang] = s
	return c
}

// Equal tells whether two texts read the same in every language.
func (t Text) Equal(o Text) bool { return maps.Equal(t, o) }

// Typed is what somebody wrote in one language. It stands for the fallback too where
// that has nothing yet, so that the text shows in every language.
func (t Text) Typed(lang, s string) Text {
	c := t.With(lang, s)
	if !c.Has(Fallback) && s != "" {
		c[Fallback] = s
	}
	return c
}
