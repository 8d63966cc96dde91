package paper_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/assets"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// team is a store with the skills that ship and two people, of whom one filled in the form.
func team(t *testing.T) (*cafe.Store, cafe.Holder) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	skills, err := cafe.LoadSkills(assets.Skills())
	if err != nil {
		t.Fatal(err)
	}
	s, err := cafe.Open(v, nil, nil, skills...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveHolder(cafe.Holder{Name: "نور"}); err != nil {
		t.Fatal(err)
	}
	tom, err := s.SaveHolder(cafe.Holder{Name: "Tom Bakker"})
	if err != nil {
		t.Fatal(err)
	}
	form := cafe.SkillForm{HolderID: tom.ID, Ratings: []cafe.Rating{
		{SkillID: "listen", Level: cafe.Teaches, Example: "Geen raad gegeven"},
		{SkillID: "first-aid", Level: cafe.OnOwn, Until: calendar.Date{Year: 2026, Month: 3, Day: 1}},
		{SkillID: "step-in", Wants: true},
	}}
	if err := s.SaveSkillForm(form); err != nil {
		t.Fatal(err)
	}
	return s, tom
}

// The form of somebody has what they said on it; of nobody it has no name and no answer.
func TestSkillForm(t *testing.T) {
	s, tom := team(t)
	for lang, want := range map[string][]string{"nl": {"Formulier vaardigheden", "Luisteren zonder"}, "ar": {"استمارة المهارات", "الترحيب بشخص"}} {
		for id, known := range map[string]bool{tom.ID: true, "": false} {
			path := filepath.Join(t.TempDir(), "form.pdf")
			var b bytes.Buffer
			if err := paper.SkillForm(&b, s, lang, id); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command("pdftotext", path, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range want {
				if !strings.Contains(string(out), w) {
					t.Errorf("%s: %q is missing", lang, w)
				}
			}
			for _, w := range []string{"Tom Bakker", "Geen raad gegeven"} {
				if strings.Contains(string(out), w) != known {
					t.Errorf("%s: %q on the form of %q", lang, w, id)
				}
			}
		}
	}
}

// The workbook has everybody's answers, what they want to learn and where the team is thin.
func TestSkillSheet(t *testing.T) {
	s, _ := team(t)
	var b bytes.Buffer
	if err := paper.SkillSheet(&b, s, i18n.New("nl"), calendar.Date{Year: 2026, Month: 11, Day: 24}); err != nil {
		t.Fatal(err)
	}
	tables, err := sheet.ReadFrom(bytes.NewReader(b.Bytes()), "vaardigheden.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, table := range tables {
		all.WriteString(strings.Join(table.Header, "|") + "\n")
		for _, row := range table.Rows {
			all.WriteString(strings.Join(row, "|") + "\n")
		}
	}
	for _, want := range []string{
		"Vaardigheid|Tom Bakker|نور", "Luisteren zonder op te lossen|★ ik kan het een ander leren", "bewijs verlopen op 1 maart 2026",
		"Rustig ingrijpen|Tom Bakker", "Luisteren zonder op te lossen|Alleen Tom Bakker", "Eerste hulp geven|Niemand kan dit zelf",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is not in the workbook:\n%s", want, all.String())
		}
	}
}
