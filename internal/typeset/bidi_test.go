package typeset

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/bidi"
)

// TestBidiCharacters runs Unicode's own cases of UAX #9: levels, and the order from left
// to right. The library gives one level for a stretch of levels of the same parity; levels
// tells them apart, but for explicit embeddings (LRE, RLO and the like) and for isolates that
// are not closed, which no text has that people type. Those cases are listed.
func TestBidiCharacters(t *testing.T) {
	conform(t, "BidiCharacterTest.txt", "bidi-differs.txt", 90_000, func(line string) string {
		return checkBidi(strings.Split(line, ";"))
	})
}

// checkBidi says what is wrong with a case of five fields: characters, direction,
// paragraph level, levels, order.
func checkBidi(field []string) string {
	var runes []rune
	for _, h := range strings.Fields(field[0]) {
		n, err := strconv.ParseUint(h, 16, 32)
		if err != nil {
			return err.Error()
		}
		runes = append(runes, rune(n))
	}
	dir := map[string]Direction{"0": LTR, "1": RTL, "2": Auto}[field[1]]
	if dir == Auto {
		dir = firstStrong([]Span{{Text: string(runes)}}, LTR)
	}
	got := levels(runes, dir == RTL)
	var seen []int // of those that rule X9 does not remove
	for i, want := range strings.Fields(field[3]) {
		if want == "x" {
			continue
		}
		if strconv.Itoa(int(got[i])) != want {
			return "level " + strconv.Itoa(i) + " is " + strconv.Itoa(int(got[i]))
		}
		seen = append(seen, i)
	}
	var parts []item
	for _, i := range seen {
		parts = append(parts, item{from: i, level: bidi.Level(got[i])})
	}
	order(parts)
	var order []string
	for _, p := range parts {
		order = append(order, strconv.Itoa(p.from))
	}
	if !slices.Equal(order, strings.Fields(field[4])) {
		return "the order is " + strings.Join(order, " ")
	}
	return ""
}

// A message in Arabic that holds a name, in a list of facts: what follows it stands after it,
// though the name is an isolate within an isolate.
func TestWhatFollowsANestedIsolate(t *testing.T) {
	text := "\u2068مع \u2068Tom Bakker\u2069\u2069 · \u2068Huiskamer\u2069 · \u206840\u2069"
	lines := Paragraph{Spans: []Span{{Text: text, Size: 12}}, Dir: RTL}.Lay()
	var seen strings.Builder
	for _, r := range lines[0].Runs {
		for _, g := range r.Glyphs {
			seen.WriteString(g.Text)
		}
	}
	if got := strings.Map(func(r rune) rune {
		if r >= '\ufe70' { // the shapes of the Arabic letters
			return -1
		}
		return r
	}, seen.String()); !strings.HasPrefix(got, "40 · Huiskamer · Tom Bakker") {
		t.Errorf("from left to right: %q", got)
	}
}

// A number after Arabic stands at its left, and Latin that follows goes on after both.
func TestLatinAfterANumberAfterArabic(t *testing.T) {
	text := []rune("Bus نور 16 en tram")
	got := levels(text, false)
	for i, r := range text {
		want := bidi.Level(0)
		switch {
		case i >= 4 && i <= 7: // the name, and the space before the number
			want = 1
		case r == '1' || r == '6':
			want = 2
		}
		if got[i] != want {
			t.Errorf("%q is at level %d, want %d", r, got[i], want)
		}
	}
}
