package page

import (
	"slices"
	"testing"

	"kring/app/paper"
	"kring/toolkit/bilingual"
)

// A text with more than one translation lets choose which of them stand under the Dutch, one
// or two; another text has its own.
func TestChooseWhatStandsUnder(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Toolkits}).(*toolkits)
		if got := p.options().Languages; !slices.Equal(got, []string{"nl", "ar"}) || p.under.sel != nil {
			t.Errorf("%s: %v of a text with one translation", lang, got)
		}
		many := bilingual.Parse([]byte("# Hallo\nar> مرحبًا\nti> ሰላም\nxx> Ho\n\nTekst\nar> نص\nti> ጽሑፍ\n"))
		p.update(kitPages{kits: []paper.Toolkit{{File: "a", Doc: many}, {File: "b", Doc: many}}})
		p.under.sel.SetSelectedIndex(3)
		if got := p.options().Languages; !slices.Equal(got, []string{"nl", "ar", "ti"}) || !shows(p, p.under.sel) {
			t.Errorf("%s: %v of a text with three, %v", lang, got, p.under.sel.Options)
		}
		p.under.of(s.env, bilingual.Parse([]byte("# Hallo\ntr> Merhaba\n")))
		if got := p.options().Languages; !slices.Equal(got, []string{"nl", "tr"}) {
			t.Errorf("%s: %v of another text", lang, got)
		}
	}
}
