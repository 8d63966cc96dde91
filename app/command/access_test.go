package command

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course/coursetest"
	"kring/sessions/people"
	"kring/sessions/privacy"
)

// Everything of somebody is in what they get, and of others nothing.
func TestDossierHasItAllAndNobodyElse(t *testing.T) {
	v, s, _ := whole(t)
	defer v.Close()
	defer s.Close()
	sub := anybody(t, s, privacy.Person)
	other := s.Courses.Roster(s.Courses.CoursesOf(sub.ID)[0].ID, strings.Compare)[0].Person
	if other.ID == sub.ID {
		t.Fatal("nobody else is in the course")
	}
	c := s.Courses.CoursesOf(sub.ID)[0]
	x := s.Courses.Sessions(c.ID)[0]
	if err := s.Courses.MarkNote(x.ID, sub.ID, "kwam samen met "+other.Name); err != nil {
		t.Fatal(err)
	}
	e := s.Places.Past(s.Places.Places(strings.Compare)[0].ID, day(), 1)[0]
	deb := s.Places.Debrief(e)
	deb.Word = plantedName + " en " + other.Name + " wilden praten"
	if err := s.Places.SaveDebrief(deb, day()); err != nil {
		t.Fatal(err)
	}
	visitor := anybody(t, s, privacy.Visitor)
	if got := s.Privacy.Namesakes(sub); len(got) != 1 || got[0].Key() != visitor.Key() {
		t.Errorf("namesakes %v", got)
	}
	d, err := s.Privacy.Dossier(sub, visitor)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, p := range d.Parts {
		found[p.Collection] = true
	}
	for _, col := range []string{"people", "enrolments", "marks", "kitmembers", "visitors", "visits"} {
		if !found[col] {
			t.Errorf("nothing of %s", col)
		}
	}
	if len(d.Mentions) == 0 || d.Journal == 0 {
		t.Errorf("%d mentions, %d entries", len(d.Mentions), d.Journal)
	}
	for _, lang := range paper.DossierLanguages() {
		names, err := paper.Dossier(filepath.Join(t.TempDir(), "Inzage.pdf"), d, lang, demoDay)
		if err != nil || len(names) != 2 {
			t.Fatalf("%v %v", names, err)
		}
		b, err := os.ReadFile(names[1])
		if err != nil || !json.Valid(b) {
			t.Fatalf("no JSON: %v", err)
		}
		text := string(b)
		for _, want := range []string{plantedName, plantedTel, privacy.Mask, "kwam samen met"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in it", want)
			}
		}
		if strings.Contains(text, other.Name) || strings.Contains(text, other.ID) {
			t.Errorf("%s is in it", other.Name)
		}
	}
}

// Whose old name was taken out of the journal is as they are now, and only so.
func TestOldNameLeavesTheJournal(t *testing.T) {
	v, s, _ := whole(t)
	defer v.Close()
	defer s.Close()
	sub := anybody(t, s, privacy.Person)
	old, err := s.Privacy.OldNames(sub)
	if err != nil || len(old) < 2 || old[len(old)-1] != oldName && old[0] != oldName && old[1] != oldName {
		t.Fatalf("old names %q, %v", old, err)
	}
	if err := s.Privacy.ForgetNames(old); err != nil {
		t.Fatal(err)
	}
	for _, n := range old {
		if found := somewhere(t, v, n); len(found) > 0 && !strings.Contains(found[0], "kitmembers") && !strings.Contains(found[0], "kitgroups") {
			t.Errorf("still there: %q", found)
		}
	}
	if p, ok := s.Courses.Person(sub.ID); !ok || p.Name != plantedName {
		t.Errorf("the person is %+v", p)
	}
	if old, err = s.Privacy.OldNames(sub); err != nil || len(old) > 0 {
		t.Errorf("old names %q, %v", old, err)
	}
}

