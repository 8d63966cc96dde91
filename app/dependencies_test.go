package app

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// docs/dependencies.md gives the reason for everything that go.mod asks for directly, and
// for nothing that it does not.
func TestEveryDependencyHasItsReason(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	direct := map[string]bool{}
	for line := range strings.Lines(string(mod)) {
		if f := strings.Fields(line); len(f) == 2 && strings.Contains(f[0], ".") && strings.HasPrefix(line, "\t") {
			direct[f[0]] = true
		}
	}
	if len(direct) < 15 {
		t.Fatalf("go.mod was not read: %v", direct)
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?:[a-z0-9-]+\.)+(?:io|com|org|net)/[A-Za-z0-9/._-]*[A-Za-z0-9]`).FindAllString(string(doc), -1) {
		named[m] = true
	}
	named["pgregory.net/rapid"] = strings.Contains(string(doc), "pgregory.net/rapid")
	for d := range direct {
		if !named[d] {
			t.Errorf("docs/dependencies.md has no reason for %s", d)
		}
	}
	for n := range named {
		if !direct[n] {
			t.Errorf("docs/dependencies.md names %s, which go.mod does not ask for", n)
		}
	}
}
