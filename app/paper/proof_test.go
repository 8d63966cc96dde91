package paper_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/toolkit/bilingual"
)

// entriesOf are the segments of a toolkit with their translation, as on the desk: the title
// first, which is no block.
func entriesOf(doc bilingual.Document, lang string) []bilingual.Entry {
	out := []bilingual.Entry{{
		Segment: bilingual.Segment{ID: "t", Meta: "title", Block: bilingual.Block{Text: doc.Title()}}, Translation: bilingual.Translation{Text: doc.Say("title", lang), Source: doc.Title(), State: bilingual.Agreed},
	}}
	chapter := ""
	for i, b := range doc.Blocks {
		if b.Kind == bilingual.Heading {
			chapter = b.Text
		}
		e := bilingual.Entry{Segment: bilingual.Segment{ID: fmt.Sprint(i), Block: b}, Chapter: chapter, Translation: bilingual.Translation{Text: b.Translations[lang], Source: b.Text, State: bilingual.ToCheck}}
		switch i {
		case 3:
			e.Translation.Source = "iets anders"
		case 5:
			e.Translation = bilingual.Translation{}
		case 6:
			e.Comments = []bilingual.Comment{{Who: "Samira", When: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), Text: "Past “بكوب” hier beter?"}}
		}
		out = append(out, e)
	}
	return out
}

// Every segment stands on the proof with its number, its state and both texts, in a window of
// either direction; the head says how many are how far.
func TestProof(t *testing.T) {
	k := aKit(t)
	entries := entriesOf(k.Doc, "ar")
	entries = append(entries, bilingual.Entry{Segment: bilingual.Segment{ID: "lines"}})
	entries = append(entries, bilingual.Entry{Segment: bilingual.Segment{Block: bilingual.Block{Text: strings.Repeat("Een lange zin die maar doorgaat. ", 300)}}, Translation: bilingual.Translation{Text: strings.Repeat("جملة طويلة لا تنتهي. ", 200)}})
	for _, lang := range []string{"nl", "ar"} {
		var b bytes.Buffer
		loc := i18n.New(lang)
		if err := paper.Proof(&b, k.Doc.Title(), "ar", entries, loc, calendar.Date{Year: 2026, Month: 11, Day: 25}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "proef.pdf")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if to := os.Getenv("KRING_PROOF"); to != "" {
			if err := os.WriteFile(to+lang+".pdf", b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(out), "\u200e", "") // what pdftotext adds
		if strings.Contains(strings.Join(strings.Fields(text), " "), loc.T("proof.nowords")) {
			t.Errorf("%s: what has no words stands on it", lang)
		}
		for i, e := range entries {
			if e.Worded() && !strings.Contains(text, fmt.Sprint(i+1)) {
				t.Errorf("%s: segment %d has no number", lang, i+1)
			}
			if first, _, _ := strings.Cut(strings.Trim(e.Text, "*“"), " "); !strings.Contains(text, first) {
				t.Errorf("%s: segment %d does not say %q", lang, i+1, first)
			}
		}
		if lang == "nl" {
			for _, want := range []string{"25 november 2026", "Arabisch", "verouderd: 2", "leeg: 1", "akkoord", "Samira", "20 nov", "Opmerkingen"} {
				if !strings.Contains(text, want) {
					t.Errorf("it does not say %q", want)
				}
			}
		}
	}
}

// The numbers in the margin of a book are those of the desk, where the title is one as well.
func TestSegmentNumbers(t *testing.T) {
	k := aKit(t)
	entries := entriesOf(k.Doc, "ar")
	entries = append(entries, bilingual.Entry{Segment: bilingual.Segment{ID: "lines"}})
	for i, n := range paper.SegmentNumbers(k.Doc, entries) {
		if n != i+2 {
			t.Fatalf("block %d is segment %d", i, n)
		}
	}
	words := entries[:1]
	for _, e := range entries[1:] {
		if e.Kind != bilingual.Bullet {
			words = append(words, e)
		}
	}
	for i, n := range paper.SegmentNumbers(k.Doc, words) {
		if (n == 0) != (k.Doc.Blocks[i].Kind == bilingual.Bullet) || n > 0 && words[n-1].Text != k.Doc.Blocks[i].Text {
			t.Fatalf("block %d is segment %d", i, n)
		}
	}
	var b bytes.Buffer
	if err := paper.ProofBook(&b, k, "ar", entries, paper.A4); err != nil || b.Len() < 1000 {
		t.Fatal(err)
	}
	if to := os.Getenv("KRING_PROOF"); to != "" {
		if err := os.WriteFile(to+"book.pdf", b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
