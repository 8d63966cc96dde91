package export_test

import (
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// A line that breaks within a text breaks in each kind of file, and a sign that means itself
// stands without its backslash.
func TestLinesBreakWithinAText(t *testing.T) {
	doc := bilingual.Parse([]byte("Straat 1\\\n\\*Stad\\*\nar> شارع\\\nمدينة\n"))
	for kind, want := range map[string][]string{
		"html": {"Straat 1<br>*Stad*", "شارع<br>مدينة"},
		"docx": {`Straat 1</w:t><w:br/><w:t xml:space="preserve">*Stad*`, `شارع</w:t><w:br/>`},
	} {
		text := inFile(t, kind, doc)
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: no %q in %s", kind, w, text)
			}
		}
	}
	one, err := export.LayOut(bilingual.Parse([]byte("een twee\n")), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	two, err := export.LayOut(bilingual.Parse([]byte("een\\\ntwee\n")), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if a, b := tool(t, "pdftotext", write(t, one.Pages), "-"), tool(t, "pdftotext", write(t, two.Pages), "-"); !strings.Contains(a, "een twee") || !strings.Contains(b, "een\ntwee") {
		t.Errorf("%q and %q", a, b)
	}
}

// A numbered list and its translation beside it count each by itself.
func TestListsBesideEachOtherCount(t *testing.T) {
	var b strings.Builder
	if _, err := export.WriteDOCX(&b, bilingual.Parse([]byte("1. een\nar> واحد\n2. twee\nar> اثنان\n")), export.Options{Layout: export.Columns}); err != nil {
		t.Fatal(err)
	}
	text := document(t, []byte(b.String()))
	for _, id := range []string{`<w:numId w:val="2"/>`, `<w:numId w:val="3"/>`} {
		if strings.Count(text, id) != 2 {
			t.Errorf("%s is not there twice: %s", id, text)
		}
	}
}
