package vault_test

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kring/internal/vault"
)

var copies = flag.Int("copies", 60, "how many copies a sync tool makes while Kring writes")

// kinds are more collections than all rooms together have: their sums take two pages of the file.
const kinds = 60

// TestCopyWhileWriting copies the file piece by piece while it is written to, as a sync tool or a
// backup program does that knows nothing of vaults. The copy is refused as damaged, or it is
// exactly what the vault once was: never a mix of two moments that nobody notices.
func TestCopyWhileWriting(t *testing.T) {
	const round = 60 // copies of one vault, which grows
	refused, older, wrote := 0, 0, 0
	for from := 0; from < *copies; from += round {
		r, o, w := copyWhileWriting(t, uint64(from), min(round, *copies-from))
		refused, older, wrote = refused+r, older+o, wrote+w
	}
	t.Logf("%d copies while %d actions were written: %d refused, %d an older state", *copies, wrote, refused, older)
	if refused == 0 && *copies >= round {
		t.Error("no copy fell in the middle of writing")
	}
}

func copyWhileWriting(t *testing.T, seed uint64, n int) (refused, older, wrote int) {
	t.Helper()
	v, path, _ := create(t)
	var all []*vault.Collection[int]
	for i := range kinds {
		c, err := vault.NewCollection[int](v, fmt.Sprintf("kind%02d", i))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	was := newHistory(t, v, all)
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- was.write(stop) }()
	r := rand.New(rand.NewPCG(20261125, seed))
	to := filepath.Join(t.TempDir(), "kopie.kring")
	for i := range n {
		copyInPieces(t, path, to, r)
		switch n, err := was.find(to); {
		case err != nil:
			refused++
		case n < 0:
			t.Errorf("seed %d, copy %d is a mix of two moments, and opens", seed, i)
		default:
			older++
		}
	}
	close(stop)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	return refused, older, len(was.wrote)
}

// history is a vault whose every state is known by its number: a record holds the number of the
// action that wrote it.
type history struct {
	t   *testing.T
	v   *vault.Vault
	all []*vault.Collection[int]
	rng *rand.Rand

	mu    sync.Mutex
	wrote [][]string // by number, from 1: the records
}

func newHistory(t *testing.T, v *vault.Vault, all []*vault.Collection[int]) *history {
	return &history{t: t, v: v, all: all, rng: rand.New(rand.NewPCG(20261125, 2))}
}

// step changes a few records in some of the collections, as one action.
func (h *history) step() error {
	h.mu.Lock()
	n := len(h.wrote) + 1
	var keys []string
	for range 1 + h.rng.IntN(6) {
		keys = append(keys, fmt.Sprintf("%02d/%03d", h.rng.IntN(kinds), h.rng.IntN(40)))
	}
	h.wrote = append(h.wrote, keys)
	h.mu.Unlock()
	return h.v.Do(vault.Action{Kind: "step"}, func(tx *vault.Tx) error {
		for _, k := range keys {
			kind, key, _ := strings.Cut(k, "/")
			c, err := strconv.Atoi(kind)
			if err != nil {
				return err
			}
			if err := h.all[c].Put(tx, key, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// was gives the state of a number.
func (h *history) was(n int) map[string]int {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := map[string]int{}
	for i, keys := range h.wrote[:n] {
		for _, k := range keys {
			out[k] = i + 1
		}
	}
	return out
}

func (h *history) write(stop chan struct{}) error {
	for {
		select {
		case <-stop:
			return nil
		default:
			if err := h.step(); err != nil {
				return err
			}
		}
	}
}

// find opens a copy and gives the number of the state that it is; -1 where it never was so.
func (h *history) find(path string) (newest int, err error) {
	v, err := vault.Open(path, pass)
	if err != nil {
		return 0, plain(h.t, err)
	}
	defer v.Close()
	got := map[string]int{}
	for i := range kinds {
		c, err := vault.NewCollection[int](v, fmt.Sprintf("kind%02d", i))
		if err != nil {
			return 0, plain(h.t, err)
		}
		for k, n := range c.All() {
			got[fmt.Sprintf("%02d/%s", i, k)] = n
			newest = max(newest, n)
		}
	}
	if !maps.Equal(h.was(newest), got) {
		return -1, nil
	}
	return newest, nil
}

// plain makes sure that a refusal says what it is about.
func plain(t *testing.T, err error) error {
	var d *vault.DamageError
	if !errors.As(err, &d) && !errors.Is(err, vault.ErrNotVault) {
		t.Fatalf("not a clear error: %v", err)
	}
	return err
}

func copyInPieces(t *testing.T, from, to string, r *rand.Rand) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		t.Fatal(err)
	}
	b := make([]byte, info.Size())
	piece := 512 << r.IntN(7)
	for at := 0; at < len(b); at += piece {
		if _, err := in.ReadAt(b[at:min(at+piece, len(b))], int64(at)); err != nil {
			t.Fatal(err)
		}
		if r.IntN(1+len(b)/piece) < 20 { // some twenty times in a file of any length
			time.Sleep(time.Duration(r.IntN(3)) * time.Millisecond)
		}
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}
