package typeset

import (
	"image/color"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var ink = color.NRGBA{0, 0, 0, 255}

// visual gives what a line shows from left to right, each glyph by its first letter.
func visual(p Paragraph) string {
	var b strings.Builder
	for _, line := range p.Lay() {
		for _, run := range line.Runs {
			for _, g := range run.Glyphs {
				b.WriteString(g.Text)
			}
		}
	}
	return b.String()
}

func reversed(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"kring", "kring"},
		{"سلم", "ملس"},
		{"هاتف 06-12345678", "06-12345678 فتاه"},
		{"بطاطا 3,50 هنا", "انه 3,50 اطاطب"},
		{"بطاطا 3,5", "3,5 اطاطب"},
		{"يوم 23-11-2026", "23-11-2026 موي"},
		{"الساعة 10:30", "10:30 " + reversed("الساعة")},
		{"في HBBM 2026 بيت", "تيب HBBM 2026 يف"},
		{"قسم (6) هنا", "انه )6( مسق"}, // the brackets keep their place and are drawn mirrored
		{"بريد a.b@c.nl هنا", "انه a.b@c.nl ديرب"},
		{"في Kerkstraat 12a, 2801 AB Gouda هنا", "انه Kerkstraat 12a, 2801 AB Gouda يف"},
		{"في 2801 AB Gouda, Nederland هنا", "انه 2801 AB Gouda, Nederland يف"},
		{"من Café één 10:30–11:00 هنا", "انه Café één 10:30–11:00 نم"},
		{"بيت 3 أو 4", "4 وأ 3 تيب"},
		{"ملف 2026.xlsx و12a", "12aو 2026.xlsx فلم"},
	} {
		p := Plain(c.text, 12, 0, ink)
		p.Lang = "ar"
		if c.text == "kring" {
			p.Lang = "nl"
		}
		got := visual(p)
		if got != c.want {
			t.Errorf("%q shows as %q, expected %q", c.text, got, c.want)
		}
	}
}

func TestLamAlefIsOneCharacter(t *testing.T) {
	p := Plain("سلام", 12, 0, ink)
	p.Lang = "ar"
	if got := visual(p); got != "م\ufefbس" {
		t.Fatalf("%q", got)
	}
}

func TestNoLetterIsLostByBreaking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"ouder", "كل أب", "06-12345678", "lang-woord-dat-niet-past-op-een-regel", "(HBBM)", "في"}), 1, 30).Draw(t, "words")
		text := strings.Join(words, " ")
		width := rapid.Float64Range(30, 400).Draw(t, "width")
		p := Plain(text, 12, width, ink)
		p.Lang = rapid.SampledFrom([]string{"nl", "ar"}).Draw(t, "lang")
		letters := map[int]bool{}
		for _, line := range p.Lay() {
			if line.Width > width+0.01 && len(line.Runs) > 0 && len(line.Runs[0].Glyphs) > 1 {
				t.Fatalf("a line of %.1f in %.1f", line.Width, width)
			}
			for _, run := range line.Runs {
				for _, g := range run.Glyphs {
					letters[g.Cluster] = true
				}
			}
		}
		for i, r := range []rune(text) {
			if r != ' ' && !letters[i] && r != 'أ' && r != 'ا' {
				t.Fatalf("letter %d %q of %q is not shown", i, r, text)
			}
		}
	})
}

func TestMissingGlyphIsReported(t *testing.T) {
	lines := Plain("a漢b", 12, 0, ink).Lay()
	if len(lines[0].Missing) != 1 || lines[0].Missing[0] != '漢' {
		t.Fatalf("missing %q", lines[0].Missing)
	}
}

func TestAlignment(t *testing.T) {
	for _, c := range []struct {
		lang  string
		align Align
		left  bool
	}{{"nl", Start, true}, {"ar", Start, false}, {"nl", End, false}, {"ar", End, true}} {
		p := Plain("سلم", 12, 300, ink)
		if c.lang == "nl" {
			p = Plain("abc", 12, 300, ink)
		}
		p.Lang, p.Align = c.lang, c.align
		if x := p.Lay()[0].X; (x == 0) != c.left {
			t.Errorf("%s %v begins at %.1f", c.lang, c.align, x)
		}
	}
}
