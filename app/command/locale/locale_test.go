package locale

import "testing"

func TestPlain(t *testing.T) {
	for locale, want := range map[string]bool{
		"C.UTF-8": true, "C.utf8": true, "POSIX.UTF-8": true, "C": false, "": false, "nl_NL.UTF-8": false, "Cz_CZ": false, "en": false,
	} {
		if plain(locale) != want {
			t.Errorf("%q", locale)
		}
	}
}
