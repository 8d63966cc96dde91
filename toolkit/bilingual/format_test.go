package bilingual

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// unplaced is a document without the lines in which it stood.
func unplaced(d Document) Document {
	var blocks []Block
	for _, b := range d.Blocks {
		b.Line = 0
		if len(b.Translations) == 0 {
			b.Translations = nil
		}
		blocks = append(blocks, b)
	}
	d.Blocks = blocks
	if len(d.Meta) == 0 {
		d.Meta = map[string]any{}
	}
	return d
}

// comesBack checks that a document is read back as it was written.
func comesBack(t rapid.TB, d Document) {
	t.Helper()
	text := Format(d)
	again := Parse(text)
	if want, got := unplaced(d), unplaced(again); !reflect.DeepEqual(want, got) {
		t.Fatalf("%+v\nis written as\n%s\nand read as\n%+v", want, text, got)
	}
	if twice := Format(again); !bytes.Equal(twice, text) {
		t.Fatalf("written twice:\n%s\nand\n%s", text, twice)
	}
}

// What comes with Kring is read, written and read again.
func TestFormatWhatComesWithKring(t *testing.T) {
	files, err := filepath.Glob("../../assets/*/*.md")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d texts: %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := Parse(b)
		comesBack(t, d)
		comesBack(t, d.LowText())
	}
}

// A text that looks like something else, or breaks within, survives.
func TestFormatLooksLikeSomethingElse(t *testing.T) {
	for _, s := range []string{
		"- geen lijst", "* ook niet", "1. dit niet", "2) en dit", "# geen kop", "ar> geen vertaling", "---", "+++", "___", "====",
		"![geen plaat](a.png)", "[geen blok](https://kring.nl)", `\- met streep`, `\\- met twee`, `\`, `\\`, `C:\map\`, "een\ntwee", "een\n\n- drie\n", "\\\nx", "a\\\nb",
		"een {low}", "een {write}", `een \{write}`, "een {do} {low}", "C#", "#", "# #", "a](b", "a]", `a\]`, "**vet\nover twee**",
	} {
		text := strings.TrimSpace(s)
		comesBack(t, Document{Blocks: []Block{
			{Text: text, Translations: map[string]string{"ar": text, "tr": text, "zh-Hant": text}},
			{Kind: Heading, Level: 2, Text: text},
			{Kind: Bullet, Level: 1, Text: text, Translations: map[string]string{"ar": text}},
			{Kind: Numbered, Number: 4, Text: text},
			{Kind: Image, Text: text, Path: "a) b.png", Wide: true},
			{Kind: Writing, Number: 2},
			{Kind: Writing, Number: 1},
			{Kind: Drawing, Number: 3},
			{Kind: PageBreak},
			{Text: text},
			{Text: text},
			{Kind: Heading, Level: 6, Text: ""},
		}})
	}
}

// The marks of parts and of versions are found again from what they did.
func TestFormatMarks(t *testing.T) {
	for _, s := range []string{
		"## A {write}\n\n### B\n\ntekst\n\n## C\n",
		"## A {write}\n\n### B {write}\n\n### C\n\nerna\n",
		"## Z\n\n### A {write}\n\n## z {low}\n\n### K\n\nx\n",
		"## A {do}\n\n## a {low}\n\nkort\n\n### b\n\n---\n\nweer lang\n",
		"## A\n\n## a {think} {low}\n\n### x\n\n## B {share}\n",
		"# A\n\n## B\n\n## b {low}\n\n### c\n\n# a {low}\n\n## d\n\n# C\n",
	} {
		d := Parse([]byte(s))
		comesBack(t, d)
		if got := string(Format(d)); len(got) > len(s)+len(" {write}") {
			t.Errorf("more marks than needed:\n%s", got)
		}
	}
}

func TestFormatIsPlain(t *testing.T) {
	d := Parse([]byte("+++\ntitle = \"Stap\"\n+++\n# Kop {low}\n- een\ntr> bir\nar> واحد\n  1. twee\n![x](a.png)\n"))
	want := "+++\ntitle = \"Stap\"\n+++\n\n# Kop\n\n- een\nar> واحد\ntr> bir\n  1. twee\n\n![x](a.png)\n"
	if got := string(Format(d)); got != want {
		t.Errorf("%s", got)
	}
}

// lines are what tricky texts are made of.
var lines = []string{
	"tekst", "# Kop", "## Kop {write}", "### Kop {do}", "## kort {low}", "### kort {share} {low}", "# #", "## a \\{low}", "- een", "  - diep", "3. drie", "* x",
	"ar> نص", "tr> metin", "ar> ", "nl-NL> x", "---", "___", "===", "![a](b.png) {wide}", "![a](b\\).svg)", "[a](https://b.nl)", "[a\\]](https://b.nl)",
	"\\ ", "- een ", "![ a ]( b.png )", "\\- x", "\\\\# x", "\\", "x\\", "", "", "+++", "  spatie  ", "- ", "1.", "{low}", "a {write}",
}

func TestFormatProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(lines)).Draw(t, "lines"), "\n")
		if d := Parse([]byte(text)); len(d.Problems) == 0 {
			comesBack(t, d)
		}
	})
}

// Blocks of any words come back, whatever the words look like.
func TestFormatAnyWords(t *testing.T) {
	words := rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(lines), rapid.String()), 0, 4).Draw(t, "parts")
		return cleaned(strings.Join(parts, rapid.SampledFrom([]string{"", " ", "\n"}).Draw(t, "between")))
	})
	block := rapid.Custom(func(t *rapid.T) Block {
		b := Block{Kind: rapid.SampledFrom([]Kind{Text, Heading, Bullet, Numbered, Image}).Draw(t, "kind"), Text: words.Draw(t, "text")}
		switch b.Kind {
		case Heading:
			b.Level = rapid.IntRange(1, 6).Draw(t, "level")
		case Numbered:
			b.Number = rapid.IntRange(0, 99).Draw(t, "number")
		}
		if rapid.Bool().Draw(t, "translated") {
			b.Translations = map[string]string{"ar": words.Draw(t, "ar")}
		}
		return b
	})
	rapid.Check(t, func(t *rapid.T) {
		comesBack(t, Document{Blocks: rapid.SliceOf(block).Draw(t, "blocks"), Meta: map[string]any{"title": rapid.String().Draw(t, "title"), "tags": []any{"1"}}})
	})
}

func FuzzFormat(f *testing.F) {
	for _, l := range lines {
		f.Add([]byte(l + "\n" + lines[2]))
	}
	f.Add([]byte(`[\ ](http://0)`))
	f.Add([]byte("[ ](http://0)")) // a name of nothing but a space is no name
	f.Add([]byte("+++\na = [1, 'x']\n[b]\nc = 2020-01-02\n+++\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := Parse(b)
		text := Format(d)
		again := Parse(text)
		if len(d.Problems) > 0 {
			return
		}
		want, got := unplaced(d), unplaced(again)
		if !reflect.DeepEqual(want.Blocks, got.Blocks) || len(want.Meta) != len(got.Meta) {
			t.Fatalf("%q\nis written as\n%q:\n%+v\nand\n%+v", b, text, want, got)
		}
		if twice := Format(again); !bytes.Equal(twice, text) {
			t.Fatalf("written twice:\n%q\nand\n%q", text, twice)
		}
	})
}
