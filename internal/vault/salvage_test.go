package vault_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"kring/internal/vault"
)

// salvage writes bytes as a vault and saves what it can of them.
func salvage(t *testing.T, b []byte) (map[string]thing, vault.Saved, error) {
	t.Helper()
	dir := t.TempDir()
	path, to := filepath.Join(dir, "kapot.kring"), filepath.Join(dir, "gered.kring")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := vault.Salvage(path, pass, to)
	if after, e := os.ReadFile(path); e != nil || !bytes.Equal(after, b) {
		t.Fatalf("the damaged file was changed (%v)", e)
	}
	if err != nil {
		if left, _ := os.ReadDir(dir); len(left) != 1 {
			t.Fatalf("left behind after %v: %v", err, left)
		}
		return nil, s, err
	}
	got, err := read(to)
	if err != nil {
		t.Fatalf("what was saved does not open: %v", err)
	}
	return got, s, nil
}

func TestSalvageOfASoundVaultIsAllOfIt(t *testing.T) {
	_, b, want := sample(t)
	got, s, err := salvage(t, b)
	if err != nil || !maps.Equal(got, want) || len(s.Lost)+len(s.Loose) > 0 || s.Unknown {
		t.Errorf("%d of %d records, %+v, %v", len(got), len(want), s, err)
	}
}

// One changed byte anywhere costs at most the records of a page, never shows one that is not
// right, and what is lost is counted.
func TestSalvageAfterAFlippedByte(t *testing.T) {
	t.Parallel()
	_, b, want := sample(t)
	r := rand.New(rand.NewPCG(20261125, 2))
	refused, lost := 0, 0
	for range 150 {
		at := r.IntN(len(b))
		c := bytes.Clone(b)
		c[at] ^= byte(1 + r.IntN(255))
		got, s, err := salvage(t, c)
		var d *vault.DamageError
		if errors.As(err, &d) || errors.Is(err, vault.ErrWrongSecret) {
			refused++
			continue
		}
		if err != nil {
			t.Fatalf("byte %d: %v", at, err)
		}
		compare(t, fmt.Sprintf("byte %d", at), got, want)
		if missing := len(want) - len(got); missing != s.Lost["things"] && !s.Unknown {
			t.Errorf("byte %d: %d are missing, %d are said to be", at, missing, s.Lost["things"])
		} else if missing > 80 {
			t.Errorf("byte %d costs %d records", at, missing)
		} else if missing > 0 {
			lost++
		}
	}
	if refused > 15 || lost == 0 {
		t.Errorf("%d of 150 could not be saved at all, %d lost a record", refused, lost)
	}
}

func compare(t *testing.T, where string, got, want map[string]thing) {
	t.Helper()
	for k, v := range got {
		if want[k] != v {
			t.Errorf("%s: %s is %v, was %v", where, k, v, want[k])
		}
	}
}

// Both meta pages gone, or the end cut off: the pages alone still give nearly all.
func TestSalvageWithoutAnyTree(t *testing.T) {
	t.Parallel()
	_, b, want := sample(t)
	page := os.Getpagesize()
	c := bytes.Clone(b)
	clear(c[:2*page])
	got, s, err := salvage(t, c)
	if err != nil || len(got) != len(want) || s.Loose["things"] != len(want) {
		t.Errorf("without meta pages: %d of %d, %+v, %v", len(got), len(want), s, err)
	}
	compare(t, "without meta pages", got, want)
	got, _, err = salvage(t, b[:len(b)*9/10])
	if err == nil {
		compare(t, "cut off", got, want)
	}
	if err != nil || len(got) < len(want)/4 {
		t.Errorf("cut off: %d of %d, %v", len(got), len(want), err)
	}
}

