package app

import "testing"

// The toolkits that come with Kring are found by a word of their title or theme, in Dutch and
// in Arabic; what is nothing is not found.
func TestShippedToolkitsAreFound(t *testing.T) {
	for query, want := range map[string]string{
		"luister": "luisteren-zonder-oplossen", "LUIST opl": "luisteren-zonder-oplossen", "الإصغاء": "luisteren-zonder-oplossen",
		"اصغاء": "luisteren-zonder-oplossen", "scherm": "schermen", "praten geld": "praten-over-geld",
	} {
		found := shippedNamed(query)
		if len(found) == 0 || found[0].Key != want {
			t.Errorf("%q finds %d, not %s", query, len(found), want)
		}
	}
	for _, query := range []string{"", "l", "zzz", "luister zzz"} {
		if found := shippedNamed(query); len(found) > 0 {
			t.Errorf("%q finds %s", query, found[0].Key)
		}
	}
}
