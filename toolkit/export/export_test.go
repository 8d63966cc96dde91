package export_test

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// toolkits are the documents that ship with the project.
func toolkits(t testing.TB) map[string]bilingual.Document {
	t.Helper()
	files, err := filepath.Glob("../../assets/toolkits/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no toolkits: %v", err)
	}
	out := map[string]bilingual.Document{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = bilingual.Parse(b)
	}
	return out
}

// programme is all that the six sessions of the course say: some fifty pages of real text.
func programme(t testing.TB) bilingual.Document {
	t.Helper()
	files, err := filepath.Glob("../../assets/programmes/hbbm/*.toml")
	if err != nil || len(files) < 7 {
		t.Fatalf("no programme: %v", err)
	}
	var doc bilingual.Document
	for _, f := range files {
		var all map[string]any
		if _, err := toml.DecodeFile(f, &all); err != nil {
			t.Fatal(err)
		}
		addTexts(&doc, all)
	}
	if len(doc.Blocks) < 300 {
		t.Fatalf("only %d texts", len(doc.Blocks))
	}
	return doc
}

// addTexts adds the texts that have both languages, however deep.
func addTexts(doc *bilingual.Document, in any) {
	switch in := in.(type) {
	case map[string]any:
		dutch, ok := in["nl"].(string)
		if arabic, both := in["ar"].(string); ok && both {
			text := func(s string) string { return strings.Join(strings.Fields(s), " ") }
			doc.Blocks = append(doc.Blocks, bilingual.Block{Text: text(dutch), Translations: map[string]string{"ar": text(arabic)}})
			return
		}
		for _, key := range slices.Sorted(maps.Keys(in)) {
			addTexts(doc, in[key])
		}
	case []any:
		for _, x := range in {
			addTexts(doc, x)
		}
	case []map[string]any:
		for _, x := range in {
			addTexts(doc, x)
		}
	}
}

// write makes a PDF and gives its path.
func write(t testing.TB, pages []*export.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.WritePDF(&b, pages, export.Meta{Title: "Proef", Lang: "nl"}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "proef.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs a program of another maker over a file.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s\n`make test` installs what this test needs", name, args, err, out)
	}
	return string(out)
}

// A reader, a search and a screen reader get the words of a page as they were
// written: all Dutch ones, and the Arabic ones beside the same neighbours.
func TestWordsComeOut(t *testing.T) {
	docs := toolkits(t)
	docs["programme"] = programme(t)
	for name, doc := range docs {
		dutch, arabic := sources(doc)
		for layout, want := range map[export.Layout][2]bool{export.Subtitles: {true, true}, export.Columns: {true, true}, export.Facing: {true, true}, export.First: {true, false}, export.Second: {false, true}} {
			t.Run(name+" "+string(layout), func(t *testing.T) {
				book, err := export.LayOut(doc, export.Options{Layout: layout})
				pages := book.Pages
				if err != nil {
					t.Fatal(err)
				}
				text := tool(t, "pdftotext", write(t, pages), "-")
				if w, gone := missing(dutch, words(text, unicode.Latin)); gone && want[0] {
					t.Errorf("the Dutch word %q does not come out", w)
				}
				if kept := pairsKept(arabic, words(text, unicode.Arabic)); kept < 0.99 && want[1] {
					t.Errorf("%.1f %% of the Arabic pairs of words come out", kept*100)
				}
			})
		}
	}
}

// sources gives the words of a document as they were written: the Dutch in one row,
// the Arabic by paragraph.
func sources(doc bilingual.Document) (dutch []string, arabic [][]string) {
	for _, b := range doc.Blocks {
		dutch = append(dutch, words(plain(b.Text), unicode.Latin)...)
		arabic = append(arabic, words(plain(b.Translations["ar"]), unicode.Arabic))
	}
	return dutch, arabic
}

func plain(text string) string {
	var b strings.Builder
	for _, s := range bilingual.Inline(text) {
		b.WriteString(s.Text)
	}
	return b.String()
}

