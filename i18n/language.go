package i18n

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language names a language (BCP 47): as the catalogue does where it has it, in the words
// that people here use, and else as the CLDR does.
func (l *Localizer) Language(tag string) string {
	if s := l.T("language." + tag); s != "[language."+tag+"]" {
		return s
	}
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if s := display.Tags(l.tag).Name(t); s != "" {
		return s
	}
	return tag
}
