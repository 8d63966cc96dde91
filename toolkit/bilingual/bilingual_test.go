package bilingual

import (
	"reflect"
	"testing"
)

func TestParse(t *testing.T) {
	d := Parse([]byte("+++\ntitle = \"Luisteren\"\n+++\n# Kop\nar> عنوان\n\nEen alinea\nover twee regels.\nar> فقرة\nar> ثانية\n\n- een\nar> واحد\n- twee\n1. eerste\n---\n![plaat](a.svg)\n![blad](b.svg) {wide}\n"))
	want := []Block{
		{Kind: Heading, Level: 1, Text: "Kop", Translations: map[string]string{"ar": "عنوان"}, Line: 4},
		{Kind: Text, Text: "Een alinea over twee regels.", Translations: map[string]string{"ar": "فقرة ثانية"}, Line: 7},
		{Kind: Bullet, Text: "een", Translations: map[string]string{"ar": "واحد"}, Line: 12},
		{Kind: Bullet, Text: "twee", Line: 14},
		{Kind: Numbered, Number: 1, Text: "eerste", Line: 15},
		{Kind: PageBreak, Line: 16},
		{Kind: Image, Text: "plaat", Path: "a.svg", Line: 17},
		{Kind: Image, Text: "blad", Path: "b.svg", Wide: true, Line: 18},
	}
	if !reflect.DeepEqual(d.Blocks, want) || len(d.Problems) > 0 || d.Title() != "Luisteren" {
		t.Fatalf("%+v\n%v", d.Blocks, d.Problems)
	}
}

func TestProblemsNameTheLineAndTheRestStays(t *testing.T) {
	for s, want := range map[string]Problem{
		"ar> alleen\n\ntekst":     {1, NoBlockAbove, "alleen"},
		"+++\ntitle = 1\n\ntekst": {1, OpenMatter, "+++"},
		"+++\n= fout\n+++\ntekst": {Line: 2, Code: OpenMatter},
		"caf\xe9\n\ntekst":        {1, NotUTF8, ""},
	} {
		d := Parse([]byte(s))
		if len(d.Problems) != 1 || d.Problems[0].Line != want.Line || d.Problems[0].Code != want.Code {
			t.Errorf("%q: %v", s, d.Problems)
			continue
		}
		if last := d.Blocks[len(d.Blocks)-1]; last.Text != "tekst" && last.Text != "title = 1" {
			t.Errorf("%q: the rest is lost: %+v", s, d.Blocks)
		}
	}
}

func TestWhatTheFrontMatterSays(t *testing.T) {
	d := Parse([]byte("+++\ntitle = \"Stap\"\ntitle_ar = \"خطوة\"\ntheme = \"Zorg\"\n+++\n# Kop\n"))
	for _, c := range [][3]string{{"title", "nl", "Stap"}, {"title", "ar", "خطوة"}, {"theme", "ar", "Zorg"}, {"author", "nl", ""}} {
		if got := d.Say(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %s is %q", c[0], c[1], got)
		}
	}
	if got := Parse([]byte("# Kop\n")).Say("title", "ar"); got != "Kop" {
		t.Errorf("without front matter the title is %q", got)
	}
}

func TestInline(t *testing.T) {
	for s, want := range map[string][]Piece{
		"een **twee** drie":   {{Text: "een "}, {Text: "twee", Bold: true}, {Text: " drie"}},
		"3 * 4":               {{Text: "3 * 4"}},
		"3 * 4 * 5":           {{Text: "3 * 4 * 5"}},
		"":                    {{}},
		"*zo*":                {{Text: "zo", Italic: true}},
		"***zo*** en **zo":    {{Text: "zo", Bold: true, Italic: true}, {Text: " en **zo"}},
		"**een *twee* drie**": {{Text: "een ", Bold: true}, {Text: "twee", Bold: true, Italic: true}, {Text: " drie", Bold: true}},
		"zie [de **site**](https://kring.nl/a) [x]": {
			{Text: "zie "},
			{Text: "de ", Link: "https://kring.nl/a"},
			{Text: "site", Bold: true, Link: "https://kring.nl/a"},
			{Text: " [x]"},
		},
		"[mail](mailto:a@b.nl)": {{Text: "mail", Link: "mailto:a@b.nl"}},
		"[vals](javascript:x)":  {{Text: "[vals](javascript:x)"}},
	} {
		if got := Inline(s); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("# a\nar> b\n"))
	f.Add([]byte("+++\n"))
	f.Add([]byte("\xff\nar> x\n- y\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, block := range Parse(b).Blocks {
			for _, p := range Inline(block.Text) {
				if p.Text == "" && block.Text != "" {
					t.Fatalf("%q has an empty piece", block.Text)
				}
			}
		}
	})
}
