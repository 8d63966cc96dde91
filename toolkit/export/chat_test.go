package export_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// Each toolkit that ships is a short message in both languages: its title, a question, not too
// long, without a sign of Markdown, each line beginning on its own side.
func TestChatOfEveryToolkit(t *testing.T) {
	for name, doc := range toolkits(t) {
		for _, lang := range []string{"nl", "ar"} {
			got := export.Chat(doc, lang)
			title, _ := doc.Named(lang)
			if lang == "nl" {
				title = doc.Title()
			}
			if !strings.HasPrefix(got, "*"+title+"*\n") || !strings.ContainsAny(got, "?؟") || !strings.Contains(got, "💬") || !strings.Contains(got, "🌱") {
				t.Errorf("%s in %s:\n%s", name, lang, got)
			}
			if n := utf8.RuneCountInString(address.ReplaceAllString(got, "")); n > 1000 || n < 350 {
				t.Errorf("%s in %s is %d characters long", name, lang, n)
			}
			if strings.Contains(got, "**") || strings.Contains(got, "](") {
				t.Errorf("%s in %s has signs of Markdown:\n%s", name, lang, got)
			}
			for _, line := range strings.Split(got, "\n") {
				if first := firstStrong(line); first != 0 && (first == 'R') != (lang == "ar") {
					t.Errorf("%s in %s: %q begins on the wrong side", name, lang, line)
				}
			}
		}
		if got := export.Chat(doc, "pl"); got != "" {
			t.Errorf("%s in Polish, which it does not have: %q", name, got)
		}
	}
}

// A message does not end with a question to which the answer was cut off.
func TestChatEndsWithNoOpenQuestion(t *testing.T) {
	for name, doc := range toolkits(t) {
		for _, lang := range []string{"nl", "ar"} {
			lines := strings.Split(export.Chat(doc, lang), "\n")
			for i, line := range lines[:len(lines)-1] {
				if i > 0 && strings.HasPrefix(lines[i-1], "🌱") && strings.HasSuffix(strings.TrimRight(line, "”»"), "?") {
					t.Errorf("%s in %s: %q", name, lang, line)
				}
			}
		}
	}
}

// firstStrong is R or L, as WhatsApp looks at it: a digit counts as Latin; 0 without either.
func firstStrong(line string) rune {
	for _, r := range line {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL:
			return 'R'
		case bidi.L, bidi.EN:
			if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\u200e' {
				return 'L'
			}
		}
	}
	return 0
}

// What a text has is said in WhatsApp's marks; what it lacks is left out.
func TestChatMarks(t *testing.T) {
	doc := bilingual.Parse([]byte(`# Praten
ar> كلام
fa> گفتگو

**Hallo** *allemaal*, zie [onze pagina](https://kring.example/a).
ar> Kring يقول **مرحبًا** *بكم*.

## Vragen
ar> أسئلة

1. Hoe gaat het?
ar> 10 دقائق: كيف الحال؟

[Een filmpje](https://film.example/x)
ar> مقطع
`))
	want := "*Praten*\n\n*Hallo* _allemaal_, zie onze pagina.\n\n💬 *Vragen*\nHoe gaat het?\n\nonze pagina: https://kring.example/a\nEen filmpje: https://film.example/x"
	if got := export.Chat(doc, "nl"); got != want {
		t.Errorf("%q", got)
	}
	arabic := "*كلام*\n\n\u200fKring يقول *مرحبًا* *بكم*.\n\n💬 *أسئلة*\n\u200f10 دقائق: كيف الحال؟\n\nمقطع: https://film.example/x"
	if got := export.Chat(doc, "ar"); got != arabic {
		t.Errorf("%q", got)
	}
	if got := export.Chat(doc, "fa"); got != "*گفتگو*" {
		t.Errorf("%q", got)
	}
}

// Any text becomes a message that ends and is not much too long, and does not fall over.
func TestChatOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		block := rapid.StringMatching(`#{0,3} ?[a-zא-ת\*\[\]\(\)_0-9?؟. ]{0,400}\n(ar> [ء-ي?؟.\* ]{0,300}\n)?\n`)
		text := strings.Join(rapid.SliceOfN(block, 0, 12).Draw(t, "blocks"), "")
		for _, lang := range []string{"nl", "ar"} {
			got := export.Chat(bilingual.Parse([]byte(text)), lang)
			if utf8.RuneCountInString(got) > 2500 || !utf8.ValidString(got) {
				t.Fatalf("%d characters", utf8.RuneCountInString(got))
			}
		}
	})
}

var address = regexp.MustCompile(`https?://\S+`)

// A group reads the same in each of its languages: all that ship say their whole opening, ask the
// same questions and end at the same place.
func TestChatIsCutAtTheSamePlace(t *testing.T) {
	for name, doc := range toolkits(t) {
		nl, ar := strings.Split(export.Chat(doc, "nl"), "\n"), strings.Split(export.Chat(doc, "ar"), "\n")
		if len(nl) != len(ar) {
			t.Errorf("%s: %d lines, and %d", name, len(nl), len(ar))
		}
		for _, b := range doc.Full().Blocks {
			if b.Kind != bilingual.Text {
				continue
			}
			if nl[2] != b.Text || strings.TrimPrefix(ar[2], "\u200f") != b.Translations["ar"] {
				t.Errorf("%s: the opening is cut:\n%s\n%s", name, nl[2], ar[2])
			}
			break
		}
	}
	doc := bilingual.Parse([]byte("# Praten\nar> كلام\n\n" + strings.Repeat("Dit is een zin van veertig tekens lang. ", 8) + "Was het lang? Nee.\nar> " + strings.Repeat("جملة قصيرة. ", 8) + "هل طالت؟ لا.\n"))
	if nl, ar := strings.Count(export.Chat(doc, "nl"), "zin"), strings.Count(export.Chat(doc, "ar"), "جملة"); nl != 7 || ar != 7 {
		t.Errorf("%d sentences, and %d", nl, ar)
	}
	doc = bilingual.Parse([]byte("# Praten\nar> كلام\n\n" + strings.Repeat("Dit is een zin van veertig tekens lang. ", 10) + "\nar> " + strings.Repeat("جملة قصيرة، وأخرى. ", 5) + "\n"))
	if ar := strings.Count(export.Chat(doc, "ar"), "جملة"); ar != 3 && ar != 4 { // seven of ten
		t.Errorf("%d of five longer sentences", ar)
	}
}

// A translation with other sentences than the Dutch is cut by its own length.
func TestChatOfOtherSentences(t *testing.T) {
	long := strings.Repeat("Dit is een zin van veertig tekens lang. ", 12)
	doc := bilingual.Parse([]byte("# Praten\nar> كلام\n\n" + long + "\nar> " + strings.Repeat("كلمة أخرى ", 200) + ".\n\n# Vragen\nar> أسئلة\n"))
	for _, lang := range []string{"nl", "ar"} {
		if n := utf8.RuneCountInString(export.Chat(doc, lang)); n > 300 || n < 200 {
			t.Errorf("%s: %d characters", lang, n)
		}
	}
}
