package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
)

// cookingTab is the meal of an evening: what the group eats, for how many, what somebody
// cannot have, and what to buy.
type cookingTab struct {
	simple
	atEvening
	held    held
	hygiene bool // the points are unfolded
}

func newCookingTab(at atEvening) Page {
	page := newSimple(nil)
	return &cookingTab{simple: page, atEvening: at, held: held{env: at.env, scroll: page.scroll}}
}

// meal is the menu of an evening with its shopping list.
type meal struct {
	cafe.Menu
	book *kitchen.Book
	list cafe.Shopping
}

// Update implements Page.
func (p *cookingTab) Update() { refresh(p.env, &p.turns, p.meal, p.update) }

func (p *cookingTab) meal() (meal, error) {
	e, err := p.evening()
	if err != nil {
		return meal{}, err
	}
	m, book := p.env.Cafe.Menu(e), paper.Cookbook()
	return meal{m, book, m.Shopping(book)}, nil
}

func (p *cookingTab) update(m meal) {
	p.held.keep(func() {
		left := column(gapCards, p.menu(m))
		right := column(gapCards, p.heads(m), p.shared(m))
		if len(m.Dishes)+len(m.ToBuy) > 0 {
			left.Add(p.shopping(m))
			right.Add(p.papers(m.Evening))
		}
		right.Add(p.points(m.book))
		p.show(container.New(twoColumns{}, left, right))
	})
}

// menu lists the dishes; without any it says what will be here.
func (p *cookingTab) menu(m meal) fyne.CanvasObject {
	loc := p.env.Loc
	choose := primary(loc.T("cooking.choose"), func() { p.pick(m) })
	own := kwidget.NewButton(loc.T("cooking.own"), nil, func() { p.ownDish(m.Evening) })
	p.held.put("choose", choose)
	p.held.put("own", own)
	lines := column(gapParts, section(loc.T("cooking.menu")))
	if len(m.Dishes) == 0 {
		lines.Add(words(loc.T("cooking.empty")))
	}
	for _, d := range m.Courses(m.book) {
		lines.Add(p.dish(m, d))
	}
	return card(lines, container.NewHBox(choose, own))
}

// dish is one line of the menu, with what of it somebody cannot have.
func (p *cookingTab) dish(m meal, d cafe.Dish) fyne.CanvasObject {
	env, loc, e := p.env, p.env.Loc, m.Evening
	drop := choiceOf{loc.T("cooking.drop"), func() { env.do(func() error { return env.Cafe.DeleteDish(e, d) }) }}
	lines := column(gapLines, name(d.Name(m.book, env.Lang())))
	r, ok := m.book.Recipe(d.ID)
	switch {
	case d.Own:
		lines.Add(aboutDish(loc.T("cooking.unknown")))
		rename := choiceOf{loc.T("cooking.ownedit"), func() { p.renameDish(e, d) }}
		buy := choiceOf{loc.T("cooking.item"), func() { p.item(e, cafe.ToBuy{DishID: d.ID}) }}
		return stretched(lines, p.more(d.ID, buy, rename, drop))
	case !ok:
		add(lines, notices(loc.T("cooking.gone"))...)
		return stretched(lines, p.more(d.ID, drop))
	}
	lines.Add(aboutDish(loc.Facts(loc.T("dish.kind."+string(r.Kind)), paper.Contains(loc, r))))
	choices := []choiceOf{drop}
	if clashes := m.Conflicts(r); len(clashes) > 0 {
		for _, c := range clashes {
			add(lines, notices("⚠ "+paper.ConflictText(loc, c))...)
		}
		var offers []string
		for _, x := range m.Instead(m.book, r, shownInstead) {
			title := x.Title.In(env.Lang())
			offers = append(offers, title)
			choices = append(choices, choiceOf{loc.T("cooking.swap", "Dish", title), func() { env.do(func() error { return env.Cafe.SwapDish(e, d, x) }) }})
		}
		if len(offers) > 0 {
			lines.Add(aboutDish(loc.T("cooking.instead", "Dishes", loc.List(offers))))
		}
	}
	recipe := low(loc.T("cooking.recipe"), func() { p.recipe(m, r) })
	p.held.put("recipe "+d.ID, recipe)
	return stretched(lines, recipe, p.more(d.ID, choices...))
}

// shownInstead is how many dishes are offered for one that somebody cannot have.
const shownInstead = 3

// aboutDish is a quiet line that begins where the name above it does.
func aboutDish(text string) *kwidget.BidiLabel {
	l := quiet(text)
	l.ByWindow = true
	return l
}

// more is the menu of a line; the keyboard stays on it.
func (p *cookingTab) more(key string, choices ...choiceOf) fyne.CanvasObject {
	b := more(choices...)
	p.held.put("more "+key, b.(fyne.Focusable))
	return b
}

// heads counts who eat, and says what it may cost.
func (p *cookingTab) heads(m meal) fyne.CanvasObject {
	env, loc, e := p.env, p.env.Loc, m.Evening
	count := func(by int) func() {
		return func() { env.do(func() error { return env.Cafe.MoreHeads(e, by) }) }
	}
	n := section(loc.Int(m.Heads))
	n.Line, n.SizeName = kwidget.Whole, theme.SizeNameHeadingText
	less, add := kwidget.NewButton("", theme.ContentRemoveIcon(), count(-1)), kwidget.NewButton("", theme.ContentAddIcon(), count(1))
	if m.Heads <= 1 {
		less.Disable()
	}
	if m.Heads >= kitchen.MostHeads {
		add.Disable()
	}
	change := kwidget.NewButton(loc.T("cooking.meal"), nil, func() { p.agree(m) })
	p.held.put("less", less)
	p.held.put("add", add)
	p.held.put("change", change)
	lines := column(gapParts, section(loc.T("cooking.heads")), beside(gapParts, less, container.New(fixedWidth(56), container.NewCenter(n)), add))
	if !m.Agreed {
		lines.Add(aboutDish(loc.T("cooking.guess")))
	}
	budget := loc.T("cooking.nobudget")
	if m.Budget > 0 {
		budget = loc.T("cooking.budgetis", "Amount", paper.Money(loc, m.Budget))
	}
	lines.Add(value(budget))
	return card(lines, container.NewHBox(change))
}

// shared says what was shared of allergies and diets, by number alone.
func (p *cookingTab) shared(m meal) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("cooking.share")))
	for _, n := range m.Needs() {
		lines.Add(value(loc.T("cooking.times", "Count", loc.Int(m.Shared[n]), "Need", loc.T("need."+string(n)))))
	}
	if len(m.Needs()) == 0 {
		lines.Add(aboutDish(loc.T("cooking.noshared")))
	}
	change := kwidget.NewButton(loc.T("common.edit"), nil, func() { p.share(m) })
	p.held.put("share", change)
	return card(lines, container.NewHBox(change))
}

// points are those of hygiene, folded until somebody wants them.
func (p *cookingTab) points(b *kitchen.Book) fyne.CanvasObject {
	loc, lang := p.env.Loc, p.env.Lang()
	text := loc.T("cooking.showhygiene")
	if p.hygiene {
		text = loc.T("cooking.hidehygiene")
	}
	fold := low(text, func() {
		p.hygiene = !p.hygiene
		p.Update()
	})
	p.held.put("hygiene", fold)
	lines := column(gapParts, section(loc.T("cooking.hygiene")), container.NewHBox(fold))
	if p.hygiene {
		for _, x := range b.Hygiene {
			lines.Add(column(0, name(x.Title.In(lang)), p.env.readable(value(x.Text.In(lang)))))
		}
	}
	return card(lines)
}
