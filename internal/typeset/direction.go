package typeset

import (
	"slices"
	"sync"

	"golang.org/x/text/language"
)

// RTL tells whether the paragraph's lines begin at the right.
func (p Paragraph) RTL() bool { return p.direction() == RTL }

// What is known of the scripts (ISO 15924) that languages are written in.
var (
	fromRight = []string{"Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand"}
	slanted   = []string{"Latn", "Cyrl", "Grek", "Armn"} // which have italics
)

// scriptOf is the script of a language (BCP 47), by its tag or as it is mostly written: ckb
// is Arab, ku is Latn, ku-Arab is Arab.
func scriptOf(lang string) string {
	if known, ok := scriptsOf.Load(lang); ok {
		return known.(string)
	}
	tag, err := language.Parse(lang)
	found, sure := tag.Script()
	script := found.String()
	if base, _ := tag.Base(); err != nil {
		script = ""
	} else if sure == language.No { // the tag names no script, and the tables none for it
		script = unlisted[base.String()]
	}
	scriptsOf.Store(lang, script)
	return script
}

// unlisted are languages that the tables of Unicode give no script: Dari, kinds of Arabic,
// Azerbaijani of Iran, Pashto and Aramaic.
var unlisted = map[string]string{
	"prs": "Arab", "acm": "Arab", "acq": "Arab", "afb": "Arab", "apd": "Arab", "ayl": "Arab", "ayn": "Arab", "azb": "Arab", "pbt": "Arab", "pst": "Arab", "aii": "Syrc",
}

// scriptsOf keeps what was found: every paragraph asks.
var scriptsOf sync.Map

// RightToLeft tells whether a language is written from right to left, whatever letter a text
// in it begins with.
func RightToLeft(lang string) bool { return lang != "" && slices.Contains(fromRight, scriptOf(lang)) }

// Italics tells whether a language is written with letters that can be slanted.
func Italics(lang string) bool { return lang == "" || slices.Contains(slanted, scriptOf(lang)) }
