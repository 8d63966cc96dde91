package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// doorTab counts who comes to an evening.
type doorTab struct {
	simple
	atEvening
	now  cafe.Evening // as it was shown last
	door fyne.CanvasObject
	rows map[cafe.Who]doorRow
}

func newDoorTab(at atEvening) Page {
	p := &doorTab{simple: newSimple(nil), atEvening: at, rows: map[cafe.Who]doorRow{}}
	p.now, _ = at.evening() // gone: the page leaves
	p.door = p.counters()
	return p
}

// Update implements Page.
func (p *doorTab) Update() { refresh(p.env, &p.turns, p.night, p.update) }

func (p *doorTab) update(e night) {
	p.now = e.Evening
	for who, row := range p.rows {
		row.show(p.env.Loc.Int(e.tallies[who]), e.tallies[who] > 0)
	}
	p.show(p.door)
}

// doorRow counts one kind of people. It stays while the page is open, so that the keyboard
// stays on its button.
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

// counters count who comes, with large buttons. There is no field for a name or a reason.
func (p *doorTab) counters() fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("door.title")), quiet(loc.T("door.about")))
	for _, who := range cafe.Whos() {
		count := func(by int) func() {
			return func() {
				e := p.now
				p.env.do(func() error { return p.env.Cafe.Count(e, who, by) })
			}
		}
		n := section(loc.Int(0))
		n.Line, n.SizeName = kwidget.Whole, theme.SizeNameHeadingText
		less := kwidget.NewButton("", theme.ContentRemoveIcon(), count(-1))
		more := primary("", count(1))
		more.Icon = theme.ContentAddIcon()
		p.rows[who] = doorRow{n, less, more}
		lines.Add(stretched(halfway(value(loc.T("door."+string(who)))), less, container.New(fixedWidth(56), container.NewCenter(n)), container.New(fixedWidth(96), more)))
	}
	return card(lines)
}
