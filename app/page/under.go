package page

import (
	"slices"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/people"
	"kring/toolkit/bilingual"
)

// underChoice chooses which languages stand under the Dutch, of a text that has more than one:
// each of them, and each two together.
type underChoice struct {
	sel     *kwidget.Select
	has     []string   // the languages of the text that is shown
	sets    [][]string // what can be chosen
	changed func()
}

// of is the choice for a text; nil where there is nothing to choose.
func (u *underChoice) of(env *Env, doc bilingual.Document) fyne.CanvasObject {
	has := doc.Languages()
	if slices.Equal(has, u.has) && u.sel != nil {
		return column(gapLines, caption(env.Loc.T("toolkits.under")), u.sel)
	}
	u.has, u.sel, u.sets = has, nil, nil
	if len(has) < 2 {
		return nil
	}
	for _, one := range has {
		u.sets = append(u.sets, []string{one})
	}
	for i, one := range has {
		for _, other := range has[i+1:] {
			u.sets = append(u.sets, []string{one, other})
		}
	}
	names := make([]string, len(u.sets))
	for i, set := range u.sets {
		names[i] = tongue(env.Loc, set[0])
		if len(set) > 1 {
			names[i] = env.Loc.T("toolkits.two", "First", names[i], "Second", tongue(env.Loc, set[1]))
		}
	}
	u.sel = kwidget.NewSelect(names, nil)
	u.sel.SetSelectedIndex(0)
	u.sel.OnChanged = func(int) { u.changed() }
	return column(gapLines, caption(env.Loc.T("toolkits.under")), u.sel)
}

// tongue is what a language is called, or its tag.
func tongue(loc *i18n.Localizer, lang string) string {
	if slices.Contains(people.Languages(), lang) {
		return loc.T("language." + lang)
	}
	return lang
}

// languages are those to print, the Dutch first; none where there was nothing to choose.
func (u *underChoice) languages() []string {
	if u.sel == nil {
		if len(u.has) == 1 {
			return []string{"nl", u.has[0]}
		}
		return nil
	}
	return append([]string{"nl"}, u.sets[max(u.sel.SelectedIndex(), 0)]...)
}
