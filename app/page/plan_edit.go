package page

import (
	"strings"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/plan"
)

// edit opens a draft of a block; an unknown id is added at the end.
func (e *planEditor) edit(heading string, b plan.Block) {
	loc, lang := e.env.Loc, e.env.Lang()
	title, minutes := kwidget.NewField(b.Title.In(lang)), kwidget.NewField(loc.Int(b.Minutes))
	title.SetPlaceHolder(loc.T("plan.namehint"))
	leads := newChoice(loc.T, "lead.", strs(plan.Leads()), lead(b.Lead))
	parts := newChoice(loc.T, "part.", strs(plan.Parts()), string(b.Part))
	materials := kwidget.NewField(joinTexts(b.Materials, lang))
	steps := kwidget.NewArea(lineTexts(b.Steps, lang), 4)
	form := formOf(
		item(loc.T("plan.name"), title), item(loc.T("plan.minuteslabel"), minutes),
		item(loc.T("plan.part"), parts.sel), item(loc.T("plan.lead"), leads.sel),
		item(loc.T("plan.materialslabel"), materials), item(loc.T("plan.stepslabel"), steps),
	)
	f := e.env.draft(heading, loc.T("common.save"), form, fyne.NewSize(640, 540), func() func() error {
		n, ok := number(strings.TrimSpace(minutes.Text))
		if !ok {
			n = -1
		}
		changed := b.Clone()
		changed.Title, changed.Minutes = b.Title.Typed(lang, strings.TrimSpace(title.Text)), n
		changed.Lead, changed.Part = plan.Lead(leads.id()), plan.Part(parts.id())
		if materials.Text != joinTexts(b.Materials, lang) {
			changed.Materials = textsOf(listed(materials.Text), lang)
		}
		if steps.Text != lineTexts(b.Steps, lang) {
			changed.Steps = textsOf(strings.Split(steps.Text, "\n"), lang)
		}
		return func() error { return e.save(changed) }
	})
	f.on(title, minutes, materials, steps)
}

func (e *planEditor) save(b plan.Block) error {
	return e.change("action.plan.edit", func(bs []plan.Block) ([]plan.Block, error) {
		if plan.Index(bs, b.ID) < 0 {
			return plan.Insert(bs, len(bs), b)
		}
		return plan.Update(bs, b)
	})
}

func lineTexts(ts []plan.Text, lang string) string {
	lines := make([]string, len(ts))
	for i, t := range ts {
		lines[i] = t.In(lang)
	}
	return strings.Join(lines, "\n")
}

// textsOf makes texts of what somebody typed in one language; empty ones go.
func textsOf(parts []string, lang string) []plan.Text {
	var out []plan.Text
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, plan.Text{}.Typed(lang, part))
		}
	}
	return out
}

// swap offers what can stand in a block's place: its low-text alternatives first,
// the template's own, then the other exercises of the meeting.
func (e *planEditor) swap(b plan.Block) {
	loc, lang := e.env.Loc, e.env.Lang()
	options := e.options(b)
	if len(options) == 0 {
		e.env.Shell.Say(loc.T("plan.noswap"))
		return
	}
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = loc.N("plan.option", o.Minutes, "Name", o.Title.In(lang))
		if o.LowText {
			names[i] = loc.Facts(names[i], loc.T("plan.lowtext"))
		}
	}
	list := kwidget.NewRadios(names)
	e.env.draft(loc.T("plan.swap"), loc.T("plan.swapyes"), column(gapParts, quiet(loc.T("plan.swapabout", "Name", b.Title.In(lang))), column(0, list.Objects()...)), fyne.NewSize(640, 400), func() func() error {
		chosen := options[list.Selected()]
		return func() error {
			return e.change("action.plan.swap", func(bs []plan.Block) ([]plan.Block, error) { return plan.Replace(bs, b.ID, chosen) })
		}
	})
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
