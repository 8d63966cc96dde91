package check_test

import (
	"io/fs"
	"path"
	"testing"

	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/check"
)

// entries are the blocks of a text with their Arabic, as the desk has them.
func entries(t testing.TB, dir fs.FS, name string) []bilingual.Entry {
	t.Helper()
	b, err := fs.ReadFile(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	doc := bilingual.Parse(b)
	var out []bilingual.Entry
	for _, key := range []string{"title", "theme"} {
		if doc.Say(key, "nl") != "" && doc.Meta[key+"_ar"] != nil {
			block := bilingual.Block{Kind: bilingual.Heading, Text: doc.Say(key, "nl")}
			out = append(out, bilingual.Entry{
				Segment:     bilingual.Segment{Meta: key, Block: block},
				Translation: bilingual.Translation{Text: doc.Say(key, "ar")},
			})
		}
	}
	for _, b := range doc.Blocks {
		if b.Text != "" {
			out = append(out, bilingual.Entry{
				Segment:     bilingual.Segment{Block: b},
				Translation: bilingual.Translation{Text: b.Translations["ar"]},
			})
		}
	}
	return out
}

// shipped calls f with every text that Kring ships.
func shipped(t testing.TB, f func(name string, entries []bilingual.Entry)) {
	t.Helper()
	for room, dir := range map[string]fs.FS{"workbook": assets.Workbook(), "toolkits": assets.Toolkits()} {
		names, err := fs.Glob(dir, "*.md")
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", room, names, err)
		}
		for _, name := range names {
			f(path.Join(room, name), entries(t, dir, name))
		}
	}
}

func TestShippedTextsHaveNoFindings(t *testing.T) {
	c := check.New("nl", "ar", nil)
	n := 0
	shipped(t, func(name string, entries []bilingual.Entry) {
		n += len(entries)
		for _, h := range c.Book(entries) {
			e := entries[h.At]
			t.Errorf("%s:%d: %s want %q got %q\n  %s\n  %s", name, e.Line, h.Finding.Key(), h.Want, h.Got, e.Text, e.Translation.Text)
		}
	})
	t.Log(n, "segments")
}