// What is due, is erased as it is reviewed, and then is not due any more.
func TestReviews(t *testing.T) {
	v, s, _ := whole(t)
	defer v.Close()
	defer s.Close()
	gone, err := s.Courses.SavePerson(people.Person{Name: "Wopke Verdwenen"})
	if err == nil {
		err = s.Courses.DeletePerson(gone.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	later := privacy.After(calendar.DateOf(time.Now()), 60)
	before := numbers(s)
	seen := map[privacy.Data]int{}
	for _, r := range s.Privacy.Due(later) {
		seen[r.Data]++
	}
	for _, k := range []privacy.Data{privacy.Participants, privacy.DuoNotes, privacy.Debriefs, privacy.Visitors, privacy.Holders, privacy.Members, privacy.Translators, privacy.Removed} {
		if seen[k] == 0 {
			t.Errorf("nothing of %s is due: %v", k, seen)
		}
	}
	first := s.Privacy.Due(later)[0]
	if err := s.Privacy.KeepLonger(first.Subject, first.Data, later.AddDays(1), "er loopt een klacht", later); err != nil {
		t.Fatal(err)
	}
	all := s.Privacy.Due(later)
	if len(all) == 0 || all[0].Key() == first.Key() {
		t.Error("what is kept longer is still due")
	}
	if err := s.Privacy.EraseAll(all, later); err != nil {
		t.Fatal(err)
	}
	if left := s.Privacy.Due(later); len(left) > 0 {
		t.Errorf("%d are due again: %+v", len(left), left[0])
	}
	if back := s.Privacy.Due(later.AddDays(2)); len(back) != 1 || back[0].Key() != first.Key() || back[0].Kept.Why == "" {
		t.Errorf("when it is over: %+v", back)
	}
	same(t, "after the reviews", before, numbers(s))
	if found := somewhere(t, v, "Wopke", gone.ID); len(found) > 0 {
		t.Errorf("who was deleted is in %q", found)
	}
	want := 1 // what is kept
	for _, r := range all {
		if r.Data != privacy.Withdrawn { // they went as the people they were
			want++
		}
	}
	if n := len(s.Privacy.Decisions(1000)); n != want {
		t.Errorf("%d decisions, not %d", n, want)
	}
}

// BenchmarkDossier gathers everything of one person from the vault of a big organisation after
// ten years.
func BenchmarkDossier(b *testing.B) {
	s, sub, done := bigStores(b)
	defer done()
	for b.Loop() {
		if _, err := s.Privacy.Dossier(sub); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDue works out what is to be reviewed in it: Today does that.
func BenchmarkDue(b *testing.B) {
	s, _, done := bigStores(b)
	defer done()
	for b.Loop() {
		s.Privacy.Due(coursetest.First)
	}
}

// BenchmarkErase erases one person from it, with the rewriting of the file.
func BenchmarkErase(b *testing.B) {
	s, _, done := bigStores(b)
	defer done()
	for i := 0; b.Loop(); i++ {
		sub := s.Privacy.People(strings.Compare)[i]
		p, err := s.Privacy.Plan(sub)
		if err == nil {
			err = s.Privacy.Erase(p, nil, "", coursetest.First)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

func bigStores(b *testing.B) (Stores, privacy.Subject, func()) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "groot.kring")
	if err := coursetest.Big(path, demoPassphrase); err != nil {
		b.Fatal(err)
	}
	v, err := vault.Open(path, demoPassphrase)
	if err != nil {
		b.Fatal(err)
	}
	s, err := OpenStores(v, nil)
	if err != nil {
		b.Fatal(err)
	}
	return s, s.Privacy.People(strings.Compare)[100], func() { s.Close(); v.Close() }
}

// What somebody agreed to, or took back, was on a day that has been.
func TestConsentOfADayToCome(t *testing.T) {
	v, s, _ := whole(t)
	defer v.Close()
	defer s.Close()
	sub := anybody(t, s, privacy.Person)
	today, next := day(), day().AddDays(1)
	for _, c := range []struct {
		on, back calendar.Date
		err      error
	}{{today, today, nil}, {next, calendar.Date{}, privacy.ErrConsent}, {next, next, privacy.ErrConsentDay}, {today, next, privacy.ErrConsentDay}} {
		x := privacy.Consent{Purpose: privacy.ForPhotos, Answer: privacy.TakenBack, On: c.on, Withdrawn: c.back, How: "said"}
		if err := s.Privacy.SetConsents(sub, []privacy.Consent{x}, today); !errors.Is(err, c.err) {
			t.Errorf("on %v, back %v: %v, want %v", c.on, c.back, err, c.err)
		}
	}
	x := privacy.Consent{Purpose: privacy.ForPhotos, Answer: privacy.Agreed, On: today, Withdrawn: next, How: "said"} // typed, then hidden
	if err := s.Privacy.SetConsents(sub, []privacy.Consent{x}, today); err != nil {
		t.Error(err)
	}
	for _, c := range s.Privacy.Consents(sub) {
		if c.Purpose == x.Purpose && (c.Answer != privacy.Agreed || !c.Withdrawn.IsZero()) {
			t.Errorf("kept is %+v", c)
		}
	}
}
