package bilingual

import (
	"cmp"
	"slices"
)

// Languages are those into which a text was translated, if only in part: the one that most
// blocks have comes first.
func (d Document) Languages() []string {
	count := map[string]int{}
	var out []string
	for _, b := range d.Blocks {
		for lang, text := range b.Translations {
			if text == "" {
				continue
			}
			if count[lang]++; count[lang] == 1 {
				out = append(out, lang)
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a, b))
	})
	return out
}

// Named is the title in a language: what the front matter says, or the heading that it is
// taken from or repeats. It is not ok where nobody translated it.
func (d Document) Named(lang string) (title string, ok bool) {
	if title, ok = d.Meta["title_"+lang].(string); ok && title != "" {
		return title, true
	}
	own := d.Title()
	for _, b := range d.Blocks {
		if b.Kind == Heading && b.Text == own {
			title = b.Translations[lang]
			return title, title != ""
		}
	}
	return "", false
}
