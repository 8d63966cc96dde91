package app

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/internal/vault"
)

// counting is a page that counts how often it was brought up to date.
type counting struct {
	page.Page
	times int
}

func (p *counting) Update() { p.times++ }

// A page has fields whose letters it hides itself: it hears of it, whichever page it is.
func TestHidingTellsThePage(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "k.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s := newShell(test.NewTempApp(t))
	p := &counting{}
	s.env, s.current, s.target = &page.Env{Vault: v, Loc: s.loc}, p, page.Target{Page: page.Cafes}
	s.sidebar, s.said = &fyne.Container{}, kwidget.NewPanel(kwidget.NewBidiLabel(""))
	defer kwidget.Cover(nil)
	for i, on := range []bool{true, true, false} {
		s.SetHidden(on)
		if want := []int{1, 1, 2}[i]; p.times != want || s.Hidden() != on {
			t.Errorf("after %v: %d times, hidden %v", on, p.times, s.Hidden())
		}
	}
}

// Half of a name that is looked for in the whole window is no name to the cover.
func TestSearchOfTheWindowHidesWhoIsTyped(t *testing.T) {
	s := newShell(test.NewTempApp(t))
	s.search()
	box, ok := s.win.Canvas().Focused().(*kwidget.Field)
	if !ok {
		t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	kwidget.Cover(func(text string) string { return text })
	defer kwidget.Cover(nil)
	if box.Text = "Xanth"; !box.Dotted() {
		t.Error("it can be read")
	}
}
