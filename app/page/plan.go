package page

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/vault"
	"kring/sessions/plan"
)

// planEditor turns what is pressed into one edit of the plan; the vault shows it.
type planEditor struct {
	env  *Env
	data sessionData
}

// partColors stand beside each block; its name says the same in words.
var partColors = map[plan.Part]color.NRGBA{
	plan.Think: {0x4C, 0x7C, 0xB0, 0xff}, plan.Write: {0xE3, 0xB2, 0x3C, 0xff},
	plan.Share: {0xD9, 0x73, 0x4E, 0xff}, plan.Do: {0x4F, 0x8F, 0x5E, 0xff},
	plan.Pause: {0x9A, 0x94, 0x8A, 0xff}, plan.Video: {0x6B, 0x4A, 0x8C, 0xff},
	plan.Welcome: {0x1F, 0x6F, 0x6B, 0xff}, plan.Closing: {0x1F, 0x6F, 0x6B, 0xff}, plan.Own: {0x2B, 0x2A, 0x33, 0xff},
}

func (e *planEditor) head() fyne.CanvasObject {
	loc := e.env.Loc
	reset := low(loc.T("plan.reset"), func() {
		e.env.do(func() error { return e.env.Store.ResetPlan(e.data.session) })
	})
	if !e.data.own {
		reset.Hide()
	}
	add := widget.NewButton(loc.T("plan.addown"), func() { e.edit(plan.Block{ID: vault.NewID(), Part: plan.Own, Minutes: 15, Lead: plan.Both}) })
	return container.NewBorder(nil, nil, nil, container.NewHBox(add, reset), section(loc.T("plan.title")))
}

// over says whether the plan is longer or shorter than the meeting.
func (e *planEditor) over() fyne.CanvasObject {
	s := e.data.session
	n := plan.Overrun(s.Start, s.End, e.data.blocks)
	switch {
	case n > 0:
		l := words(e.env.Loc.N("plan.over", n))
		l.Importance = widget.WarningImportance
		return l
	case n < 0:
		return words(e.env.Loc.N("plan.under", -n))
	}
	return quiet(e.env.Loc.T("plan.fits"))
}

func (e *planEditor) change(kind string, edit func([]plan.Block) ([]plan.Block, error)) {
	e.env.do(func() error {
		blocks, _ := e.env.Store.Plan(e.data.session) // as the vault has it now
		changed, err := edit(blocks)
		if err != nil {
			return err
		}
		return e.env.Store.SavePlan(e.data.session, kind, changed)
	})
}

func (e *planEditor) block(i int, t plan.Timed) fyne.CanvasObject {
	loc, lang := e.env.Loc, e.env.Lang()
	stripe := canvas.NewRectangle(partColors[t.Part])
	stripe.SetMinSize(fyne.NewSize(8, 10))
	name := widget.NewLabel(t.Title.In(lang))
	name.TextStyle.Bold = true
	name.Wrapping = fyne.TextWrapWord
	facts := e.env.span(t.From, t.To) + " · " + loc.N("plan.minutes", t.Minutes) + " · " + loc.T("part."+string(t.Part)) + " · " + loc.T("lead."+lead(t.Lead))
	if t.LowText {
		facts += " · " + loc.T("plan.lowtext")
	}
	details := widget.NewAccordion(widget.NewAccordionItem(loc.T("plan.steps"), words(e.steps(t.Block))))
	body := container.NewVBox(name, quiet(facts), details)
	return container.NewBorder(nil, widget.NewSeparator(), stripe, e.buttons(i, t.Block), body)
}

func lead(l plan.Lead) string {
	if l == "" {
		return string(plan.Both)
	}
	return string(l)
}

func (e *planEditor) steps(b plan.Block) string {
	lang := e.env.Lang()
	var lines []string
	if s := b.Aim.In(lang); s != "" {
		lines = append(lines, s)
	}
	for _, s := range b.Steps {
		lines = append(lines, "• "+s.In(lang))
	}
	if len(b.Materials) > 0 {
		var names []string
		for _, m := range b.Materials {
			names = append(names, m.In(lang))
		}
		lines = append(lines, e.env.Loc.T("plan.materials", "List", strings.Join(names, ", ")))
	}
	if s := b.Watch.In(lang); s != "" {
		lines = append(lines, e.env.Loc.T("plan.watch", "Text", s))
	}
	return strings.Join(lines, "\n")
}

