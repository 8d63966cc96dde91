package glossary

import "testing"

// The agreed word is known with what Arabic writes onto it, with or without vowel signs.
func TestArabic(t *testing.T) {
	for _, c := range []struct {
		agreed, text string
		want         bool
	}{
		{"مجموعة الدعم", "مجموعة الدعم", true},
		{"مجموعة الدعم", "التقت المجموعة", false},
		{"مجموعة الدعم", "في مجموعتنا للدعم", true},
		{"مجموعة الدعم", "لمجموعات الدعم", true},
		{"تمرين", "تمرينٌ قصير", true},
		{"تمرين", "هذا التمرين", true},
		{"تمرين", "وبالتمرين", true},
		{"تمرين", "للتمرين", true},
		{"تمرين", "تمرينًا", true},
		{"تمرين", "تمرينهم", true},
		{"تمرين", "تمرّنوا على الجملة", false},
		{"تمرين", "تـمـريـن", true},
		{"مشارِكة", "مشاركاتنا", true},
		{"مشارِكة", "لكل مشاركة", true},
		{"مشارِك", "المشاركون", true},
		{"مشارِك", "للمشاركين", true},
		{"مشارِك", "مشاركيكم", true},
		{"مشارِك", "شركة", false},
		{"لقاء", "لقاؤنا", true},
		{"لقاء", "بلقائهم", true},
		{"لقاء", "اللقاءات", true},
		{"لقاء", "القاعة", false},
		{"دورة", "دورتكم", true},
		{"دورة", "دور", false},
		{"دورة", "الدورات", true},
		{"دائرة التأثير", "دائرة تأثيري", true},
		{"دائرة التأثير", "الدائرة", false},
		{"دائرة التأثير", "دائرتي في التاثير", true},
		{"اتفاقيات", "إتفاقياتنا", true},
		{"أمنية", "امنيه", true},
		{"مهمة الأسبوع", "مهمة هذا الأسبوع", true},
		{"مهمة الأسبوع", "مهمة صعبة في هذا الأسبوع", false},
		{"معنى", "معناه", true},
		{"معنى", "المعنى", true},
		{"نكتب", "اكتبوا أسماء", true},
		{"نكتب", "ثم كتبتم", true},
		{"نكتب", "سنكتب", true},
		{"نكتب", "مكتب", false},
		{"يصغي", "وهم يصغون", true},
		{"يصغي", "أصغوا", true},
		{"يصغي", "أصغِ فقط", true},
		{"يثق", "شخص تثقون به", true},
		{"الحضور", "حضورك", true},
		{"مال", "الشمال", false},
		{"مال", "بلا مال", true},
		{"مال", "جمال", false},
		{"جدة", "جديدة", false},
		{"جدة", "جدتي", true},
		{"كتاب العمل", "كتابُ العَمَلِ", true},
		{"كتاب العمل", "كتاب", false},
	} {
		if got := says("ar", c.agreed, c.text); got != c.want {
			t.Errorf("%q in %q: %v", c.agreed, c.text, got)
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, agreed, text string
		want               bool
	}{
		{"en", "agreements", "Our agreement", true},
		{"en", "agreements", "We agree", false},
		{"en", "self-care", "Self-care matters", true},
		{"tr", "grup", "grubumuz", false}, // nothing but the first letters is known: it is typed as a form
		{"tr", "çocuk", "Çocuklarımız", true},
		{"tr", "sınır", "SINIRLAR", true},
		{"uk", "група", "у групі", true},
		{"pl", "grupa", "w grupie", true},
		{"pl", "książka", "Książki", true},
		{"so", "koox", "kooxda", true},
		{"fa", "گروه", "گروه\u200cها", true},
		{"fa", "تمرین", "تمرين", true},
		{"ti", "ገንዘብ", "ብገንዘብና", true},
		{"fr", "groupe", "le groupement", true},
		{"fr", "groupe", "le gros", false},
	} {
		if got := says(c.lang, c.agreed, c.text); got != c.want {
			t.Errorf("%s: %q in %q: %v", c.lang, c.agreed, c.text, got)
		}
	}
}

// says tells whether a translation has an agreed word, by way of a check.
func says(lang, agreed, text string) bool {
	g := New([]Term{Term{Dutch: "woord"}.With(lang, Wording{Words: []string{agreed}})}, lang)
	missing, _ := g.Check("een woord", text)
	return len(missing) == 0
}

// A check tells what is missing, and what is to be avoided where its term is used; an agreed
// word that holds such a word is fine.
func TestCheck(t *testing.T) {
	g := New([]Term{
		Term{ID: "book", Dutch: "werkboek"}.With("ar", Wording{Words: []string{"كتاب العمل"}, Avoid: []Avoid{{Word: "كتاب"}, {Word: "دفتر"}}}),
		Term{ID: "who", Dutch: "deelnemer"}.With("ar", Wording{Words: []string{"مشارِك", "مشارِكة"}, Avoid: []Avoid{{Word: "عميل"}}}),
		{ID: "bare", Dutch: "trainer"},
	}, "ar")
	for _, c := range []struct {
		nl, ar             string
		missing, forbidden string
	}{
		{"Het werkboek", "كتاب العمل", "", ""},
		{"Het werkboek", "الكتاب", "book", "كتاب"},
		{"Het werkboek", "دفاتر", "book", ""},
		{"Het werkboek", "الدفتر وكتاب العمل", "", "دفتر"},
		{"Het werkboek", "", "", ""},
		{"Het werkboek", "12", "book", ""},
		{"De deelnemers", "المشاركات", "", ""},
		{"De deelnemers", "العملاء", "who", ""}, // a broken plural is not known: nothing false is said
		{"De deelnemers", "عميلهم", "who", "عميل"},
		{"De klant", "عميل", "", ""},
		{"De trainer", "أستاذ", "", ""},
	} {
		missing, forbidden := g.Check(c.nl, c.ar)
		got := [2]string{}
		for _, u := range missing {
			got[0] += u.Term.ID
		}
		for _, a := range forbidden {
			got[1] += a.Avoid.Word
			for _, r := range a.Ranges {
				if r.From < 0 || r.To > len(c.ar) || r.From >= r.To {
					t.Errorf("%q: %v", c.ar, r)
				}
			}
		}
		if got != [2]string{c.missing, c.forbidden} {
			t.Errorf("%q, %q: %q", c.nl, c.ar, got)
		}
	}
}
