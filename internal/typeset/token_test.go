package typeset

import (
	"fmt"
	"image"
	"image/draw"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// marked lays a text out on one line with its marks showing.
func marked(text string, dir Direction) Line {
	p := Plain(text, 15, 0, ink)
	p.Dir, p.Marks = dir, ink
	return p.LayToEdit()[0]
}

// lettersOn are the glyphs of a line from left to right, without what has no shape of its own
// (a joiner is an empty glyph of the letter before it).
func lettersOn(text string, l Line) []string {
	runes := []rune(text)
	var out []string
	for _, r := range l.Runs {
		space := r.Face.Glyph(' ')
		for _, g := range r.Glyphs {
			if r.Token == "" && g.ID != space && Token(runes, g.Cluster) == "" {
				out = append(out, fmt.Sprintf("%s %d %v", r.Face.Name, g.ID, g.Mark))
			}
		}
	}
	return out
}

// Chips change neither the order nor the shape of the letters: joiners still join and part,
// isolates and embeddings still steer. (A direction mark within a lam-alef opens the ligature,
// its letters still joined: there is no room for a chip in one shape. Arabic that an override
// forces from left to right is left out: how its letters join means nothing.)
func TestChipsLeaveTheLettersAlone(t *testing.T) {
	letters := []string{"abc", " ", "سلم", "لا", "بيت", "هـ", "12", "06-12", "(", ")", "!", "HB", "٤٥", "قليلًا", "می", "خواهم", "👨", "✗"}
	signs := []string{}
	for r := range tokenNames {
		if r != '\u202d' {
			signs = append(signs, string(r))
		}
	}
	slices.Sort(signs)
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 10).Draw(t, "pieces") {
			b.WriteString(rapid.SampledFrom(letters).Draw(t, "letters"))
			b.WriteString(rapid.SampledFrom(append(signs, "", "", "")).Draw(t, "sign"))
		}
		text := b.String()
		p := Plain(text, 15, 0, ink)
		p.Dir = rapid.SampledFrom([]Direction{LTR, RTL}).Draw(t, "direction")
		plain := lettersOn(text, p.Lay()[0])
		if chips := lettersOn(text, marked(text, p.Dir)); !slices.Equal(plain, chips) {
			t.Fatalf("%q with chips:\n%q\nwithout:\n%q", text, chips, plain)
		}
	})
}

// What a line shows from left to right.
func TestChipsInOrder(t *testing.T) {
	for _, c := range []struct {
		text string
		dir  Direction
		want string
	}{
		{"Hallo\u200f! ", LTR, "Hallo<RLM>! "},
		{"Zie\u00a0blz.\u202f3\ten", LTR, "Zie<NBSP>blz.<NNBSP>3<⇥>en"},
		{"نعم\tبيت", RTL, "تيب<⇤>معن"},
		{"می\u200cخواهم", RTL, "مهاوخ<ZWNJ>یم"},
		{"ه\u200d", RTL, "<ZWJ>ه"},
		{"في \u2066HB 12\u2069 هنا", RTL, "انه <PDI>HB 12<LRI> يف"},
		{"op \u2067واحد 2\u2069 hier", LTR, "op <RLI>2 دحاو<PDI> hier"},
		{"نعم\u200e", RTL, "<LRM>معن"},
		{"soft\u00adhyphen\u200b\u2060", LTR, "soft<SHY>hyphen<ZWSP><WJ>"},
		{"ja \u202aab\u202c nee", LTR, "ja <LRE>ab<PDF> nee"},
	} {
		var got strings.Builder
		for _, r := range marked(c.text, c.dir).Runs {
			if r.Token != "" {
				got.WriteString("<" + r.Token + ">")
				continue
			}
			for _, g := range r.Glyphs {
				text := g.Text
				if r.RTL {
					text = reversed(text)
				}
				got.WriteString(text)
			}
		}
		if got := strings.TrimRight(got.String(), " "); got != strings.TrimRight(c.want, " ") {
			t.Errorf("%q shows %q, expected %q", c.text, got, c.want)
		}
	}
}

