package vault_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"kring/internal/vault"
)

var rewrite = flag.Bool("rewrite-fixture", false, "make the fixture: only for a schema that has none yet")

const (
	fixture         = "testdata/schema1.kring"
	fixtureRecovery = "testdata/schema1.recovery"
)

// TestOldVaultOpens: what Kring once wrote, every later Kring reads. The file was made
// by the first version and is never made anew: a format that changes gets another one
// beside it.
func TestOldVaultOpens(t *testing.T) {
	if *rewrite {
		makeFixture(t)
	}
	path := filepath.Join(t.TempDir(), "oud.kring")
	b, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile(fixtureRecovery)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{pass, string(code)} {
		v, err := vault.Open(path, secret)
		if err != nil {
			t.Fatal(err)
		}
		readFixture(t, v)
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
	report, err := vault.Check(path, pass)
	if err != nil || report.Records["things"] != 3 || report.Deleted["things"] != 1 || report.Journal != 5 || report.Header.Schema != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

func readFixture(t *testing.T, v *vault.Vault) {
	t.Helper()
	c := things(t, v)
	for key, want := range map[string]thing{"a": {Name: "Fatima el Amrani", N: 1}, "b": {Name: "فاطمة", N: 2}} {
		if got, ok := c.Get(key); !ok || got != want {
			t.Errorf("%s: %v", key, got)
		}
	}
	j, err := v.Journal(10)
	if err != nil || len(j) != 5 || j[4].Action.Args["Name"] != "Fatima el Amrani" || !j[1].Undo {
		t.Errorf("journal %+v, %v", j, err)
	}
}

func makeFixture(t *testing.T) {
	t.Helper()
	for _, f := range []string{fixture, fixtureRecovery} {
		if err := os.Remove(f); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	v, recovery, err := vault.Create(fixture, pass, cheap)
	if err != nil {
		t.Fatal(err)
	}
	c := things(t, v)
	put(t, v, c, "a", thing{Name: "Fatima el Amrani", N: 1})
	put(t, v, c, "b", thing{Name: "فاطمة", N: 2})
	put(t, v, c, "c", thing{Name: "weg", N: 3})
	back(t, v.Undo)
	put(t, v, c, "d", thing{Name: "terug", N: 4})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fixtureRecovery, []byte(recovery), 0o600); err != nil {
		t.Fatal(err)
	}
}
