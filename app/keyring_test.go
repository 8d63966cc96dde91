package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"kring/app/page"
	"kring/internal/vault"
	"kring/sessions/course"
)

func TestKeyring(t *testing.T) {
	keyring.MockInit()
	s := &shell{}
	if !keyringThere() {
		t.Fatal("an empty keyring counts as none")
	}
	if _, err := fromKeyring("01ABC"); !errors.Is(err, ErrKeyring) {
		t.Errorf("nothing was kept, and it gave %v", err)
	}
	if err := s.KeepInKeyring("01ABC", "geheim"); err != nil {
		t.Fatal(err)
	}
	if got, err := fromKeyring("01ABC"); got != "geheim" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	for range 2 { // what is gone already is gone
		if err := s.DropFromKeyring("01ABC"); err != nil {
			t.Error(err)
		}
	}
	if _, err := fromKeyring("01ABC"); err == nil {
		t.Error("the entry is still there")
	}
	keyring.MockInitWithError(errors.New("no bus"))
	if keyringThere() {
		t.Error("a keyring is offered where there is none")
	}
	if err := s.KeepInKeyring("01ABC", "geheim"); !errors.Is(err, ErrKeyring) {
		t.Errorf("%v", err)
	}
	if err := s.DropFromKeyring("01ABC"); !errors.Is(err, ErrKeyring) {
		t.Errorf("%v", err)
	}
}

// What goes to the log names nobody.
func TestErrorsForTheLogNameNobody(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "x.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	people, err := vault.NewCollection[map[string]string](v, "people")
	if err != nil {
		t.Fatal(err)
	}
	err = v.Do(vault.NewAction("x"), func(tx *vault.Tx) error {
		return people.Put(tx, "a", map[string]string{"name": "Zwaluw Oosterwei", "note": "komt met de fiets"})
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &shell{env: &page.Env{Vault: v}}
	said := s.nameless(fmt.Errorf("saving Zwaluw Oosterwei of 06-12345678, note %q: %w", `een "stil" woord`, course.ErrName)).Error()
	for _, word := range []string{"Zwaluw", "Oosterwei", "12345678", "stil", "woord"} {
		if strings.Contains(said, word) {
			t.Errorf("the log says %q", said)
		}
	}
	if !strings.Contains(said, course.ErrName.Error()) || !strings.Contains(said, "saving") {
		t.Errorf("the log no longer says what went wrong: %q", said)
	}
}
