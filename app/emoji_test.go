package app

import (
	"bytes"
	"image/color"
	"testing"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// Emoji come from the font that Fyne ships: one picture for what people see as one, the
// letters around it in their own font, nothing dropped.
func TestEmoji(t *testing.T) {
	useEmoji()
	for text, want := range map[string]int{
		"😀":               1,
		"👨‍👩‍👧":           1,
		"👍🏽":              1,
		"🇳🇱":              1,
		"1️⃣":             1,
		"❤️":              1,
		"Hoi 😀, tot zo 👍": 2,
		"أهلًا 😀 بكم ❤️":  2,
		"12 kinderen #1":  0,
	} {
		p := typeset.Plain(text, 16, 0, color.NRGBA{0, 0, 0, 255})
		line := p.Lay()[0]
		icons := 0
		for _, r := range line.Runs {
			if !r.Face.Icon {
				continue
			}
			for _, g := range r.Glyphs {
				if g.Advance > 0 {
					icons++
				}
				picture, err := r.Face.Picture(g.ID, 32)
				if err != nil || picture.Image.Bounds().Dy() != 32 || picture.Rise <= 0.5 {
					t.Errorf("%q: %v, rises %.2f", text, err, picture.Rise)
				}
				if g.Advance > 0 && len(picture.Image.Pix) == bytes.Count(picture.Image.Pix, []byte{0}) {
					t.Errorf("%q: the picture is empty", text)
				}
			}
		}
		if icons != want || len(line.Missing) > 0 {
			t.Errorf("%q has %d pictures, expected %d; missing %q", text, icons, want, line.Missing)
		}
	}
}

// A letter that no font has is said with its line, in a text with emoji that are there.
func TestMissingLetterIsSaid(t *testing.T) {
	useEmoji()
	book, err := export.LayOut(bilingual.Parse([]byte("Welkom 😀\n\nDit is 漢字.\n")), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Problems) != 1 || book.Problems[0] != (bilingual.Problem{Line: 3, Code: bilingual.NoLetter, Text: "漢 字"}) {
		t.Errorf("%v", book.Problems)
	}
}
