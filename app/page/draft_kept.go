package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
)

// keptText is what somebody was typing in a field of a form when the vault locked.
type keptText struct {
	key string // under which it is kept
	kwidget.Placed
	text string
}

// offerKept shows the texts that were being typed in this form when the vault locked, with what
// puts them back. The form may be about somebody else now: so they are shown, and never put back
// by themselves. They stay kept until the form is saved.
func (f *draftForm) offerKept() {
	texts := f.keptHere()
	if len(texts) == 0 {
		return
	}
	shown := []fyne.CanvasObject{quiet(f.env.Loc.T("unsaved.here"))}
	for _, t := range texts {
		l := value(strings.Join(strings.Fields(t.text), " ")) // alone, as hide mode wants it
		l.Line = kwidget.Cut
		shown = append(shown, container.NewBorder(nil, nil, aside(t.Label), nil, l))
	}
	back := kwidget.NewButton(f.env.Loc.T("unsaved.back"), nil, func() {
		for _, t := range texts {
			t.Field.PutBack(t.text)
			f.used = append(f.used, t.key)
		}
		f.top.Hide()
		f.env.Window.Canvas().Focus(texts[0].Field)
	})
	back.OnEscape = f.dialog.Hide
	f.top.Objects = []fyne.CanvasObject{kwidget.NewPanel(container.NewBorder(nil, nil, nil, container.NewCenter(back), column(gapLines, shown...)))}
	f.top.Show()
	f.body.Refresh() // a button takes the keyboard once it is laid out
	f.env.Window.Canvas().Focus(back)
}

// keptHere pairs what is kept with the fields of the form, by its head and their labels. Of what
// was kept twice for one field the last counts.
func (f *draftForm) keptHere() (out []keptText) {
	type place struct{ where, label string }
	keys, texts := f.env.Guard.Kept()
	newest := map[place]int{}
	for i, t := range texts {
		newest[place{t.Where, t.Label}] = i
	}
	for _, p := range f.dialog.Fields() {
		at := place{p.Where, p.Label}
		if i, ok := newest[at]; ok && p.Where != "" {
			out = append(out, keptText{keys[i], p, texts[i].Text})
			delete(newest, at) // two fields may have one label: the first has it
		}
	}
	return out
}

// dropUsed ends the keeping of texts that were put back and are saved now.
func (f *draftForm) dropUsed() {
	if used := f.used; len(used) > 0 {
		f.used = nil
		f.env.Queue.Add(func() {
			if err := f.env.Guard.Drop(used); err != nil {
				f.env.OnUI(func() { f.env.Shell.Fail(err) })
			}
		})
	}
}
