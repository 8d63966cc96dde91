package paper_test

import (
	"strings"
	"testing"

	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

func workbook(t *testing.T) bilingual.Document {
	t.Helper()
	book, err := paper.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	if !book.IsWorkbook() || len(book.Doc.Problems) > 0 {
		t.Fatalf("%v: %v", book.Doc.Meta, book.Doc.Problems)
	}
	return book.Doc
}

// The whole workbook is there in both languages, and says that it is an example.
func TestWorkbookIsBilingual(t *testing.T) {
	chapters, says := 0, false
	blocks := workbook(t).Blocks
	for i, b := range blocks {
		if b.Text != "" && b.Translations["ar"] == "" {
			t.Errorf("line %d has no Arabic: %s", b.Line, b.Text)
		}
		says = says || strings.Contains(b.Text, "Dit boek is een voorbeeld")
		if b.Kind != bilingual.Heading || b.Level > 1 {
			continue
		}
		chapters++
		if i > 0 && blocks[i-1].Kind != bilingual.PageBreak {
			t.Errorf("%s begins within a page", b.Text)
		}
	}
	if chapters != 8 || !says {
		t.Errorf("%d chapters; an example: %v", chapters, says)
	}
}

// Each exercise has a version with few words; each session has its exercises,
// the task for the week and a page for oneself.
func TestWorkbookExercises(t *testing.T) {
	blocks := workbook(t).Blocks
	var chapter string
	exercises, own := map[string]int{}, map[string]int{}
	for i, b := range blocks {
		switch {
		case b.Kind != bilingual.Heading || b.Low:
			continue
		case b.Level == 1:
			chapter = b.Text
			continue
		case strings.HasPrefix(b.Text, "Mijn week"), strings.HasPrefix(b.Text, "Voor mijzelf"):
			own[chapter]++
		}
		if b.Level != 2 || b.Part == "" {
			continue
		}
		exercises[chapter]++
		if next := nextHeading(blocks[i+1:]); !next.Low {
			t.Errorf("%s: %q has no version with few words", chapter, b.Text)
		}
	}
	for c, n := range exercises {
		if session := strings.HasPrefix(c, "Bijeenkomst"); session && (n < 3 || own[c] < 2) {
			t.Errorf("%s: %d exercises, %d pages of one's own", c, n, own[c])
		}
	}
	if len(exercises) != 7 { // six sessions, and the agreements
		t.Errorf("exercises in %d chapters", len(exercises))
	}
}

func nextHeading(blocks []bilingual.Block) bilingual.Block {
	for _, b := range blocks {
		if b.Kind == bilingual.Heading && b.Level <= 2 {
			return b
		}
	}
	return bilingual.Block{}
}

// It is a book of at least forty pages of A5, and a thinner one with few words; nothing is
// wrong with it but pictures that are drawn elsewhere.
func TestWorkbookOnPaper(t *testing.T) {
	doc := workbook(t)
	for name, c := range map[string]struct {
		doc    bilingual.Document
		layout export.Layout
		least  int
	}{
		"nl-ar": {doc, export.Subtitles, 40}, "ar": {doc, export.Second, 40}, "low": {doc.LowText(), export.Subtitles, 30},
	} {
		book, err := export.LayOut(c.doc, paper.WithDrawings(export.Options{Layout: c.layout, Paper: export.A5}))
		if err != nil {
			t.Fatal(err)
		}
		if len(book.Pages) < c.least {
			t.Errorf("%s: %d pages", name, len(book.Pages))
		}
		if len(book.Problems) > 0 {
			t.Errorf("%s: %v", name, book.Problems)
		}
	}
	if words(doc.LowText()) > words(doc.Full())*3/4 {
		t.Errorf("%d words are few beside %d", words(doc.LowText()), words(doc.Full()))
	}
}

func words(d bilingual.Document) (n int) {
	for _, b := range d.Blocks {
		n += len(strings.Fields(b.Text))
	}
	return n
}
