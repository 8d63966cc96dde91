package paper

import (
	"bytes"
	"errors"
	"testing"

	"kring/assets"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/toolkit/glossary"
)

// A glossary that was written as a list is read again, in every window and of every kind, and
// changes nothing; the language stands in its heading.
func TestGlossaryComesBack(t *testing.T) {
	terms, err := glossary.Load(assets.Glossary())
	if err != nil {
		t.Fatal(err)
	}
	for _, window := range i18n.Languages() {
		for _, kind := range GlossaryKinds() {
			var b bytes.Buffer
			if err := Glossary(&b, kind, terms, "ar", i18n.New(window)); err != nil {
				t.Fatal(err)
			}
			tables, err := sheet.ReadFrom(&b, "woorden"+kind)
			if err != nil {
				t.Fatal(err)
			}
			l := GlossaryList(tables[0], "tr", i18n.New(window))
			lines, err := glossary.FromRows(l, terms)
			if err != nil || l.Lang != "ar" || len(lines) != len(terms) {
				t.Fatalf("%s %s: %v, %s, %d lines of %d, %q", window, kind, err, l.Lang, len(lines), len(terms), l.Columns)
			}
			for _, x := range lines {
				if x.Kind != glossary.Same {
					t.Errorf("%s %s: %s is %s, %v\n%q", window, kind, x.Term.Dutch, x.Kind, x.Fault, x.Cells)
				}
			}
		}
	}
	if err := Glossary(&bytes.Buffer{}, ".pdf", terms, "ar", i18n.New("nl")); !errors.Is(err, ErrKind) {
		t.Error(err)
	}
}
