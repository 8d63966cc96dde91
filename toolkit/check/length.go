package check

import "unicode"

// ratios are how many letters a translation from Dutch has for each letter there, seen over
// a whole text. A language that is not here has as many.
var ratios = map[string]float64{
	"ar": 0.85, "fa": 0.88, "he": 0.7, "ur": 0.9, "ps": 0.9, "ckb": 0.9, "ti": 0.65, "am": 0.6, "tr": 0.95, "en": 0.92, "uk": 0.95, "pl": 1,
	"so": 1.05, "zh": 0.3, "ja": 0.45, "ko": 0.45, "fr": 1.1, "es": 1.05,
}

// How far a translation may be from what its language makes of a text, and how many letters
// are always free: a short text may double.
const (
	longest  = 1.8
	shortest = 0.5
	free     = 28
)

// length checks that a translation is not much longer or shorter than such a text is.
func (p *pair) length() {
	want := float64(letters(p.from.text)) * ratio(p.from.base, p.to.base)
	got := float64(letters(p.to.text))
	switch {
	case got > want*longest+free:
		p.add(Finding{Code: Long, Say: "say"})
	case got+free/2 < want*shortest:
		p.add(Finding{Code: Short, Say: "say"})
	}
}

func ratio(from, to string) float64 {
	of := func(lang string) float64 {
		if r, ok := ratios[lang]; ok {
			return r
		}
		return 1
	}
	return of(to) / of(from)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	return n
}
