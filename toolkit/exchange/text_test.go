package exchange_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/exchange"
)

// What a translator types under the Dutch comes back to the segments that it was made of,
// also where two of them say the same.
func TestATextForATranslator(t *testing.T) {
	now := exchange.File{Book: "b", Title: "Samen", Source: "nl", Target: "ar", Units: []exchange.Unit{
		{ID: "1", Kind: bilingual.Heading, Chapter: "Dag", Source: "Dag", Text: "يوم", State: bilingual.Agreed},
		{ID: "2", Source: "- geen lijst", State: bilingual.Empty},
		{ID: "3", Source: "Schrijf op.", State: bilingual.Empty},
		{ID: "4", Source: "Schrijf op.", Text: "اكتب", State: bilingual.Draft},
	}}
	var b bytes.Buffer
	if err := exchange.WriteText(&b, now); err != nil {
		t.Fatal(err)
	}
	typed := strings.Replace(b.String(), "Schrijf op.\nar> \n", "Schrijf op.\nar> دوّن\n", 1)
	if typed == b.String() {
		t.Fatalf("there is no room to translate in:\n%s", typed)
	}
	in, err := exchange.ReadText(strings.NewReader(typed))
	if err != nil {
		t.Fatal(err)
	}
	p := exchange.Compare(now, exchange.Named(now, in))
	want := []exchange.Change{exchange.Same, exchange.Same, exchange.New, exchange.Same}
	for i, r := range p.Rows {
		if r.Change != want[i] || r.ID != now.Units[i].ID {
			t.Errorf("row %d is %s of %q, want %s", i, r.Change, r.ID, want[i])
		}
	}
	if w := p.Apply("", in.Written); len(w) != 1 || w[0].ID != "3" || w[0].Translation.Text != "دوّن" || w[0].Translation.State != bilingual.ToCheck {
		t.Errorf("%+v", w)
	}
}

// Words that stand nowhere have no segment; nothing and no letters are refused.
func TestATextThatIsAnother(t *testing.T) {
	now := exchange.File{Units: []exchange.Unit{{ID: "1", Source: "Dag"}}}
	in, err := exchange.ReadText(strings.NewReader("Hallo\nar> مرحبا\n"))
	if err != nil || in.Target != "ar" {
		t.Fatal(in, err)
	}
	if p := exchange.Compare(now, exchange.Named(now, in)); p.Count(exchange.Unknown) != 1 || len(p.Apply("", in.Written)) != 0 {
		t.Errorf("%+v", p)
	}
	for text, want := range map[string]exchange.Code{"": exchange.ErrNothing, "---\n": exchange.ErrNothing, "Caf\xe9\n": exchange.ErrEncoding} {
		if _, err := exchange.ReadText(strings.NewReader(text)); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A link whose translation has an address of its own comes back from each kind of file as it was.
func TestALinkWithItsOwnAddress(t *testing.T) {
	own := bilingual.Linked("ابحثوا في يوتيوب: فيلم", "https://film.example/q?x=%D9%81%D9%8A%D9%84%D9%85+1")
	entry := bilingual.Entry{
		Segment:     bilingual.Segment{ID: "1", Block: bilingual.Block{Kind: bilingual.Link, Text: "Zoek op YouTube: film", Path: "https://film.example/nl"}},
		Translation: bilingual.Translation{Text: own, Source: "Zoek op YouTube: film", State: bilingual.Agreed},
	}
	now := exchange.FromEntries(book, "Samen", "ar", []bilingual.Entry{entry})
	for _, f := range append(slices.Clone(formats), format{"text", exchange.WriteText}) {
		var b bytes.Buffer
		if err := f.write(&b, now); err != nil {
			t.Fatal(err)
		}
		read := exchange.ReadText
		if f.name != "text" {
			read = func(r io.Reader) (exchange.File, error) { return exchange.Read(f.name, r) }
		}
		in, err := read(&b)
		if err != nil {
			t.Fatal(f.name, err)
		}
		p := exchange.Compare(now, exchange.Named(now, in))
		if len(p.Rows) != 1 || p.Rows[0].In.Text != own || p.Rows[0].Change != exchange.Same {
			t.Errorf("%s: %+v", f.name, p.Rows)
		}
	}
}
