package check_test

import (
	"slices"
	"strings"
	"testing"

	"kring/i18n"
	"kring/toolkit/check"

	"github.com/BurntSushi/toml"
)

// What a check says in each language: a name and its sentences, and no sentence that no
// check says.
func TestEveryCheckHasItsWords(t *testing.T) {
	var keys []string
	for _, c := range check.Codes() {
		keys = append(keys, c.Key())
		for _, say := range c.Says() {
			keys = append(keys, check.Finding{Code: c, Say: say}.Key())
		}
	}
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		for _, key := range keys {
			if got := loc.T(key, "Of", "x", "Want", "y", "Got", "z"); strings.HasPrefix(got, "[") {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
	}
	var all map[string]any
	if _, err := toml.DecodeFile("../../i18n/active.nl.toml", &all); err != nil {
		t.Fatal(err)
	}
	for key := range all {
		if strings.HasPrefix(key, "check.") && !slices.Contains(keys, key) {
			t.Errorf("no check says %s", key)
		}
	}
}
