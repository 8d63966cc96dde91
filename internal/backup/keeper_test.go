package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"kring/internal/vault"
)

const pass = "een lange wachtzin"

type thing struct {
	N int `json:"n"`
}

type bench struct {
	*testing.T
	v     *vault.Vault
	c     *vault.Collection[thing]
	usual string
	clock atomic.Int64 // added to the laptop's
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{T: t, usual: filepath.Join(t.TempDir(), FolderName)}
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "kring.kring"), pass, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	b.v = v
	t.Cleanup(func() {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	})
	if b.c, err = vault.NewCollection[thing](v, "things"); err != nil {
		t.Fatal(err)
	}
	b.put(1)
	return b
}

func (b *bench) now() time.Time { return time.Now().Add(time.Duration(b.clock.Load())) }

func (b *bench) put(n int) {
	b.Helper()
	if err := b.v.Do(vault.Action{Kind: "put"}, func(tx *vault.Tx) error { return b.c.Put(tx, "a", thing{n}) }); err != nil {
		b.Fatal(err)
	}
}

func (b *bench) start(every time.Duration) *Keeper {
	b.Helper()
	k, err := start(b.v, b.usual, b.now, func() {}, every)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { k.Close(time.Minute) })
	return k
}

// copies are those in a folder, each of them read.
func (b *bench) copies(dir string) []Copy {
	b.Helper()
	all, err := List(dir, "")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range all {
		if _, err := vault.Look(c.Path, pass); err != nil || !c.Good {
			b.Errorf("%s: %v", c.Path, err)
		}
	}
	return all
}

