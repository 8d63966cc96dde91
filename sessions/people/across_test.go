package people

import "testing"

// A name is found by letters of the other script, and one that sounds otherwise is not; what
// is in one script is no guess, and Matches finds it.
func TestMatchesAcross(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        bool
	}{
		{"Amina Warsame", "أمينة", true},
		{"Mohammed Haddad", "محمد", true},
		{"Mohamed El Hadad", "محمد حداد", true},
		{"Fatimah Khalil", "فاطمة خليل", true},
		{"Samira Haddad", "حداد", true},
		{"هدى سليمان", "Huda", true},
		{"هدى سليمان", "soel", true},
		{"نور الحسن", "hassan", true},
		{"Amina Warsame", "أمينة ور", true},
		{"Piet Prins", "محمد", false},
		{"Amina Warsame", "amina", false},
		{"هدى سليمان", "هدى", false},
		{"Amina Warsame", "م", false},
		{"Amina", "أمينة محمد", false},
		{"", "محمد", false},
		{"Amina", "", false},
	} {
		if got := (Person{Name: c.name}).MatchesAcross(c.typed); got != c.want {
			t.Errorf("%q by %q: %v", c.name, c.typed, got)
		}
	}
}
