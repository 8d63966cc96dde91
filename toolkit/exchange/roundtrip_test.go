package exchange_test

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"testing"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/exchange"

	"pgregory.net/rapid"
)

const book = "01JBK3Z7W8N4Q5R6S7T8V9W0X1"

type format struct {
	name  string
	write exchange.Writer
}

var formats = []format{
	{"xliff 2.1", exchange.WriteXLIFF2}, {"xliff 1.2", exchange.WriteXLIFF1}, {"po", exchange.WritePO},
}

// odd are characters that files like to lose.
var odd = []rune("\n\t\r\u00a0\u200c\u200d\u200e\u200f\u202a\u2066\u2069\ufeff\u0085\u2028\ufffd&<>\"'\\|#~>:-_x😀𐍈عربي؟ e\u0301]]>")

func words(t *rapid.T, label string, least int) string {
	r := rapid.OneOf(
		rapid.SampledFrom(odd),
		rapid.RuneFrom([]rune("abc XYZ 0123 %\\n\\p**[]()")),
		rapid.Rune().Filter(func(r rune) bool { return r >= 0x20 && (r < 0xD800 || r > 0xDFFF) && r != 0xFFFE && r != 0xFFFF }),
	)
	return string(rapid.SliceOfN(r, least, 12).Draw(t, label))
}

var moments = rapid.Custom(func(t *rapid.T) time.Time {
	if rapid.Bool().Draw(t, "no time") {
		return time.Time{}
	}
	return time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "s"), rapid.Int64Range(0, 999999999).Draw(t, "ns")).UTC()
})

func unit(t *rapid.T, id string) exchange.Unit {
	u := exchange.Unit{
		ID: id, Chapter: words(t, "chapter", 0), Kind: bilingual.Kind(rapid.IntRange(0, 8).Draw(t, "kind")),
		Source: words(t, "source", 1), Text: words(t, "text", 0), State: bilingual.Empty,
		Was: words(t, "was", 0), Note: words(t, "note", 0), Who: words(t, "who", 0), When: moments.Draw(t, "when"),
		Stamp: words(t, "stamp", 0),
	}
	if u.Text != "" {
		u.State = rapid.SampledFrom([]bilingual.State{
			bilingual.Draft, bilingual.ToCheck, bilingual.Agreed, bilingual.Outdated,
		}).Draw(t, "state")
	}
	for range rapid.IntRange(0, 2).Draw(t, "comments") {
		u.Comments = append(u.Comments, bilingual.Comment{
			ID: words(t, "cid", 1), Who: words(t, "cwho", 0), When: moments.Draw(t, "cwhen"), Text: words(t, "said", 0),
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "waived") {
		if u.Waived == nil {
			u.Waived = map[string]string{}
		}
		u.Waived[words(t, "check", 0)] = words(t, "why", 0)
	}
	return u
}

func anyFile(t *rapid.T) exchange.File {
	f := exchange.File{
		Book: book, Title: words(t, "title", 0), Source: "nl", Target: "ar", Written: moments.Draw(t, "written"),
		Note: words(t, "about", 0),
	}
	ids := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) string { return words(t, "id", 1) }), 1, 5, rapid.ID[string]).Draw(t, "ids")
	for _, id := range ids {
		f.Units = append(f.Units, unit(t, id))
	}
	return f
}

func again(t interface {
	Helper()
	Fatalf(string, ...any)
}, fm format, f exchange.File,
) exchange.File {
	t.Helper()
	var b bytes.Buffer
	if err := fm.write(&b, f); err != nil {
		t.Fatalf("%s: %v", fm.name, err)
	}
	out, err := exchange.Read("x", bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatalf("%s: %v\n%s", fm.name, err, b.String())
	}
	if !reflect.DeepEqual(out, f) {
		t.Fatalf("%s:\n%+v\nis not\n%+v\nin\n%s", fm.name, out, f, b.String())
	}
	return out
}

func TestEveryTextComesBackEqual(t *testing.T) {
	for _, fm := range formats {
		t.Run(fm.name, rapid.MakeCheck(func(t *rapid.T) {
			f := anyFile(t)
			for i := range f.Units {
				f.Units[i].Reference = fm.name != "po" && rapid.Bool().Draw(t, "reference") // PO has no such units
			}
			again(t, fm, f)
		}))
	}
}

