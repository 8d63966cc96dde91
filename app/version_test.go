package app

import (
	"os"
	"strings"
	"testing"
)

func TestVersionIsSaidAlike(t *testing.T) {
	for file, line := range map[string]string{"../FyneApp.toml": `Version = "` + Version + `"`, "../CHANGELOG.md": "## " + Version} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), line) {
			t.Errorf("%s does not say %s", file, line)
		}
	}
}