// The newest of the two meta pages says where the last action is. When it is damaged, the last
// action is still there.
func TestSalvageHasTheLastAction(t *testing.T) {
	for _, which := range []int{0, 1} {
		v, path, _ := create(t)
		c := things(t, v)
		for i := range 100 {
			put(t, v, c, fmt.Sprint(i), thing{Name: "naam", N: i})
		}
		put(t, v, c, "7", thing{Name: "laatste", N: 7})
		want := contents(c)
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		b[which*os.Getpagesize()+40] ^= 1
		got, s, err := salvage(t, b)
		if err != nil || !maps.Equal(got, want) {
			t.Errorf("without meta page %d: %d of %d, %v, %+v, %v", which, len(got), len(want), got["7"], s, err)
		}
	}
}

// What was removed for good stays removed, though its bytes may still lie in a page that
// nothing leads to.
func TestSalvageBringsNothingBack(t *testing.T) {
	v, path, _ := create(t)
	c := things(t, v)
	for i := range 100 {
		put(t, v, c, fmt.Sprintf("%03d", i), thing{Name: "naam", N: i})
	}
	if err := v.Forget(vault.Action{Kind: "erase"}, vault.Traces{}, func(tx *vault.Tx) error { return c.Delete(tx, "050") }); err != nil {
		t.Fatal(err)
	}
	put(t, v, c, "100", thing{Name: "later"})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 2 * os.Getpagesize(); at < len(b); at += 397 {
		damaged := bytes.Clone(b)
		damaged[at] ^= 0x41
		got, s, err := salvage(t, damaged)
		if _, back := got["050"]; err == nil && back && s.Loose["things"] == 0 {
			t.Fatalf("byte %d: what was erased is back and nobody is told", at)
		}
	}
}

// Where nothing of the file leads to its key, that is what is said: no passphrase helps.
func TestSalvageWithoutAKey(t *testing.T) {
	t.Parallel()
	_, b, _ := sample(t)
	if _, _, err := salvage(t, b[:2*os.Getpagesize()]); !errors.Is(err, vault.ErrNoKey) {
		t.Errorf("cut off after its first pages: %v", err)
	}
}

