package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// swapDays is how far ahead evenings to swap are looked for.
const swapDays = 8 * 7

// dutyLine says who somebody is on the roster of an evening, and whether Kring suggested it.
func (e *Env) dutyLine(h cafe.Holder, suggested map[string]bool) string {
	text := e.Loc.Facts(h.Name, e.Loc.T(paidID(h)))
	if is, on := suggested[h.ID]; on {
		word := "swap.fixed"
		if is {
			word = "swap.suggested"
		}
		text = e.Loc.Facts(text, e.Loc.T(word))
	}
	return text
}

// swapButton asks who of those who are on cannot come, and then who could instead; leave
// closes what the button is in.
func (e *Env) swapButton(x cafe.Evening, leave func()) fyne.CanvasObject {
	loc := e.Loc
	var b *kwidget.Button
	b = kwidget.NewButton(loc.T("swap.open"), nil, func() {
		var items []kwidget.MenuItem
		for _, h := range e.Cafe.OnDuty(x, e.Compare) {
			items = append(items, kwidget.MenuItem{Text: loc.T("swap.title", "Name", h.Name), Do: func() {
				leave()
				e.swap(x, h)
			}})
		}
		kwidget.ShowMenu(b, 0, items...)
	})
	return b
}

// swap offers who could come in somebody's place: each is one press.
func (e *Env) swap(x cafe.Evening, h cafe.Holder) *kwidget.Dialog {
	loc := e.Loc
	from := x.Date
	if today := e.Day(); today.Compare(from) < 0 {
		from = today
	}
	can, refused := e.Cafe.Swaps(x, h, from, x.Date.AddDays(swapDays), e.Compare)
	box := column(gapLines, quietly(loc.Facts(e.date(x.Date, i18n.Long), x.Place.Name)))
	if len(can) == 0 {
		add(box, notices(loc.T("swap.none"))...)
	}
	var d *kwidget.Dialog
	take := func(s cafe.Swap) func() {
		return func() {
			d.Hide()
			e.act(func() error { return e.Cafe.TakeSwap(x, h, s) }, func(err error) {
				e.failUnlessNil(err)
				if err == nil {
					e.Shell.Say(loc.T("swap.done"))
				}
			})
		}
	}
	var first *kwidget.Button
	for _, s := range can {
		text := loc.Facts(loc.T("swap.replace", "Name", s.Holder.Name), loc.T(paidID(s.Holder)))
		if !s.For.Date.IsZero() {
			text = loc.Facts(loc.T("swap.with", "Name", s.Holder.Name), e.date(s.For.Date, i18n.Medium), s.For.Place.Name)
		}
		b := kwidget.NewButton(text, nil, take(s))
		b.Alignment = widget.ButtonAlignLeading
		b.OnEscape = func() { d.Hide() }
		if first == nil {
			first = b
		}
		box.Add(b)
	}
	for _, r := range refused {
		box.Add(column(0, quietly(loc.Facts(r.Holder.Name, loc.T(paidID(r.Holder)))), caption(e.Shell.Explain(r.Err))))
	}
	d = e.look(loc.T("swap.title", "Name", h.Name), box, func() {})
	if first != nil {
		e.Window.Canvas().Focus(first)
	}
	return d
}
