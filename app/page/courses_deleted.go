package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
)

// deleted shows the courses that were deleted not long ago, to be brought back.
func (p *courses) deleted() {
	env := p.env
	refresh(env, new(turns), func() ([]course.Gone, error) { return env.Store.Deleted(env.Now()) }, func(all []course.Gone) {
		loc := env.Loc
		box := column(gapCards, quiet(loc.T("courses.deletedabout", "Days", loc.Int(course.BackFor))))
		if len(all) == 0 {
			box.Add(words(loc.T("courses.nonedeleted")))
		}
		var f *draftForm
		var first *kwidget.Button
		for _, g := range all {
			back := kwidget.NewButton(loc.T("courses.back"), nil, func() {
				env.act(func() error { return env.Store.BringBack(g) }, func(err error) {
					if env.failUnlessNil(err); err == nil {
						f.dialog.Hide()
					}
				})
			})
			back.OnEscape = func() { f.dialog.Hide() }
			if first == nil {
				first = back
			}
			day := env.date(calendar.DateOf(g.At.In(calendar.Amsterdam)), i18n.Medium)
			box.Add(stretched(column(gapLines, name(g.Name), quiet(loc.T("courses.deletedon", "Date", day))), back))
		}
		f = env.draft(loc.T("courses.deleted"), "", box, fyne.NewSize(620, 460), nil)
		f.nothing()
		if first != nil {
			env.Window.Canvas().Focus(first)
		}
	})
}
