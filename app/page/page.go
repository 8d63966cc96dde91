package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// New makes the page that a target names; an unknown one gives Today.
func New(env *Env, t Target) Page {
	switch t.Page {
	case Courses:
		return newCourses(env)
	case NewCourse:
		return newWizard(env)
	case Course:
		return newCourse(env, t)
	case People:
		return newPeople(env, t)
	case Toolkits:
		return newToolkits(env)
	case Settings:
		return newSettings(env)
	}
	return newToday(env)
}

// title is a page's heading with what can be done on it at the right.
func title(text string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameHeadingText
	l.TextStyle.Bold = true
	l.Truncation = fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, nil, container.NewHBox(actions...), l)
}

func section(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameSubHeadingText
	l.TextStyle.Bold = true
	return l
}

func words(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

func quiet(text string) *widget.Label {
	l := words(text)
	l.Importance = widget.LowImportance
	return l
}

// aside is a quiet text on one line, beside something else.
func aside(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	return l
}

func primary(text string, do func()) *widget.Button {
	b := widget.NewButton(text, do)
	b.Importance = widget.HighImportance
	return b
}

func low(text string, do func()) *widget.Button {
	b := widget.NewButton(text, do)
	b.Importance = widget.LowImportance
	return b
}

func iconButton(icon fyne.Resource, do func()) *widget.Button {
	b := widget.NewButtonWithIcon("", icon, do)
	b.Importance = widget.LowImportance
	return b
}

// card frames things that belong together.
func card(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewCard("", "", container.NewVBox(objects...))
}

// emptyPage teaches: it says what will be here and offers the first step.
func emptyPage(text, action string, do func()) fyne.CanvasObject {
	l := words(text)
	l.Alignment = fyne.TextAlignCenter
	return container.NewVBox(layout.NewSpacer(), l, container.NewCenter(primary(action, do)), layout.NewSpacer())
}

// simple is a page of a heading above a column that scrolls.
type simple struct {
	object fyne.CanvasObject
	column *fyne.Container
}

func newSimple(head fyne.CanvasObject) simple {
	column := container.NewVBox()
	return simple{container.NewBorder(head, nil, nil, nil, container.NewVScroll(column)), column}
}

func (p *simple) show(objects ...fyne.CanvasObject) {
	p.column.Objects = objects
	p.column.Refresh()
}

// Object implements Page.
func (p *simple) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *simple) Close() {}
