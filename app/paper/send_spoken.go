package paper

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"kring/i18n"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

// Spoken says in which language somebody gets a toolkit who reads a language ("" is Dutch).
type Spoken func(lang string) string

// asRead is for a slot of which nobody has said yet what its toolkit is.
func asRead(lang string) string {
	if lang == "" {
		return sourceLang
	}
	return lang
}

// SpokenIn is Spoken for the toolkit of a slot. A text that is gone is none.
func SpokenIn(books *book.Store, x kit.Slot) (Spoken, error) {
	if x.File == "" {
		return asRead, nil
	}
	k, err := TextOf(books, x.File)
	if errors.Is(err, book.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		return asRead, nil
	}
	return k.spoken, err
}

// Instead is the language that somebody reads and does not get, as the toolkit is not
// translated into it; "" for who gets what they read.
func (s Spoken) Instead(m kit.Member) string {
	if reads := asRead(m.Lang); s(m.Lang) != reads {
		return reads
	}
	return ""
}

// Lacking names the languages that members of a send list read and do not get, each once, and
// counts those members.
func (s Spoken) Lacking(loc *i18n.Localizer, lines []kit.SendLine) (languages []string, members int) {
	for _, l := range lines {
		lang := s.Instead(l.Member)
		if lang == "" {
			continue
		}
		members++
		if named := loc.Language(lang); !slices.Contains(languages, named) {
			languages = append(languages, named)
		}
	}
	slices.SortFunc(languages, loc.Compare)
	return languages, members
}

// untranslated says of one member that they get the Dutch, or nothing.
func (s Spoken) untranslated(loc *i18n.Localizer, m kit.Member) string {
	if lang := s.Instead(m); lang != "" {
		return loc.T("send.untranslated", "Language", loc.Language(lang))
	}
	return ""
}

// note says of a part of a job for whom it is not what they read.
func (p JobPart) note(loc *i18n.Localizer) string {
	var out []string
	for _, lang := range p.instead() {
		out = append(out, loc.T("send.insteadof", "Language", loc.Language(lang), "Names", strings.Join(p.Instead[lang], ", ")))
	}
	return loc.Facts(out...)
}

func (p JobPart) instead() (langs []string) {
	for lang := range p.Instead {
		langs = append(langs, lang)
	}
	slices.Sort(langs)
	return langs
}
