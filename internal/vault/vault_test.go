package vault_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kring/internal/vault"
)

type thing struct {
	Name string `json:"n"`
	N    int    `json:"i,omitempty"`
}

const pass = "een lange wachtzin"

var cheap = vault.WithKDF(vault.TestKDF)

func create(t *testing.T) (*vault.Vault, string, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.kring")
	v, recovery, err := vault.Create(path, pass, cheap)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
		if _, err := vault.Check(path, pass); err != nil {
			t.Errorf("the vault is not sound at the end: %v", err)
		}
	})
	return v, path, recovery
}

func things(t *testing.T, v *vault.Vault) *vault.Collection[thing] {
	t.Helper()
	c, err := vault.NewCollection[thing](v, "things")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func put(t *testing.T, v *vault.Vault, c *vault.Collection[thing], key string, val thing) {
	t.Helper()
	err := v.Do(vault.Action{Kind: "put", Args: map[string]string{"Name": val.Name}}, func(tx *vault.Tx) error {
		return c.Put(tx, key, val)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpensWithPassphraseOrRecoveryCode(t *testing.T) {
	v, path, recovery := create(t)
	put(t, v, things(t, v), "a", thing{Name: "Fatima"})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	written := strings.ToLower(strings.ReplaceAll(recovery, "-", " "))
	for _, secret := range []string{pass, recovery, written} {
		v, err := vault.Open(path, secret)
		if err != nil {
			t.Fatalf("opening with %q: %v", secret, err)
		}
		if got, ok := things(t, v).Get("a"); !ok || got.Name != "Fatima" {
			t.Fatalf("got %v", got)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, wrong := range []string{"", "fout", "00000-00000-00000-00000-00000"} {
		if _, err := vault.Open(path, wrong); !errors.Is(err, vault.ErrWrongSecret) {
			t.Errorf("opening with %q: %v", wrong, err)
		}
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	_, path, _ := create(t)
	if _, _, err := vault.Create(path, pass, cheap); !errors.Is(err, vault.ErrExists) {
		t.Fatalf("got %v", err)
	}
}

func TestSecondStartNamesTheFirst(t *testing.T) {
	_, path, _ := create(t)
	_, err := vault.Open(path, pass)
	var locked *vault.LockedError
	if !errors.As(err, &locked) || locked.PID != os.Getpid() {
		t.Fatalf("got %v", err)
	}
}

func TestFailedActionChangesNothing(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	put(t, v, c, "a", thing{Name: "een"})
	fail := errors.New("stop")
	err := v.Do(vault.Action{Kind: "x"}, func(tx *vault.Tx) error {
		if err := c.Put(tx, "a", thing{Name: "twee"}); err != nil {
			return err
		}
		return fail
	})
	if got, _ := c.Get("a"); !errors.Is(err, fail) || got.Name != "een" {
		t.Fatalf("got %v, %v", got, err)
	}
	if j, err := v.Journal(10); err != nil || len(j) != 1 {
		t.Fatalf("journal %v, %v", j, err)
	}
}

func TestActionThatChangesNothingIsNotJournalled(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	put(t, v, c, "a", thing{Name: "een"})
	put(t, v, c, "a", thing{Name: "een"})
	if j, _ := v.Journal(10); len(j) != 1 {
		t.Fatalf("%d entries", len(j))
	}
}

func TestWatchersHearAfterTheMemoryIsNew(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	var heard []string
	var stop func()
	stop = v.Watch(func(e vault.Event) {
		got, _ := c.Get(e.Changes[0].Key)
		heard = append(heard, got.Name)
		stop()
	})
	put(t, v, c, "a", thing{Name: "een"})
	put(t, v, c, "a", thing{Name: "twee"})
	if len(heard) != 1 || heard[0] != "een" {
		t.Fatalf("heard %v", heard)
	}
}

// What is written without the journal leaves nothing there: undo goes past it to what was done
// before, and when it has expired it is nowhere.
func TestUnjournalledLeavesNothingBehind(t *testing.T) {
	v, _, _ := create(t)
	c := things(t, v)
	put(t, v, c, "a", thing{Name: "een"})
	err := v.Do(vault.Action{Kind: "quiet"}, func(tx *vault.Tx) error { return c.PutUnjournalled(tx, "q", thing{Name: "stil"}) })
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := c.Get("q"); got.Name != "stil" {
		t.Fatalf("it is %+v", got)
	}
	if err := v.Expire(vault.Action{Kind: "over"}, []vault.Change{{Collection: "things", Key: "q"}}); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get("q"); ok || c.Len() != 1 {
		t.Error("still there")
	}
	j, err := v.Journal(10)
	if err != nil || len(j) != 3 || len(j[0].Changes)+len(j[1].Changes) != 0 {
		t.Errorf("the journal has %+v, %v", j, err)
	}
	if _, err := v.Undo(); err != nil || c.Len() != 0 {
		t.Errorf("undo goes past it? %v, %d left", err, c.Len())
	}
	if _, err := v.Redo(); err != nil || c.Len() != 1 {
		t.Errorf("redo: %v, %d left", err, c.Len())
	}
}

func TestMigrationRunsOnceAndInsideItsTransaction(t *testing.T) {
	v, path, _ := create(t)
	put(t, v, things(t, v), "a", thing{Name: "een", N: 1})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	double := vault.Migration{To: 2, Name: "double", Run: func(tx *vault.MigrationTx) error {
		return tx.Put("things", "a", []byte(`{"n":"een","i":2}`))
	}}
	for range 2 {
		v, err := vault.Open(path, pass, vault.WithMigrations(double))
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := things(t, v).Get("a"); got.N != 2 {
			t.Fatalf("got %v", got)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := vault.Open(path, pass); !errors.Is(err, vault.ErrNewerSchema) {
		t.Fatalf("an older program: %v", err)
	}
}

func contents(c *vault.Collection[thing]) map[string]thing { return maps.Collect(c.All()) }

// After a trim all is still there and can be written to.
func TestTrimLosesNothing(t *testing.T) {
	v, path, _ := create(t)
	c := things(t, v)
	put(t, v, c, "een", thing{"1", 1})
	if err := v.Trim(); err != nil {
		t.Fatal(err)
	}
	put(t, v, c, "twee", thing{"2", 2})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if err := v.Trim(); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
	if _, err := vault.Check(path, pass); err != nil {
		t.Error(err)
	}
	again, err := vault.Open(path, pass)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got := contents(things(t, again)); len(got) != 2 {
		t.Errorf("%v", got)
	}
}
