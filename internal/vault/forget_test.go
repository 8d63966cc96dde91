package vault_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"kring/internal/vault"
)

const planted = "Fatima el Amrani"

// said puts a thing under a key with the name of the action in its words.
func said(t *testing.T, v *vault.Vault, c *vault.Collection[thing], key string, x thing) {
	t.Helper()
	if err := v.Do(vault.NewAction("action.put", "Name", x.Name), func(tx *vault.Tx) error { return c.Put(tx, key, x) }); err != nil {
		t.Fatal(err)
	}
}

func forgetKey(t *testing.T, v *vault.Vault, c *vault.Collection[thing], traces vault.Traces, keys ...string) {
	t.Helper()
	err := v.Forget(vault.Action{Kind: "action.forget"}, traces, func(tx *vault.Tx) error {
		for _, k := range keys {
			if err := c.Delete(tx, k); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func traced(t *testing.T, v *vault.Vault, tr vault.Traces) int {
	t.Helper()
	n, err := v.Traced(tr)
	if err != nil {
		t.Fatal(err)
	}
	err = v.Records(func(r vault.Record) error {
		if tr.In(r.Key, r.Payload) {
			n++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What is forgotten is nowhere; what is not can still be undone, after a restart as well.
func TestForgetLeavesTheRest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "proef.kring")
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		t.Fatal(err)
	}
	c := things(t, v)
	said(t, v, c, "rest", thing{Name: "Yara", N: 1})
	said(t, v, c, "01ABC", thing{Name: planted, N: 1})
	said(t, v, c, "rest", thing{Name: "Yara", N: 2})
	said(t, v, c, "note", thing{Name: "met " + planted + " gebeld"})
	said(t, v, c, "note", thing{Name: "niets"})
	said(t, v, c, "x+01ABC", thing{N: 3})
	if err := v.Do(vault.Action{Kind: "action.delete"}, func(tx *vault.Tx) error { return c.Delete(tx, "x+01ABC") }); err != nil {
		t.Fatal(err)
	}
	tr := vault.Traces{IDs: []string{"01ABC"}, Names: []string{planted}}
	if traced(t, v, tr) != 6 {
		t.Fatalf("%d traces before", traced(t, v, tr))
	}
	forgetKey(t, v, c, tr, "01ABC")
	if err := v.Compact(); err != nil {
		t.Fatal(err)
	}
	if n := traced(t, v, tr); n != 0 {
		t.Fatalf("%d traces left", n)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := vault.Check(path, pass)
	if err != nil || r.Deleted["things"] != 0 || r.Records["things"] != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	if v, err = vault.Open(path, pass); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	c = things(t, v)
	back(t, v.Undo) // of rest, past everything that was lost
	if got, _ := c.Get("rest"); got.N != 1 {
		t.Errorf("rest is %v", got)
	}
	back(t, v.Redo)
	if got, _ := c.Get("rest"); got.N != 2 {
		t.Errorf("rest is %v", got)
	}
	back(t, v.Undo)
	back(t, v.Undo)
	if _, err := v.Undo(); !errors.Is(err, vault.ErrNothingToUndo) {
		t.Errorf("more to undo: %v", err)
	}
	if _, ok := c.Get("01ABC"); ok {
		t.Error("undo brought it back")
	}
}

// What was undone before it was forgotten cannot be done again.
func TestForgottenCannotBeRedone(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	said(t, v, c, "rest", thing{Name: "Yara"})
	said(t, v, c, "01ABC", thing{Name: planted})
	back(t, v.Undo)
	forgetKey(t, v, c, vault.Traces{IDs: []string{"01ABC"}, Names: []string{planted}})
	if _, err := v.Redo(); !errors.Is(err, vault.ErrNothingToRedo) {
		t.Errorf("redo: %v", err)
	}
	if c.Len() != 1 {
		t.Errorf("%d things", c.Len())
	}
}

// An entry that changed a record together with who is forgotten is passed, and so are the
// older ones of that record: they would no longer fit. Newer ones still can be undone.
func TestForgetNeverStopsUndo(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	said(t, v, c, "first", thing{N: 1})
	said(t, v, c, "shared", thing{N: 1})
	err := v.Do(vault.Action{Kind: "action.both"}, func(tx *vault.Tx) error {
		return errors.Join(c.Put(tx, "01ABC", thing{Name: planted}), c.Put(tx, "shared", thing{N: 2}))
	})
	if err != nil {
		t.Fatal(err)
	}
	said(t, v, c, "shared", thing{N: 3})
	forgetKey(t, v, c, vault.Traces{IDs: []string{"01ABC"}}, "01ABC")
	back(t, v.Undo)
	if got, _ := c.Get("shared"); got.N != 2 {
		t.Errorf("shared is %v", got)
	}
	back(t, v.Undo)
	if _, ok := c.Get("first"); ok {
		t.Error("the first was not undone")
	}
}

func TestTraces(t *testing.T) {
	for _, c := range []struct {
		name, text string
		in         bool
		replaced   string
	}{
		{"Anna", `Annabel kwam`, false, `Annabel kwam`},
		{"Anna", `met anna, en Anna's kind`, true, `met •, en •'s kind`},
		{"Ann", `Anna`, false, `Anna`},
		{"فاطمة", `قلت لفاطمة ذلك`, true, `قلت ل• ذلك`},
		{"فاطمة", `فاطمةعلي`, false, `فاطمةعلي`},
		{"O'Brien <x>", `de heer O'Brien <x> belde`, true, `de heer • belde`},
		{"Zoë", "1\nZoë\n2", true, "1\n•\n2"},
		{"", `iets`, false, `iets`},
	} {
		tr := vault.Traces{Names: []string{c.name}}
		payload, err := json.Marshal(map[string]string{"n": c.text})
		if err != nil {
			t.Fatal(err)
		}
		if tr.Named(payload) != c.in || tr.Holds(c.text) != c.in || tr.Replace(c.text, "•") != c.replaced {
			t.Errorf("%q in %q: %v %v, %q", c.name, c.text, tr.Named(payload), tr.Holds(c.text), tr.Replace(c.text, "•"))
		}
	}
}

// After a compaction the bytes of what was forgotten are in the file no more, not even sealed.
func TestCompactDropsTheSealedBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "proef.kring")
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	c := things(t, v)
	said(t, v, c, "rest", thing{Name: strings.Repeat("r", 9000)})
	said(t, v, c, "01ABC", thing{Name: planted + strings.Repeat("x", 9000)})
	sealed := vault.Sealed(t, v, "things", "01ABC")
	before, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(before, sealed[:100]) {
		t.Fatalf("the sealed bytes were not found: %v", err)
	}
	forgetKey(t, v, c, vault.Traces{IDs: []string{"01ABC"}, Names: []string{planted}}, "01ABC")
	old, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	var wg sync.WaitGroup
	wg.Go(func() { // somebody reads meanwhile
		for range 20 {
			if _, err := v.Journal(5); err != nil {
				t.Error(err)
			}
		}
	})
	if err := v.Compact(); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	after, err := os.ReadFile(path)
	if err != nil || bytes.Contains(after, sealed[:100]) {
		t.Errorf("the sealed bytes are still there: %v", err)
	}
	wiped := make([]byte, len(before))
	if _, err := old.ReadAt(wiped, 0); err == nil && len(bytes.Trim(wiped, "\x00")) > 0 {
		t.Error("the old file was not overwritten")
	}
	said(t, v, c, "after", thing{N: 1})
	if _, err := vault.Inspect(path); err == nil {
		t.Error("the new file is not locked")
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if r, err := vault.Check(path, pass); err != nil || r.Records["things"] != 2 {
		t.Errorf("%+v, %v", r, err)
	}
}
