package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
)

// shopping is the list by section, with what it costs against the budget.
func (p *cookingTab) shopping(m meal) fyne.CanvasObject {
	loc := p.env.Loc
	plus := kwidget.NewButton(loc.T("cooking.item"), nil, func() { p.item(m.Evening, cafe.ToBuy{Section: kitchen.Other}) })
	p.held.put("plus", plus)
	lines := column(gapLines, stretched(halfway(section(loc.T("cooking.list"))), plus))
	add(lines, p.costs(m)...)
	if len(m.list.Groceries) == 0 {
		lines.Add(aboutDish(loc.T("cooking.emptylist")))
	} else {
		lines.Add(aboutDish(loc.T("cooking.tickhint")))
	}
	for _, s := range kitchen.Sections() {
		some := m.list.In(s)
		if len(some) == 0 {
			continue
		}
		lines.Add(column(0, gap(0), name(loc.T("section."+string(s)))))
		for _, g := range some {
			lines.Add(p.grocery(m, g))
		}
	}
	return card(lines)
}

// costs say what the list costs, and what is left to buy.
func (p *cookingTab) costs(m meal) []fyne.CanvasObject {
	loc, list := p.env.Loc, m.list
	total := name(paper.BudgetText(loc, list))
	out := []fyne.CanvasObject{total}
	if list.Over() > 0 {
		total.SetText("⚠ " + total.Text)
		total.ColorName = theme.ColorNameWarning
		out = append(out, notices(loc.T("cooking.overhint"))...)
	}
	note := loc.T("cooking.estimate")
	if list.Unpriced {
		note += " " + loc.T("cooking.unpriced")
	}
	return append(out, aboutDish(loc.Facts(loc.T("cooking.left", "Amount", paper.Money(loc, list.Left)), note)))
}

// nameWidth is the least that the name of something to buy gets; a longer one ends with an
// ellipsis.
const nameWidth fixedWidth = 130

// grocery is one line of the list: a tick when it is bought, and one when it is in the house.
func (p *cookingTab) grocery(m meal, g cafe.Grocery) fyne.CanvasObject {
	env, loc, e := p.env, p.env.Loc, m.Evening
	set := func(got cafe.Got) func(bool) {
		return func(on bool) {
			if !on {
				got = ""
			}
			env.act(func() error { return env.Cafe.SetGot(e, g.ID, got) }, func(err error) {
				if err != nil {
					env.Shell.Fail(err)
					p.Update() // the box shows what the vault has
				}
			})
		}
	}
	bought, home := kwidget.NewCheck(paper.GroceryName(loc, g), set(cafe.Bought)), kwidget.NewCheck(loc.T("cooking.got.home"), set(cafe.AtHome))
	bought.Checked, home.Checked = g.Got == cafe.Bought, g.Got == cafe.AtHome
	p.held.put("bought "+g.ID, bought)
	p.held.put("home "+g.ID, home)
	amount := aside(paper.ToBuy(loc, g))
	price := aside(paper.Price(loc, g.Cents))
	price.ColorName = theme.ColorNameForeground
	if g.Got == cafe.AtHome {
		price.SetText("")
	}
	right := []fyne.CanvasObject{halfway(amount), container.New(fixedWidth(52), halfway(price)), home}
	if g.Own() {
		right = append(right, p.more(g.ID,
			choiceOf{loc.T("common.edit"), func() { p.item(e, g.ToBuy) }},
			choiceOf{loc.T("cooking.itemdelete"), func() { env.do(func() error { return env.Cafe.DeleteToBuy(e, g.ToBuy) }) }}))
	}
	return stretched(container.New(nameWidth, bought), right...)
}

// papers print the meal and take it along.
func (p *cookingTab) papers(e cafe.Evening) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	save := func(lang string, write func(io.Writer) error) func() {
		return func() { env.save(paper.CookingFile(loc, lang+".pdf"), write) }
	}
	var print *kwidget.Button
	print = kwidget.NewButton(loc.T("cooking.print"), theme.DocumentPrintIcon(), func() {
		kwidget.ShowMenu(print, 0,
			kwidget.MenuItem{Text: loc.T("cooking.printone"), Do: save("", func(w io.Writer) error { return paper.Cooking(w, env.Cafe, loc, e) })},
			kwidget.MenuItem{Text: loc.T("cooking.printboth"), Do: save("-nl-ar", func(w io.Writer) error { return paper.CookingBoth(w, env.Cafe, e) })})
	})
	text := kwidget.NewButton(loc.T("cooking.copy"), theme.ContentCopyIcon(), func() { p.copyText(loc, e) })
	picture := kwidget.NewButton(loc.T("cooking.picture"), theme.DocumentSaveIcon(), func() {
		env.saveFiles(paper.CookingFile(loc, ".png"), func(path string) ([]string, error) { return paper.CookingPicture(path, env.Cafe, loc, e) })
	})
	p.held.put("print", print)
	p.held.put("text", text)
	p.held.put("picture", picture)
	return card(column(gapParts, print, text, picture))
}

// copyText puts the menu and the list on the clipboard, to paste into a message.
func (p *cookingTab) copyText(loc *i18n.Localizer, e cafe.Evening) {
	env := p.env
	go func() {
		text := paper.CookingText(env.Cafe, loc, e)
		env.OnUI(func() {
			fyne.CurrentApp().Clipboard().SetContent(text)
			env.Shell.Say(loc.T("cooking.copied"))
		})
	}()
}