// A joiner's chip parts the letters or leaves them joined, as the joiner does by itself.
func TestJoinersStillSteer(t *testing.T) {
	shape := func(text string) string { return strings.Join(lettersOn(text, marked(text, RTL)), ",") }
	if shape("می\u200cخ") == shape("میخ") {
		t.Error("a non-joiner with a chip joins")
	}
	if shape("ه\u200d") == shape("ه") {
		t.Error("a joiner with a chip does not join")
	}
	if shape("بي\u200fت") != shape("بيت") {
		t.Error("a direction mark with a chip parts letters that it leaves joined")
	}
}

// A caret stands on each side of a chip, and a click upon it goes to the nearer.
func TestCaretsAroundAChip(t *testing.T) {
	for _, dir := range []Direction{LTR, RTL} {
		l := marked("بي\u200cت", dir)
		at := slices.IndexFunc(l.Cells, func(c Cell) bool { return c.From == 2 && c.To == 3 })
		if at < 0 || l.Cells[at].Right-l.Cells[at].Left < 15 {
			t.Fatalf("the chip has the cells %+v", l.Cells)
		}
		c := l.Cells[at]
		if got := l.Hit(c.Right - 1).Pos; got != 2 {
			t.Errorf("a click on its right, where it begins, is %d", got)
		}
		if got := l.Hit(c.Left + 1).Pos; got != 3 {
			t.Errorf("a click on its left is %d", got)
		}
		if next, ok := l.Step(Caret{2, c.Right}, false); !ok || next.Pos != 3 || !near(next.X, c.Left) {
			t.Errorf("the arrow over it leads to %+v", next)
		}
	}
}

// Marks that are added while laying out never show, nor a joiner within a picture, nor any on
// paper.
func TestWhatHasNoChip(t *testing.T) {
	for _, text := range []string{"Bel 06-12345678 of HB", "هاتف 06-12345678 في HB 12", "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥"} {
		for _, r := range marked(text, RTL).Runs {
			if r.Token != "" {
				t.Errorf("%q has a chip %s", text, r.Token)
			}
		}
	}
	for _, r := range Plain("a\u200f\u00a0b", 12, 0, ink).Lay()[0].Runs {
		if r.Token != "" {
			t.Errorf("a chip %s without asking", r.Token)
		}
	}
}

// A space that does not break does not break because it shows.
func TestChipsBreakAsTheirCharacters(t *testing.T) {
	p := Plain("aaaa bbbb\u00a0cccc", 15, 130, ink)
	p.Marks = ink
	lines := p.LayToEdit()
	if len(lines) != 2 || lines[1].From != 5 {
		t.Errorf("%d lines, the second from %d", len(lines), lines[len(lines)-1].From)
	}
	for _, l := range lines {
		if l.Width > p.Width {
			t.Errorf("a line is %.0f wide, of %.0f", l.Width, p.Width)
		}
	}
}

// A chip is painted within its own width, the quick way as the general one.
func TestChipIsPainted(t *testing.T) {
	l := marked("\u200c", LTR)
	quick, slow := image.NewNRGBA(image.Rect(0, 0, 60, 24)), image.NewNRGBA(image.Rect(0, 0, 60, 24))
	for _, img := range []*image.NRGBA{quick, slow} {
		draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	}
	Draw(quick, l, 0, 0, 1)
	Draw(wrapped{slow}, l, 0, 0, 1)
	dark := 0
	for x := range 60 {
		for y := range 24 {
			a, b := int(quick.NRGBAAt(x, y).R), int(slow.NRGBAAt(x, y).R)
			if a-b > 3 || b-a > 3 {
				t.Fatalf("at %d,%d it is %d and %d", x, y, a, b)
			}
			switch {
			case a < 128:
				dark++
			case a < 255 && float64(x) > l.Width:
				t.Fatalf("it reaches to %d, and is %.1f wide", x, l.Width)
			}
		}
	}
	if dark < 20 {
		t.Errorf("its name has %d dark pixels", dark)
	}
}
