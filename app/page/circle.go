package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
)

// circleSheet helps two people lead a strength circle: the agreements, the opening question,
// and what each person chose. What is typed lives in its fields and nowhere else: it is gone
// when the sheet is closed, and nothing of it reaches the vault.
type circleSheet struct {
	env    *Env
	dialog *kwidget.Dialog
	rows   *fyne.Container
	names  []*kwidget.Field
	needs  []*kwidget.Field
	wants  []*choice
}

// circleSeats is how many people the sheet begins with; more can be added.
const circleSeats = 4

// circle opens the sheet of an evening.
func (p *planTab) circle(e night) *circleSheet {
	env, loc := p.env, p.env.Loc
	s := &circleSheet{env: env, rows: column(gapParts)}
	top := column(gapParts, quiet(loc.T("circle.about")))
	who, _ := env.onDuty(e)
	add(top, env.fact("circle.leads", who)...)
	if len(e.on) < 2 {
		add(top, notices(loc.T("circle.two"))...)
	}
	agreed := e.Place.Circle
	if agreed == "" {
		agreed = loc.T("circle.usual")
	}
	add(top, env.fact("circle.agreements", agreed)...)
	add(top, env.fact("place.agreements", e.Place.Agreements)...)
	add(top, env.fact("circle.open", loc.T("circle.question"))...)
	for range circleSeats {
		s.seat()
	}
	end := primary(loc.T("circle.end"), func() { s.dialog.Hide() })
	end.OnEscape = end.OnTapped
	more := low(loc.T("circle.more"), func() {
		s.seat()
		s.rows.Refresh()
		env.Window.Canvas().Focus(s.names[len(s.names)-1])
	})
	more.OnEscape = end.OnTapped
	foot := container.NewHBox(more, layout.NewSpacer(), end)
	body := container.New(layout.NewBorderLayout(nil, foot, nil, nil), vscroll(column(gapCards, top, s.rows)), foot)
	s.dialog = kwidget.ShowDialog(loc.T("circle.title"), body, fyne.NewSize(800, 620), env.Window)
	env.Window.Canvas().Focus(s.names[0])
	return s
}

// seat adds a person: a name to call them by, what the others may do, and what they need.
func (s *circleSheet) seat() {
	loc := s.env.Loc
	who, need := kwidget.NewField(""), kwidget.NewField("")
	who.Unsaved, need.Unsaved = true, true
	who.SetPlaceHolder(loc.T("circle.who"))
	need.SetPlaceHolder(loc.T("circle.need"))
	who.OnEscape, need.OnEscape = func() { s.dialog.Hide() }, func() { s.dialog.Hide() }
	want := newChoice(loc.T, "circle.want.", []string{"tell", "ask", "tips"}, "tell")
	s.names, s.needs, s.wants = append(s.names, who), append(s.needs, need), append(s.wants, want)
	s.rows.Add(container.New(evenly{}, who, want.sel, need))
}
