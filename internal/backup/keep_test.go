package backup

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func copyAt(at time.Time) Copy {
	return Copy{At: at.UTC(), Path: at.UTC().Format(stampLayout), Good: true}
}

// life lets a laptop make copies as people work, and prunes after each of them. jump moves its
// clock once.
func life(t *rapid.T, jump time.Duration) (kept []Copy, now time.Time, last Copy) {
	now = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	n := rapid.IntRange(1, 300).Draw(t, "copies")
	when := rapid.IntRange(0, n).Draw(t, "jump at")
	for i := range n {
		step := rapid.SampledFrom([]time.Duration{time.Millisecond, 30 * time.Minute, 30 * time.Minute, 3 * time.Hour, 24 * time.Hour, 6 * 24 * time.Hour, 40 * 24 * time.Hour}).Draw(t, "step")
		now = now.Add(step)
		if i == when {
			now = now.Add(jump)
		}
		last = copyAt(now)
		kept = append(kept, last)
		kept = without(kept, Drop(kept, "", now), last)
	}
	return kept, now, last
}

// without is what prune does.
func without(all, drop []Copy, made Copy) []Copy {
	return slices.DeleteFunc(slices.Clone(all), func(c Copy) bool { return c != made && slices.Contains(drop, c) })
}

// What is kept covers each hour of a day, each day of a month and each month of a year in which
// there was a copy.
func TestKeptCopiesCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2027, 6, 15, 12, 0, 0, 0, time.UTC)
		var all []Copy
		for range rapid.IntRange(1, 200).Draw(t, "n") {
			ago := time.Duration(rapid.Int64Range(0, int64(rapid.SampledFrom([]time.Duration{24 * time.Hour, 31 * 24 * time.Hour, 365 * 24 * time.Hour}).Draw(t, "span"))).Draw(t, "ago"))
			c := copyAt(now.Add(-ago.Truncate(time.Millisecond)))
			if !slices.Contains(all, c) { // no two have one name
				all = append(all, c)
			}
		}
		kept := without(all, Drop(all, "", now), Copy{})
		for _, c := range all {
			for _, need := range []struct {
				within time.Duration
				layout string
			}{{24 * time.Hour, "2006010215"}, {31 * 24 * time.Hour, "20060102"}, {365 * 24 * time.Hour, "200601"}} {
				same := func(o Copy) bool { return o.At.Format(need.layout) == c.At.Format(need.layout) && !o.At.Before(c.At) }
				if now.Sub(c.At) <= need.within && !slices.ContainsFunc(kept, same) {
					t.Fatalf("nothing is kept for %s (%v)", c.Path, need.within)
				}
			}
		}
		if len(kept) > hours+days+months {
			t.Fatalf("%d are kept", len(kept))
		}
	})
}

// Whatever the clock does, the copy that was just made is there, and its jump costs none of the
// copies that were there.
func TestTheClockDoesNoHarm(t *testing.T) {
	for _, jump := range []time.Duration{0, -365 * 24 * time.Hour, -3 * time.Hour, 365 * 24 * time.Hour, 80 * 365 * 24 * time.Hour} {
		rapid.Check(t, func(t *rapid.T) {
			kept, now, last := life(t, jump)
			if !slices.Contains(kept, last) {
				t.Fatal("the newest copy is gone")
			}
			if len(kept) > 2*(hours+days+months)+1 {
				t.Fatalf("%d are kept", len(kept))
			}
			if len(Drop(kept, "", now.Add(jump))) > 0 && jump != 0 {
				drop := Drop(kept, "", now.Add(jump))
				rest := without(kept, drop, last)
				if len(rest) < min(len(kept), months) {
					t.Fatalf("a jump of %v costs %d of %d copies", jump, len(drop), len(kept))
				}
			}
		})
	}
}

