package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
)

// draftForm is a form over a draft copy. It stays open, with what was typed, until
// what it holds is on disk or the user leaves it.
type draftForm struct {
	env     *Env
	dialog  *kwidget.Dialog
	problem *kwidget.BidiLabel
	yes, no *kwidget.Button
	scroll  *container.Scroll
	read    func() func() error
	then    func() // comes after it was saved; may be nil
	fields  []*kwidget.Field
	top     *fyne.Container // over the fields: what was kept of them
	body    *fyne.Container // all but the title
	used    []string        // the kept texts that were put back
}

// draft shows a form. read takes the draft from its fields, on Fyne's goroutine, and
// gives what saves it; an error of that is said in the form itself.
func (e *Env) draft(title, yes string, content fyne.CanvasObject, size fyne.Size, read func() func() error) *draftForm {
	f := &draftForm{env: e, read: read}
	f.problem = warning("")
	f.problem.ColorName = theme.ColorNameError
	f.problem.Hide()
	f.yes = primary(yes, f.save)
	f.no = kwidget.NewButton(e.Loc.T("common.cancel"), nil, func() { f.dialog.Hide() })
	f.yes.OnEscape, f.no.OnEscape = func() { f.dialog.Hide() }, func() { f.dialog.Hide() }
	foot := column(gapParts, f.problem, container.NewHBox(layout.NewSpacer(), f.no, f.yes))
	f.scroll = vscroll(content)
	f.top = column(gapParts)
	f.top.Hide()
	f.body = container.NewBorder(f.top, foot, nil, nil, f.scroll)
	f.dialog = kwidget.ShowDialog(title, f.body, size, e.Window)
	leaving(content, f.dialog.Hide)
	return f
}

// on makes Enter in a field save, Ctrl+Enter in one of many lines, and Escape leave.
func (f *draftForm) on(fields ...*kwidget.Field) {
	first := len(f.fields) == 0
	f.fields = append(f.fields, fields...)
	for _, x := range fields {
		x.Unsaved = true
		x.OnEscape = f.dialog.Hide
		x.SetOnValidationChanged(f.judged)
		inSight(f.scroll, x)
		x.OnSubmitted = func(string) { f.save() }
	}
	if len(fields) > 0 {
		f.env.Window.Canvas().Focus(fields[0])
	}
	if first {
		f.offerKept()
	}
}

// begin gives the keyboard to a form without fields.
func (f *draftForm) begin() { f.env.Window.Canvas().Focus(f.yes) }

// nothing makes it a form that only says something: there is nothing to save.
func (f *draftForm) nothing() {
	f.yes.Hide()
	f.no.SetText(f.env.Loc.T("common.close"))
	f.env.Window.Canvas().Focus(f.no)
}

func (f *draftForm) save() {
	if f.yes.Disabled() {
		return
	}
	if x, err := tooLong(f.fields); err != nil {
		f.judged(err)
		f.env.Window.Canvas().Focus(x)
		return
	}
	f.yes.Disable()
	f.env.act(f.read(), f.done)
}

// judged says what is wrong with a field as soon as the keyboard has left it.
func (f *draftForm) judged(err error) {
	f.problem.Hidden = err == nil
	if err != nil {
		f.problem.SetText(f.env.Shell.Explain(err))
	}
	f.problem.Refresh()
}

func (f *draftForm) done(err error) {
	f.yes.Enable()
	if err == nil {
		f.dialog.Hide()
		f.dropUsed()
		if f.then != nil {
			f.then()
		}
		return
	}
	f.judged(err)
}
