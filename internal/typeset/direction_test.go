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

// The script decides: the one that the tag names, or else the one in which the language is
// mostly written there.
func TestDirectionOfLanguages(t *testing.T) {
	for tag, want := range map[string]bool{
		"ar": true, "ar-MA": true, "ar_SY": true, "fa": true, "prs": true, "ur": true, "ps": true, "ckb": true, "sd": true, "ug": true,
		"he": true, "iw": true, "yi": true, "dv": true, "syr": true, "nqo": true, "lrc": true, "ur-Aran": true, "acm": true, "azb": true, "aii": true,
		"az-Arab": true, "az-IR": true, "ku-Arab": true, "pa-PK": true, "ff-Adlm": true,
		"nl": false, "nl-BE": false, "en": false, "tr": false, "ti": false, "am": false, "so": false, "uk": false, "pl": false,
		"az": false, "ku": false, "pa": false, "ar-Latn": false, "prs-Latn": false, "fa-Latn": false, "ks-Deva": false,
		"": false, "??": false, "zz": false, "arabisch": false,
	} {
		if got := RightToLeft(tag); got != want {
			t.Errorf("%q is from right to left: %v", tag, got)
		}
	}
}