// A clock set back a year, and right again: no copy of before is lost by it at once.
func TestClockSetBackAYear(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	var all []Copy
	for d := range 30 {
		all = append(all, copyAt(now.AddDate(0, 0, -d)))
	}
	back := now.AddDate(-1, 0, 0)
	for range 5 {
		c := copyAt(back)
		all = append(all, c)
		if drop := Drop(all, "", back); slices.ContainsFunc(drop, func(d Copy) bool { return d.At.After(back) || d == c }) {
			t.Fatalf("dropped %v", drop)
		}
		back = back.Add(2 * time.Hour)
	}
	if n := len(all) - len(Drop(all, "", now)); n < 31 {
		t.Errorf("%d are left when the clock is right again", n)
	}
}

func TestDamagedCopiesCountForNothing(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	good, bad := copyAt(now.Add(-time.Hour-10*time.Minute)), copyAt(now.Add(-time.Hour))
	bad.Good = false
	if drop := Drop([]Copy{good, bad}, "", now); len(drop) > 0 {
		t.Errorf("dropped %v", drop)
	}
}

// A copy with somebody in it who was erased goes away by itself.
func TestOldCopiesGo(t *testing.T) {
	now := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	first := copyAt(now)
	all := []Copy{first}
	for now.Before(first.GoneBy().Add(8 * 24 * time.Hour)) {
		now = now.AddDate(0, 0, 7)
		c := copyAt(now)
		all = append(all, c)
		all = without(all, Drop(all, "", now), c)
	}
	if slices.Contains(all, first) {
		t.Errorf("the copy of %s is still there at %s", first.At, now)
	}
}

// Two files of one vault, as when an older copy was opened as a vault of its own: neither costs the
// other a copy, except one that is older than any copy may get.
func TestFilesOfOneVaultDoNotPushEachOtherOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
		files := map[string][]Copy{}
		var both []Copy
		for range rapid.IntRange(1, 120).Draw(t, "copies") {
			now = now.Add(rapid.SampledFrom([]time.Duration{time.Minute, 30 * time.Minute, 5 * time.Hour, 9 * 24 * time.Hour}).Draw(t, "step"))
			c := copyAt(now)
			c.Name = rapid.SampledFrom([]string{"kring", "kring van 3 maart"}).Draw(t, "file")
			alone := append(files[c.Name], c)
			files[c.Name] = without(alone, Drop(alone, c.Name, now), c)
			both = append(both, c)
			both = without(both, Drop(both, c.Name, now), c)
		}
		for _, alone := range files {
			for _, c := range alone {
				if now.Before(c.GoneBy()) && !slices.Contains(both, c) {
					t.Fatalf("%s of %s was pushed out", c.Path, c.Name)
				}
			}
		}
		for _, c := range both {
			if now.After(c.GoneBy()) && c != both[len(both)-1] && !slices.Contains(files[c.Name], c) {
				t.Fatalf("%s of %s should be gone", c.Path, c.Name)
			}
		}
	})
}

func TestNames(t *testing.T) {
	c := Copy{Name: "kring 2", Tag: "7KQ2MA", At: time.Date(2026, 11, 25, 3, 31, 2, 123e6, time.UTC), Good: true}
	if got := c.file(); got != "kring 2-20261125T033102.123Z-7KQ2MA.kring" {
		t.Errorf("%s", got)
	}
	back, ok := parse(c.file())
	if !ok || back.Name != c.Name || back.Tag != c.Tag || !back.At.Equal(c.At) {
		t.Errorf("%+v", back)
	}
	for _, other := range []string{"kring.kring", c.file() + ".part", "kring-20261325T033102.123Z-7KQ2MA.kring", "x-7KQ2MA.kring"} {
		if _, ok := parse(other); ok {
			t.Errorf("%s is taken for a copy", other)
		}
	}
}

func ExampleCopy_GoneBy() {
	c := Copy{At: time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)}
	fmt.Println(c.GoneBy().Format(time.DateOnly))
	// Output: 2027-12-30
}
