package paper_test

import (
	"slices"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/toolkit/bring"
)

// Each kind of remark has its words, each its own, in each language.
func TestRemarks(t *testing.T) {
	for _, lang := range i18n.Languages() {
		loc := i18n.New(lang)
		seen := map[string]bring.Kind{}
		for _, k := range bring.Kinds() {
			what, _ := paper.Remark(loc, bring.Remark{Kind: k})
			if strings.HasPrefix(what, "[") || seen[what] != "" {
				t.Errorf("%s: %s is %q, as is %q", lang, k, what, seen[what])
			}
			seen[what] = k
		}
	}
}

func TestWhereARemarkStands(t *testing.T) {
	for _, c := range []struct {
		place bring.Place
		want  []string
	}{
		{bring.Place{}, []string{"in het hele bestand"}},
		{bring.Place{Page: 2, Paragraph: 14}, []string{"bladzijde 2, alinea 14"}},
		{bring.Place{Page: 2, Paragraph: 14, Heading: "Mijn boom"}, []string{"bladzijde 2, alinea 14", "onder de kop Mijn boom"}},
		{bring.Place{Line: 3}, []string{"regel 3"}},
	} {
		if _, where := paper.Remark(i18n.New("nl"), bring.Remark{Kind: bring.Table, Place: c.place}); !slices.Equal(where, c.want) {
			t.Errorf("%+v: %q", c.place, where)
		}
	}
}
