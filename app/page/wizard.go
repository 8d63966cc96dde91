package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
)

// wizard makes a new course: a draft on the left, its dates worked out on the right.
type wizard struct {
	env    *Env
	object fyne.CanvasObject
	form   *courseForm
	first  *widget.Entry
	dates  *fyne.Container
	plan   []calendar.Date
}

func newWizard(env *Env) Page {
	p := &wizard{env: env, dates: container.NewVBox()}
	c := course.Course{Start: 9*60 + 30, End: 12*60 + 30, Languages: []string{"nl", "ar"}, Mode: course.Physical, Region: calendar.Middle, Capacity: 14}
	if ps := env.Store.Programmes(); len(ps) > 0 {
		c.Programme = ps[0].Key
	}
	p.form = newCourseForm(env, c)
	p.first = entry("")
	p.first.SetPlaceHolder(env.Loc.T("wizard.datehint"))
	p.first.OnChanged = func(string) { p.Update() }
	p.form.region.sel.OnChanged = func(string) { p.Update() }
	p.form.programme.sel.OnChanged = func(string) { p.Update() }
	items := append([]*widget.FormItem{}, p.form.items...)
	items = append(items[:2], append([]*widget.FormItem{widget.NewFormItem(env.Loc.T("wizard.first"), p.first)}, items[2:]...)...)
	make := primary(env.Loc.T("wizard.make"), p.create)
	cancel := low(env.Loc.T("common.cancel"), func() { env.Shell.Go(Target{Page: Courses}) })
	left := container.NewVScroll(widget.NewForm(items...))
	right := container.NewVScroll(container.NewVBox(section(env.Loc.T("wizard.dates")), p.dates))
	split := container.NewHSplit(left, right)
	split.Offset = 0.62
	p.object = container.NewBorder(title(env.Loc.T("courses.new")), container.NewHBox(make, cancel), nil, nil, split)
	return p
}

// Object implements Page.
func (p *wizard) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *wizard) Close() {}

// Update implements Page: it works the dates out of what is typed.
func (p *wizard) Update() {
	p.plan = nil
	p.dates.Objects = nil
	first, err := calendar.ParseDate(p.first.Text)
	if err != nil {
		text := p.env.Loc.T("wizard.typedate")
		if strings.TrimSpace(p.first.Text) != "" && len(p.first.Text) >= 8 {
			text = p.env.Loc.T("error.date")
		}
		p.dates.Add(quiet(text))
		p.dates.Refresh()
		return
	}
	c := p.form.draft()
	programme, _ := p.env.Store.Programme(c.Programme)
	dates, skipped := calendar.Weekly(first, programme.Number, p.env.closed(c.Region))
	p.plan = dates
	p.showDates(dates, skipped)
}

func (p *wizard) showDates(dates []calendar.Date, skipped []calendar.Skip) {
	for i, d := range dates {
		p.dates.Add(widget.NewLabel(p.env.Loc.T("wizard.date", "Number", i+1, "Date", p.env.date(d, i18n.Long))))
	}
	for _, s := range skipped {
		p.dates.Add(quiet(p.env.skip(s)))
	}
	if len(dates) > 0 && dates[len(dates)-1].Compare(p.env.school().Until()) > 0 {
		p.dates.Add(quiet(p.env.Loc.T("wizard.unknown", "Date", p.env.date(p.env.school().Until(), i18n.Medium))))
	}
	p.dates.Refresh()
}

func (p *wizard) create() {
	c, dates := p.form.draft(), p.plan
	env := p.env
	if len(dates) == 0 {
		env.Shell.Fail(calendar.ErrDate)
		return
	}
	go func() {
		made, err := env.Store.Create(c, dates)
		fyne.Do(func() {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			env.Shell.Go(Target{Page: Course, CourseID: made.ID, Tab: Participants})
			env.Shell.Say(env.Loc.T("wizard.made", "Name", made.Name))
		})
	}()
}

func (e *Env) skip(s calendar.Skip) string {
	group := "holiday."
	if s.Reason.Kind == calendar.SchoolHoliday {
		group = "schoolholiday."
	}
	return e.Loc.T("wizard.skipped", "Date", e.date(s.Date, i18n.Medium), "Reason", e.Loc.T(group+s.Reason.Key))
}
