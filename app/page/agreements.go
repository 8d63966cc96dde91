package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// agreements are the group's own rules, in its own order.
type agreements struct {
	simple
	env    *Env
	id     string
	add    *kwidget.Field
	saving bool
}

func newAgreementsTab(env *Env, id string) Page {
	p := &agreements{env: env, id: id}
	p.add = kwidget.NewField("")
	p.add.SetPlaceHolder(env.Loc.T("agreements.hint"))
	p.add.OnSubmitted = func(string) { p.save() }
	bar := container.NewBorder(nil, nil, nil, primary(env.Loc.T("common.add"), p.save), p.add)
	p.simple = newSimple(column(gapParts, gap(0), words(env.Loc.T("agreements.about")), bar, gap(0)))
	return p
}

func (p *agreements) save() {
	if p.saving {
		return
	}
	p.saving = true
	text := p.add.Text
	p.env.act(func() error {
		_, err := p.env.Store.SaveAgreement(course.Agreement{CourseID: p.id, Text: text})
		return err
	}, func(err error) {
		p.saving = false
		if err != nil {
			p.env.Shell.Fail(err)
			return
		}
		p.add.SetText("")
		p.env.Window.Canvas().Focus(p.add)
	})
}

// Update implements Page.
func (p *agreements) Update() {
	refresh(p.env, &p.turns, func() ([]course.Agreement, error) { return p.env.Store.Agreements(p.id), nil }, p.update)
}

func (p *agreements) update(all []course.Agreement) {
	if len(all) == 0 {
		p.show(card(quiet(p.env.Loc.T("agreements.empty"))))
		return
	}
	lines := column(gapParts)
	for i, a := range all {
		lines.Add(p.line(i, len(all), a))
	}
	p.show(card(lines))
}

func (p *agreements) line(i, n int, a course.Agreement) fyne.CanvasObject {
	env := p.env
	up := iconButton(theme.MoveUpIcon(), func() { env.do(func() error { return env.Store.MoveAgreement(p.id, a.ID, i-1) }) })
	down := iconButton(theme.MoveDownIcon(), func() { env.do(func() error { return env.Store.MoveAgreement(p.id, a.ID, i+1) }) })
	if i == 0 {
		up.Disable()
	}
	if i == n-1 {
		down.Disable()
	}
	edit := low(env.Loc.T("common.edit"), func() { p.edit(a) })
	del := iconButton(theme.DeleteIcon(), func() { env.do(func() error { return env.Store.DeleteAgreement(p.id, a.ID) }) })
	number := section(env.Loc.Int(i + 1))
	number.Line, number.ColorName = kwidget.Whole, theme.ColorNamePrimary
	return container.NewBorder(nil, nil, container.NewHBox(halfway(number), gap(8)), beside(0, up, down, edit, del), halfway(env.readable(words(a.Text))))
}

// edit changes the words of an agreement.
func (p *agreements) edit(a course.Agreement) {
	text := kwidget.NewArea(a.Text, 3)
	f := p.env.draft(p.env.Loc.T("agreements.edit"), p.env.Loc.T("common.save"), text, fyne.NewSize(560, 260), func() func() error {
		changed := a
		changed.Text = text.Text
		return func() error { _, err := p.env.Store.SaveAgreement(changed); return err }
	})
	f.on(text)
}
