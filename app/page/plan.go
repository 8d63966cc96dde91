package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/internal/vault"
	"kring/sessions/plan"
)

// planEditor turns what is pressed into one edit of the plan; the vault shows it.
type planEditor struct {
	env    *Env
	data   sessionData
	opened map[string]bool
	redraw func()
}

func (e *planEditor) head() fyne.CanvasObject {
	loc := e.env.Loc
	add := kwidget.NewButton(loc.T("plan.addown"), nil, func() {
		e.edit(loc.T("plan.addown"), plan.Block{ID: vault.NewID(), Part: plan.Own, Minutes: 15, Lead: plan.Both})
	})
	right := []fyne.CanvasObject{add}
	if e.data.own {
		right = append([]fyne.CanvasObject{low(loc.T("plan.reset"), e.reset)}, right...)
	}
	return stretched(halfway(section(loc.T("plan.title"))), right...)
}

func (e *planEditor) reset() {
	e.env.do(func() error { return e.env.Store.ResetPlan(e.data.session) })
}

// over says whether the plan is longer or shorter than the meeting.
func (e *planEditor) over() fyne.CanvasObject {
	s := e.data.session
	n := plan.Overrun(s.Start, s.End, e.data.blocks)
	switch {
	case n > 0:
		return warning(e.env.Loc.N("plan.over", n))
	case n < 0:
		return warning(e.env.Loc.N("plan.under", -n))
	}
	return quiet(e.env.Loc.T("plan.fits"))
}

// change edits the plan as the vault has it now.
func (e *planEditor) change(kind string, edit func([]plan.Block) ([]plan.Block, error)) error {
	blocks, _ := e.env.Store.Plan(e.data.session)
	changed, err := edit(blocks)
	if err != nil {
		return err
	}
	return e.env.Store.SavePlan(e.data.session, kind, changed)
}

func (e *planEditor) do(kind string, edit func([]plan.Block) ([]plan.Block, error)) {
	e.env.do(func() error { return e.change(kind, edit) })
}

// timeWidth is the column of the hours.
const timeWidth float32 = 66

// block is one card of the plan: the hour, what it is, who leads it.
func (e *planEditor) block(i int, t plan.Timed) fyne.CanvasObject {
	loc := e.env.Loc
	hour := name(e.env.clock(t.From))
	hour.SizeName = theme.SizeNameSubHeadingText
	space := canvas.NewRectangle(nil)
	space.SetMinSize(fyne.NewSize(timeWidth, 1))
	when := container.NewStack(space, column(0, hour, caption(loc.T("plan.min", "Number", loc.Int(t.Minutes)))))
	facts := loc.Facts(loc.T("part."+string(t.Part)), loc.T("lead."+lead(t.Lead)))
	if t.LowText {
		facts = loc.Facts(facts, loc.T("plan.lowtext"))
	}
	what := container.NewBorder(nil, nil, container.NewHBox(kwidget.NewDot(paper.PartColor(t.Part)), gap(0)), nil, quiet(facts))
	body := column(gapLines, e.env.both(e.data.course, t.Title, name), what)
	row := container.NewBorder(nil, nil, when, e.buttons(i, t.Block), body)
	return kwidget.NewStripedPanel(paper.PartColor(t.Part), column(0, row, e.unfolding(t.Block)))
}

// unfolding is the button that shows how a block is done, and the steps when it is open.
func (e *planEditor) unfolding(b plan.Block) fyne.CanvasObject {
	icon, text := theme.MenuExpandIcon(), "plan.steps"
	if e.opened[b.ID] {
		icon, text = theme.MenuDropDownIcon(), "plan.fold"
	}
	if !e.hasSteps(b) {
		return spaceHigh(0)
	}
	toggle := kwidget.NewButton(e.env.Loc.T(text), icon, func() {
		e.opened[b.ID] = !e.opened[b.ID]
		e.redraw()
	})
	toggle.Importance, toggle.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	inset := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(0, 0, timeWidth-8, 0), o)
	}
	if !e.opened[b.ID] {
		return inset(container.NewHBox(toggle))
	}
	return inset(column(gapParts, container.NewHBox(toggle), container.New(layout.NewCustomPaddedLayout(0, 6, 12, 0), e.steps(b))))
}

func (e *planEditor) hasSteps(b plan.Block) bool {
	return len(b.Steps) > 0 || len(b.Materials) > 0 || len(b.Aim) > 0 || len(b.Watch) > 0
}

func lead(l plan.Lead) string {
	if l == "" {
		return string(plan.Both)
	}
	return string(l)
}

// steps is how a block is done: why, step by step, what is needed, what to look out for.
func (e *planEditor) steps(b plan.Block) fyne.CanvasObject {
	loc, lang, c := e.env.Loc, e.env.Lang(), e.data.course
	out := column(gapParts)
	if len(b.Aim) > 0 {
		out.Add(e.env.both(c, b.Aim, quiet))
	}
	var lines []fyne.CanvasObject
	for _, s := range b.Steps {
		lines = append(lines, e.env.both(c, s, words))
	}
	out.Add(bullets(lines))
	if len(b.Materials) > 0 {
		out.Add(e.env.readable(words(loc.T("plan.materials", "List", joinTexts(b.Materials, lang)))))
	}
	if s := b.Watch.In(lang); s != "" {
		out.Add(e.env.readable(warning(loc.T("plan.watch", "Text", s))))
	}
	return out
}

func (e *planEditor) buttons(i int, b plan.Block) fyne.CanvasObject {
	loc := e.env.Loc
	up := iconButton(theme.MoveUpIcon(), func() {
		e.do("action.plan.move", func(bs []plan.Block) ([]plan.Block, error) { return plan.Move(bs, i, i-1) })
	})
	down := iconButton(theme.MoveDownIcon(), func() {
		e.do("action.plan.move", func(bs []plan.Block) ([]plan.Block, error) { return plan.Move(bs, i, i+1) })
	})
	if i == 0 {
		up.Disable()
	}
	if i == len(e.data.blocks)-1 {
		down.Disable()
	}
	edit := low(loc.T("common.edit"), func() { e.edit(loc.T("plan.edit"), b) })
	rest := more(choiceOf{loc.T("plan.swap"), func() { e.swap(b) }},
		choiceOf{loc.T("plan.remove"), func() {
			e.do("action.plan.remove", func(bs []plan.Block) ([]plan.Block, error) { return plan.Remove(bs, b.ID) })
		}})
	return container.NewVBox(beside(0, up, down, edit, rest))
}

func joinTexts(ts []plan.Text, lang string) string {
	var out []string
	for _, t := range ts {
		out = append(out, t.In(lang))
	}
	return strings.Join(out, ", ")
}
