package paper_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
	"kring/toolkit/memory"
)

const handedText = `+++
title = "Samen"
title_ar = "معًا"
+++
# Samen eten
ar> الأكل معًا

- Kook voor 4 mensen.

# Samen wandelen

Neem een jas mee.
ar> خذوا معطفًا.
`

// someBooks is a vault with a text in it.
func someBooks(t *testing.T) (*book.Store, book.Book) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "k.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	m, err := memory.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Open(v, m)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Make(book.Draft{Kind: book.Workbook, Doc: bilingual.Parse([]byte(handedText)), State: bilingual.Agreed}, book.By{})
	if err != nil {
		t.Fatal(err)
	}
	return s, b
}

var handedOn = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)

// What goes along is chosen by chapter and by what asks for work; each piece says what it is.
func TestHandingOver(t *testing.T) {
	s, b := someBooks(t)
	chapter := book.Chapters(s.Segments(b.ID))[1].ID
	for name, x := range map[string]struct {
		h     paper.HandOver
		first string
		note  string
		n     int
	}{
		"everything":        {paper.HandOver{Lang: "ar"}, "Samen", "titel", 5},
		"what asks for it":  {paper.HandOver{Lang: "ar", Only: true}, "Kook voor 4 mensen.", "punt van een lijst · Samen eten", 2},
		"a chapter":         {paper.HandOver{Lang: "ar", Chapter: chapter}, "Samen eten", "kop", 2},
		"work in a chapter": {paper.HandOver{Lang: "ar", Only: true, Chapter: chapter}, "Kook voor 4 mensen.", "punt van een lijst · Samen eten", 1},
	} {
		f, err := x.h.File(s, i18n.New("nl"), b.ID)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		asked := toTranslate(f)
		if len(asked) != x.n || asked[0].Source != x.first || asked[0].Note != x.note {
			t.Errorf("%s: %d of them, %+v", name, len(asked), asked)
		}
		if n, _ := x.h.Count(s.Entries(b.ID, "ar")); n != x.n {
			t.Errorf("%s: %d are counted, %d go along", name, n, x.n)
		}
	}
	if err := s.TranslateAll(b.ID, "ar", book.By{}, filled(s, b)); err != nil {
		t.Fatal(err)
	}
	if _, err := (paper.HandOver{Lang: "ar", Only: true}).File(s, i18n.New("nl"), b.ID); !errors.Is(err, paper.ErrNothingToSend) {
		t.Errorf("nothing that asks for work: %v", err)
	}
}

// toTranslate are the units that do not stand there for reference alone.
func toTranslate(f exchange.File) (out []exchange.Unit) {
	for _, u := range f.Units {
		if !u.Reference {
			out = append(out, u)
		}
	}
	return out
}

