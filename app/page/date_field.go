package page

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/internal/typeset"
	"kring/sessions/calendar"
)

// dateField is a date to type, or to pick from a month in which the closed days of a
// region are marked.
type dateField struct {
	*kwidget.Field
	object fyne.CanvasObject
	env    *Env
	region func() calendar.Region
	popup  *widget.PopUp
	month  calendar.Date   // the first of the month that is shown
	begin  *kwidget.Button // the day that has the keyboard when the month opens
}

func newDateField(env *Env, d calendar.Date, region func() calendar.Region) *dateField {
	f := &dateField{Field: kwidget.NewField(""), env: env, region: region}
	if !d.IsZero() {
		f.SetText(env.typedDate(d))
	}
	f.SetPlaceHolder(env.Loc.T("wizard.datehint"))
	pick := kwidget.NewButton("", theme.CalendarIcon(), f.pick)
	f.object = container.NewBorder(nil, nil, nil, pick, f.Field)
	return f
}

// typedDate is a date as people here type it.
func (e *Env) typedDate(d calendar.Date) string {
	return fmt.Sprintf("%d-%d-%d", d.Day, int(d.Month), d.Year)
}

// optional is the date that was typed, or none.
func (f *dateField) optional() (calendar.Date, error) {
	if strings.TrimSpace(f.Text) == "" {
		return calendar.Date{}, nil
	}
	return calendar.ParseDate(f.Text)
}

func (f *dateField) pick() {
	d, err := calendar.ParseDate(f.Text)
	if err != nil {
		d = f.env.Day()
	}
	f.month = d.AddDays(1 - d.Day)
	f.show()
}

// show opens the month, or turns it to another one.
func (f *dateField) show() {
	if f.popup != nil {
		f.popup.Hide()
	}
	f.popup = widget.NewPopUp(kwidget.Mirror(container.NewPadded(f.page())), f.env.Window.Canvas())
	f.popup.ShowAtPosition(f.below())
	f.env.Window.Canvas().Focus(f.begin)
}

// leave closes the month and goes back to the date.
func (f *dateField) leave() {
	f.popup.Hide()
	f.env.Window.Canvas().Focus(f.Field)
}

// below is where a month stands: under the field, from where reading begins.
func (f *dateField) below() fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Field)
	if kwidget.RightToLeft() {
		at.X += f.Field.Size().Width - f.popup.MinSize().Width
	}
	return at.AddXY(0, f.Field.Size().Height+4)
}

func (f *dateField) turn(months int) {
	d := time.Date(f.month.Year, f.month.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	f.month = calendar.DateOf(d)
	f.show()
}

// page is one month: seven columns from Monday.
func (f *dateField) page() fyne.CanvasObject {
	loc := f.env.Loc
	head := name(loc.T("date.month", "Month", loc.Month(f.month.Month), "Year", f.month.Year))
	head.Align = typeset.Center
	back, on := iconButton(theme.NavigateBackIcon(), func() { f.turn(-1) }), iconButton(theme.NavigateNextIcon(), func() { f.turn(1) })
	back.OnEscape, on.OnEscape = f.leave, f.leave
	grid := container.New(layout.NewGridLayoutWithColumns(7))
	for i := range 7 {
		l := caption(loc.T("weekday.short." + itoa((i+1)%7)))
		l.(*kwidget.BidiLabel).Align = typeset.Center
		grid.Add(l)
	}
	for range (int(f.month.Weekday()) + 6) % 7 {
		grid.Add(gap(0))
	}
	typed, _ := calendar.ParseDate(f.Text) // what is no date is none of the days
	for d := f.month; d.Month == f.month.Month; d = d.AddDays(1) {
		b := f.day(d)
		grid.Add(b)
		if d == f.month || d == typed {
			f.begin = b
		}
	}
	return column(gapParts, container.NewBorder(nil, nil, back, on, halfway(head)), grid, quiet(loc.T("date.closed")))
}

// day is one day to choose. A closed day is marked, and may be chosen all the same.
func (f *dateField) day(d calendar.Date) *kwidget.Button {
	text := f.env.Loc.Int(d.Day)
	_, closed := f.env.closed(f.region())(d)
	if closed {
		text += "*"
	}
	b := low(text, func() {
		f.leave()
		f.SetText(f.env.typedDate(d))
	})
	b.OnEscape = f.leave
	if d == f.env.Day() {
		b.Importance = widget.MediumImportance
	}
	return b
}
