package paper

import (
	"io"
	"strings"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/plan"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// CookingBoth writes the same with the Arabic beside the Dutch, to read together.
func CookingBoth(w io.Writer, s *cafe.Store, e cafe.Evening) error {
	_, err := print(w, cookingDoc(s, i18n.New("nl"), e, true), export.Options{Layout: export.Columns, TextSize: 10})
	return err
}

// CookingPicture keeps the menu and the shopping list as pictures for a phone, in one
// language, and gives their names.
func CookingPicture(path string, s *cafe.Store, loc *i18n.Localizer, e cafe.Evening) ([]string, error) {
	o := export.Options{Layout: export.First, Paper: export.Phone, TextSize: 13, Lang: loc.Lang().String()}
	if loc.RTL() {
		o.Layout, o.Lang = export.Second, "nl"
	}
	names, _, err := pictures(path, cookingDoc(s, loc, e, false), o)
	return names, err
}

// twoTongues writes a document in two languages, block by block.
type twoTongues struct {
	first, second *i18n.Localizer
	doc           bilingual.Document
}

// say adds a block in both languages.
func (t *twoTongues) say(b bilingual.Block, in func(*i18n.Localizer) string) {
	b.Text = in(t.first)
	if b.Text == "" {
		return
	}
	b.Translations = map[string]string{"ar": in(t.second)}
	t.doc.Blocks = append(t.doc.Blocks, b)
}

func (t *twoTongues) head(level int, in func(*i18n.Localizer) string) {
	t.say(bilingual.Block{Kind: bilingual.Heading, Level: level}, in)
}

func (t *twoTongues) text(in func(*i18n.Localizer) string) { t.say(bilingual.Block{}, in) }

// list adds a list; numbered where its order matters.
func (t *twoTongues) list(texts []plan.Text, numbered bool) {
	for i, x := range texts {
		b := bilingual.Block{Kind: bilingual.Bullet}
		if numbered {
			b.Kind, b.Number = bilingual.Numbered, i+1
		}
		t.say(b, func(l *i18n.Localizer) string { return x.In(l.Lang().String()) })
	}
}

// cookingDoc is the paper of a cooking evening in a language and in Arabic; with the recipes
// and the points of hygiene where it is whole.
func cookingDoc(s *cafe.Store, first *i18n.Localizer, e cafe.Evening, whole bool) bilingual.Document {
	if first.RTL() {
		first = i18n.New("nl")
	}
	t := &twoTongues{first: first, second: i18n.New("ar")}
	m, b := s.Menu(e), Cookbook()
	title := func(l *i18n.Localizer) string { return l.T("paper.cooking") }
	t.doc.Meta = map[string]any{"title": title(t.first), "title_ar": title(t.second)}
	t.head(1, title)
	t.text(func(l *i18n.Localizer) string { return subtitleOf(l, m) })
	t.head(2, func(l *i18n.Localizer) string { return l.T("cooking.menu") })
	for _, d := range m.Courses(b) {
		t.say(bilingual.Block{Kind: bilingual.Bullet}, func(l *i18n.Localizer) string { return plainly(d.Name(b, l.Lang().String())) })
	}
	t.head(2, func(l *i18n.Localizer) string { return l.T("cooking.list") })
	t.shopping(m.Shopping(b))
	if whole {
		t.recipes(m)
	}
	return t.doc
}

// shopping adds the list, a heading for each section.
func (t *twoTongues) shopping(list cafe.Shopping) {
	one, two := sections(t.first, list), sections(t.second, list)
	for i, s := range one {
		pick := func(l *i18n.Localizer) export.ShopSection {
			if l == t.first {
				return s
			}
			return two[i]
		}
		t.head(3, func(l *i18n.Localizer) string { return pick(l).Name })
		for k := range s.Lines {
			t.say(bilingual.Block{Kind: bilingual.Bullet}, func(l *i18n.Localizer) string {
				x := pick(l).Lines[k]
				return plainly(l.Facts(x.Name, x.Amount, x.Price))
			})
		}
	}
	t.text(func(l *i18n.Localizer) string { return "**" + BudgetText(l, list) + "**" })
}

// plainly takes the signs of emphasis from what somebody typed.
func plainly(s string) string { return strings.NewReplacer("*", "", "[", "(", "]", ")").Replace(s) }

// recipes adds them, each on a page of its own, and the points of hygiene.
func (t *twoTongues) recipes(m cafe.Menu) {
	b := Cookbook()
	for _, r := range m.Recipes(b) {
		t.doc.Blocks = append(t.doc.Blocks, bilingual.Block{Kind: bilingual.PageBreak})
		t.head(2, func(l *i18n.Localizer) string { return r.Title.In(l.Lang().String()) })
		t.text(func(l *i18n.Localizer) string { return recipeOf(l, r, m.Heads).Facts })
		for _, p := range r.Parts {
			t.say(bilingual.Block{Kind: bilingual.Bullet}, func(l *i18n.Localizer) string {
				return l.Facts(p.Ingredient.Name.In(l.Lang().String()), Amount(l, p.Amount.For(r.Serves, m.Heads)))
			})
		}
		t.list(r.Steps, true)
		if len(r.Tasks) > 0 {
			t.head(3, func(l *i18n.Localizer) string { return l.T("cooking.tasks") })
			t.list(r.Tasks, false)
		}
		t.text(func(l *i18n.Localizer) string {
			if h := r.Hygiene.In(l.Lang().String()); h != "" {
				return "**" + h + "**"
			}
			return ""
		})
	}
	t.doc.Blocks = append(t.doc.Blocks, bilingual.Block{Kind: bilingual.PageBreak})
	t.head(2, func(l *i18n.Localizer) string { return l.T("cooking.hygiene") })
	for _, p := range b.Hygiene {
		t.text(func(l *i18n.Localizer) string {
			return "**" + p.Title.In(l.Lang().String()) + "** " + p.Text.In(l.Lang().String())
		})
	}
}