func (b *bench) await(what string, is func() bool) {
	b.Helper()
	for range 500 {
		if is() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.Fatalf("%s did not come", what)
}

func TestCopiesOnOpenAndClose(t *testing.T) {
	b := newBench(t)
	k := b.start(time.Hour)
	b.await("the copy on opening", func() bool { return !k.States()[0].Good().IsZero() && !k.States()[0].Busy })
	b.put(2)
	k.Close(time.Minute)
	got, err := b.v.Look(b.copies(b.usual)[0].Path)
	if err != nil || got.Newer["things"] > 0 {
		t.Errorf("the newest copy lacks %v, %v", got.Newer, err)
	}
	n := len(b.copies(b.usual))
	k = b.start(time.Hour)
	b.await("a look", func() bool { return k.States()[0].Count > 0 })
	k.Close(time.Minute)
	if again := len(b.copies(b.usual)); again != n {
		t.Errorf("%d copies, then %d, and nothing was done", n, again)
	}
}

func TestCopiesWhileSomethingChanges(t *testing.T) {
	b := newBench(t)
	k := b.start(30 * time.Millisecond)
	b.await("the first", func() bool { return !k.States()[0].Good().IsZero() })
	b.put(7)
	b.await("a copy of the change", func() bool {
		all, err := List(b.usual, k.Tag())
		if err != nil || len(all) == 0 {
			return false
		}
		got, err := b.v.Look(all[0].Path)
		return err == nil && got.Newer["things"] == 0
	})
}

// With the clock set back a year each change still gets its copy, and the others stay.
func TestKeeperWithTheClockSetBack(t *testing.T) {
	b := newBench(t)
	k := b.start(time.Hour)
	k.Now()
	before := len(b.copies(b.usual))
	b.clock.Store(int64(-365 * 24 * time.Hour))
	b.put(3)
	k.Close(time.Minute)
	all := b.copies(b.usual)
	if len(all) != before+1 {
		t.Fatalf("%d copies, then %d", before, len(all))
	}
	if got, err := b.v.Look(all[len(all)-1].Path); err != nil || got.Newer["things"] > 0 {
		t.Errorf("the copy of now lacks %v, %v", got.Newer, err)
	}
}

func TestTwoInTheSameMillisecond(t *testing.T) {
	b := newBench(t)
	if err := os.Mkdir(b.usual, 0o700); err != nil {
		t.Fatal(err)
	}
	at := time.Now()
	first, err := Make(b.v, b.usual, at)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Make(b.v, b.usual, at)
	if err != nil || first.Path == second.Path {
		t.Fatalf("%s and %s, %v", first.Path, second.Path, err)
	}
	if _, err := os.Stat(second.Path); err != nil {
		t.Error(err)
	}
}

// A second place that is away is told, without the first one suffering; it is mended by itself.
func TestSecondPlaceThatIsAway(t *testing.T) {
	b := newBench(t)
	k := b.start(time.Hour)
	stick := t.TempDir()
	if err := k.Places.Choose(Second, stick); err != nil {
		t.Fatal(err)
	}
	k.Now()
	if n := len(b.copies(filepath.Join(stick, FolderName))); n != 1 {
		t.Fatalf("%d copies on the stick", n)
	}
	away := filepath.Join(t.TempDir(), "x")
	if err := os.Rename(filepath.Join(stick, FolderName), away); err != nil {
		t.Fatal(err)
	}
	b.put(2)
	k.Now()
	st := k.States()
	if len(st) != 2 || st[0].Err != nil || !st[1].Away() || st[1].Good().IsZero() {
		t.Fatalf("%+v", st)
	}
	if _, err := os.Stat(filepath.Join(stick, FolderName)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was written where the stick would be")
	}
	if err := os.Rename(away, filepath.Join(stick, FolderName)); err != nil {
		t.Fatal(err)
	}
	k.Now()
	if st := k.States(); st[1].Err != nil || !st[1].Good().After(st[0].Good().Add(-time.Second)) {
		t.Errorf("%+v", st)
	}
	if got, err := b.v.Look(b.copies(k.States()[1].Dir)[0].Path); err != nil || got.Newer["things"] > 0 {
		t.Errorf("the stick lacks %v, %v", got.Newer, err)
	}
}

// The usual folder is made where its own folder is; where that is away, so are the copies.
func TestUsualPlaceOnADiskThatIsAway(t *testing.T) {
	b := newBench(t)
	documents := filepath.Join(t.TempDir(), "weg")
	b.usual = filepath.Join(documents, FolderName)
	k := b.start(time.Hour)
	k.Now()
	if st := k.States(); len(st) != 1 || !st[0].Away() {
		t.Errorf("without the documents: %+v", st)
	}
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	k.Now()
	if st := k.States(); st[0].Err != nil || len(b.copies(b.usual)) == 0 {
		t.Errorf("with the documents back: %+v", st)
	}
}

// A place that cannot be written to says so until it can.
func TestFailureStaysUntilItIsMended(t *testing.T) {
	b := newBench(t)
	if err := os.WriteFile(b.usual, nil, 0o600); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	k := b.start(time.Hour)
	k.Now()
	if st := k.States(); st[0].Err == nil {
		t.Fatal("nothing is wrong")
	}
	if err := os.Remove(b.usual); err != nil {
		t.Fatal(err)
	}
	k.Now()
	if st := k.States(); st[0].Err != nil || st[0].Count != 1 {
		t.Errorf("%+v", st)
	}
}

// A folder that may not be written to, and other vaults' copies beside ours.
func TestPruneLeavesOthersAlone(t *testing.T) {
	b := newBench(t)
	if err := os.Mkdir(b.usual, 0o700); err != nil {
		t.Fatal(err)
	}
	start := time.Now().Add(-80 * time.Minute)
	other := filepath.Join(b.usual, Copy{Name: "kring", Tag: "000000", At: start, Good: true}.file())
	if err := os.WriteFile(other, []byte("of another vault"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range 8 {
		if _, err := Make(b.v, b.usual, start.Add(time.Duration(i)*10*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	ours, err := List(b.usual, TagOf(mustID(b)))
	if err != nil || len(ours) < 2 || len(ours) > 4 {
		t.Errorf("%d copies of 8 in 80 minutes, %v", len(ours), err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Error(err)
	}
}

func mustID(b *bench) string {
	b.Helper()
	id, err := b.v.ID()
	if err != nil {
		b.Fatal(err)
	}
	return id
}
