package paper

import (
	"strings"
	"time"

	"kring/i18n"
	"kring/sessions/calendar"
	"kring/toolkit/export"
)

// stem is how the papers of a text begin, in the language of the window: with what it is
// called in that language.
func (k Toolkit) stem(loc *i18n.Localizer) string {
	return slug(k.Doc.Say("title", loc.Lang().String()), k.File)
}

// KitFile is what a paper of a text is called in the language of the window: the text, the
// languages that these options print and what it is; kind is its extension. Short texts are
// a file for each language, whose names say it.
func KitFile(loc *i18n.Localizer, k Toolkit, o export.Options, sheet Sheet, kind string) string {
	parts := []string{k.stem(loc)}
	if langs, err := o.Printed(); err == nil && (kind != ".txt" || len(langs) == 1) {
		parts = append(parts, langs...)
	}
	if kind == ".pdf" || kind == ".png" {
		parts = append(parts, loc.T("sheetfile."+string(sheet)))
	}
	return strings.Join(parts, "-") + kind
}

// makeExt are the extensions of the kinds of file.
var makeExt = map[Make]string{
	MakePDF: ".pdf", MakeBooklet: ".pdf", MakePictures: ".png", MakeChat: ".txt", MakeMail: ".eml", MakePage: ".html", MakeWord: ".docx",
}

// makeName is what a file of everything is called, without its extension, and that.
func makeName(loc *i18n.Localizer, k Toolkit, langs string, kind Make) (name, ext string) {
	name = k.stem(loc) + "-" + langs
	switch kind {
	case MakePDF:
		name += "-" + loc.T("sheetfile.a4")
	case MakeBooklet:
		name += "-" + loc.T("sheetfile.booklet")
	case MakePictures:
		name += "-" + loc.T("sheetfile.phone")
	case MakeChat:
		name += "-" + loc.T("makefile.chat")
	case MakeMail:
		name += "-" + loc.T("makefile.mail")
	}
	return name, makeExt[kind]
}

// listName is what the list of everything is called.
func listName(loc *i18n.Localizer) string { return loc.T("make.listfile") + ".xlsx" }

// AllFolder is what the folder of everything is called: the toolkit and the day.
func AllFolder(loc *i18n.Localizer, k Toolkit, today calendar.Date) string {
	return k.stem(loc) + "-" + today.At(0, 0).Format(time.DateOnly)
}
