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

// Spoken says in which language somebody gets a toolkit, and how much of it is in Dutch all the
// same. Without a toolkit, which the zero value is, everybody gets what they read.
type Spoken struct {
	in         func(lang string) string
	unfinished map[string]Unfinished // by language
}

// asRead is the language that somebody reads; "" is Dutch.
func asRead(lang string) string {
	if lang == "" {
		return sourceLang
	}
	return lang
}

// SpokenIn is Spoken for the toolkit of a slot. A text that is gone is none.
func SpokenIn(books *book.Store, x kit.Slot) (Spoken, error) {
	if x.File == "" {
		return Spoken{}, nil
	}
	k, err := TextOf(books, x.File)
	if errors.Is(err, book.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		return Spoken{}, nil
	}
	return k.Spoken(books), err
}

// Spoken is that of a text; books is where it is, if it is one's own.
func (k Toolkit) Spoken(books *book.Store) Spoken {
	s := Spoken{k.spoken, map[string]Unfinished{}}
	for _, x := range k.UnfinishedIn(books, k.Doc.Languages()...) {
		s.unfinished[x.Lang] = x
	}
	return s
}

// In is the language in which somebody gets it who reads a language.
func (s Spoken) In(lang string) string {
	if s.in == nil {
		return asRead(lang)
	}
	return s.in(lang)
}

// Instead is the language that somebody reads and does not get, as the toolkit is not
// translated into it; "" for who gets what they read.
func (s Spoken) Instead(m kit.Member) string {
	if reads := asRead(m.Lang); s.In(m.Lang) != reads {
		return reads
	}
	return ""
}

// partly is the language that somebody gets with pieces in Dutch, as those are not translated yet;
// "" for who gets all of it in one language.
func (s Spoken) partly(m kit.Member) string {
	if lang := s.In(m.Lang); s.unfinished[lang].Empty > 0 {
		return lang
	}
	return ""
}

// Lacking names the languages that members of a send list read and do not get, each once, and
// counts those members.
func (s Spoken) Lacking(loc *i18n.Localizer, lines []kit.SendLine) (languages []string, members int) {
	return named(loc, lines, s.Instead)
}

// Partly names the languages that members of a send list get with pieces in Dutch, and counts
// those members.
func (s Spoken) Partly(loc *i18n.Localizer, lines []kit.SendLine) (languages []string, members int) {
	return named(loc, lines, s.partly)
}

func named(loc *i18n.Localizer, lines []kit.SendLine, of func(kit.Member) string) (languages []string, members int) {
	for _, l := range lines {
		lang := of(l.Member)
		if lang == "" {
			continue
		}
		members++
		if said := loc.Language(lang); !slices.Contains(languages, said) {
			languages = append(languages, said)
		}
	}
	slices.SortFunc(languages, loc.Compare)
	return languages, members
}

// Says of one member that they get the Dutch, or how much of what they get is not translated as
// it stands now; nothing where all is.
func (s Spoken) Says(loc *i18n.Localizer, m kit.Member) []string {
	if lang := s.Instead(m); lang != "" {
		return []string{loc.T("send.untranslated", "Language", loc.Language(lang))}
	}
	return s.unfinished[s.In(m.Lang)].Words(loc)
}

// note says of a part of a job for whom it is not what they read, and what in it is not translated.
func (p JobPart) note(loc *i18n.Localizer) string {
	var out []string
	for _, lang := range p.instead() {
		out = append(out, loc.T("send.insteadof", "Language", loc.Language(lang), "Names", strings.Join(p.Instead[lang], ", ")))
	}
	return loc.Facts(append(out, p.Unfinished.Words(loc)...)...)
}

func (p JobPart) instead() (langs []string) {
	for lang := range p.Instead {
		langs = append(langs, lang)
	}
	slices.Sort(langs)
	return langs
}
