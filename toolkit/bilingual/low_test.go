package bilingual

import (
	"reflect"
	"strings"
	"testing"
)

// read gives the texts of a document with the part and the mark of each.
func read(d Document) (out []string) {
	for _, b := range d.Blocks {
		s := b.Text
		switch b.Kind {
		case PageBreak:
			s = "---"
		case Writing:
			s = strings.Repeat("_", b.Number)
		case Drawing:
			s = strings.Repeat("=", b.Number)
		}
		if b.Part != "" {
			s += " " + string(b.Part)
		}
		if b.Low {
			s += " low"
		}
		out = append(out, s)
	}
	return out
}

// An exercise gives way to its low-text version, its pages and lower headings with it; what
// comes before and after stays in both books.
func TestLowText(t *testing.T) {
	d := Parse([]byte("# Een\n\nvooraf\n\n## A {write}\n\nlang\n\n---\n\n### blad\n\n___\n___\n\n## A {low}\n\nkort\n\n### teken\n\n===\n===\n===\n\n---\n\nerna\n\n## B {do}\n\nnog\n\n## B kort {low}\n\n## C\n"))
	for name, c := range map[string]struct {
		doc  Document
		want []string
	}{
		"full": {d.Full(), []string{"Een", "vooraf", "A write", "lang write", "--- write", "blad write", "__ write", "--- write", "erna write", "B do", "nog do", "C"}},
		"low":  {d.LowText(), []string{"Een", "vooraf", "A write", "kort write", "teken write", "=== write", "--- write", "erna write", "B kort do", "C"}},
	} {
		if got := read(c.doc); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n%q, not\n%q", name, got, c.want)
		}
		if again := c.doc.Full(); !reflect.DeepEqual(read(again), c.want) || again.HasLowText() {
			t.Errorf("%s: it changes when it is printed", name)
		}
	}
	if len(d.Problems) > 0 || !d.HasLowText() {
		t.Errorf("%v", d.Problems)
	}
}

// A version that stands in for a whole chapter takes the versions within it along.
func TestLowTextOfAChapter(t *testing.T) {
	d := Parse([]byte("# Een\n\n## A\n\n## a {low}\n\n# een {low}\n\n## kort\n\n# Twee\n"))
	if got := read(d.LowText()); !reflect.DeepEqual(got, []string{"een", "kort", "Twee"}) {
		t.Errorf("%q", got)
	}
	if got := read(d.Full()); !reflect.DeepEqual(got, []string{"Een", "A", "Twee"}) {
		t.Errorf("%q", got)
	}
}

// The low-text book has its own title where it has one.
func TestTitleOfTheLowText(t *testing.T) {
	d := Parse([]byte("+++\ntitle = \"Boek\"\nlow_title = \"Dun boek\"\ntheme = \"Zorg\"\n+++\n# A\n"))
	if low := d.LowText(); low.Title() != "Dun boek" || low.Say("theme", "nl") != "Zorg" || d.Title() != "Boek" {
		t.Errorf("%q, %q", low.Title(), d.Title())
	}
}

// A low-text version of nothing is said with its line, and prints.
func TestLowTextOfNothing(t *testing.T) {
	for _, s := range []string{"## A {low}\n\nkort\n", "# Een\n\n## A {low}\n", "### B\n\n## A {low}\n"} {
		d := Parse([]byte(s))
		if len(d.Problems) != 1 || d.Problems[0].Code != NoExercise || d.Problems[0].Text != "A" {
			t.Errorf("%q: %v", s, d.Problems)
		}
		if d.HasLowText() || len(d.LowText().Blocks) != len(d.Blocks) || len(d.Full().Blocks) != len(d.Blocks) {
			t.Errorf("%q: something is lost", s)
		}
	}
}

func FuzzLowText(f *testing.F) {
	f.Add([]byte("## A\n\n## B {low}\n---\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := Parse(b)
		if n := len(d.Full().Blocks) + len(d.LowText().Blocks); !d.HasLowText() && n != 2*len(d.Blocks) {
			t.Fatalf("%d of %d blocks", n, 2*len(d.Blocks))
		}
	})
}
