package vault_test

import (
	"errors"
	"testing"

	"kring/internal/vault"
)

// Next says what Undo then does, and names what was forgotten only until one more step is taken.
func TestNextSaysWhatUndoGoesPast(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	said(t, v, c, "01ABC", thing{Name: planted})
	tr := vault.Traces{IDs: []string{"01ABC"}, Names: []string{planted}}
	forgetKey(t, v, c, tr, "01ABC")
	if _, past, err := v.Next(); !errors.Is(err, vault.ErrNothingToUndo) || len(past) != 2 || past[0].Kind != "action.forget" {
		t.Fatalf("with nothing left: %v, %v", past, err)
	}
	said(t, v, c, "rest", thing{Name: "Yara", N: 1})
	said(t, v, c, "other", thing{Name: "Sam", N: 1})
	if next, past, err := v.Next(); err != nil || len(past) != 0 || next.Args["Name"] != "Sam" {
		t.Fatalf("after more was done: %v, %v, %v", next, past, err)
	}
	forgetKey(t, v, c, tr)
	next, past, err := v.Next()
	if err != nil || len(past) != 1 || past[0].Kind != "action.forget" || next.Args["Name"] != "Sam" {
		t.Fatalf("right after forgetting: %v, %v, %v", next, past, err)
	}
	if a, err := v.Undo(); err != nil || a.Args["Name"] != "Sam" {
		t.Fatalf("undo did %v: %v", a, err)
	}
	if next, past, err := v.Next(); err != nil || len(past) != 0 || next.Args["Name"] != "Yara" {
		t.Fatalf("one step on: %v, %v, %v", next, past, err)
	}
}
