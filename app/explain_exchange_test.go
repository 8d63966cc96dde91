package app

import (
	"fmt"
	"strings"
	"testing"

	"kring/i18n"
	"kring/toolkit/exchange"
)

func TestEveryMistakeInATranslatorsFileIsSaidWithItsPlace(t *testing.T) {
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		seen := map[string]bool{}
		for _, c := range exchange.Codes() {
			err := fmt.Errorf("reading x: %w", &exchange.Error{Code: c, Line: 12, Column: 34, Other: 56, Text: "tekst"})
			got := explain(loc, err)
			if !strings.Contains(got, "12") || !strings.Contains(got, "34") || strings.Contains(got, "error.") || seen[got] {
				t.Errorf("%s, %s: %q", lang, c, got)
			}
			seen[got] = true
			if got := explain(loc, &exchange.Error{Code: c}); strings.Contains(got, "12") || got == "" {
				t.Errorf("%s, %s: %q", lang, c, got)
			}
		}
	}
}
