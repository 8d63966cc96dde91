package page

import (
	"strings"
	"testing"

	"kring/toolkit/kit"
)

// A planned toolkit is called as its text is called in the language of the window, on every page
// that names it; a theme that somebody typed stays as it was typed.
func TestSlotIsCalledInTheLanguageOfTheWindow(t *testing.T) {
	for lang, want := range map[string][3]string{
		"nl": {"Samen", "Cadeaus en verwachtingen", "Koffie en thee"},
		"ar": {"معًا", "هدايا وتوقعات", "Koffie en thee"},
		"en": {"Samen", "Cadeaus en verwachtingen", "Koffie en thee"},
	} {
		s := newStage(t, lang)
		s.aGroup()
		own := ownFile + s.aText().ID
		for i, x := range []kit.Slot{{Theme: "Samen", File: own}, {Theme: "Cadeaus en verwachtingen", File: "cadeaus-en-verwachtingen"}, {Theme: "Koffie en thee", File: own}} {
			x.Year, x.Period, x.State, x.Deadline = s.env.Day().Year, i+1, kit.Checking, s.env.Day()
			if err := s.env.Kits.Save(x, s.env.Day()); err != nil {
				t.Fatal(err)
			}
			for _, target := range []Target{{Page: Toolkits, Tab: YearPlan}, {Page: Today}, slotTarget(x)} {
				got := said(s.open(target))
				if !strings.Contains(got, want[i]) || lang == "ar" && x.Theme != want[i] && strings.Contains(got, x.Theme) {
					t.Errorf("%s: %s %s says %q, want %q", lang, target.Page, target.Tab, got, want[i])
				}
			}
		}
	}
}

// A text that is gone leaves the theme that it was planned under.
func TestSlotOfATextThatIsGone(t *testing.T) {
	s := newStage(t, "ar")
	if got := s.env.called(kit.Slot{Theme: "Samen", File: ownFile + "gone"}); got != "Samen" {
		t.Errorf("%q", got)
	}
	if got := s.env.called(kit.Slot{File: ownFile + s.aText().ID}); got != "معًا" {
		t.Errorf("without a theme: %q", got)
	}
}
