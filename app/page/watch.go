package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// keptDays is how long a watch point stays unless somebody chooses.
const keptDays = 7

// watching are the watch points. They are covered until somebody asks: others may look along.
func (p *planTab) watching(d planData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapParts, section(loc.T("watch.title")), quiet(loc.T("watch.about")))
	write := kwidget.NewButton(loc.T("common.add"), nil, func() { p.watch(d.Evening) })
	switch {
	case len(d.watches) == 0:
	case !p.bare:
		lines.Add(container.NewHBox(kwidget.NewButton(loc.N("watch.show", len(d.watches)), theme.VisibilityIcon(), func() { p.uncover(true) })))
	default:
		for _, w := range d.watches {
			gone := iconButton(theme.DeleteIcon(), func() { env.do(func() error { return env.Cafe.RemoveWatch(w) }) })
			what := column(0, value(w.Text), caption(loc.T("watch.until", "Date", env.date(w.Until, i18n.Short))))
			lines.Add(stretched(what, gone))
		}
		lines.Add(container.NewHBox(kwidget.NewButton(loc.T("watch.cover"), theme.VisibilityOffIcon(), func() { p.uncover(false) })))
	}
	lines.Add(container.NewHBox(write))
	return card(lines)
}

func (p *planTab) uncover(bare bool) {
	p.bare = bare
	p.Update()
}

// watch writes a point down, and until when it stays.
func (p *planTab) watch(e cafe.Evening) {
	loc := p.env.Loc
	text := kwidget.NewArea("", 3)
	text.SetPlaceHolder(loc.T("watch.hint"))
	var days []string
	for _, n := range cafe.KeepDays() {
		days = append(days, itoa(n))
	}
	keep := newChoice(loc.T, "watch.days.", days, itoa(keptDays))
	f := p.env.draft(loc.T("watch.title"), loc.T("common.save"), column(gapParts, quiet(loc.T("watch.noundo")),
		formOf(item(loc.T("watch.what"), text), item(loc.T("watch.keep"), keep.sel))), fyne.NewSize(600, 400), func() func() error {
		n, _ := number(keep.id())
		what := text.Text
		return func() error { return p.env.Cafe.AddWatch(e, what, n) }
	})
	f.on(text)
}

// Tidy takes away for good what was to be kept until before today. The shell calls it when a
// vault has opened.
func (e *Env) Tidy() { e.do(func() error { return e.Cafe.ExpireWatches(e.Day()) }) }
