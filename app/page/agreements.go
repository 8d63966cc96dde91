package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/sessions/course"
)

type agreements struct {
	env    *Env
	id     string
	object fyne.CanvasObject
	column *fyne.Container
	add    *widget.Entry
}

func newAgreementsTab(env *Env, id string) Page {
	p := &agreements{env: env, id: id, column: container.NewVBox()}
	p.add = entry("")
	p.add.SetPlaceHolder(env.Loc.T("agreements.hint"))
	p.add.OnSubmitted = func(string) { p.save() }
	bar := container.NewBorder(nil, nil, nil, primary(env.Loc.T("common.add"), p.save), p.add)
	p.object = container.NewBorder(container.NewVBox(words(env.Loc.T("agreements.about")), bar), nil, nil, nil, container.NewVScroll(p.column))
	return p
}

// Object implements Page.
func (p *agreements) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *agreements) Close() {}

func (p *agreements) save() {
	text := p.add.Text
	env, id := p.env, p.id
	go func() {
		_, err := env.Store.SaveAgreement(course.Agreement{CourseID: id, Text: text})
		fyne.Do(func() {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			p.add.SetText("")
		})
	}()
}

// Update implements Page.
func (p *agreements) Update() {
	refresh(p.env, func() ([]course.Agreement, error) { return p.env.Store.Agreements(p.id), nil }, p.update)
}

func (p *agreements) update(all []course.Agreement) {
	p.column.Objects = nil
	for i, a := range all {
		p.column.Add(p.line(i, len(all), a))
	}
	p.column.Refresh()
}

func (p *agreements) line(i, n int, a course.Agreement) fyne.CanvasObject {
	up := iconButton(theme.MoveUpIcon(), func() {
		p.env.do(func() error { return p.env.Store.MoveAgreement(p.id, a.ID, i-1) })
	})
	down := iconButton(theme.MoveDownIcon(), func() {
		p.env.do(func() error { return p.env.Store.MoveAgreement(p.id, a.ID, i+1) })
	})
	if i == 0 {
		up.Disable()
	}
	if i == n-1 {
		down.Disable()
	}
	del := iconButton(theme.DeleteIcon(), func() {
		p.env.do(func() error { return p.env.Store.DeleteAgreement(p.id, a.ID) })
	})
	text := entry(a.Text)
	text.OnSubmitted = func(s string) {
		changed := a
		changed.Text = s
		p.env.do(func() error { _, err := p.env.Store.SaveAgreement(changed); return err })
	}
	return container.NewBorder(nil, nil, widget.NewLabel(p.env.Loc.Int(i+1)), container.NewHBox(up, down, del), text)
}
