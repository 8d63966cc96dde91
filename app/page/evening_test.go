package page

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"

	"kring/app/paper"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// planOf opens the plan of tonight's evening, with two who are on.
func (s *stage) planOf() (*planTab, cafe.Evening) {
	s.Helper()
	x := s.placeWith()
	var ids []string
	for _, h := range []cafe.Holder{{Name: "Yara", Paid: true}, {Name: "نور"}} {
		h.Seen = calendar.Date{Year: 2026, Month: 1, Day: 1}
		saved, err := s.env.Cafe.SaveHolder(h)
		if err != nil {
			s.Fatal(err)
		}
		ids = append(ids, saved.ID)
	}
	e, _ := s.env.Cafe.Evening(x.ID, s.env.Day())
	if err := s.env.Cafe.SetTurns(e, ids); err != nil {
		s.Fatal(err)
	}
	return s.open(Target{Page: Cafes, PlaceID: x.ID, Date: s.env.Day()}).(*eveningPage).tab.(*planTab), e
}

// What is typed of a piece is kept, what cannot be is refused; the times follow, and what
// does not fit is said in words.
func TestPlanAnEvening(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		p, e := s.planOf()
		d, err := p.fetch()
		if err != nil || len(d.slots) != 3 || d.titles[d.slots[0].ID] != s.env.Loc.T("item.opening") {
			t.Fatalf("%s: %+v, %v", lang, d.slots, err)
		}
		f := newItemForm(s.env, d, cafe.Item{Kind: cafe.OwnItem})
		f.title.SetText("Thee شاي")
		f.minutes.SetText("2u")
		if x, err := f.draft(); err != nil || x.Validate() == nil {
			t.Errorf("%s: minutes that are none: %+v, %v", lang, x, err)
		}
		f.minutes.SetText("200")
		f.at.SetText("vroeg")
		if _, err := f.draft(); err == nil {
			t.Errorf("%s: a time that is none is taken", lang)
		}
		f.at.SetText("19.05")
		f.leads.boxes[0].SetChecked(true)
		x, err := f.draft()
		if err != nil || !x.Fixed || x.At != plan.At(19, 5) || len(x.Leads) != 1 {
			t.Fatalf("%s: %+v, %v", lang, x, err)
		}
		if _, err := s.env.Cafe.SaveItem(e, x); err != nil {
			t.Fatal(err)
		}
		d, _ = p.fetch()
		if said := p.clashes(d, d.slots[2]); len(said) != 2 || strings.Contains(said[0]+said[1], "[clash") {
			t.Errorf("%s: it says %q", lang, said)
		}
		p.hand = handOn{d.slots[2].ID, -1}
		p.update(d)
		if b, ok := s.env.Window.Canvas().Focused().(*kwidget.Button); !ok || b == nil {
			t.Errorf("%s: the keyboard is gone", lang)
		}
		p.edit(d, d.slots[1].Item)
		p.set(d.setting)
		for _, kind := range paper.EveningKinds() {
			if made, err := paper.Evening(filepath.Join(t.TempDir(), "avond"+kind), s.env.Cafe, s.env.Loc, e); err != nil || len(made) != 1 {
				t.Errorf("%s: %s: %v, %v", lang, kind, made, err)
			}
		}
	}
}

// Watch points are covered until somebody asks, and stand on no paper.
func TestWatchPointsAreCovered(t *testing.T) {
	s := newStage(t, "nl")
	p, e := s.planOf()
	p.watch(e)
	if err := s.env.Cafe.AddWatch(e, "Geheim punt", 7); err != nil {
		t.Fatal(err)
	}
	d, err := p.fetch()
	if err != nil || len(d.watches) != 1 {
		t.Fatalf("%+v, %v", d.watches, err)
	}
	says := func() bool {
		p.update(d)
		return strings.Contains(strings.Join(textsIn(p.Object()), "\n"), "Geheim punt")
	}
	if says() {
		t.Error("a point shows though nobody asked")
	}
	p.bare = true
	if !says() {
		t.Error("a point does not show when it is asked: this test could not fail")
	}
}

// Where nobody is on yet, the form of a piece says so in a line that can be read.
func TestAPieceWithNobodyOn(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.placeWith()
		p := s.open(Target{Page: Cafes, PlaceID: s.env.Cafe.Places(s.env.Compare)[0].ID, Date: s.env.Day()}).(*eveningPage).tab.(*planTab)
		d, err := p.fetch()
		if err != nil || len(d.on) > 0 {
			t.Fatalf("%d on, %v", len(d.on), err)
		}
		o := newItemForm(s.env, d, cafe.Item{Kind: cafe.OwnItem}).content()
		s.env.Window.SetContent(o)
		o.Resize(fyne.NewSize(600, 500))
		found := false
		walk(o, func(o fyne.CanvasObject) {
			if l, ok := o.(*kwidget.BidiLabel); ok && l.Text == s.env.Loc.T("item.nobody") {
				found = true
				if l.Size().Width < 300 || l.Size().Height > 60 {
					t.Errorf("%s: the line is %v", lang, l.Size())
				}
			}
		})
		if !found {
			t.Errorf("%s: it does not say that nobody is on", lang)
		}
	}
}