func TestFontsAreSubsetsWithin(t *testing.T) {
	for name, doc := range toolkits(t) {
		book, err := export.LayOut(doc, export.Options{})
		pages := book.Pages
		if err != nil {
			t.Fatal(err)
		}
		path := write(t, pages)
		tool(t, "qpdf", "--check", path)
		checkFonts(t, name, tool(t, "pdffonts", path))
	}
}

// checkFonts reads what pdffonts says: a row for each font after two of heads, with
// yes or no for embedded, subset and with a table of characters.
func checkFonts(t *testing.T, name, said string) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(said), "\n")
	if len(rows) < 4 {
		t.Fatalf("%s: fewer than two fonts:\n%s", name, said)
	}
	for _, r := range rows[2:] {
		f := strings.Fields(r)
		if yes := f[len(f)-5 : len(f)-2]; yes[0]+yes[1]+yes[2] != "yesyesyes" {
			t.Errorf("%s: a font that is not whole: %s", name, r)
		}
	}
}

// One text gives one file, byte for byte, whenever it is made.
func TestSameTextSameBytes(t *testing.T) {
	docs := toolkits(t)
	once := pdfs(t, docs)
	time.Sleep(1100 * time.Millisecond) // a font or a file that has a date has it to the second
	for name, again := range pdfs(t, docs) {
		if !bytes.Equal(once[name], again) {
			t.Errorf("%s: made twice, it differs", name)
		}
	}
}

// pdfs are documents as files, by their names.
func pdfs(t *testing.T, docs map[string]bilingual.Document) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, doc := range docs {
		book, err := export.LayOut(doc, export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if out[name], err = os.ReadFile(write(t, book.Pages)); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestEveryNameIsOnTheList(t *testing.T) {
	l := export.List{
		Title: "Ouders Gouda-Oost", NameHead: "Naam", Spare: 3, Lang: "nl",
		Columns: []string{"1 · di 12 jan", "2 · di 19 jan", "3", "4", "5", "6"},
	}
	long := "Anna Maria Christina van Oudheusden-van der Molen"
	l.Names = []string{long, "فاطمة الزهراء", "Şükran Öztürk", "Łukasz Wiśniewski"}
	for i := range 36 {
		l.Names = append(l.Names, "Naam"+strings.Repeat("x", i+1))
	}
	pages := l.Pages()
	path := write(t, pages)
	tool(t, "qpdf", "--check", path)
	latin := words(tool(t, "pdftotext", "-layout", path, "-"), unicode.Latin)
	for _, n := range l.Names {
		for _, w := range words(n, unicode.Latin) {
			if _, gone := missing([]string{w}, latin); gone {
				t.Errorf("%s is not on the list", w)
			}
		}
	}
	arabic := words(tool(t, "pdftotext", path, "-"), unicode.Arabic)
	if kept := pairsKept([][]string{{"فاطمة", "الزهراء"}}, arabic); kept != 1 {
		t.Errorf("the Arabic name came out as %q", arabic)
	}
	if len(pages) < 3 {
		t.Errorf("43 rows of a signature's height on %d pages", len(pages))
	}
}

// BenchmarkPrint lays out and writes a bilingual text of some 95 pages, such as a
// whole workbook.
func BenchmarkPrint(b *testing.B) {
	var one bilingual.Document
	for _, one = range toolkits(b) {
		break
	}
	doc, pages := bilingual.Document{}, 0
	for pages < 95 {
		doc.Blocks = append(doc.Blocks, one.Blocks...)
		book, err := export.LayOut(doc, export.Options{})
		laid := book.Pages
		if err != nil {
			b.Fatal(err)
		}
		pages = len(laid)
	}
	for b.Loop() {
		book, err := export.LayOut(doc, export.Options{})
		laid := book.Pages
		if err != nil {
			b.Fatal(err)
		}
		if err := export.WritePDF(&bytes.Buffer{}, laid, export.Meta{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/float64(pages), "ms/page")
}
