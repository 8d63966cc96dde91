package memory

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"kring/assets"
	"kring/toolkit/bilingual"

	"github.com/go-text/typesetting/segmenter"
	"pgregory.net/rapid"
)

// pairOf is a block of a shipped text with its Arabic.
type pairOf struct{ nl, ar, from string }

// shipped are the blocks of the workbook and the toolkits.
func shipped(t testing.TB) []pairOf {
	t.Helper()
	var out []pairOf
	for _, dir := range []fs.FS{assets.Workbook(), assets.Toolkits()} {
		names, err := fs.Glob(dir, "*.md")
		if err != nil || len(names) < 8 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			b, err := fs.ReadFile(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			doc := bilingual.Parse(b)
			for _, x := range doc.Blocks {
				if x.Text != "" && x.Translations["ar"] != "" {
					out = append(out, pairOf{x.Text, x.Translations["ar"], doc.Title()})
				}
			}
		}
	}
	if len(out) < 500 {
		t.Fatalf("only %d blocks", len(out))
	}
	return out
}

func pieces(s string) []string {
	var out []string
	for _, t := range split(s) {
		out = append(out, s[t.from:t.to])
	}
	return out
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Zo'n foto’s, toch?", "Zo'n| |foto’s|,| |toch|?"},
		{"Om 14.30 uur: 3,5 kilo (of 1.000).", "Om| |14.30| |uur|:| |3,5| |kilo| |(|of| |1.000|)|."},
		{"De 2e e-mail…  **nu**", "De| |2e| |e|-|mail|…|  |**|nu|**"},
		{"Wacht... !!", "Wacht|...| |!!"},
		{"كَتَبَ الطَّالِبُ ٣٫٥ كتب؟", "كَتَبَ| |الطَّالِبُ| |٣٫٥| |كتب|؟"},
		{"می\u200cخواهم، نعم.", "می\u200cخواهم|،| |نعم|."},
		{"één kus e\u0301e\u0301n", "één| |kus| |e\u0301e\u0301n"},
		{"👍🏽👩\u200d👩\u200d👧 ok", "👍🏽|👩\u200d👩\u200d👧| |ok"},
		{"", ""},
	} {
		if got := strings.Join(pieces(c.text), "|"); got != c.want {
			t.Errorf("%q: %s, not %s", c.text, got, c.want)
		}
	}
	for text, want := range map[string]class{"3,5": number, "2e": word, "٣٫٥": number, "a": word, "?": mark, " ": space, "\xff": mark} {
		if got := split(text); len(got) != 1 || got[0].class != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// Pieces joined are the text, and no text is cut within a cell.
func TestSplitLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		if got := strings.Join(pieces(s), ""); got != s {
			t.Fatalf("%q", got)
		}
	})
}

// No word of the shipped texts is cut where UAX #29 does not cut it.
func TestSplitKeepsWordsWhole(t *testing.T) {
	for _, p := range shipped(t) {
		for _, text := range []string{p.nl, p.ar} {
			var seg segmenter.Segmenter
			seg.Init([]rune(text))
			ours, rs := pieces(text), []rune(text)
			cuts := []int{0}
			for _, x := range ours {
				cuts = append(cuts, cuts[len(cuts)-1]+len([]rune(x)))
			}
			for words := seg.WordIterator(); words.Next(); {
				w := words.Word()
				from, to := w.Offset, w.Offset+len(w.Text)
				i, ok := slices.BinarySearch(cuts, from)
				if !ok || cuts[i+1] != to {
					t.Errorf("%q is not whole in %q", string(rs[from:to]), ours)
				}
			}
		}
	}
}

// anyText makes texts of a few words that often recur, and of anything.
func anyText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"de", "De", "een", "groep", "groepen", "groepje", "praat", "praten", "kind", "kinderen", "zo'n",
			"3", "4", "12", "3,5", "٣", "كتاب", "كِتَاب", "الكتاب", "é", "e\u0301", ",", ".", "?", "**", "“", "\"", "\u200f", "👍🏽",
		}),
		rapid.StringN(0, 4, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		gap := rapid.SampledFrom([]string{" ", " ", " ", "  ", "", "\n", "\u00a0"})
		var b strings.Builder
		for _, x := range rapid.SliceOfN(piece, 0, 9).Draw(t, "pieces") {
			b.WriteString(x + gap.Draw(t, "gap"))
		}
		return b.String()
	})
}
