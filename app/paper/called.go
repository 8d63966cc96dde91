package paper

import "slices"

// Called is what a text is called in a language where somebody planned it under a theme: one that
// came with the text is as the text says it there, or else its title there; one that was typed is
// as it was typed.
func (k Toolkit) Called(theme, lang string) string {
	key := "title"
	switch {
	case theme == "" || k.saysAs("title", theme):
	case k.saysAs("theme", theme):
		key = "theme"
	default:
		return theme
	}
	if said, _ := k.Doc.Meta[key+"_"+lang].(string); said != "" {
		return said
	}
	if title, ok := k.Doc.Named(lang); ok {
		return title
	}
	return k.Doc.Say(key, sourceLang)
}

// saysAs tells whether a text says something in one of its languages as its title, or its theme.
func (k Toolkit) saysAs(key, said string) bool {
	return slices.ContainsFunc(append(k.Doc.Languages(), sourceLang), func(lang string) bool { return k.Doc.Say(key, lang) == said })
}
