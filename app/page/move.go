package page

import (
	"fyne.io/fyne/v2"
	kwidget "kring/app/widget"

	"kring/i18n"
	"kring/sessions/calendar"
)

// move changes one date by hand and offers to move the rest. What it comes to is
// shown while it is typed.
func (p *overview) move(d overviewData, i int) {
	loc := p.env.Loc
	to := newDateField(p.env, d.sessions[i].Date, func() calendar.Region { return d.course.Region })
	preview := column(gapLines)
	rest := kwidget.NewCheck(loc.T("session.moverest"), nil)
	show := func() { p.preview(preview, d, i, to.Text, rest.Checked) }
	to.OnChanged = func(string) { show() }
	rest.OnChanged = func(bool) { show() }
	items := []formItem{item(loc.T("session.newdate"), to.object)}
	if i+1 < len(d.sessions) {
		items = append(items, item("", rest))
	}
	show()
	f := p.env.draft(loc.T("session.move", "Number", d.sessions[i].Number), loc.T("common.save"), column(gapParts, formOf(items...), preview), fyne.NewSize(560, 480), func() func() error {
		text, all := to.Text, rest.Checked
		return func() error {
			moved, _, err := p.moved(d, i, text, all)
			if err != nil {
				return err
			}
			return p.env.Store.Reschedule(p.id, moved)
		}
	})
	f.on(to.Field)
}

// moved works the new dates out.
func (p *overview) moved(d overviewData, i int, text string, rest bool) ([]calendar.Date, []calendar.Skip, error) {
	to, err := calendar.ParseDate(text)
	if err != nil {
		return nil, nil, err
	}
	dates := make([]calendar.Date, len(d.sessions))
	for n, s := range d.sessions {
		dates[n] = s.Date
	}
	moved, skipped := calendar.Move(dates, i, to, rest, p.env.closed(d.course.Region))
	return moved, skipped, nil
}

func (p *overview) preview(box *fyne.Container, d overviewData, i int, text string, rest bool) {
	box.Objects = nil
	defer box.Refresh()
	moved, skipped, err := p.moved(d, i, text, rest)
	if err != nil {
		box.Add(quiet(p.env.Shell.Explain(err)))
		return
	}
	for n, date := range moved {
		line := p.env.Loc.T("wizard.date", "Number", n+1, "Date", p.env.date(date, i18n.Long))
		if date == d.sessions[n].Date {
			box.Add(quiet(line))
			continue
		}
		box.Add(name(line))
	}
	if r, ok := p.env.closed(d.course.Region)(moved[i]); ok {
		box.Add(warning(p.env.Loc.T("session.closedday", "Reason", p.env.reason(r))))
	}
	for _, s := range skipped {
		box.Add(warning(p.env.skip(s)))
	}
}
