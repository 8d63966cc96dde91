package paper

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kring/i18n"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// kitchenEvening is an evening with a menu of a soup, a gone recipe and a dish of their own.
func kitchenEvening(t testing.TB) (*cafe.Store, cafe.Evening) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "proef.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	s, err := cafe.Open(v, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	begin := calendar.Date{Year: 2026, Month: 12, Day: 1}
	rule, err := calendar.NewRule(calendar.Week, begin.Weekday(), begin)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.SavePlace(cafe.Place{Name: "Gouda", Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
	if err != nil {
		t.Fatal(err)
	}
	e, _ := s.Evening(p.ID, begin)
	soup, _ := Cookbook().Recipe("linzensoep")
	eggs, _ := Cookbook().Recipe("shakshuka")
	for _, r := range []kitchen.Recipe{soup, eggs, {ID: "weg", Title: plan.Text{"nl": "Oude stoof", "ar": "يخنة قديمة"}}} {
		if err := s.TakeDish(e, r); err != nil {
			t.Fatal(err)
		}
	}
	_, err = s.SaveOwnDish(e, cafe.Dish{}, "nl", "Taart *van* Noor", cafe.ToBuy{Text: "[eieren] uit *eigen* tuin", Cents: 250})
	for _, err := range []error{
		err, s.SetMeal(e, 15, 20_00), s.SetShared(e, map[kitchen.Need]int{kitchen.Egg: 2}), s.SetGot(e, "olie", cafe.AtHome), s.SetGot(e, "ui", cafe.Bought),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return s, e
}

// Every paper of a cooking evening is written in every language; KRING_LOOK keeps them to be
// looked at.
func TestCookingPapers(t *testing.T) {
	s, e := kitchenEvening(t)
	dir := t.TempDir()
	if keep := os.Getenv("KRING_LOOK"); keep != "" {
		dir = keep
	}
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		var b bytes.Buffer
		if err := Cooking(&b, s, loc, e); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) {
			t.Errorf("%s: no PDF", lang)
		}
		names, err := CookingPicture(filepath.Join(dir, lang+".png"), s, loc, e)
		if err != nil || len(names) < 2 {
			t.Errorf("%s: %d pictures, %v", lang, len(names), err)
		}
		if err := os.WriteFile(filepath.Join(dir, lang+".pdf"), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := CookingBoth(&b, s, e); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "both.pdf"), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The text for a phone has the menu and the list, and nothing of what people shared.
func TestCookingText(t *testing.T) {
	s, e := kitchenEvening(t)
	text := CookingText(s, i18n.New("nl"), e)
	for _, want := range []string{
		"*Kookavond*\nGouda · dinsdag 1 december 2026 · voor 15 personen\n", "• Turkse rode linzensoep\n", "• Oude stoof\n", "• Taart *van* Noor\n",
		"*Groente en fruit*\n☑ uien · 2 × 8 stuks · € 2,58\n", "☐ rode linzen · 3 × 500 g · € 5,67\n", "☑ zonnebloemolie · in huis\n", "☐ [eieren] uit *eigen* tuin · € 2,50\n",
		"boven het budget van € 20,00",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	for _, lang := range i18n.Languages() {
		text := CookingText(s, i18n.New(lang), e)
		if need := i18n.New(lang).T("need.egg"); strings.Contains(text, need) || strings.Contains(text, "[cooking") || strings.Contains(text, "<no value>") {
			t.Errorf("%s: %s", lang, text)
		}
	}
}

func TestAmount(t *testing.T) {
	for _, c := range []struct {
		lang  string
		milli int
		unit  kitchen.Unit
		want  string
	}{
		{"nl", 1_250_000, kitchen.Gram, "1,25 kg"},
		{"en", 1_250_000, kitchen.Gram, "1.25 kg"},
		{"nl", 1_500_000, kitchen.Ml, "1,5 liter"},
		{"nl", 2_000_000, kitchen.Gram, "2 kg"},
		{"nl", 750_000, kitchen.Gram, "750 g"},
		{"nl", 3_500, kitchen.Piece, "3½ stuk"},
		{"nl", 500, kitchen.Tsp, "½ theelepel"},
		{"nl", 1_000, kitchen.Tin, "1 blik"},
		{"nl", 2_000, kitchen.Tin, "2 blikken"},
		{"ar", 2_000, kitchen.Tin, "علبتان"},
		{"ar", 3_000, kitchen.Tin, "3 علب"},
		{"ar", 1_250_000, kitchen.Gram, "1.25 كغ"},
	} {
		if got := Amount(i18n.New(c.lang), kitchen.Amount{Milli: c.milli, Unit: c.unit}); got != c.want {
			t.Errorf("%s: %d %s is %q, want %q", c.lang, c.milli, c.unit, got, c.want)
		}
	}
}
