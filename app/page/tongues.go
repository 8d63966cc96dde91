package page

import (
	"slices"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/course"
	"kring/sessions/plan"
)

// under lists the languages that stand under the window's own: those of the course
// that the programme is written in.
func (e *Env) under(c course.Course) []string {
	var out []string
	for _, lang := range []string{"nl", "ar"} {
		if lang != e.Lang() && slices.Contains(c.Languages, lang) {
			out = append(out, lang)
		}
	}
	return out
}

// both shows a text of the programme in the window's language and, under it, in the
// languages of the course.
func (e *Env) both(c course.Course, t plan.Text, in func(string) *kwidget.BidiLabel) fyne.CanvasObject {
	first := e.readable(in(t.In(e.Lang())))
	out := column(gapLines, first)
	for _, lang := range e.under(c) {
		text, ok := t[lang]
		if !ok || text == "" || text == first.Text {
			continue
		}
		l := in(text)
		l.Lang, l.ByWindow = lang, false
		out.Add(e.readable(l))
	}
	return out
}
