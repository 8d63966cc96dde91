package guard_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/guard"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// Who is erased goes out of a text that was being typed when the vault locked, and who asks
// what is kept of them is told of it.
func TestWhatWasBeingTypedLosesWhoIsErased(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "proef.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	k, err := guard.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Keep([]guard.Unsaved{{Where: "Logboek", Label: "Notitie", Text: "Zwaantje huilde", Page: "{}", At: time.Now()}}); err != nil {
		t.Fatal(err)
	}
	if last, err := v.Journal(1); err != nil || last[0].Action.Kind != "action.unsaved.kept" {
		t.Errorf("a copy would say of its last action: %+v, %v", last, err)
	}
	s, err := privacy.Open(v, guard.Privacy())
	if err != nil {
		t.Fatal(err)
	}
	sub := privacy.Subject{Kind: privacy.Visitor, ID: vault.NewID(), Name: "Zwaantje"}
	d, err := s.Dossier(sub)
	if err != nil || len(d.Mentions) != 1 || d.Mentions[0].Label != "kept.unsaved" {
		t.Errorf("asked: %+v, %v", d.Mentions, err)
	}
	p, err := s.Plan(sub)
	if err != nil || len(p.Likely()) != 1 {
		t.Fatalf("planned: %+v, %v", p.Mentions, err)
	}
	if err := s.Erase(p, p.Likely(), "", calendar.Date{Year: 2027, Month: 1, Day: 20}); err != nil {
		t.Fatal(err)
	}
	_, kept := k.Kept()
	if len(kept) != 1 || strings.Contains(kept[0].Text, "Zwaantje") || !strings.Contains(kept[0].Text, "huilde") {
		t.Errorf("kept: %+v", kept)
	}
}
