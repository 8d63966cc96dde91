package glossary

import (
	"strings"
	"testing"
)

// FuzzRows reads a list of words of any content, with its headings, over terms that are there:
// every row becomes a line with its number, one that is bad says why, and what a list would add
// is valid and nobody else's.
func FuzzRows(f *testing.F) {
	f.Add("Nederlands\tVertaling\tVermijden\tUitleg\ngroep\tمجموعة / فريق\tx (niet zo) / y\tzo")
	f.Add("nl\tar\nhuis\t\n\tبيت\nhuis\tx")
	f.Add("dutch\tdutch forms\tforms\tforbidden\na\ta / A\t/ /\t((/)")
	there := []Term{{ID: "1", Dutch: "groep", Forms: []string{"groepen"}, In: map[string]Wording{"ar": {Words: []string{"مجموعة"}}}}}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			return
		}
		var rows [][]string
		for l := range strings.SplitSeq(text, "\n") {
			rows = append(rows, strings.Split(l, "\t"))
		}
		columns, lang := GuessColumns(rows[0], func(name string) string { return map[string]string{"ar": "ar", "nl": Dutch}[name] })
		l := List{Columns: columns, Rows: rows[1:], Lang: lang, Window: "nl"}
		if lang == "" {
			l.Lang = "ar"
		}
		lines, err := FromRows(l, there)
		if err != nil {
			return
		}
		if len(lines) != len(l.Rows) {
			t.Fatalf("%d lines of %d rows", len(lines), len(l.Rows))
		}
		added := map[string]bool{}
		for _, x := range lines {
			if (x.Kind == Bad) != (x.Fault != nil) {
				t.Fatalf("%s with %v", x.Kind, x.Fault)
			}
			if x.Kind == Bad {
				continue
			}
			if err := x.Term.Validate(); err != nil {
				t.Fatalf("%+v: %v", x.Term, err)
			}
			for _, n := range x.Term.names() {
				if added[n] {
					t.Fatalf("%q stands twice", n)
				}
			}
			for _, n := range x.Term.names() {
				added[n] = true
			}
		}
	})
}
