//go:build unix

package mishap_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kring/internal/vault"
)

var rewrite = flag.Bool("rewrite-fixture", false, "make the fixture: only for a schema that has none yet")

// TestEveryOldVaultOpens: a vault with something in every room, made by the Kring of each schema,
// opens in this one, passes the check and holds the same number of records; and a migration
// brings it to a newer schema. A fixture is never made anew.
func TestEveryOldVaultOpens(t *testing.T) {
	if *rewrite {
		makeFixture(t, vault.Schema)
	}
	for n := 1; n <= vault.Schema; n++ {
		name := fmt.Sprintf("testdata/rooms-schema%d", n)
		want, err := os.ReadFile(name + ".txt")
		if err != nil {
			t.Fatalf("schema %d has no fixture: %v", n, err)
		}
		for _, to := range []int{n, newest} {
			x := newRuin(t, 1)
			b, err := os.ReadFile(name + ".kring")
			x.must(err)
			x.must(os.WriteFile(x.path, b, 0o600))
			v, err := vault.Open(x.path, passphrase, steps(to))
			x.must(err)
			s, err := stateOf(v)
			x.must(err)
			for k := 2; k <= to; k++ {
				delete(s, [2]string{"steps", fmt.Sprint(k)})
			}
			x.must(v.Close())
			if got := counts(s); got != string(want) {
				t.Errorf("schema %d, brought to %d, holds\n%s\nwant\n%s", n, to, got, want)
			}
			x.check()
		}
	}
}

// counts says how many records there are of each kind.
func counts(s state) string {
	n := map[string]int{}
	for k := range s {
		n[k[0]]++
	}
	var b strings.Builder
	for _, col := range slices.Sorted(maps.Keys(n)) {
		fmt.Fprintf(&b, "%s %d\n", col, n[col])
	}
	return b.String()
}

// makeFixture lets the hands work until every room has something, and keeps the vault.
func makeFixture(t *testing.T, schema int) {
	t.Helper()
	name := fmt.Sprintf("testdata/rooms-schema%d", schema)
	if _, err := os.Stat(name + ".kring"); err == nil {
		t.Fatalf("%s.kring is there; a fixture is never made anew", name)
	}
	t.Setenv(envMost, "90")
	x := newRuin(t, 20261125)
	x.toTheEnd("work", nil)
	b, err := os.ReadFile(x.path)
	x.must(err)
	x.must(os.MkdirAll(filepath.Dir(name), 0o755))
	x.must(os.WriteFile(name+".kring", b, 0o644))
	x.must(os.WriteFile(name+".txt", []byte(counts(x.want)), 0o644))
}