// What stands beside a text that asks for work goes along to be read, within the chapter that
// was asked for, and says so; of the whole text there is nothing to add.
func TestNeighboursGoAlong(t *testing.T) {
	s, b := someBooks(t)
	chapter := book.Chapters(s.Segments(b.ID))[1].ID
	for _, x := range []struct {
		h    paper.HandOver
		want string
	}{
		{paper.HandOver{Lang: "ar", Only: true, Chapter: chapter}, "(Samen eten) Kook voor 4 mensen."},
		{paper.HandOver{Lang: "ar", Chapter: chapter}, "Samen eten Kook voor 4 mensen."},
	} {
		f, err := x.h.File(s, i18n.New("nl"), b.ID)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range f.Units {
			said := u.Source
			if u.Reference {
				said = "(" + said + ")"
				if !strings.Contains(u.Note, "niet te vertalen") {
					t.Errorf("a unit for reference says %q", u.Note)
				}
			}
			got = append(got, said)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

func filled(s *book.Store, b book.Book) (out []book.Change) {
	for _, e := range s.Entries(b.ID, "ar") {
		if paper.NeedsWork(e) {
			out = append(out, book.Change{SegmentID: e.ID, Text: "ترجمة", State: bilingual.ToCheck})
		}
	}
	return out
}

// Every format comes back without a change where nobody changed anything, and in the state
// that it has.
func TestEachFormatComesBack(t *testing.T) {
	s, b := someBooks(t)
	f, err := paper.HandOver{Lang: "ar", When: handedOn}.File(s, i18n.New("ar"), b.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range paper.Formats() {
		path := filepath.Join(t.TempDir(), "f"+format.Ext())
		var out bytes.Buffer
		if err := format.Write(&out, f); err != nil {
			t.Fatal(format, err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := paper.ReadBack(context.Background(), path)
		if err != nil {
			t.Fatal(format, err)
		}
		if lang, err := paper.BackInto(b, in); err != nil || lang != "ar" || in.Book != b.ID {
			t.Errorf("%s is for %q of %q: %v", format, lang, in.Book, err)
		}
		p := paper.Back(s, b.ID, "ar", in)
		if p.OtherBook || len(p.Rows) != 5 || p.Count(exchange.Same) != 5 || len(paper.Changes(p, book.By{})) != 0 {
			t.Errorf("%s: %+v", format, p)
		}
	}
	if err := paper.Format("doc").Write(&bytes.Buffer{}, f); !errors.Is(err, paper.ErrKind) {
		t.Error(err)
	}
}

// A file for another language is refused; a translation longer than a page is not taken, and
// who translated what comes along.
func TestWhatComesBack(t *testing.T) {
	s, b := someBooks(t)
	if _, err := paper.BackInto(b, exchange.File{Source: "nl", Target: "tr"}); !errors.Is(err, exchange.ErrLanguages) {
		t.Error(err)
	}
	if lang, err := paper.BackInto(b, exchange.File{Source: "nl", Target: "ar-SY"}); lang != "ar" || err != nil {
		t.Error(lang, err)
	}
	f, err := paper.HandOver{Lang: "ar", Only: true, When: handedOn}.File(s, i18n.New("nl"), b.ID)
	if err != nil {
		t.Fatal(err)
	}
	long := string(bytes.Repeat([]byte("كلمة "), 2000))
	f.Units = toTranslate(f)
	f.Units[0].Text, f.Units[0].State = long, bilingual.ToCheck
	f.Units[1].Text, f.Units[1].State, f.Units[1].Who, f.Units[1].When = "المشي معًا", bilingual.ToCheck, "Huda", handedOn.Add(time.Hour)
	p := paper.Back(s, b.ID, "ar", f)
	c := paper.Changes(p, book.By{Who: "Samira", When: handedOn.Add(48 * time.Hour)})
	if len(c) != 1 || c[0].Text != "المشي معًا" {
		t.Fatalf("%+v", c)
	}
	if err := s.TranslateAll(b.ID, "ar", book.By{Who: "Samira"}, c); err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Entries(b.ID, "ar") {
		if e.ID == c[0].SegmentID && (e.Translation.Who != "Huda" || e.State() != bilingual.ToCheck) {
			t.Errorf("%+v", e.Translation)
		}
	}
}

func TestNamesOfFiles(t *testing.T) {
	for title, want := range map[string]string{
		"Het Begint Bij Mij – mijn werkboek": "het-begint-bij-mij-mijn-werkboek", "كتابي الأول": "كتابي-الأول", "../../etc": "etc", "!?": "tekst", "": "tekst",
		"Een titel die veel te lang is voor een naam van een bestand": "een-titel-die-veel-te-lang-is-voor-een",
	} {
		if got := paper.FileStem(title); got != want {
			t.Errorf("%q became %q", title, got)
		}
	}
	h := paper.HandOver{Lang: "ar", When: handedOn}
	if got := h.Name(paper.XLIFF, "Werkboek", ""); got != "werkboek-ar-2026-11-25.xlf" {
		t.Error(got)
	}
	h.Chapter = "x"
	if got := h.Name(paper.PO, "Werkboek", "Mijn boom"); got != "werkboek-mijn-boom-ar-2026-11-25.po" {
		t.Error(got)
	}
}
