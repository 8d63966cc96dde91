package typeset

import "testing"

// The script of a language decides on which side it begins, not a list and not its letters.
func TestRightToLeft(t *testing.T) {
	for lang, want := range map[string]bool{
		"ar": true, "fa": true, "ur": true, "ckb": true, "he": true, "ps": true, "prs": true, "sd": true, "dv": true, "ar-SY": true, "ku-Arab": true, "uz-Arab": true,
		"nl": false, "tr": false, "ku": false, "ti": false, "am": false, "uk": false, "so": false, "pl": false, "zgh": false, "az": false, "": false, "!": false, "ar-Latn": false,
	} {
		if RightToLeft(lang) != want {
			t.Errorf("%q: %v", lang, !want)
		}
	}
	if Italics("ti") || Italics("ar") || !Italics("uk") || !Italics("nl") {
		t.Error("italics of the wrong scripts")
	}
}