// sample is a small book with a unit in each state.
func sample() exchange.File {
	at := time.Date(2026, 11, 24, 19, 30, 0, 0, time.UTC)
	entry := func(i int, chapter string, kind bilingual.Kind, nl, ar string, s bilingual.State, of string) bilingual.Entry {
		return bilingual.Entry{
			Segment: bilingual.Segment{
				ID:    "01JBK3Z7W8N4Q5R6S7T8V9W1" + strconv.Itoa(10+i),
				Block: bilingual.Block{Kind: kind, Text: nl},
			},
			Chapter:     chapter,
			Translation: bilingual.Translation{Text: ar, State: s, Source: of, Who: "Samira", When: at},
		}
	}
	entries := []bilingual.Entry{
		entry(0, "", bilingual.Text, "Werkboek", "", "", ""),
		entry(1, "Week 1", bilingual.Heading, "Week 1", "الأسبوع 1", bilingual.Agreed, "Week 1"),
		entry(2, "Week 1", bilingual.Text, "Wat gaat **goed**?", "ما الذي يسير **جيدًا**؟", bilingual.ToCheck, "Wat gaat **goed**?"),
		entry(3, "Week 1", bilingual.Bullet, "Schrijf 3 dingen op.\nNeem de tijd.", "اكتب 3 أشياء.", bilingual.Draft, "Schrijf 3 dingen op.\nNeem de tijd."),
		entry(4, "Week 2", bilingual.Text, "Bel 06-12345678.", "اتصل بالرقم 06-87654321.", bilingual.Agreed, "Bel 06-87654321."),
		entry(5, "Week 2", bilingual.Text, "Bel 06-12345678.", "\u200fاتصل بنا 😀\u00a0!", bilingual.Draft, "Bel 06-12345678."),
		{Segment: bilingual.Segment{ID: "lines", Block: bilingual.Block{Kind: bilingual.Writing, Number: 3}}},
	}
	entries[2].Comments = []bilingual.Comment{
		{ID: "01JBK3Z7W8N4Q5R6S7T8V9W2A0", Who: "Fatima", When: at, Text: "Kan dit korter?\nIk twijfel."},
		{ID: "01JBK3Z7W8N4Q5R6S7T8V9W2A1", Who: "Jan | de Vries", When: at.Add(time.Hour), Text: "Ja"},
	}
	entries[3].Waived = map[string]string{"length": "Het Arabisch is korter"}
	f := exchange.FromEntries(book, "Mijn werkboek", "ar", entries)
	f.Written = at.Add(2 * time.Hour)
	f.Units[1].Note = "Kop. Hoogstens 40 letters."
	return f
}

func TestABookComesBackWithItsStates(t *testing.T) {
	f := sample()
	if len(f.Units) != 6 {
		t.Fatalf("%d units: lines to write on have no words", len(f.Units))
	}
	want := []bilingual.State{
		bilingual.Empty, bilingual.Agreed, bilingual.ToCheck, bilingual.Draft, bilingual.Outdated, bilingual.Draft,
	}
	for _, fm := range formats {
		var got []bilingual.State
		for _, u := range again(t, fm, f).Units {
			got = append(got, u.State)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v", fm.name, got)
		}
	}
	if f.Units[4].Was != "Bel 06-87654321." {
		t.Errorf("was %q", f.Units[4].Was)
	}
}

func TestWhatCannotComeBackIsNotWritten(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*exchange.File)
		code  exchange.Code
	}{
		"a bell":         {func(f *exchange.File) { f.Units[1].Text = "a\x07" }, exchange.ErrCharacter},
		"nothing":        {func(f *exchange.File) { f.Units[1].Source = "\x00" }, exchange.ErrCharacter},
		"no character":   {func(f *exchange.File) { f.Units[1].Note = "\ufffe" }, exchange.ErrCharacter},
		"half a letter":  {func(f *exchange.File) { f.Units[2].Comments[0].Text = "\xc3" }, exchange.ErrEncoding},
		"no units":       {func(f *exchange.File) { f.Units = nil }, exchange.ErrNothing},
		"no id":          {func(f *exchange.File) { f.Units[3].ID = "" }, exchange.ErrID},
		"an id twice":    {func(f *exchange.File) { f.Units[3].ID = f.Units[0].ID }, exchange.ErrTwice},
		"a bad title":    {func(f *exchange.File) { f.Title = "\x1b" }, exchange.ErrCharacter},
		"a waived check": {func(f *exchange.File) { f.Units[3].Waived["length"] = "\x1b" }, exchange.ErrCharacter},
	} {
		for _, fm := range formats {
			f := sample()
			c.spoil(&f)
			var b bytes.Buffer
			if err := fm.write(&b, f); err == nil || codeOf(err) != c.code || b.Len() > 0 {
				t.Errorf("%s, %s: %v and %d bytes", name, fm.name, err, b.Len())
			}
		}
	}
}
