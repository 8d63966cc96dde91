//go:build linux

package app_test

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// firstEvening is the button that opens the first of the evenings on a place's page.
var firstEvening = image.Pt(621, 159)

// atTheDoor are some who come, in the order in which they come; one comes without a name.
var atTheDoor = strings.Fields("Sam Noor Mees Esra Vosje Luca Jip Milou Bo Daan Tijn Yara")

// TestTheDoor uses the door as a space-holder does, with the keyboard, and takes the power away
// behind the last: everybody who was shown is there, once, and new.
func TestTheDoor(t *testing.T) {
	t.Parallel()
	w := &window{t: t, bin: build(t, "kring"), home: t.TempDir(), screen: startScreen(t)}
	today := calendar.DateOf(time.Now().In(calendar.Amsterdam))
	p := w.place(today)
	w.args = []string{"--vault", w.vault()}
	w.start()
	w.write(passphrase)
	w.press("Return")
	w.settle()
	w.press("ctrl+k")
	w.settle()
	w.write("gouda")
	w.settle()
	w.press("Return")
	w.settle()
	w.click(firstEvening)
	w.settle()
	w.press("ctrl+Next")
	w.settle()
	for _, name := range atTheDoor {
		w.write(name)
		w.saved(name, func() { w.press("Return") })
	}
	w.write("Noor")
	w.press("Return") // is here already: nothing happens
	w.kill()

	v, err := vault.Open(w.vault(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s, err := cafe.Open(v, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	e, ok := s.Evening(p.ID, today)
	if !ok {
		t.Fatal("the evening is gone")
	}
	if n, first := s.Counted(e, cafe.Visitors), s.Counted(e, cafe.Newcomers); n != len(atTheDoor) || first != n {
		t.Errorf("%d are there, %d of them new; want %d", n, first, len(atTheDoor))
	}
	for _, name := range atTheDoor {
		if found := s.VisitorsLike(name, strings.Compare); len(found) != 1 {
			t.Errorf("%d are called %s", len(found), name)
		}
	}
}

// place makes a vault with a place that is open today.
func (w *window) place(today calendar.Date) cafe.Place {
	w.t.Helper()
	must := func(err error) {
		w.t.Helper()
		if err != nil {
			w.t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Dir(w.vault()), 0o700))
	v, _, err := vault.Create(w.vault(), passphrase, vault.WithKDF(vault.TestKDF))
	must(err)
	s, err := cafe.Open(v, nil, nil)
	must(err)
	rule, err := calendar.NewRule(calendar.Week, today.Weekday(), today)
	must(err)
	p, err := s.SavePlace(cafe.Place{Name: "Ervaringscafé Gouda", Audience: cafe.Young, Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
	must(err)
	must(v.Close())
	return p
}
