package check_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kring/toolkit/bilingual"
	"kring/toolkit/check"

	"pgregory.net/rapid"
)

// scraps are what texts are made of here, the awkward things above all.
var scraps = []string{
	"de", "Kring", "huis", "الحال", "في", "کتاب", "дім", "ቤት", "12", "١٢", "۱۲", "1.250,50", "12 maart", "١٢ مارس", "12-03-2026", "19:00",
	"06-12345678", "+31 6", "00", "https://kring.nl", "a@b.nl", "[x](https://a.nl)", "**", "*", "***", "(", ")", "«", "»", "“", "”", "\"",
	"?", "؟", ".", "...", "…", ",", "،", " ", "  ", "\u00a0", "\t", "\u200e", "\u200f", "\u061c", "\u202b", "\u202c", "\u2067", "\u2069", "\u200c", "\u200d",
	"\xff", "\xe2\x80", "½", "፻", "፼", "፼፼፼", "👨\u200d👩", "'", "’", "é", "e\u0301", "\x00", "99999999999999999999", "كانون الثاني", "{name}", "İ", "ſ",
}

func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 14), func(s []string) string { return strings.Join(s, "") }),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 14), func(s []string) string { return strings.Join(s, " ") }),
		rapid.String(),
	)
}

func languages() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"ar", "tr", "en", "uk", "fa", "ti", "ur", "hy", "el", "th", "zh", "so", "pl", "fr", "hi", "nl", "ar-Latn", "", "x!"})
}

// Whatever is typed, no check fails, and what it marks can be marked.
func TestRangesLieBetweenTheRunesOfTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source, target := texts().Draw(t, "source"), texts().Draw(t, "target")
		from, to := languages().Draw(t, "from"), languages().Draw(t, "to")
		kind := bilingual.Kind(rapid.IntRange(0, 8).Draw(t, "kind"))
		for _, f := range check.New(from, to, nil).Pair(source, target, kind) {
			for _, r := range f.In {
				if r.From < 0 || r.To > len(target) || r.From >= r.To {
					t.Fatalf("%+v in %d bytes", f, len(target))
				}
				if !utf8.ValidString(target) {
					continue
				}
				if !utf8.RuneStart(target[r.From]) || r.To < len(target) && !utf8.RuneStart(target[r.To]) {
					t.Fatalf("%+v cuts a rune", f)
				}
			}
		}
	})
}

// in writes a number in the digits of a language.
func in(n int, zero rune) string {
	return strings.Map(func(r rune) rune { return zero + r - '0' }, strconv.Itoa(n))
}

func TestEqualNumbersAreNeverFound(t *testing.T) {
	for lang, zeros := range map[string][]rune{"ar": {'0', '٠'}, "fa": {'0', '۰'}, "tr": {'0'}, "en": {'0'}, "hi": {'0', '०'}} {
		t.Run(lang, rapid.MakeCheck(func(t *rapid.T) {
			var source, target []string
			for _, n := range rapid.SliceOfN(rapid.IntRange(0, 99999), 1, 6).Draw(t, "numbers") {
				source = append(source, "getal "+strconv.Itoa(n))
				target = append(target, "x "+in(n, rapid.SampledFrom(zeros).Draw(t, "zero")))
			}
			for _, f := range check.New("nl", lang, nil).Pair(strings.Join(source, ", "), strings.Join(target, "; "), bilingual.Text) {
				if f.Code == check.Numbers || f.Code == check.Dates || f.Code == check.Phones {
					t.Fatalf("%q, %q: %+v", source, target, f)
				}
			}
		}))
	}
}

// A number of two or more digits that became another is always found.
func TestAnotherNumberIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(101, 9999).Draw(t, "a"), rapid.IntRange(101, 9999).Draw(t, "b")
		fs := check.New("nl", "ar", nil).Pair("Loop "+strconv.Itoa(a)+" stappen.", "امشوا "+in(b, '٠')+" خطوة.", bilingual.Text)
		if found := len(fs) == 1 && fs[0].Code == check.Numbers; found != (a != b) {
			t.Fatalf("%d became %d: %+v", a, b, fs)
		}
	})
}

func TestEveryFindingHasAKeyOfItsCode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := check.New("nl", languages().Draw(t, "to"), nil)
		last := -1
		for _, f := range c.Pair(texts().Draw(t, "source"), texts().Draw(t, "target"), bilingual.Text) {
			at := -1
			for i, code := range check.Codes() {
				if code == f.Code {
					at = i
				}
			}
			if at < last {
				t.Fatalf("%s stands too late", f.Code)
			}
			last = at
			if !strings.Contains(" "+strings.Join(f.Code.Says(), " ")+" ", " "+f.Say+" ") {
				t.Fatalf("%s is not among what %s says", f.Say, f.Code)
			}
		}
	})
}
