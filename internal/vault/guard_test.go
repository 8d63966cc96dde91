package vault

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// wide makes a vault whose collection takes many pages, and leaves it open.
func wide(t *testing.T) *Vault {
	t.Helper()
	v, _, err := Create(filepath.Join(t.TempDir(), "wijd.kring"), "wachtzin", WithKDF(TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	err = v.Do(Action{Kind: "fill"}, func(tx *Tx) error {
		for i := range 400 {
			if err := tx.set("names", fmt.Sprintf("%05d", i), []byte(`"een naam van gewone lengte"`)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// uses are all the ways in which an open vault reads pages.
var uses = map[string]func(*Vault) error{
	"load":    func(v *Vault) error { _, err := NewCollection[string](v, "names"); return err },
	"journal": func(v *Vault) error { _, err := v.Journal(10); return err },
	"undo":    func(v *Vault) error { _, err := v.Undo(); return err },
	"forget": func(v *Vault) error {
		return v.Forget(Action{Kind: "forget"}, Traces{}, func(tx *Tx) error { return tx.set("names", "00007", nil) })
	},
	"expire": func(v *Vault) error {
		return v.Expire(Action{Kind: "expire"}, []Change{{Collection: "names", Key: "00007"}})
	},
	"do": func(v *Vault) error {
		return v.Do(Action{Kind: "x"}, func(tx *Tx) error { return tx.set("names", "00200", []byte(`"anders"`)) })
	},
}

// closes fails the test when closing waits for a lock that nobody gives back.
func closes(t *testing.T, v *Vault) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- v.Close() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("closing: %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("closing hangs")
	}
}

func wantDamage(t *testing.T, err error) {
	t.Helper()
	var d *DamageError
	if !errors.As(err, &d) || d.What == "" {
		t.Errorf("no damage named: %v", err)
	}
}

func TestFileCutOffWhileOpen(t *testing.T) {
	for name, use := range uses {
		for _, pages := range []int{0, 1, 3} {
			t.Run(fmt.Sprintf("%s/%d", name, pages), func(t *testing.T) {
				v := wide(t)
				if err := os.Truncate(v.path, int64(pages*os.Getpagesize())); err != nil {
					t.Fatal(err)
				}
				wantDamage(t, use(v))
				wantDamage(t, uses["do"](v)) // and nothing is written after it
				wantDamage(t, uses["load"](v))
				closes(t, v)
				if now, err := os.Stat(v.path); err != nil || now.Size() != int64(pages*os.Getpagesize()) {
					t.Errorf("the file was written to: %v", err)
				}
			})
		}
	}
}

func TestLastPageCutOffWhileOpen(t *testing.T) {
	v := wide(t)
	size := v.size - int64(os.Getpagesize())
	if err := os.Truncate(v.path, size); err != nil {
		t.Fatal(err)
	}
	wantDamage(t, uses["do"](v))
	closes(t, v)
	if now, err := os.Stat(v.path); err != nil || now.Size() != size {
		t.Errorf("the file was written to: %v", err)
	}
}

func TestFileCutOffWhileOpening(t *testing.T) {
	v := wide(t)
	closes(t, v)
	again := &Vault{path: v.path, opts: v.opts, seal: &sealer{closedCipher{}}}
	if err := again.openFile(boltOptions()); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(v.path, 0); err != nil {
		t.Fatal(err)
	}
	wantDamage(t, again.unlock("wachtzin"))
	closes(t, again)
}

// TestPagesSpoiledWhileOpen writes rubbish over one page after another under an open
// vault: bbolt panics in many places, nobody else does.
func TestPagesSpoiledWhileOpen(t *testing.T) {
	v := wide(t)
	closes(t, v)
	whole, err := os.ReadFile(v.path)
	if err != nil {
		t.Fatal(err)
	}
	page, noticed := os.Getpagesize(), 0
	for at := 2 * page; at+page <= len(whole); at += page {
		for _, fill := range []byte{0x00, 0xFF} {
			for name, use := range uses {
				if err := os.WriteFile(v.path, whole, 0o600); err != nil {
					t.Fatal(err)
				}
				err := spoiled(t, v.path, int64(at), bytes.Repeat([]byte{fill}, page), use)
				var d *DamageError
				if errors.As(err, &d) {
					noticed++
				} else if err != nil {
					t.Errorf("%s, page %d: not a clear error: %v", name, at/page, err)
				}
			}
		}
	}
	if noticed == 0 {
		t.Error("no damage was noticed")
	}
}

func spoiled(t *testing.T, path string, at int64, rubbish []byte, use func(*Vault) error) error {
	t.Helper()
	v, err := Open(path, "wachtzin")
	if err != nil {
		t.Fatal(err)
	}
	defer closes(t, v)
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(rubbish, at)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return use(v)
}

func TestDeletedFileIsNotSavedTo(t *testing.T) {
	v := wide(t)
	if err := os.Remove(v.path); err != nil {
		t.Fatal(err)
	}
	if err := uses["do"](v); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("saved into nothing: %v", err)
	}
	closes(t, v)
}

func TestCallersPanicIsItsOwn(t *testing.T) {
	v := wide(t)
	func() {
		defer func() {
			if p := recover(); p != "mine" {
				t.Errorf("recovered %v", p)
			}
		}()
		_ = v.Do(Action{Kind: "x"}, func(*Tx) error { panic("mine") })
	}()
	if err := uses["do"](v); err != nil {
		t.Errorf("the vault is not usable after it: %v", err)
	}
	closes(t, v)
}
