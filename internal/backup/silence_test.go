package backup

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// After a laptop lay unused, the copies that are over go on the second day on which it is used,
// also where nothing is changed; a clock that jumps and is set right the same day costs nothing.
func TestOverdueCopiesGoAfterASilence(t *testing.T) {
	now := time.Date(2027, 9, 1, 9, 0, 0, 0, time.UTC)
	last := now.AddDate(0, 0, -200)
	var all []Copy
	for m := range 10 {
		all = append(all, copyAt(last.AddDate(0, -m, 0)))
	}
	overdue := func(at time.Time) (n int) {
		for _, c := range all {
			if at.After(c.GoneBy()) {
				n++
			}
		}
		return n
	}
	first := copyAt(now)
	all = append(all, first)
	if drop := Drop(all, "", now.Add(time.Hour)); len(drop) > 0 {
		t.Fatalf("on the first day %d go", len(drop))
	}
	next := now.AddDate(0, 0, 1)
	if n := overdue(next); n == 0 || len(Drop(all, "", next)) != n {
		t.Fatalf("%d of %d go on the second day", len(Drop(all, "", next)), n)
	}
	if drop := Drop(all, "", next); slices.Contains(drop, first) {
		t.Error("the newest goes")
	}
}

// The keeper does so on opening, with no change in the vault.
func TestKeeperClearsUpAfterASilence(t *testing.T) {
	b := newBench(t)
	k := b.start(time.Hour)
	b.await("the copy on opening", func() bool { return !k.States()[0].Good().IsZero() && !k.States()[0].Busy })
	k.Close(time.Minute)
	made := b.copies(b.usual)[0]
	old := made
	old.At = made.At.AddDate(0, 0, -201)
	if err := os.Rename(made.Path, filepath.Join(b.usual, old.file())); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{2, 1} {
		b.clock.Store(int64(time.Duration(200+i) * 24 * time.Hour))
		k = b.start(time.Hour)
		b.await("a look", func() bool { return k.States()[0].Count > 0 && !k.States()[0].Busy })
		k.Close(time.Minute)
		if n := len(b.copies(b.usual)); n != want {
			t.Fatalf("day %d: %d copies, want %d", i+1, n, want)
		}
	}
}
