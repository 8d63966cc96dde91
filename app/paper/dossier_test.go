package paper

import "testing"

func TestHeadingBeginsWithACapital(t *testing.T) {
	for text, want := range map[string]string{
		"gegevens van de persoon": "Gegevens van de persoon", "één keer": "Één keer", "Logboek": "Logboek", "بيانات الشخص": "بيانات الشخص", "": "",
	} {
		if got := heading(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
