package paper

import (
	"testing"

	"kring/i18n"
	"kring/sessions/report"
)

// In a year in which people came and nobody gave a name, the tile of different people says
// what its chart says: that it is not known, not that there was nobody.
func TestATileOfUnknownPeople(t *testing.T) {
	loc := i18n.New("nl")
	year := func(people, visits int) report.Figures {
		table := func(n int) report.Table { return report.Counts([][]int{{n, 0, 0, 0}}) }
		return report.Figures{Cafe: map[report.Measure]report.Table{report.Different: table(people), report.Visits: table(visits)}}
	}
	for want, f := range map[string]report.Figures{"0": year(0, 0), loc.T("report.unknown"): year(0, 30), "12": year(12, 30)} {
		if got := total(loc, report.Different, f); got != want {
			t.Errorf("says %q, not %q", got, want)
		}
	}
}