func TestSalvageAsksForThePassphrase(t *testing.T) {
	path, b, _ := sample(t)
	if err := os.WriteFile(path, b[:len(b)-5000], 0o600); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "x.kring")
	if _, err := vault.Salvage(path, "fout", to); !errors.Is(err, vault.ErrWrongSecret) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	if err := os.WriteFile(to, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Salvage(path, pass, to); !errors.Is(err, vault.ErrExists) {
		t.Errorf("over another file: %v", err)
	}
	if err := os.WriteFile(path, []byte("een brief"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Salvage(path, pass, to+"2"); err == nil {
		t.Error("a letter was saved")
	}
}

// withoutKey is a vault with records whose page with the header is lost, and a copy of it from
// before the last of them.
func withoutKey(t *testing.T, fresh string) (path, copied string, want map[string]thing) {
	t.Helper()
	v, _, _ := create(t)
	c := things(t, v)
	for i := range 100 {
		put(t, v, c, fmt.Sprintf("%03d", i), thing{Name: "naam", N: i})
	}
	small, err := vault.NewCollection[thing](v, "small")
	if err != nil {
		t.Fatal(err)
	}
	put(t, v, small, "a", thing{Name: "klein"})
	put(t, v, small, "b", thing{Name: "klein"})
	copied = filepath.Join(t.TempDir(), "kopie.kring")
	if _, err := v.Backup(copied); err != nil {
		t.Fatal(err)
	}
	put(t, v, c, "later", thing{Name: "van na de kopie", N: 1})
	if fresh != "" {
		if err := v.SetPassphrase(pass, fresh); err != nil {
			t.Fatal(err)
		}
	}
	damaged := filepath.Join(t.TempDir(), "kapot.kring")
	if _, err := v.Backup(damaged); err != nil {
		t.Fatal(err)
	}
	if fresh != "" {
		if err := v.SetPassphrase(fresh, pass); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(damaged)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte(`{"format":1,"id":`))
		if i < 0 {
			break
		}
		at += i
		clear(b[at&^(os.Getpagesize()-1) : at|(os.Getpagesize()-1)])
	}
	if err := os.WriteFile(damaged, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return damaged, copied, contents(c)
}

// The key never changes, so a file that has lost the page with it borrows it from a copy, and
// has what was done after that copy too.
func TestSalvageBorrowsTheKeyOfACopy(t *testing.T) {
	path, copied, want := withoutKey(t, "")
	other, otherPath, _ := create(t)
	put(t, other, things(t, other), "x", thing{Name: "van een andere kluis"})
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "gered.kring")
	if _, err := vault.Salvage(path, pass, to); !errors.Is(err, vault.ErrNoKey) {
		t.Fatalf("without a copy: %v", err)
	}
	if _, err := vault.Salvage(path, pass, to, otherPath, filepath.Join(t.TempDir(), "weg")); !errors.Is(err, vault.ErrNoKey) || errors.Is(err, vault.ErrCopySecret) {
		t.Errorf("with the key of another vault: %v", err)
	}
	if _, err := vault.Salvage(path, "fout", to, otherPath, copied); !errors.Is(err, vault.ErrCopySecret) {
		t.Errorf("with a wrong passphrase: %v", err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("something was made")
	}
	s, err := vault.Salvage(path, pass, to, otherPath, copied)
	if err != nil || s.KeyOf != copied {
		t.Fatalf("%+v, %v", s, err)
	}
	got, err := read(to)
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("%d of %d records, %v, %+v", len(got), len(want), err, s)
	}
}

// A copy has the key under the passphrase of then: the one of now does not help, and that is
// what is said.
func TestSalvageBorrowsUnderThePassphraseOfThen(t *testing.T) {
	path, copied, want := withoutKey(t, "een heel andere wachtzin")
	to := filepath.Join(t.TempDir(), "gered.kring")
	if _, err := vault.Salvage(path, "een heel andere wachtzin", to, copied); !errors.Is(err, vault.ErrCopySecret) {
		t.Errorf("with the passphrase of now: %v", err)
	}
	if _, err := vault.Salvage(path, pass, to, copied); err != nil {
		t.Fatal(err)
	}
	if got, err := read(to); err != nil || !maps.Equal(got, want) {
		t.Errorf("%d of %d records, %v", len(got), len(want), err)
	}
}

// A small collection stands in the page that is lost with the key: it is taken from the copy,
// and that is told.
func TestSalvageFillsFromTheCopyOfTheKey(t *testing.T) {
	path, copied, want := withoutKey(t, "")
	to := filepath.Join(t.TempDir(), "gered.kring")
	s, err := vault.Salvage(path, pass, to, copied)
	if err != nil || len(want) != 101 || s.Filled["small"] != 2 || s.Filled["things"] != 0 {
		t.Fatalf("%+v, %v", s, err)
	}
	v, err := vault.Open(to, pass)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	c, err := vault.NewCollection[thing](v, "small")
	if x, ok := c.Get("b"); err != nil || !ok || x.Name != "klein" {
		t.Errorf("%v, %v, %v", x, ok, err)
	}
}

// What was saved says of an older copy only that which differs: a record that nobody touched is
// not newer because it was saved.
func TestSalvageKnowsWhatIsNewerThanACopy(t *testing.T) {
	path, _, _ := sample(t)
	dir := t.TempDir()
	copied, to := filepath.Join(dir, "kopie.kring"), filepath.Join(dir, "gered.kring")
	v, err := vault.Open(path, pass)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Backup(copied); err != nil {
		t.Fatal(err)
	}
	put(t, v, things(t, v), "na de kopie", thing{Name: "nieuw"})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Salvage(path, pass, to); err != nil {
		t.Fatal(err)
	}
	if v, err = vault.Open(to, pass); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	got, err := v.Look(copied)
	if err != nil || !maps.Equal(got.Newer, map[string]int{"things": 1}) {
		t.Errorf("newer than the copy: %v, %v", got.Newer, err)
	}
}
