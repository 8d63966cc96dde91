package page

import (
	"time"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// pause is how long the duo must stop typing before their notes are put on disk.
const pause = 1500 * time.Millisecond

// logForm is the duo's own writing. It is saved when they pause, and when the session
// or the page is left; the line under it says whether what stands there is on disk.
type logForm struct {
	object fyne.CanvasObject
	env    *Env
	saved  course.Log // as the vault has it
	status *kwidget.BidiLabel
	timer  *time.Timer

	went, left, notes, task *kwidget.Field
}

func newLogForm(env *Env, d sessionData) *logForm {
	f := &logForm{env: env, saved: d.log, status: quiet("")}
	f.went, f.left = kwidget.NewArea(d.log.Went, 2), kwidget.NewArea(d.log.LeftOver, 2)
	f.task, f.notes = kwidget.NewArea(d.log.Task, 2), kwidget.NewArea(d.log.Notes, 3)
	f.notes.MaxRows = 12
	f.task.SetPlaceHolder(env.Loc.T("log.taskhint"))
	for _, x := range f.fields() {
		x.OnChanged = func(string) { f.typed() }
	}
	form := formOf(
		item(env.Loc.T("log.went"), f.went),
		item(env.Loc.T("log.left"), f.left),
		item(env.Loc.T("log.task"), f.task),
		item(env.Loc.T("log.notes"), f.notes),
	)
	f.object = card(section(env.Loc.T("session.log")), quiet(env.Loc.T("log.about")), form, f.status)
	return f
}

func (f *logForm) fields() []*kwidget.Field { return []*kwidget.Field{f.went, f.left, f.task, f.notes} }

func (f *logForm) draft() course.Log {
	l := f.saved
	l.Went, l.LeftOver, l.Notes, l.Task = f.went.Text, f.left.Text, f.notes.Text, f.task.Text
	return l
}

func (f *logForm) dirty() bool { return f.draft() != f.saved }

// typed waits for a pause before it saves.
func (f *logForm) typed() {
	if !f.dirty() {
		return
	}
	f.status.SetText(f.env.Loc.T("log.typing"))
	if f.timer != nil {
		f.timer.Stop()
	}
	f.timer = time.AfterFunc(pause, func() { f.env.OnUI(f.save) })
}

func (f *logForm) save() {
	l := f.draft()
	if l == f.saved {
		return
	}
	f.env.act(func() error { return f.env.Store.SaveLog(l) }, func(err error) {
		if err != nil {
			f.env.Shell.Fail(err)
			return
		}
		f.saved = l
		if !f.dirty() {
			f.status.SetText(f.env.Loc.T("log.saved"))
		}
	})
}

// leave saves at once, before the form goes. The vault waits for it when it closes.
func (f *logForm) leave() {
	if f.timer != nil {
		f.timer.Stop()
	}
	f.save()
}

// follow takes over what the vault has now, unless somebody is typing: so that an
// undo shows.
func (f *logForm) follow(d sessionData) {
	if f.dirty() || d.log == f.saved {
		return
	}
	f.saved = d.log
	for _, x := range []struct {
		field *kwidget.Field
		text  string
	}{{f.went, d.log.Went}, {f.left, d.log.LeftOver}, {f.task, d.log.Task}, {f.notes, d.log.Notes}} {
		if x.field.Text != x.text {
			x.field.SetText(x.text)
		}
	}
}
