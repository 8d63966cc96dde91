package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/plan"
)

// draft edits an idea of their own.
func (p *ideas) draft(title string, x cafe.Idea) {
	loc, lang := p.env.Loc, p.env.Lang()
	field := kwidget.NewField
	var steps []string
	for _, s := range x.Steps {
		steps = append(steps, s.In(lang))
	}
	what, aim, how := field(x.Title.In(lang)), kwidget.NewArea(x.Aim.In(lang), 2), kwidget.NewArea(strings.Join(steps, "\n"), 4)
	materials, low := field(x.Materials.In(lang)), field(x.Low.In(lang))
	how.SetPlaceHolder(loc.T("idea.stepshint"))
	numbers := []*kwidget.Field{field(itoa(x.Minutes[0])), field(itoa(x.Minutes[1])), field(itoa(x.People[0])), field(itoa(x.People[1]))}
	kind := newChoice(loc.T, "idea.kind.", strs(cafe.Kinds()), string(x.Kind))
	noise := newChoice(loc.T, "idea.noise.", []string{"1", "2", "3"}, itoa(x.Noise))
	energy := newChoice(loc.T, "idea.energy.", []string{"1", "2", "3"}, itoa(x.Energy))
	leads := newChoice(loc.T, "leads.", []string{"1", "2", "3", "4"}, itoa(x.Leads))
	f := p.env.draft(title, loc.T("common.save"), formOf(
		item(loc.T("activity.name"), what), item(loc.T("idea.kind"), kind.sel), item(loc.T("idea.aim"), aim), item(loc.T("idea.steps"), how),
		item(loc.T("idea.materials"), materials), item(loc.T("idea.low"), low),
		item(loc.T("idea.fromto"), container.NewGridWithColumns(2, numbers[0], numbers[1])),
		item(loc.T("idea.howmany"), container.NewGridWithColumns(2, numbers[2], numbers[3])),
		item(loc.T("idea.noise"), noise.sel), item(loc.T("idea.energy"), energy.sel), item(loc.T("activity.leads"), leads.sel),
	), fyne.NewSize(720, 640), func() func() error {
		draft := x
		typed := func(was plan.Text, f *kwidget.Field) plan.Text { return was.Typed(lang, strings.TrimSpace(f.Text)) }
		draft.Title, draft.Aim, draft.Materials, draft.Low = typed(x.Title, what), typed(x.Aim, aim), typed(x.Materials, materials), typed(x.Low, low)
		draft.Steps = nil
		for _, line := range strings.Split(how.Text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				draft.Steps = append(draft.Steps, plan.Text{}.Typed(lang, line))
			}
		}
		draft.Kind = cafe.Kind(kind.id())
		for i, into := range []*int{&draft.Minutes[0], &draft.Minutes[1], &draft.People[0], &draft.People[1]} {
			*into, _ = number(numbers[i].Text) // 0, where it is no number, is refused
		}
		draft.Noise, _ = number(noise.id())
		draft.Energy, _ = number(energy.id())
		draft.Leads, _ = number(leads.id())
		return func() error {
			if strings.TrimSpace(draft.Title.In(lang)) == "" {
				return cafe.ErrActivity
			}
			saved, err := p.env.Cafe.SaveIdea(draft)
			if err == nil {
				p.env.OnUI(func() { p.chosen = saved.ID })
			}
			return err
		}
	})
	f.on(append([]*kwidget.Field{what, aim, how, materials, low}, numbers...)...)
}
