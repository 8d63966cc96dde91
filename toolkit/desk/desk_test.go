package desk

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kring/assets"
	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/check"
	"kring/toolkit/glossary"
	"kring/toolkit/memory"
)

const shippedText = "# Samen\nar> معًا\n\nNeem een warme jas mee naar buiten.\nar> خذوا معطفًا دافئًا إلى الخارج.\n"

const ownText = "# De week\n\nNeem een warme jas mee naar school.\n\nVertel over 3 bijeenkomsten.\n"

// open gives a desk over a new vault with one text of its own.
func open(t *testing.T) (*Desk, *book.Store, book.Book) {
	t.Helper()
	d, books, b, _ := openVault(t)
	return d, books, b
}

func openVault(t *testing.T) (*Desk, *book.Store, book.Book, *vault.Vault) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	m, err := memory.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	books, err := book.Open(v, m)
	if err != nil {
		t.Fatal(err)
	}
	words, err := glossary.Load(assets.Glossary())
	if err != nil {
		t.Fatal(err)
	}
	terms, err := glossary.Open(v, words...)
	if err != nil {
		t.Fatal(err)
	}
	b, err := books.Make(book.Draft{Kind: book.Toolkit, Doc: bilingual.Parse([]byte(ownText))}, book.By{})
	if err != nil {
		t.Fatal(err)
	}
	d := New(books, m, terms, func() ([]bilingual.Document, error) {
		return []bilingual.Document{bilingual.Parse([]byte(shippedText))}, nil
	})
	t.Cleanup(func() {
		d.Close()
		v.Close()
	})
	return d, books, b, v
}

func tongue(t *testing.T, d *Desk) *Tongue {
	t.Helper()
	x, err := d.Tongue("ar")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// What ships helps at once, what is translated helps with the next, and what is removed goes
// on helping.
func TestMemoryFollows(t *testing.T) {
	d, books, b := open(t)
	x := tongue(t, d)
	entry := func(i int) bilingual.Entry { return books.Entries(b.ID, "ar")[i] }
	found := x.Alike(b.ID, entry(1))
	if len(found) != 1 || found[0].Unit.Text != "خذوا معطفًا دافئًا إلى الخارج." || found[0].Alike >= 1 {
		t.Fatalf("%+v", found)
	}
	to := book.Change{SegmentID: entry(1).ID, Text: "خذوا معطفًا دافئًا إلى المدرسة.", State: bilingual.Agreed}
	if err := books.Translate(b.ID, "ar", book.By{When: time.Now()}, to); err != nil {
		t.Fatal(err)
	}
	if found = x.Alike(b.ID, entry(1)); len(found) != 1 || found[0].Unit.Text == to.Text {
		t.Errorf("a segment is shown its own translation: %+v", found)
	}
	same := bilingual.Entry{Segment: bilingual.Segment{Block: bilingual.Block{Text: "Neem een warme jas mee naar school."}}}
	if found = x.Alike(b.ID, same); len(found) != 2 || found[0].Unit.Text != to.Text || found[0].Alike != 1 {
		t.Errorf("%+v", found)
	}
	if err := books.Remove(b.ID); err != nil {
		t.Fatal(err)
	}
	if found = x.Alike("", same); len(found) != 2 || found[0].Unit.Text != to.Text || found[0].Unit.From != "De week" {
		t.Errorf("after its text went: %+v", found)
	}
}

// What outlived its text is taken out of the memory, and comes back by undo; what stands in a text
// or ships is not.
func TestForgetting(t *testing.T) {
	d, books, b, v := openVault(t)
	x := tongue(t, d)
	e := books.Entries(b.ID, "ar")[1]
	said := book.Change{SegmentID: e.ID, Text: "خذوا معطفًا دافئًا إلى المدرسة.", State: bilingual.Agreed}
	if err := books.Translate(b.ID, "ar", book.By{When: time.Now()}, said); err != nil {
		t.Fatal(err)
	}
	for _, m := range x.Alike("", e) {
		if Kept(m) || d.Forget(m) != nil {
			t.Errorf("%q can be forgotten", m.Key)
		}
	}
	if found := x.Alike("", e); len(found) != 2 {
		t.Errorf("%+v", found)
	}
	if err := books.Remove(b.ID); err != nil {
		t.Fatal(err)
	}
	found := x.Alike("", e)
	if len(found) != 2 || !Kept(found[0]) || Kept(found[1]) {
		t.Fatalf("%+v", found)
	}
	if err := d.Forget(found[0]); err != nil {
		t.Fatal(err)
	}
	if left := x.Alike("", e); len(left) != 1 || left[0].Unit.Text == said.Text {
		t.Errorf("%+v", left)
	}
	if done, err := v.Undo(); err != nil || done.Kind != "action.memory.delete" {
		t.Errorf("%s, %v", done.Kind, err)
	}
	if back := x.Alike("", e); len(back) != 2 || back[0].Unit.Text != said.Text {
		t.Errorf("after undo: %+v", back)
	}
}

// The checks go by the glossary of the moment, and leave out what was waved through.
func TestChecksGoByTheGlossary(t *testing.T) {
	d, books, b := open(t)
	x := tongue(t, d)
	e := books.Entries(b.ID, "ar")[2]
	codes := func(text string) (out []check.Code) {
		for _, f := range x.Check(e, text) {
			out = append(out, f.Code)
		}
		return out
	}
	if got := codes("تحدثوا عن 3 لقاءات."); len(got) != 0 {
		t.Errorf("a good translation: %v", got)
	}
	if got := codes("تحدثوا عن 4 اجتماعات"); !slices.Contains(got, check.Numbers) || !slices.Contains(got, check.Glossary) {
		t.Errorf("a bad one: %v", got)
	}
	e.Waived = map[string]string{string(check.Numbers): "zo bedoeld"}
	if got := codes("تحدثوا عن 4 اجتماعات"); slices.Contains(got, check.Numbers) {
		t.Errorf("waved through: %v", got)
	}
	if uses := x.Terms(e.Text); len(uses) != 1 || uses[0].Term.ID != "session" {
		t.Fatalf("%+v", uses)
	}
	if err := d.terms.Remove("session"); err != nil {
		t.Fatal(err)
	}
	if uses := x.Terms(e.Text); len(uses) != 0 {
		t.Errorf("a term that is not used any more: %+v", uses)
	}
}

// What is taken over as it stands: numbers, addresses and names.
func TestInsertable(t *testing.T) {
	for _, c := range []struct {
		source string
		want   []string
	}{
		{"Bel 06-12345678 of 0800 1234.", []string{"06-12345678", "0800 1234"}},
		{"Om 9:30, in de week van 12-03-2027.", []string{"9:30", "12-03-2027"}},
		{"Mail naar hallo@kring.nl of ga naar https://kring.nl/a.", []string{"hallo@kring.nl", "https://kring.nl/a"}},
		{"Zing met Samira de Vries over Sinterklaas. Morgen niet.", []string{"Samira de Vries", "Sinterklaas"}},
		{"Kijk naar Het Begint.", []string{"Het Begint"}},
		{"Niets om over te nemen.", nil},
	} {
		if got := Insertable(c.source); !slices.Equal(got, c.want) {
			t.Errorf("%q gives %q, want %q", c.source, got, c.want)
		}
	}
}
