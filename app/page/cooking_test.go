package page

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
)

// cookingIn opens the meal of tonight.
func cookingIn(t *testing.T, lang string) (*stage, *cookingTab, cafe.Evening) {
	t.Helper()
	s := newStage(t, lang)
	x := s.placeWith()
	p := s.open(Target{Page: Cafes, Tab: Cooking, PlaceID: x.ID, Date: s.env.Day()}).(*eveningPage)
	e, ok := s.env.Cafe.Evening(x.ID, s.env.Day())
	if !ok {
		t.Fatal("there is no evening tonight")
	}
	return s, p.tab.(*cookingTab), e
}

// fresh shows what the vault has now.
func (p *cookingTab) fresh(t *testing.T) meal {
	t.Helper()
	m, err := p.meal()
	if err != nil {
		t.Fatal(err)
	}
	p.update(m)
	return m
}

func (s *stage) takes(e cafe.Evening, ids ...string) {
	s.Helper()
	for _, id := range ids {
		r, ok := paper.Cookbook().Recipe(id)
		if err := s.env.Cafe.TakeDish(e, r); err != nil || !ok {
			s.Fatalf("%s: %v", id, err)
		}
	}
}

// With a menu and without one every word is there, and nothing is wider than the window.
func TestCookingTabInEveryLanguage(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s, p, e := cookingIn(t, lang)
		loc := s.env.Loc
		if texts := textsIn(p.Object()); !slices.Contains(texts, loc.T("cooking.empty")) || slices.Contains(texts, loc.T("cooking.list")) {
			t.Errorf("%s: without a menu it says %q", lang, texts)
		}
		s.takes(e, "shakshuka", "kip-couscous")
		_, err := s.env.Cafe.SaveOwnDish(e, cafe.Dish{}, "ar", "كبسة أمي", cafe.ToBuy{Text: "lamsvlees"})
		for _, err := range []error{
			err, s.env.Cafe.SetMeal(e, 14, 10_00), s.env.Cafe.SetShared(e, map[kitchen.Need]int{kitchen.Vegan: 2, kitchen.Egg: 1}),
			s.env.Cafe.TakeDish(e, kitchen.Recipe{ID: "weg", Title: map[string]string{"nl": "Oude stoof"}}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		p.hygiene = true
		m := p.fresh(t)
		texts := textsIn(p.Object())
		clash := "⚠ " + paper.ConflictText(loc, m.Conflicts(m.Recipes(m.book)[0])[0])
		for _, want := range []string{clash, loc.T("cooking.gone"), "Oude stoof", "كبسة أمي", "lamsvlees", loc.T("cooking.overhint"), m.book.Hygiene[0].Title.In(lang)} {
			if !slices.Contains(texts, want) {
				t.Errorf("%s: %q is not on the page", lang, want)
			}
		}
		for _, text := range texts {
			if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
				t.Errorf("%s: %q", lang, text)
			}
		}
		if w := p.Object().MinSize().Width; w > 820 {
			t.Errorf("%s asks for %.0f", lang, w)
		}
	}
}

// A line is ticked with the space bar, and the keyboard stays on it though the page is built
// anew.
func TestShoppingByKeys(t *testing.T) {
	s, p, e := cookingIn(t, "nl")
	s.takes(e, "rijstpudding")
	p.fresh(t)
	s.env.Window.SetContent(p.Object())
	tick := p.held.by["bought melk"].(*kwidget.Check)
	s.env.Window.Canvas().Focus(tick)
	tick.TypedRune(' ')
	s.await("a tick", func() bool { return s.env.Cafe.Menu(e).Ticks["melk"] == cafe.Bought })
	before := p.fresh(t).list
	now := p.held.by["bought melk"].(*kwidget.Check)
	if now == tick || !now.Checked || s.env.Window.Canvas().Focused() != fyne.Focusable(now) {
		t.Errorf("the keyboard is on %v", s.env.Window.Canvas().Focused())
	}
	now.TypedRune(' ')
	s.await("no tick", func() bool { return s.env.Cafe.Menu(e).Ticks["melk"] == "" })
	p.held.by["home rijst"].(*kwidget.Check).TypedRune(' ')
	s.await("what is at home", func() bool { return s.env.Cafe.Menu(e).Ticks["rijst"] == cafe.AtHome })
	if list := p.fresh(t).list; list.Cents != before.Cents-199 {
		t.Errorf("%d cents, before %d", list.Cents, before.Cents)
	}
	p.held.by["add"].(*kwidget.Button).OnTapped()
	s.await("one more", func() bool { return s.env.Cafe.Menu(e).Heads == 9 })
}

// What the keyboard comes to below the window is scrolled into sight.
func TestKeyboardScrollsTheList(t *testing.T) {
	s, p, e := cookingIn(t, "nl")
	s.takes(e, "harira", "bami", "fattoush", "appelkruimel")
	p.fresh(t)
	s.env.Window.SetContent(p.Object())
	s.env.Window.Resize(fyne.NewSize(820, 600))
	last := p.held.by["home sambal"].(*kwidget.Check)
	s.env.Window.Canvas().Focus(last)
	if p.scroll.Offset.Y == 0 {
		t.Error("the list does not scroll")
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if top < 0 || top+last.Size().Height > 600 {
		t.Errorf("it is at %.0f", top)
	}
	s.env.Window.Canvas().Focus(p.held.by["choose"])
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.held.by["choose"].(fyne.CanvasObject)).Y; y < 0 {
		t.Errorf("back at the top it is at %.0f", y)
	}
}

