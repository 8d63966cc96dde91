package i18n

import "golang.org/x/text/language"

// rightToLeft are the scripts that are written from right to left and that a language of
// today may have.
var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Aran": true, "Hebr": true, "Mand": true, "Nkoo": true, "Rohg": true, "Samr": true, "Syrc": true, "Thaa": true,
}

// unlisted are languages with such a script that CLDR gives none: Dari, kinds of Arabic,
// Azerbaijani of Iran, Pashto and Aramaic.
var unlisted = map[string]bool{
	"prs": true, "acm": true, "acq": true, "afb": true, "apd": true, "ayl": true, "ayn": true, "azb": true, "pbt": true, "pst": true, "aii": true,
}

// RightToLeft tells whether a language, by its BCP 47 tag, is written from right to left.
// What counts is the script that the tag names, or else the one in which the language is
// usually written there: Azerbaijani is Latin, az-IR and az-Arab are not. A tag that says
// nothing is from left to right.
func RightToLeft(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, sure := t.Script()
	if sure == language.No {
		base, _ := t.Base()
		return unlisted[base.String()]
	}
	return rightToLeft[script.String()]
}
