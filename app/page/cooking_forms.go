package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
)

// agree asks how many eat and what it may cost.
func (p *cookingTab) agree(m meal) *draftForm {
	env, loc := p.env, p.env.Loc
	n, money := kwidget.NewField(loc.Int(m.Heads)), kwidget.NewField("")
	if m.Budget > 0 {
		money.SetText(loc.Cents(m.Budget))
	}
	f := env.draft(loc.T("cooking.meal"), loc.T("common.save"), formOf(
		item(loc.T("cooking.heads"), n), item(loc.T("cooking.budget"), money),
	), fyne.NewSize(600, 300), func() func() error {
		heads, wrong := kitchen.ParseHeads(n.Text)
		cents, bad := kitchen.ParseCents(money.Text)
		return func() error {
			switch {
			case wrong != nil:
				return wrong
			case bad != nil:
				return bad
			}
			return env.Cafe.SetMeal(m.Evening, heads, cents)
		}
	})
	f.on(n, money)
	return f
}

// ownDish writes down a dish of the group's own, with what to buy for it.
func (p *cookingTab) ownDish(e cafe.Evening) *draftForm {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	what, lines := kwidget.NewField(""), kwidget.NewArea("", 5)
	what.SetPlaceHolder(loc.T("cooking.ownhint"))
	lines.SetPlaceHolder(loc.T("cooking.ownlineshint"))
	content := column(gapParts, name(loc.T("cooking.ownname")), what, name(loc.T("cooking.ownlines")), lines)
	f := env.draft(loc.T("cooking.own"), loc.T("common.save"), content, fyne.NewSize(600, 440), func() func() error {
		title, buy := what.Text, cafe.ReadToBuy(lines.Text)
		return func() error {
			_, err := env.Cafe.SaveOwnDish(e, cafe.Dish{}, lang, title, buy...)
			return err
		}
	})
	f.on(what, lines)
	return f
}

// renameDish calls a dish of their own otherwise.
func (p *cookingTab) renameDish(e cafe.Evening, d cafe.Dish) {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	what := kwidget.NewField(d.Title.In(lang))
	env.draft(loc.T("cooking.ownedit"), loc.T("common.save"), formOf(item(loc.T("cooking.ownname"), what)), fyne.NewSize(560, 220), func() func() error {
		title := what.Text
		return func() error {
			_, err := env.Cafe.SaveOwnDish(e, d, lang, title)
			return err
		}
	}).on(what)
}

// item writes something on the shopping list, or changes it.
func (p *cookingTab) item(e cafe.Evening, x cafe.ToBuy) *draftForm {
	env, loc := p.env, p.env.Loc
	title := loc.T("cooking.item")
	if x.ID != "" {
		title = loc.T("cooking.itemedit")
	}
	if x.Section == "" {
		x.Section = kitchen.Other
	}
	what, money := kwidget.NewField(x.Text), kwidget.NewField("")
	what.SetPlaceHolder(loc.T("cooking.itemhint"))
	if x.Cents > 0 {
		money.SetText(loc.Cents(x.Cents))
	}
	where := newChoice(loc.T, "section.", strs(kitchen.Sections()), string(x.Section))
	f := env.draft(title, loc.T("common.save"), formOf(
		item(loc.T("cooking.itemwhat"), what), item(loc.T("cooking.itemcents"), money), item(loc.T("cooking.itemwhere"), where.sel),
	), fyne.NewSize(600, 340), func() func() error {
		draft := x
		draft.Text, draft.Section = what.Text, kitchen.Section(where.id())
		cents, wrong := kitchen.ParseCents(money.Text)
		draft.Cents = cents
		return func() error {
			if wrong != nil {
				return wrong
			}
			_, err := env.Cafe.SaveToBuy(e, draft)
			return err
		}
	})
	f.on(what, money)
	return f
}

// needRow is one thing that can be shared, and how many share it.
type needRow struct {
	need kitchen.Need
	on   *kwidget.Check
	n    *kwidget.Field
}

// read is how many share it; what is no number is refused.
func (r needRow) read() (int, error) {
	if !r.on.Checked {
		return 0, nil
	}
	return kitchen.ParseHeads(r.n.Text)
}

// share asks what people shared of allergies and diets: how many, without a field for who.
func (p *cookingTab) share(m meal) (*draftForm, []needRow) {
	env, loc := p.env, p.env.Loc
	box := column(gapLines, aboutDish(loc.T("cooking.shareabout")))
	var rows []needRow
	for _, part := range []struct {
		head  string
		needs []kitchen.Need
	}{{loc.T("cooking.diets"), kitchen.Diets()}, {loc.T("cooking.allergens"), kitchen.Allergens()}} {
		box.Add(name(part.head))
		for _, n := range part.needs {
			r := p.needRow(n, m.Shared[n])
			rows = append(rows, r)
			box.Add(stretched(r.on, container.New(fixedWidth(72), r.n)))
		}
	}
	f := env.draft(loc.T("cooking.share"), loc.T("common.save"), box, fyne.NewSize(520, 600), func() func() error {
		shared := map[kitchen.Need]int{}
		var wrong error
		for _, r := range rows {
			n, err := r.read()
			if err != nil {
				wrong = err
			}
			shared[r.need] = n
		}
		return func() error {
			if wrong != nil {
				return wrong
			}
			return env.Cafe.SetShared(m.Evening, shared)
		}
	})
	for _, r := range rows {
		r.on.OnEscape = f.dialog.Hide
		r.on.OnFocus = func() { see(f.scroll, r.on) }
		r.n.OnEscape = f.dialog.Hide
		r.n.OnSubmitted = func(string) { f.save() }
		inSight(f.scroll, r.n)
	}
	env.Window.Canvas().Focus(rows[0].on)
	return f, rows
}

// needRow ticks itself when a number is typed, and has a 1 when it is ticked.
func (p *cookingTab) needRow(n kitchen.Need, shared int) needRow {
	loc := p.env.Loc
	r := needRow{n, kwidget.NewCheck(loc.T("need."+string(n)), nil), kwidget.NewField("")}
	if shared > 0 {
		r.on.Checked = true
		r.n.SetText(loc.Int(shared))
	}
	r.on.OnChanged = func(on bool) {
		switch {
		case !on:
			r.n.SetText("")
		case strings.TrimSpace(r.n.Text) == "":
			r.n.SetText(loc.Int(1))
		}
	}
	r.n.OnChanged = func(text string) {
		if strings.TrimSpace(text) != "" && !r.on.Checked {
			r.on.SetChecked(true)
		}
	}
	return r
}
