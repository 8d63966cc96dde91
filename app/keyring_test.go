package app

import (
	"errors"
	"testing"

	"github.com/zalando/go-keyring"
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
