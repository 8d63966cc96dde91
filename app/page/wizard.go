package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
)

// wizard makes a new course: a draft on the left, its dates worked out on the right.
type wizard struct {
	turns
	env     *Env
	object  fyne.CanvasObject
	form    *courseForm
	first   *dateField
	weekday *choice
	dates   *fyne.Container
	problem *kwidget.BidiLabel
	make    *kwidget.Button
	plan    []calendar.Date
}

func newWizard(env *Env) Page {
	p := &wizard{env: env, dates: column(gapParts), problem: warning("")}
	p.problem.ColorName = theme.ColorNameError
	p.problem.Hide()
	p.form = newCourseForm(env, firstDraft(env))
	p.first = newDateField(env, calendar.Date{}, func() calendar.Region { return calendar.Region(p.form.region.id()) })
	p.first.OnChanged = func(string) { p.follow(); p.Update() }
	p.weekday = newChoice(env.Loc.T, "weekday.", []string{"1", "2", "3", "4", "5", "6", "0"}, "")
	p.weekday.sel.PlaceHolder = env.Loc.T("wizard.anyday")
	p.weekday.sel.OnChanged = func(int) { p.toWeekday() }
	p.form.region.sel.OnChanged = func(int) { p.Update() }
	p.form.programme.sel.OnChanged = func(int) { p.Update() }
	items := append([]formItem{}, p.form.items[:2]...)
	items = append(items,
		item(env.Loc.T("wizard.first"), p.first.object),
		item(env.Loc.T("wizard.weekday"), p.weekday.sel))
	items = append(items, p.form.items[2:]...)
	p.make = primary(env.Loc.T("wizard.make"), p.create)
	cancel := kwidget.NewButton(env.Loc.T("common.cancel"), nil, func() { env.Shell.Go(Target{Page: Courses}) })
	left := kwidget.NewPanel(formOf(items...))
	right := card(section(env.Loc.T("wizard.dates")), p.dates)
	foot := container.New(layout.NewCustomPaddedLayout(8, 2, 2, 14), container.NewBorder(nil, nil, nil, container.NewHBox(cancel, p.make), halfway(p.problem)))
	body := vscroll(container.New(twoColumns{}, left, right))
	for _, f := range append(p.form.fields(), p.first.Field) {
		inSight(body, f)
	}
	p.object = container.NewBorder(title(env.Loc.T("courses.new")), foot, nil, nil, body)
	for _, f := range p.form.fields() {
		f.OnSubmitted = func(string) { p.create() }
	}
	return p
}

func firstDraft(env *Env) course.Course {
	c := course.Course{Start: 9*60 + 30, End: 12*60 + 30, Languages: []string{"nl", "ar"}, Mode: course.Physical, Region: calendar.Middle, Capacity: 14}
	if ps := env.Store.Programmes(); len(ps) > 0 {
		c.Programme = ps[0].Key
	}
	return c
}

// Object implements Page.
func (p *wizard) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *wizard) First() fyne.Focusable { return p.form.name }

// follow shows the weekday of the date that was typed.
func (p *wizard) follow() {
	d, err := calendar.ParseDate(p.first.Text)
	if err != nil {
		return
	}
	p.weekday.show(itoa(int(d.Weekday())))
}

// toWeekday moves the first date to the next such day, from the date that is there
// or from today.
func (p *wizard) toWeekday() {
	day, ok := number(p.weekday.id())
	if !ok {
		return
	}
	from, err := calendar.ParseDate(p.first.Text)
	if err != nil {
		from = p.env.Day()
	}
	p.first.SetText(p.env.typedDate(calendar.Next(from, day)))
}

// Update implements Page: it works the dates out of what is typed.
func (p *wizard) Update() {
	p.plan = nil
	p.dates.Objects = nil
	defer func() { p.dates.Refresh() }()
	first, err := calendar.ParseDate(p.first.Text)
	if err != nil {
		text := p.env.Loc.T("wizard.typedate")
		if len(strings.TrimSpace(p.first.Text)) >= 8 {
			text = p.env.Loc.T("error.date")
		}
		p.dates.Add(quiet(text))
		return
	}
	programme, _ := p.env.Store.Programme(p.form.programme.id())
	dates, skipped := calendar.Weekly(first, programme.Number, p.env.closed(calendar.Region(p.form.region.id())))
	p.plan = dates
	p.showDates(dates, skipped)
}

func (p *wizard) showDates(dates []calendar.Date, skipped []calendar.Skip) {
	loc := p.env.Loc
	for i, d := range dates {
		p.dates.Add(container.NewBorder(nil, nil, p.env.badge(d, false), nil, halfway(column(gapLines,
			name(loc.T("wizard.session", "Number", i+1)), quiet(p.env.date(d, i18n.Long))))))
	}
	for _, s := range skipped {
		p.dates.Add(warning(p.env.skip(s)))
	}
	if len(dates) > 0 && dates[len(dates)-1].Compare(School().Until()) > 0 {
		p.dates.Add(warning(loc.T("wizard.unknown", "Date", p.env.date(School().Until(), i18n.Medium))))
	}
	if len(dates) > 0 && dates[0].Compare(p.env.Day()) < 0 {
		p.dates.Add(warning(loc.T("wizard.inpast")))
	}
}

func (p *wizard) create() {
	c, err := p.form.draft()
	if err == nil && len(p.plan) == 0 {
		err = calendar.ErrDate
	}
	if err != nil {
		p.complain(err)
		return
	}
	if p.make.Disabled() {
		return
	}
	p.make.Disable()
	env, dates := p.env, p.plan
	var made course.Course
	env.act(func() (err error) {
		made, err = env.Store.Create(c, dates)
		return err
	}, func(err error) {
		p.make.Enable()
		if err != nil {
			p.complain(err)
			return
		}
		env.Shell.Go(Target{Page: Course, CourseID: made.ID, Tab: Participants})
		env.Shell.Say(env.Loc.T("wizard.made", "Name", made.Name))
	})
}

func (p *wizard) complain(err error) {
	p.problem.SetText(p.env.Shell.Explain(err))
	p.problem.Show()
}
