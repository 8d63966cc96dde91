package vault_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kring/internal/vault"
)

func TestBackupIsTheVault(t *testing.T) {
	v, _, recovery := create(t)
	c := things(t, v)
	put(t, v, c, "a", thing{Name: "een"})
	to := filepath.Join(t.TempDir(), "kopie.kring")
	r, err := v.Backup(to)
	if err != nil || r.Records["things"] != 1 || r.Journal != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	put(t, v, c, "b", thing{Name: "twee"})
	before, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{pass, recovery} {
		got, err := vault.Look(to, secret)
		if err != nil || got.Records["things"] != 1 || got.Recent[0].Action.Kind != "put" {
			t.Errorf("%+v, %v", got, err)
		}
	}
	if _, err := vault.Look(to, "fout"); !errors.Is(err, vault.ErrWrongSecret) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	got, err := v.Look(to)
	if err != nil || got.Newer["things"] != 1 || len(got.Newer) != 1 {
		t.Errorf("newer in the vault: %+v, %v", got.Newer, err)
	}
	if after, err := os.ReadFile(to); err != nil || !bytes.Equal(before, after) {
		t.Errorf("looking changed the copy (%v)", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := v.Backup(to); !errors.Is(err, vault.ErrExists) {
		t.Errorf("over another file: %v", err)
	}
}

// A copy made while somebody writes holds whole actions, all of those before it and none of
// those after.
func TestBackupIsACommittedState(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	var done, stop sync.WaitGroup
	last, quit := make(chan int, 1), make(chan struct{})
	last <- 0
	stop.Go(func() {
		for n := 1; ; n++ {
			select {
			case <-quit:
				return
			default:
			}
			err := v.Do(vault.Action{Kind: "pair"}, func(tx *vault.Tx) error {
				for _, k := range []string{"a", "b", fmt.Sprintf("%06d", n)} {
					if err := c.Put(tx, k, thing{Name: strings.Repeat("x", n%300), N: n}); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Error(err)
				return
			}
			<-last
			last <- n
		}
	})
	dir := t.TempDir()
	for i := range 12 {
		done.Go(func() {
			from := <-last
			last <- from
			path := filepath.Join(dir, fmt.Sprintf("%d.kring", i))
			if _, err := v.Backup(path); err != nil {
				t.Error(err)
				return
			}
			to := <-last
			last <- to
			got, err := read(path)
			if n := got["a"].N; err != nil || got["b"].N != n || len(got) != n+min(n, 1)*2 || n < from || n > to+1 {
				t.Errorf("between action %d and %d the copy has %d, %d and %d records: %v", from, to, got["a"].N, got["b"].N, len(got), err)
			}
		})
		time.Sleep(3 * time.Millisecond)
	}
	done.Wait()
	close(quit)
	stop.Wait()
}

func TestBackupThatCannotBe(t *testing.T) {
	v, _, _ := create(t)
	put(t, v, things(t, v), "a", thing{Name: "een"})
	if _, err := v.Backup(filepath.Join(t.TempDir(), "weg", "x.kring")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder that is gone: %v", err)
	}
	file := filepath.Join(t.TempDir(), "geen map")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Backup(filepath.Join(file, "x.kring")); err == nil {
		t.Error("a copy within a file")
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := v.Backup(filepath.Join(dir, "x.kring")); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Whatever byte of a copy is changed, or however much of it is missing, looking says so or
// finds all of it.
func TestLookAtDamagedCopies(t *testing.T) {
	t.Parallel()
	path, b, want := sample(t)
	r := rand.New(rand.NewPCG(20261125, 1))
	noticed := 0
	for i := range 60 {
		c := bytes.Clone(b)
		if i%3 == 0 {
			c = c[:r.IntN(len(c))]
		} else {
			c[r.IntN(len(c))] ^= byte(1 + r.IntN(255))
		}
		if err := os.WriteFile(path, c, 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := vault.Look(path, pass)
		var d *vault.DamageError
		switch {
		case errors.As(err, &d), errors.Is(err, vault.ErrNotVault):
			noticed++
		case err != nil:
			t.Fatalf("not a clear error: %v", err)
		case got.Records["things"] != len(want):
			t.Fatalf("%d of %d records and nobody noticed", got.Records["things"], len(want))
		}
	}
	if noticed < 20 {
		t.Errorf("only %d were noticed", noticed)
	}
	if err := os.WriteFile(path, b[:len(b)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if vault.Sound(path) == nil {
		t.Error("half a copy counts as sound")
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := vault.Sound(path); err != nil {
		t.Errorf("a whole copy: %v", err)
	}
}

func TestRestoreNeverOverwrites(t *testing.T) {
	path, b, want := sample(t)
	to := filepath.Join(t.TempDir(), "terug.kring")
	if err := vault.Restore(path, to); err != nil {
		t.Fatal(err)
	}
	if got, err := read(to); err != nil || !maps.Equal(got, want) {
		t.Errorf("%d of %d records, %v", len(got), len(want), err)
	}
	if err := vault.Restore(path, to); !errors.Is(err, vault.ErrExists) {
		t.Errorf("over another file: %v", err)
	}
	if err := os.WriteFile(path, b[:len(b)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	var d *vault.DamageError
	if err := vault.Restore(path, to+"2"); !errors.As(err, &d) {
		t.Errorf("half a copy: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
