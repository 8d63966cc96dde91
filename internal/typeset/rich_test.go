package typeset

import (
	"strings"
	"testing"
)

// The languages of the groups, and those wanted next: each letter has a shape, in the
// face that is made for it.
func TestLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		face       *Face
	}{
		{"nl", "Één coördinator, ’s avonds: ij IJ", latin},
		{"en", "“Quoted” – naïve café", latin},
		{"tr", "İstanbul’da ığdır, şöyle çağrı: ÇĞİÖŞÜ", latin},
		{"pl", "Zażółć gęślą jaźń", latin},
		{"uk", "Ґрунт, їжак, єдність, п’ять ₴", latin},
		{"so", "Caruurta iyo waalidka: dhaqan, xaq", latin},
		{"ti", "ሰላም፣ ከመይ ኣለኹም። ፩፪፫", ethiopic},
		{"ar", "كلُّ أبٍ وأمٍّ، ١٢٣٪ لآلئ ـ", arabic},
		{"fa", "گفت\u200cوگو، پدر و مادر: ژ چ ۴۵۶ ک ی", arabic},
		{"prs", "خانواده\u200cها، ښه", arabic},
		{"ur", "بچّے ٹھیک ہیں، ڈاکٹر ڑ ں ھ ۓ", arabic},
	} {
		for _, bold := range []bool{false, true} {
			p := Plain(c.text, 12, 0, ink)
			p.Lang, p.Spans[0].Bold = c.lang, bold
			line := p.Lay()[0]
			if len(line.Missing) > 0 {
				t.Errorf("%s: no shape for %q", c.lang, line.Missing)
			}
			want := map[bool]*Face{false: c.face, true: boldOf(c.face)}[bold]
			for _, r := range line.Runs {
				if r.Face != want {
					t.Errorf("%s: %q is in %s, expected %s", c.lang, textOf(r), r.Face.Name, want.Name)
				}
			}
		}
	}
}

func boldOf(f *Face) *Face {
	return map[*Face]*Face{latin: latinBold, arabic: arabicBold, ethiopic: ethiopicBold}[f]
}

func textOf(r Run) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// Styles change within a paragraph, and across its directions.
func TestRichRuns(t *testing.T) {
	p := Paragraph{Lang: "ar", Width: 400, Spans: []Span{
		{Text: "اقرأ ", Size: 12, Color: ink},
		{Text: "هذا مهم ", Italic: true, Size: 12, Color: ink},
		{Text: "Het Begint Bij Mij", Italic: true, Bold: true, Size: 14, Color: ink},
		{Text: " على ", Size: 12, Color: ink},
		{Text: "الموقع kring.nl هنا", Size: 12, Color: ink, Link: "https://kring.nl"},
	}}
	lines := p.Lay()
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	faces, linked := map[*Face]bool{}, 0.0
	for i, r := range lines[0].Runs {
		faces[r.Face] = true
		if r.Link != "" {
			linked += r.Width
			if i > 3 {
				t.Errorf("the end of the Arabic sentence, %q, is at place %d from the left", textOf(r), i)
			}
		}
		if r.Face == latinBoldItalic && r.Size != 14 {
			t.Errorf("%q has size %.0f", textOf(r), r.Size)
		}
	}
	if !faces[arabic] || !faces[latinBoldItalic] || faces[latinItalic] || linked == 0 {
		t.Errorf("the faces are %v", faces)
	}
	if lines[0].Height != 14*1.7 {
		t.Errorf("the line is %.1f high", lines[0].Height)
	}
}

// Signs of workbooks have a shape, in bold too.
func TestSigns(t *testing.T) {
	for _, bold := range []bool{false, true} {
		p := Plain("☐ ☑ ✓ ✗ → ← ★ ☎ ✉ ≥ ≤ ≠ − ½ ● ○ ■ ① ₂ € ₴ ₺ №", 12, 0, ink)
		p.Spans[0].Bold = bold
		if line := p.Lay()[0]; len(line.Missing) > 0 {
			t.Errorf("no shape for %q", line.Missing)
		}
	}
}

// An address ends where the sentence goes on.
func TestAddresses(t *testing.T) {
	for text, want := range map[string][]string{
		"Zie https://kring.nl/a?b=1, of www.kring.nl.":   {"https://kring.nl/a?b=1", "https://www.kring.nl"},
		"Mail (trainer.een+x@oosterwei.nl).":             {"mailto:trainer.een+x@oosterwei.nl"},
		"اكتب إلى a.b@kring.nl، أو https://kring.nl/ar؛": {"mailto:a.b@kring.nl", "https://kring.nl/ar"},
		"Bel 06-12345678 of kom op 12-1.":                nil,
	} {
		var got []string
		for _, a := range Addresses(text) {
			got = append(got, a.URL)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%q: %q", text, got)
		}
	}
}
