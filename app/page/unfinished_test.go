package page

import (
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// What goes on paper without a translation of its present Dutch is said where it is printed,
// and only of the languages that are printed.
func TestThePrintSaysWhatIsNotTranslated(t *testing.T) {
	for lang, want := range map[string][2]string{
		"nl": {"Arabisch: 1 stukje is nog niet vertaald", "Arabisch: 1 verouderd"},
		"ar": {"العربية: مقطع واحد لم يُترجم بعد", "العربية: ترجمة قديمة واحدة"},
	} {
		t.Run(lang, func(t *testing.T) {
			s := newStage(t, lang)
			b := s.aText()
			x := s.entry(b, "Kook voor 4 mensen.")
			if err := s.env.Books.Translate(b.ID, "ar", s.env.by(), book.Change{SegmentID: x.ID, Text: "اطبخوا لأربعة", State: bilingual.Agreed}); err != nil {
				t.Fatal(err)
			}
			if err := s.env.Books.SetText(b.ID, x.ID, "Kook voor 5 mensen."); err != nil {
				t.Fatal(err)
			}
			p := s.open(Target{Page: Toolkits, BookID: b.ID}).(*toolkits)
			says := func() string { return strings.Join(textsIn(p.side), "\n") }
			for _, w := range want {
				if !strings.Contains(says(), w) {
					t.Errorf("%q is not said in\n%s", w, says())
				}
			}
			p.layout.sel.SetSelectedIndex(3) // the Dutch alone
			(<-s.ui)()
			for _, w := range want {
				if strings.Contains(says(), w) {
					t.Errorf("%q is said of a print in Dutch", w)
				}
			}
		})
	}
}