// What cannot be read is said in the form, which keeps what was typed; the vault keeps what
// it had.
func TestMealRefusesWhatItCannotRead(t *testing.T) {
	for _, c := range []struct {
		heads, budget string
		want          error
	}{
		{"0", "40", kitchen.ErrHeads},
		{"-1", "40", kitchen.ErrHeads},
		{"10000", "40", kitchen.ErrHeads},
		{"tien", "40", kitchen.ErrHeads},
		{"10", "veertig", kitchen.ErrMoney},
		{"10", "€ 40,-", nil},
		{"١٢", "40.50", nil},
	} {
		s, p, e := cookingIn(t, "nl")
		f := p.agree(p.fresh(t))
		var fields []*kwidget.Field
		walk(f.scroll, func(o fyne.CanvasObject) {
			if x, ok := o.(*kwidget.Field); ok {
				fields = append(fields, x)
			}
		})
		fields[0].SetText(c.heads)
		fields[1].SetText(c.budget)
		f.save()
		s.await("an answer", func() bool { return !f.yes.Disabled() })
		m := s.env.Cafe.Menu(e)
		if c.want == nil {
			if !m.Agreed || m.Budget < 40_00 || !f.problem.Hidden {
				t.Errorf("%q, %q: %d people, %d cents, %q", c.heads, c.budget, m.Heads, m.Budget, f.problem.Text)
			}
			continue
		}
		if m.Agreed || m.Budget != 0 || f.problem.Hidden || !strings.Contains(f.problem.Text, c.want.Error()) || fields[0].Text != c.heads || fields[1].Text != c.budget {
			t.Errorf("%q, %q: says %q", c.heads, c.budget, f.problem.Text)
		}
	}
}

// What was shared is ticked with a number; a number ticks, and no tick is nobody.
func TestSharing(t *testing.T) {
	s, p, e := cookingIn(t, "ar")
	f, rows := p.share(p.fresh(t))
	by := map[kitchen.Need]needRow{}
	for _, r := range rows {
		by[r.need] = r
	}
	by[kitchen.Milk].on.SetChecked(true)
	by[kitchen.Halal].n.SetText("٤")
	by[kitchen.Egg].on.SetChecked(true)
	by[kitchen.Egg].on.SetChecked(false)
	by[kitchen.Fish].n.SetText("veel")
	if _, err := by[kitchen.Fish].read(); !errors.Is(err, kitchen.ErrHeads) {
		t.Errorf("read as %v", err)
	}
	f.save()
	s.await("a refusal", func() bool { return !f.yes.Disabled() })
	if m := s.env.Cafe.Menu(e); len(m.Shared) > 0 || f.problem.Hidden {
		t.Errorf("kept %v", m.Shared)
	}
	by[kitchen.Fish].on.SetChecked(false)
	f.save()
	s.await("what was shared", func() bool { return len(s.env.Cafe.Menu(e).Shared) > 0 })
	if m := s.env.Cafe.Menu(e); m.Shared[kitchen.Milk] != 1 || m.Shared[kitchen.Halal] != 4 || len(m.Shared) != 2 {
		t.Errorf("shared is %v", m.Shared)
	}
}

// The picker offers what everybody can have, finds by words, and puts a dish on the menu.
func TestPickADish(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s, p, e := cookingIn(t, lang)
		if err := s.env.Cafe.SetShared(e, map[kitchen.Need]int{kitchen.Vegan: 1}); err != nil {
			t.Fatal(err)
		}
		x := p.pick(p.fresh(t))
		for _, r := range x.shown {
			if !r.Suits(kitchen.Vegan) {
				t.Errorf("%s offers %s", lang, r.ID)
			}
		}
		all := len(x.shown)
		x.fits.SetChecked(false)
		if len(x.shown) <= all {
			t.Errorf("%s: %d dishes, with what does not fit %d", lang, all, len(x.shown))
		}
		x.text.SetText("kip")
		if len(x.shown) == 0 || x.shown[0].ID == "" {
			t.Fatalf("%s finds nothing", lang)
		}
		want := x.shown[0].ID
		button(t, x.detail, s.env.Loc.T("cooking.take")).OnTapped()
		s.await("a dish", func() bool { return s.env.Cafe.Menu(e).Has(want) })
		for _, text := range textsIn(x.detail) {
			if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") {
				t.Errorf("%s: %q", lang, text)
			}
		}
		x.text.SetText("zzz")
		if len(x.shown) != 0 || len(x.detail.Objects) != 0 {
			t.Errorf("%s: nothing is found and %d lines are shown", lang, len(x.detail.Objects))
		}
	}
}

// A dish and a line without words are refused and stay in their forms.
func TestOwnDishAndItem(t *testing.T) {
	s, p, e := cookingIn(t, "nl")
	f := p.ownDish(e)
	f.save()
	s.await("a refusal", func() bool { return !f.yes.Disabled() })
	if f.problem.Hidden || len(s.env.Cafe.Menu(e).Dishes) > 0 {
		t.Error("a dish without a name was kept")
	}
	g := p.item(e, cafe.ToBuy{})
	g.save()
	s.await("a refusal", func() bool { return !g.yes.Disabled() })
	if g.problem.Hidden || len(s.env.Cafe.Menu(e).ToBuy) > 0 {
		t.Error("a line without words was kept")
	}
}

// The text for a phone is on the clipboard.
func TestCopyForThePhone(t *testing.T) {
	s, p, e := cookingIn(t, "ar")
	s.takes(e, "muntthee")
	p.copyText(s.env.Loc, e)
	s.await("the text", func() bool {
		return strings.Contains(fyne.CurrentApp().Clipboard().Content(), "شاي بالنعناع")
	})
}
