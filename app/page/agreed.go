package page

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// promises says what was agreed: nothing, where nothing was.
func (e *Env) promises(a cafe.Agreed) (out []string) {
	for _, x := range []struct {
		id string
		n  int
	}{{"visits", a.Visits}, {"people", a.People}, {"evenings", a.Evenings}} {
		if x.n > 0 {
			out = append(out, e.Loc.T("agreed."+x.id)+": "+e.Loc.Int(x.n))
		}
	}
	return out
}

// agreedDraft edits what was agreed with a funder for a place and a year.
func (e *Env) agreedDraft(p cafe.Place, year int) {
	loc, a := e.Loc, e.Cafe.Agreed(p.ID, year)
	field := func(n int) *kwidget.Field {
		f := kwidget.NewField("")
		if n > 0 {
			f.SetText(strconv.Itoa(n))
		}
		return f
	}
	visits, people, evenings := field(a.Visits), field(a.People), field(a.Evenings)
	content := column(gapCards, quiet(loc.T("agreed.about")), formOf(
		item(loc.T("agreed.visits"), visits), item(loc.T("agreed.people"), people), item(loc.T("agreed.evenings"), evenings),
	))
	heading := loc.T("agreed.of", "Year", strconv.Itoa(year), "Name", p.Name)
	f := e.draft(heading, loc.T("common.save"), content, fyne.NewSize(560, 390), func() func() error {
		draft := a
		var err error
		for _, x := range []struct {
			typed string
			into  *int
		}{{visits.Text, &draft.Visits}, {people.Text, &draft.People}, {evenings.Text, &draft.Evenings}} {
			n, ok := agreedNumber(x.typed)
			if !ok {
				err = cafe.ErrAgreed
			}
			*x.into = n
		}
		return func() error {
			if err != nil {
				return err
			}
			return e.Cafe.Agree(draft)
		}
	})
	f.on(visits, people, evenings)
}

// agreedNumber reads a number; nothing typed is nothing agreed.
func agreedNumber(typed string) (int, bool) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return 0, true
	}
	return number(typed)
}
