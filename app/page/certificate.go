package page

import (
	"io"
	"slices"
	"strings"

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
	who, differs := value(""), notices("")[0].(*kwidget.BidiLabel)
	certified := func(r course.CertificateRule) (names []string) {
		for _, x := range store.Certified(p.id, r, env.Day(), env.Compare) {
			names = append(names, x.Name)
		}
		return names
	}
	before := certified(rule)
	show := func() {
		names := certified(course.CertificateRule{AtLeast: least.SelectedIndex() + 1})
		who.SetText(loc.Facts(loc.N("certificate.many", len(names)), loc.List(names)))
		differs.SetText(env.certificateDiffers(before, names))
		differs.Hidden = differs.Text == ""
	}
	least.OnChanged = func(int) { show() }
	show()
	chosen := rule
	f := env.draft(loc.T("certificate.titles"), loc.T("certificate.make"), column(gapCards,
		formOf(item(loc.T("certificate.who"), least), item(loc.T("toolkits.languages"), langs.sel)), who, differs), fyne.NewSize(640, 460), func() func() error {
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

// certificateDiffers says who gets a certificate by another rule than the last one, and who does
// not any more; nothing where that is the same.
func (e *Env) certificateDiffers(before, now []string) string {
	said := func(id string, names, without []string) string {
		names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(without, n) })
		if len(names) == 0 {
			return ""
		}
		return e.Loc.T(id, "Names", e.Loc.List(names))
	}
	parts := slices.DeleteFunc([]string{said("certificate.gone", before, now), said("certificate.added", now, before)}, func(s string) bool { return s == "" })
	return strings.Join(parts, "\n")
}