func (e *planEditor) buttons(i int, b plan.Block) fyne.CanvasObject {
	up := iconButton(theme.MoveUpIcon(), func() {
		e.change("action.plan.move", func(bs []plan.Block) ([]plan.Block, error) { return plan.Move(bs, i, i-1) })
	})
	down := iconButton(theme.MoveDownIcon(), func() {
		e.change("action.plan.move", func(bs []plan.Block) ([]plan.Block, error) { return plan.Move(bs, i, i+1) })
	})
	if i == 0 {
		up.Disable()
	}
	if i == len(e.data.blocks)-1 {
		down.Disable()
	}
	edit := iconButton(theme.DocumentCreateIcon(), func() { e.edit(b) })
	swap := iconButton(theme.ViewRefreshIcon(), func() { e.swap(b) })
	del := iconButton(theme.DeleteIcon(), func() {
		e.change("action.plan.remove", func(bs []plan.Block) ([]plan.Block, error) { return plan.Remove(bs, b.ID) })
	})
	return container.NewCenter(container.NewHBox(up, down, edit, swap, del))
}

// edit opens a draft of a block; an unknown id is added at the end.
func (e *planEditor) edit(b plan.Block) {
	loc, lang := e.env.Loc, e.env.Lang()
	name, minutes := entry(b.Title.In(lang)), entry(loc.Int(b.Minutes))
	leads := newChoice(loc.T, "lead.", strs(plan.Leads()), lead(b.Lead))
	parts := newChoice(loc.T, "part.", strs(plan.Parts()), string(b.Part))
	materials := entry(joinTexts(b.Materials, lang))
	d := dialog.NewForm(loc.T("plan.edit"), loc.T("common.save"), loc.T("common.cancel"), []*widget.FormItem{
		widget.NewFormItem(loc.T("plan.name"), name), widget.NewFormItem(loc.T("plan.minuteslabel"), minutes),
		widget.NewFormItem(loc.T("plan.part"), parts.sel), widget.NewFormItem(loc.T("plan.lead"), leads.sel),
		widget.NewFormItem(loc.T("plan.materialslabel"), materials),
	}, func(ok bool) {
		if !ok {
			return
		}
		n, isNumber := number(strings.TrimSpace(minutes.Text))
		if !isNumber {
			n = -1
		}
		changed := b.Clone()
		changed.Title, changed.Minutes = b.Title.With(lang, strings.TrimSpace(name.Text)), n
		changed.Lead, changed.Part = plan.Lead(leads.id()), plan.Part(parts.id())
		if materials.Text != joinTexts(b.Materials, lang) {
			changed.Materials = splitTexts(materials.Text, lang)
		}
		e.save(changed)
	}, e.env.Window)
	d.Resize(fyne.NewSize(520, 360))
	d.Show()
}

func (e *planEditor) save(b plan.Block) {
	e.change("action.plan.edit", func(bs []plan.Block) ([]plan.Block, error) {
		if plan.Index(bs, b.ID) < 0 {
			return plan.Insert(bs, len(bs), b)
		}
		return plan.Update(bs, b)
	})
}

// swap offers what can stand in a block's place: its low-text alternatives first,
// the template's own, then the exercises of the same kind.
func (e *planEditor) swap(b plan.Block) {
	lang := e.env.Lang()
	options := e.options(b)
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = o.Title.In(lang)
		if o.LowText {
			names[i] += " · " + e.env.Loc.T("plan.lowtext")
		}
	}
	if len(options) == 0 {
		e.env.Shell.Say(e.env.Loc.T("plan.noswap"))
		return
	}
	list := widget.NewRadioGroup(names, nil)
	d := dialog.NewCustomConfirm(e.env.Loc.T("plan.swap"), e.env.Loc.T("plan.swapyes"), e.env.Loc.T("common.cancel"), container.NewVScroll(list), func(ok bool) {
		for i, n := range names {
			if ok && n == list.Selected {
				e.change("action.plan.swap", func(bs []plan.Block) ([]plan.Block, error) { return plan.Replace(bs, b.ID, options[i]) })
				return
			}
		}
	}, e.env.Window)
	d.Resize(fyne.NewSize(560, 340))
	d.Show()
}

func (e *planEditor) options(b plan.Block) []plan.Block {
	m := e.data.template
	var out []plan.Block
	add := func(o plan.Block) {
		if o.ID != b.ID && plan.Index(e.data.blocks, o.ID) < 0 && plan.Index(out, o.ID) < 0 {
			out = append(out, o)
		}
	}
	for _, a := range m.AlternativesFor(b.Origin()) {
		add(a)
	}
	if o, ok := m.Block(b.Origin()); ok {
		add(o)
	}
	for _, a := range m.Alternatives {
		add(a)
	}
	return out
}

func joinTexts(ts []plan.Text, lang string) string {
	var out []string
	for _, t := range ts {
		out = append(out, t.In(lang))
	}
	return strings.Join(out, ", ")
}

func splitTexts(s, lang string) []plan.Text {
	var out []plan.Text
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;،", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, plan.Text{plan.Fallback: part, lang: part})
		}
	}
	return out
}
