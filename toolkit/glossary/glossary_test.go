package glossary

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Whatever a text is, ranges lie on whole letters, in order, and hold something.
func TestRanges(t *testing.T) {
	g := New(shipped(t), "ar")
	words := rapid.SampledFrom([]string{"cirkel", "van", "invloed", "Ruzie", "kind", "-", "’", "é", "\u200f", "\u00ad", "ـ", ".", " ", "\n", "هل", "foto’s", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(words, rapid.String()), 0, 12).Draw(t, "text"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
		for _, u := range g.In(text) {
			last := 0
			for _, r := range u.Ranges {
				if r.From < last || r.To <= r.From || r.To > len(text) || !utf8.RuneStart(text[r.From]) || r.To < len(text) && !utf8.RuneStart(text[r.To]) && utf8.ValidString(text) {
					t.Fatalf("%q: %v", text, r)
				}
				last = r.To
			}
		}
		g.Check(text, text)
	})
}

// A term is found in its own words, and its agreed words are found in themselves.
func TestATermMatchesItself(t *testing.T) {
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("abcdefghijklmnoprstuvwzéëï")), 1, 12, -1)
	arabic := rapid.StringOfN(rapid.RuneFrom([]rune("ابتثجحدذرزسشصضطظعغفقكلمنهويةىأإآءئؤّ")), 1, 10, -1)
	rapid.Check(t, func(t *rapid.T) {
		dutch := strings.Join(rapid.SliceOfN(letters, 1, 4).Draw(t, "dutch"), " ")
		words := strings.Join(rapid.SliceOfN(arabic, 1, 3).Draw(t, "arabic"), " ")
		if len(split(words, foldArabic)) == 0 {
			return
		}
		lang := rapid.SampledFrom([]string{"ar", "tr", "ti", "fa"}).Draw(t, "lang")
		g := New([]Term{Term{Dutch: dutch}.With(lang, Wording{Words: []string{words}})}, lang)
		text := "x " + strings.ToUpper(dutch) + "."
		uses := g.In(text)
		if len(uses) != 1 || !strings.EqualFold(text[uses[0].Ranges[0].From:uses[0].Ranges[0].To], dutch) {
			t.Fatalf("%q: %+v", dutch, uses)
		}
		if missing, _ := g.Check(dutch, "("+words+")"); len(missing) > 0 {
			t.Fatalf("%q is not found in itself", words)
		}
	})
}

// What ships is whole: every word in Dutch, Arabic and English.
func TestShippedTerms(t *testing.T) {
	all := shipped(t)
	if len(all) < 80 {
		t.Errorf("only %d terms", len(all))
	}
	for _, x := range all {
		for _, lang := range []string{"ar", "en"} {
			if len(x.Words(lang)) == 0 {
				t.Errorf("%s: nothing in %s", x.ID, lang)
			}
			if len(x.Note) > 0 && !x.Note.Has(lang) {
				t.Errorf("%s: no note in %s", x.ID, lang)
			}
		}
		for lang, w := range x.In {
			for _, a := range w.Avoid {
				if !a.Why.Has("nl") || !a.Why.Has("ar") || !a.Why.Has("en") {
					t.Errorf("%s: why not %s (%s)?", x.ID, a.Word, lang)
				}
			}
		}
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	const good = "[[term]]\nid='a'\nnl='groep'\nwords={ar=['مجموعة']}\n"
	for _, c := range []struct {
		text string
		want error
		ok   bool
	}{
		{good, nil, true},
		{good + good, ErrTwice, false},
		{good + strings.Replace(good, "'a'", "'b'", 1), ErrTwice, false},
		{strings.Replace(good, "'groep'", "' - '", 1), ErrNoWord, false},
		{strings.Replace(good, "ar=", "arabisch-nl-x-=", 1), ErrLanguage, false},
		{good + "avoid=[{lang='ar',word='مجموعه'}]\n", ErrForbidden, false},
		{good + "avoid=[{lang='nl',word='Groep'}]\n", ErrForbidden, false},
		{good + "noot='x'\n", nil, false},
	} {
		_, err := Load(fstest.MapFS{"x.toml": {Data: []byte(c.text)}})
		if (err == nil) != c.ok || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%q: %v, want %v", c.text, err, c.want)
		}
	}
}

// manyTerms makes a glossary of a size out of what ships.
func manyTerms(t testing.TB, n int) []Term {
	out := shipped(t)
	for i := len(out); i < n; i++ {
		out = append(out, Term{ID: fmt.Sprint(i), Dutch: fmt.Sprintf("woordgroep%d", i)}.With("ar", Wording{Words: []string{fmt.Sprintf("كلمة%d", i)}}))
	}
	return out
}

const letter = "Hallo allemaal! De kalender begint opnieuw. Misschien vragen mensen wat jij dit jaar anders gaat doen. Deze toolkit gaat over één kleine stap in je cirkel van invloed, zo klein dat hij past in een gewone dag met je kind. Praat met de trainer of je huisarts, of in de supportgroep met een kop thee en luister."

func BenchmarkIn(b *testing.B) {
	g := New(manyTerms(b, 500), "ar")
	for b.Loop() {
		g.In(letter)
	}
}

func BenchmarkCheck(b *testing.B) {
	g := New(manyTerms(b, 500), "ar")
	for b.Loop() {
		g.Check(letter, "مرحبًا بكم جميعًا! بدأت سنة جديدة. ربما يسألكم الناس ماذا ستغيّرون هذا العام. تدور حقيبة الأدوات هذه حول خطوة صغيرة واحدة في دائرة التأثير مع طفلكم، وتحدثوا مع المدرِّبة أو طبيب العائلة")
	}
}

func BenchmarkNew(b *testing.B) {
	terms := manyTerms(b, 500)
	for b.Loop() {
		New(terms, "ar")
	}
}

// A whole book is checked while one looks: 5,000 segments against 500 terms.
func TestABookIsCheckedAtOnce(t *testing.T) {
	g := New(manyTerms(t, 500), "ar")
	texts := shippedTexts(t)
	begin := time.Now()
	for i := range 5000 {
		p := texts[i%len(texts)]
		g.Check(p.nl, p.ar)
	}
	if took := time.Since(begin); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
}
