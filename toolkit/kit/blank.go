package kit

import "strings"

// The blanks of a text to send, as they are kept: who the contact is, and the group's name.
const (
	nameBlank  = "{name}"
	groupBlank = "{group}"
)

// blanks are how they are written in a language; in others as they are kept.
var blanks = map[string][2]string{"nl": {"{naam}", "{groep}"}, "ar": {"{الاسم}", "{المجموعة}"}}

// ShowBlanks writes the blanks of a text as somebody types them who writes in its language.
func ShowBlanks(text, lang string) string {
	if b, ok := blanks[lang]; ok {
		return strings.NewReplacer(nameBlank, b[0], groupBlank, b[1]).Replace(text)
	}
	return text
}

// readBlanks reads those of any language: who has an Arabic keyboard need not type Latin letters.
func readBlanks(text string) string {
	for _, b := range blanks {
		text = strings.NewReplacer(b[0], nameBlank, b[1], groupBlank).Replace(text)
	}
	return text
}
