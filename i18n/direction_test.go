package i18n

import "testing"

func TestRightToLeft(t *testing.T) {
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
	for _, lang := range Languages() {
		if RightToLeft(lang) != New(lang).RTL() {
			t.Errorf("the window and the texts of %s do not agree", lang)
		}
	}
}
