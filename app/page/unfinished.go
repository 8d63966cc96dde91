package page

import (
	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// unfinished is how much of a text has no translation of its present Dutch in a language, and
// is printed all the same.
type unfinished struct {
	lang            string
	empty, outdated int
}

// unfinishedIn counts them for the languages that a text of one's own is printed in; what comes
// with Kring is finished.
func (e *Env) unfinishedIn(k paper.Toolkit, o export.Options) (out []unfinished, err error) {
	id, own := k.BookID()
	if !own {
		return nil, nil
	}
	languages, err := o.Printed()
	if err != nil {
		return nil, err
	}
	for _, lang := range languages {
		if lang == book.Source {
			continue
		}
		n := book.Tally(e.Books.Entries(id, lang))
		if x := (unfinished{lang, n[bilingual.Empty], n[bilingual.Outdated]}); x.empty+x.outdated > 0 {
			out = append(out, x)
		}
	}
	return out, nil
}

// unfinishedWords say so, a sentence for each language and each kind.
func (e *Env) unfinishedWords(of []unfinished) (out []string) {
	for _, x := range of {
		name := e.Loc.Language(x.lang)
		if x.empty > 0 {
			out = append(out, e.Loc.T("toolkits.of", "Language", name, "What", e.Loc.N("toolkits.empty", x.empty)))
		}
		if x.outdated > 0 {
			out = append(out, e.Loc.T("toolkits.of", "Language", name, "What", e.Loc.N("desk.outdated", x.outdated)))
		}
	}
	return out
}
