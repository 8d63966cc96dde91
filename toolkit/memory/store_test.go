package memory

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
)

const passphrase = "een lange wachtzin"

func keep(t *testing.T, v *vault.Vault, s *Store, units ...Unit) {
	t.Helper()
	if err := v.Do(vault.NewAction("action.test"), func(tx *vault.Tx) error { return s.Keep(tx, units) }); err != nil {
		t.Fatal(err)
	}
}

func openStore(t *testing.T, v *vault.Vault) *Store {
	t.Helper()
	s, err := Open(v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What is kept is there when the vault is opened again, and can be forgotten and undone.
func TestStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.kring")
	v, _, err := vault.Create(path, passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	s := openStore(t, v)
	day := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	a := Unit{Source: "Praat hier samen over.", Lang: "ar", Text: "تحدثوا عن هذا معًا.", From: "Hulp vragen", When: day, State: bilingual.Agreed}
	tr := a
	tr.Lang, tr.Text = "tr", "Bunu konuşun."
	keep(t, v, s, a, tr, Unit{Source: "Nog leeg", Lang: "ar"}, Unit{Source: " ", Lang: "ar", Text: "x"})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if v, err = vault.Open(path, passphrase); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s = openStore(t, v)
	x := NewIndex("ar", s.Units("ar"))
	stop := s.Watch(func(key string, u Unit, gone bool) {
		if x.Put(key, u); gone {
			x.Remove(key)
		}
	})
	defer stop()
	if got := x.Find(a.Source, 5, .5); s.Len() != 2 || len(got) != 1 || got[0].Unit != a || got[0].Key != a.Key() {
		t.Fatalf("%d kept; %+v", s.Len(), got)
	}
	if err := s.Remove(a); err != nil || s.Len() != 1 || x.Len() != 0 {
		t.Fatalf("removed: %v, %d left", err, s.Len())
	}
	if done, err := v.Undo(); err != nil || done.Kind != "action.memory.delete" || done.Args["Name"] != a.Source || x.Len() != 1 {
		t.Errorf("undone: %+v, %v", done, err)
	}
}

// The better of the same translation stays: agreed before draft, then the newest. It is one
// record, whichever text it came from.
func TestKeepTheBetter(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s := openStore(t, v)
	day := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	draft := Unit{Source: "Kom binnen.", Lang: "ar", Text: "تفضلوا.", From: "A", When: day, State: bilingual.Draft}
	agreed, newer := draft, draft
	agreed.State, agreed.From = bilingual.Agreed, "B"
	newer.When, newer.From = day.AddDate(0, 1, 0), "C"
	for _, c := range []struct {
		give []Unit
		want Unit
	}{
		{[]Unit{newer, draft}, newer},
		{[]Unit{draft}, newer},
		{[]Unit{draft, agreed, newer}, agreed},
		{[]Unit{newer}, agreed},
	} {
		keep(t, v, s, c.give...)
		if got := slices.Collect(maps.Values(maps.Collect(s.Units("ar")))); len(got) != 1 || got[0] != c.want {
			t.Errorf("%+v gives %+v", c.give, got)
		}
	}
	other := agreed
	if other.Text = "أهلًا."; other.Key() == agreed.Key() || (Unit{Source: "ab"}).Key() == (Unit{Source: "a", Text: "b"}).Key() {
		t.Error("two translations have one key")
	}
}

// Keeping is part of the other's action: what fails keeps nothing.
func TestKeepWithinAnAction(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s := openStore(t, v)
	no := errors.New("no")
	err = v.Do(vault.NewAction("action.test"), func(tx *vault.Tx) error {
		return errors.Join(s.Keep(tx, []Unit{unit("Kom binnen.", "تفضلوا.")}), no)
	})
	if !errors.Is(err, no) || s.Len() != 0 {
		t.Errorf("%v, %d kept", err, s.Len())
	}
	v.Close()
	if err := s.Remove(unit("a", "b")); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}

func TestHead(t *testing.T) {
	long := "Je staat voor de deur met drie tassen en een huilend kind."
	for text, want := range map[string]string{
		"Kom  binnen.": "Kom binnen.", long: "Je staat voor de deur met drie tassen …", strings.Repeat("a", 50): strings.Repeat("a", 40) + " …",
	} {
		if got := head(text); got != want {
			t.Errorf("%q", got)
		}
	}
}
