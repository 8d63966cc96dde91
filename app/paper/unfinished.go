package paper

import (
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// Unfinished is how much of a text has no translation of its present Dutch in a language, and is
// printed all the same: where it is empty the Dutch stands alone.
type Unfinished struct {
	Lang            string
	Empty, Outdated int
}

// UnfinishedIn counts it in some languages, and gives those in which there is any. What comes with
// Kring is finished.
func (k Toolkit) UnfinishedIn(books *book.Store, languages ...string) (out []Unfinished) {
	id, own := k.BookID()
	if !own {
		return nil
	}
	for _, lang := range languages {
		if lang == sourceLang {
			continue
		}
		n := book.Tally(books.Entries(id, lang))
		if x := (Unfinished{lang, n[bilingual.Empty], n[bilingual.Outdated]}); x.Empty+x.Outdated > 0 {
			out = append(out, x)
		}
	}
	return out
}

// Words say so, a sentence for each kind.
func (x Unfinished) Words(loc *i18n.Localizer) (out []string) {
	name := loc.Language(x.Lang)
	if x.Empty > 0 {
		out = append(out, loc.T("toolkits.of", "Language", name, "What", loc.N("toolkits.empty", x.Empty)))
	}
	if x.Outdated > 0 {
		out = append(out, loc.T("toolkits.of", "Language", name, "What", loc.N("desk.outdated", x.Outdated)))
	}
	return out
}
