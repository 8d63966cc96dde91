package page

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// certificates asks who gets one and in which languages, keeps the rule, and then where to put
// the file.
func (p *overview) certificates(d overviewData) *draftForm {
	env, loc, store := p.env, p.env.Loc, p.env.Store
	rule := store.CertificateRule()
	var numbers []string
	for n := range len(d.sessions) {
		numbers = append(numbers, loc.N("certificate.least", n+1))
	}
	least := kwidget.NewSelect(numbers, nil)
	least.SetSelectedIndex(min(rule.AtLeast, len(numbers)) - 1)
	second := "nl"
	if slices.Contains(d.course.Languages, "ar") {
		second = "both"
	}
	langs := newChoice(loc.T, "certificate.lang.", []string{"nl", "both"}, second)
	who := value("")
	show := func() {
		got := store.Certified(p.id, course.CertificateRule{AtLeast: least.SelectedIndex() + 1}, env.Day(), env.Compare)
		var names []string
		for _, x := range got {
			names = append(names, x.Name)
		}
		who.SetText(loc.Facts(loc.N("certificate.many", len(got)), loc.List(names)))
	}
	least.OnChanged = func(int) { show() }
	show()
	chosen := rule
	f := env.draft(loc.T("certificate.titles"), loc.T("certificate.make"), column(gapCards,
		formOf(item(loc.T("certificate.who"), least), item(loc.T("toolkits.languages"), langs.sel)), who), fyne.NewSize(640, 460), func() func() error {
		chosen = course.CertificateRule{AtLeast: least.SelectedIndex() + 1}
		return func() error {
			if len(store.Certified(p.id, chosen, env.Day(), env.Compare)) == 0 {
				return paper.ErrNobody
			}
			return store.SetCertificateRule(chosen)
		}
	})
	f.then = func() {
		in := []string{"nl"}
		if langs.id() == "both" {
			in = append(in, "ar")
		}
		env.save(loc.T("certificate.file"), func(w io.Writer) error {
			return paper.Certificates(w, store, p.id, chosen, in, env.Day())
		})
	}
	f.begin()
	return f
}
