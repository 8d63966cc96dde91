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
	"time"

	"kring/internal/vault"
)

// sample is a vault with enough records for branch pages, and its bytes.
func sample(t *testing.T) (path string, b []byte, want map[string]thing) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "sample.kring")
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		t.Fatal(err)
	}
	c := things(t, v)
	for round := range 3 {
		err = v.Do(vault.Action{Kind: "fill"}, func(tx *vault.Tx) error {
			for i := range 150 {
				if err := c.Put(tx, fmt.Sprintf("%d-%05d", round, i), thing{Name: "naam", N: i + 1}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	want = contents(c)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if b, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return path, b, want
}

// probe opens a damaged copy: either the error says so, or the content is whole.
// In both cases the bytes on disk stay as they were and are not even touched.
func probe(t *testing.T, path string, b []byte, want map[string]thing) (damaged bool) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-48 * time.Hour).Truncate(time.Second)
	if err := os.Chtimes(path, long, long); err != nil {
		t.Fatal(err)
	}
	got, err := read(path)
	if now, err := os.Stat(path); err != nil || !now.ModTime().Equal(long) {
		t.Fatalf("the damaged file was touched (%v)", err)
	}
	after, readErr := os.ReadFile(path)
	if readErr != nil || !bytes.Equal(after, b) {
		t.Fatalf("the damaged file was written to (%v)", readErr)
	}
	var d *vault.DamageError
	switch {
	case errors.As(err, &d) && d.What != "", errors.Is(err, vault.ErrNotVault):
		return true
	case err != nil:
		t.Fatalf("not a clear error: %v", err)
	case !maps.Equal(got, want):
		t.Fatal("the content differs and nobody noticed")
	}
	return false
}

func read(path string) (map[string]thing, error) {
	v, err := vault.Open(path, pass)
	if err != nil {
		return nil, err
	}
	c, err := vault.NewCollection[thing](v, "things")
	if err != nil {
		return nil, errors.Join(err, v.Close())
	}
	got := contents(c)
	if err := v.Close(); err != nil {
		return nil, err
	}
	_, err = vault.Check(path, pass)
	return got, err
}

func TestFlippedBytes(t *testing.T) {
	t.Parallel()
	path, b, want := sample(t)
	noticed, step := 0, 211
	for at := 0; at < len(b); at += step {
		c := bytes.Clone(b)
		c[at] ^= 0x41
		if probe(t, path, c, want) {
			noticed++
		}
	}
	if noticed < len(b)/step/4 {
		t.Errorf("only %d of %d flips were noticed", noticed, len(b)/step)
	}
}

// TestFlippedBytesAnywhere changes a byte at places that a seed chooses: other ones
// than the even steps above, the same in each run.
func TestFlippedBytesAnywhere(t *testing.T) {
	t.Parallel()
	path, b, want := sample(t)
	r := rand.New(rand.NewPCG(20261123, 7))
	for range 320 {
		c := bytes.Clone(b)
		c[r.IntN(len(c))] ^= byte(1 + r.IntN(255))
		probe(t, path, c, want)
	}
}

// TestFlippedBytesOfEveryPage flips bytes of each page's header and of its end, where
// bbolt keeps what it trusts most.
func TestFlippedBytesOfEveryPage(t *testing.T) {
	t.Parallel()
	path, b, want := sample(t)
	page := os.Getpagesize()
	for from := 0; from < len(b); from += page {
		for _, at := range []int{from, from + 8, from + 10, from + 12, from + 16, from + 20, from + page - 1} {
			c := bytes.Clone(b)
			c[at] ^= 0xFF
			probe(t, path, c, want)
		}
	}
}

func TestFlippedBytesOfTheFirstPages(t *testing.T) {
	t.Parallel()
	path, b, want := sample(t)
	page := os.Getpagesize()
	for _, from := range []int{0, page} {
		for at := from; at < from+80; at++ {
			c := bytes.Clone(b)
			c[at] ^= 0x10
			probe(t, path, c, want)
		}
	}
}

func TestTruncated(t *testing.T) {
	t.Parallel()
	path, b, want := sample(t)
	sizes := []int{0, 1, 100, len(b) - 1, len(b) / 3, len(b)/2 + 1}
	for n := 0; n < len(b); n += os.Getpagesize() {
		sizes = append(sizes, n, n+1)
	}
	for _, n := range sizes {
		if !probe(t, path, b[:n], want) && n < len(b)/2 {
			t.Errorf("a file of %d of %d bytes was not noticed", n, len(b))
		}
	}
}

// TestOpeningWritesNothing: looking is not changing, with the right passphrase or not.
func TestOpeningWritesNothing(t *testing.T) {
	path, b, want := sample(t)
	if probe(t, path, b, want) {
		t.Error("a sound vault was called damaged")
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Open(path, "fout"); !errors.Is(err, vault.ErrWrongSecret) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	after, err := os.Stat(path)
	if err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("a wrong passphrase touched the file (%v)", err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestNoVault(t *testing.T) {
	path := filepath.Join(t.TempDir(), "brief.kring")
	for _, content := range []string{"", "hallo", string(make([]byte, 50000))} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := vault.Open(path, pass); !errors.Is(err, vault.ErrNotVault) {
			t.Errorf("%d bytes: %v", len(content), err)
		}
	}
	if _, err := vault.Open(filepath.Join(t.TempDir(), "weg.kring"), pass); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}
