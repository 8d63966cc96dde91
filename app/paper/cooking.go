package paper

import (
	"io"
	"strings"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
	"kring/toolkit/export"
)

// CookingFile is a name for the papers of a cooking evening.
func CookingFile(loc *i18n.Localizer, kind string) string { return loc.T("paper.cookingfile") + kind }

// Cooking writes the paper of a cooking evening in one language: the menu, the shopping list
// with what it costs, what is in every dish, and the recipes for the people who come. What
// was shared stands there as numbers without names.
func Cooking(w io.Writer, s *cafe.Store, loc *i18n.Localizer, e cafe.Evening) error {
	m, b := s.Menu(e), Cookbook()
	list, lang := m.Shopping(b), loc.Lang().String()
	out := export.Kitchen{
		Title: loc.T("paper.cooking"), Subtitle: subtitleOf(loc, m),
		Intro: []export.Labelled{
			{Label: loc.T("cooking.menu"), Text: loc.Facts(dishNames(m, b, lang)...)},
			{Label: loc.T("cooking.shared"), Text: sharedText(loc, m)},
		},
		Notices: dishNotices(loc, m, b), ListTitle: loc.T("cooking.list"), Sections: sections(loc, list),
		Totals:     append([]string{BudgetText(loc, list)}, remarks(loc, list)...),
		TableTitle: loc.T("cooking.inside"), TableNote: loc.T("cooking.labels"), RulesTitle: loc.T("cooking.hygiene"), Lang: lang,
	}
	for _, d := range m.Courses(b) {
		r, ok := b.Recipe(d.ID)
		text := loc.T("cooking.unknown")
		switch {
		case !ok && !d.Own:
			text = loc.T("cooking.gone")
		case ok:
			text = loc.Facts(Contains(loc, r), Fits(loc, r))
			out.Recipes = append(out.Recipes, recipeOf(loc, r, m.Heads))
		}
		out.Table = append(out.Table, export.Labelled{Label: d.Name(b, lang), Text: text})
	}
	for _, p := range b.Hygiene {
		out.Rules = append(out.Rules, export.Labelled{Label: p.Title.In(lang), Text: p.Text.In(lang)})
	}
	return export.WritePDF(w, out.Pages(), export.Meta{Title: out.Title, Subject: e.Place.Name, Lang: lang})
}

func subtitleOf(loc *i18n.Localizer, m cafe.Menu) string {
	return loc.Facts(m.Evening.Place.Name, date(loc, m.Evening.Date, i18n.Long), loc.N("cooking.for", m.Heads))
}

func dishNames(m cafe.Menu, b *kitchen.Book, lang string) []string {
	var out []string
	for _, d := range m.Courses(b) {
		out = append(out, d.Name(b, lang))
	}
	return out
}

// dishNotices are what of the menu somebody who shared something cannot have.
func dishNotices(loc *i18n.Localizer, m cafe.Menu, b *kitchen.Book) []string {
	var out []string
	for _, r := range m.Recipes(b) {
		for _, c := range m.Conflicts(r) {
			out = append(out, loc.T("cooking.dishclash", "Dish", r.Title.In(loc.Lang().String()), "Why", ConflictText(loc, c)))
		}
	}
	return out
}

// remarks are what to know of the total.
func remarks(loc *i18n.Localizer, list cafe.Shopping) []string {
	out := []string{loc.T("cooking.estimate")}
	if list.Unpriced {
		out = append(out, loc.T("cooking.unpriced"))
	}
	return out
}

// sections are the list by section; what is in the house has no price.
func sections(loc *i18n.Localizer, list cafe.Shopping) []export.ShopSection {
	var out []export.ShopSection
	for _, s := range kitchen.Sections() {
		x := export.ShopSection{Name: loc.T("section." + string(s))}
		for _, g := range list.In(s) {
			line := export.ShopLine{Name: GroceryName(loc, g), Amount: ToBuy(loc, g), Price: Price(loc, g.Cents), Got: g.Got != ""}
			if g.Got == cafe.AtHome {
				line.Amount, line.Price = loc.T("cooking.got.home"), ""
			}
			x.Lines = append(x.Lines, line)
		}
		if len(x.Lines) > 0 {
			out = append(out, x)
		}
	}
	return out
}

func recipeOf(loc *i18n.Localizer, r kitchen.Recipe, heads int) export.KitchenRecipe {
	lang := loc.Lang().String()
	out := export.KitchenRecipe{
		Title: r.Title.In(lang), About: r.About.In(lang), Steps: all(r.Steps, lang), Watch: r.Hygiene.In(lang),
		Facts:      loc.Facts(loc.N("cooking.for", heads), loc.N("cooking.minutes", r.Minutes), Contains(loc, r)),
		TasksLabel: loc.T("cooking.tasks"), Tasks: all(r.Tasks, lang),
	}
	for _, p := range r.Parts {
		out.Parts = append(out.Parts, export.ShopLine{Name: p.Ingredient.Name.In(lang), Amount: Amount(loc, p.Amount.For(r.Serves, heads))})
	}
	return out
}

// CookingText is the menu and the list as plain text for a message group. What was shared of
// allergies is not in it: a message goes to more people than a kitchen has.
func CookingText(s *cafe.Store, loc *i18n.Localizer, e cafe.Evening) string {
	m, b := s.Menu(e), Cookbook()
	list := m.Shopping(b)
	var out strings.Builder
	line := func(text string) {
		if text != "" {
			out.WriteString(text + "\n")
		}
	}
	line("*" + loc.T("paper.cooking") + "*")
	line(subtitleOf(loc, m))
	line("")
	for _, d := range m.Courses(b) {
		line("• " + d.Name(b, loc.Lang().String()))
	}
	for _, x := range sections(loc, list) {
		line("\n*" + x.Name + "*")
		for _, l := range x.Lines {
			sign := "☐ "
			if l.Got {
				sign = "☑ "
			}
			price := ""
			if l.Price != "" {
				price = loc.T("cooking.money", "Amount", l.Price)
			}
			line(sign + loc.Facts(l.Name, l.Amount, price))
		}
	}
	line("\n" + BudgetText(loc, list))
	line(loc.T("cooking.estimate"))
	return out.String()
}
