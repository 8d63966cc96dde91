package bring

import (
	"errors"
	"os"
	"slices"
	"testing"

	"kring/toolkit/bilingual"
)

// What LibreOffice writes, from an OpenDocument text and from a web page (testdata, made by
// soffice --convert-to docx), is read as this.
func TestLibreOffice(t *testing.T) {
	for name, kinds := range map[string][]Kind{"office": {Note, Table, TextBox, Comment}, "web": nil} {
		want, err := os.ReadFile("testdata/" + name + ".md")
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile("testdata/" + name + ".docx")
		if err != nil {
			t.Fatal(err)
		}
		got, err := fromBytes(b)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(bilingual.Format(got.Doc)); text != string(want) {
			t.Errorf("%s:\n%s", name, text)
		}
		var named []Kind
		for _, r := range got.NotUnderstood {
			named = append(named, r.Kind)
		}
		if !slices.Equal(named, kinds) {
			t.Errorf("%s: %+v", name, got.NotUnderstood)
		}
	}
}

// An old Word document and an OpenDocument text, as LibreOffice writes them, are told apart.
func TestOtherKindsByLibreOffice(t *testing.T) {
	for name, want := range map[string]error{"old.doc": ErrOldWord, "web.odt": ErrODT} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fromBytes(b); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
