package page

import (
	"testing"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"

	"fyne.io/fyne/v2/test"
)

// The page of the numbers shows the pages that print, and what was agreed; another year and
// an agreement change them.
func TestReportsPage(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		if d := (&reports{env: s.env}).fetch(2020); !d.numbers.Empty() || len(d.pages) > 0 {
			t.Errorf("%s: there are numbers of nothing", lang)
		}
		x := s.placeWith()
		p := s.open(Target{Page: Cafes, Tab: Reports}).(*reports)
		tonight := s.env.Cafe.On(s.env.Day(), s.env.Compare)[0]
		if err := s.env.Cafe.Count(tonight, cafe.Visitors, 12); err != nil {
			t.Fatal(err)
		}
		d := p.fetch(s.env.Day().Year)
		p.update(d)
		if len(p.sheets) == 0 || len(p.sheets) != len(d.pages) {
			t.Errorf("%s: %d pages are shown of %d", lang, len(p.sheets), len(d.pages))
		}
		if d.numbers.This.Until != s.env.Day() {
			t.Errorf("%s: until %s", lang, d.numbers.This.Until)
		}
		if d := p.fetch(s.env.Day().Year - 1); d.numbers.This.Until.Month != 12 || d.numbers.This.Until.Day != 31 {
			t.Errorf("%s: the year before ends on %s", lang, d.numbers.This.Until)
		}
		if err := s.env.Cafe.Agree(cafe.Agreed{PlaceID: x.ID, Year: d.year, Visits: 300}); err != nil {
			t.Fatal(err)
		}
		said := s.env.promises(p.fetch(d.year).agreed[0])
		if len(said) != 1 {
			t.Errorf("%s: says %q", lang, said)
		}
		p.magnify(1)
		p.magnify(-5)
	}
}

// What is typed in the dialog is kept; what is no number stays there, with a sentence.
func TestAgreedDraft(t *testing.T) {
	for typed, want := range map[string]int{" 250 ": 250, "": 0} {
		if n, ok := agreedNumber(typed); !ok || n != want {
			t.Errorf("%q is %d, %v", typed, n, ok)
		}
	}
	for _, typed := range []string{"veel", "-3", "1.5"} {
		if _, ok := agreedNumber(typed); ok {
			t.Errorf("%q is a number", typed)
		}
	}
	s := newStage(t, "nl")
	x := s.placeWith()
	s.open(Target{Page: Cafes, PlaceID: x.ID}).(*place).agree()
	field, ok := s.env.Window.Canvas().Focused().(*kwidget.Field)
	if !ok {
		t.Fatal("the keyboard is not in a field")
	}
	test.Type(field, "240")
	field.OnSubmitted("")
	s.await("agreed", func() bool { return s.env.Cafe.Agreed(x.ID, s.env.Day().Year).Visits == 240 })
}
