package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// doorCounters count who comes without a name. They stay while the page is open, so that the
// keyboard stays on its button.
type doorCounters struct {
	object fyne.CanvasObject
	total  *kwidget.BidiLabel
	fresh  *kwidget.BidiLabel
	note   *kwidget.BidiLabel // of an evening that is not now
	rows   map[cafe.Who]doorRow
	loc    *i18n.Localizer
}

// doorRow counts one kind of people.
type doorRow struct {
	number     *kwidget.BidiLabel
	less, more *kwidget.Button
}

// show changes the number; nothing can be taken from none.
func (r doorRow) show(n string, some bool) {
	r.number.SetText(n)
	if some {
		r.less.Enable()
	} else {
		r.less.Disable()
	}
}

func newDoorCounters(env *Env, count func(cafe.Who, int)) doorCounters {
	loc := env.Loc
	c := doorCounters{rows: map[cafe.Who]doorRow{}, loc: loc, total: section(""), fresh: quiet(""), note: warning("")}
	c.note.ByWindow = true
	c.total.SizeName = theme.SizeNameHeadingText
	lines := column(gapParts, c.total, c.fresh, c.note, rule(), quiet(loc.T("door.nameless")))
	for _, who := range cafe.Whos() {
		n := section(loc.Int(0))
		n.Line = kwidget.Whole
		less := kwidget.NewButton("", theme.ContentRemoveIcon(), func() { count(who, -1) })
		more := primary("", func() { count(who, 1) })
		more.Icon = theme.ContentAddIcon()
		c.rows[who] = doorRow{n, less, more}
		lines.Add(column(2, value(loc.T("door."+string(who))),
			container.NewBorder(nil, nil, less, container.New(fixedWidth(110), more), container.NewCenter(n))))
	}
	c.object = vscroll(card(lines))
	return c
}

// counted shows the numbers of the evening. A newcomer is a visitor too: there are never
// fewer visitors without a name than newcomers without one.
func (c *doorCounters) counted(d doorData) {
	c.total.SetText(c.loc.N("count.visitors", d.visitors))
	c.fresh.SetText(c.loc.N("door.fresh", d.fresh))
	for who, row := range c.rows {
		n := d.tallies[who]
		least := 0
		if who == cafe.Visitors {
			least = d.tallies[cafe.Newcomers]
		}
		row.show(c.loc.Int(n), n > least)
	}
}

// wideAndSide gives the second object a third of the width, and both all of the height.
type wideAndSide struct{}

// Layout implements fyne.Layout.
func (wideAndSide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := max(size.Width*0.32, objects[1].MinSize().Width)
	abreast(objects, size.Height, columnGap, size.Width-side-columnGap, side)
}

// MinSize implements fyne.Layout.
func (wideAndSide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return leastAbreast(objects, columnGap)
}
