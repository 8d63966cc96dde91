package paper

import (
	"strings"

	"kring/i18n"
	"kring/toolkit/bilingual"
)

// around says of each segment what stands before and after it, with its translation, where
// that does not go along: a sentence alone is translated badly.
func (h HandOver) around(loc *i18n.Localizer, entries []bilingual.Entry) map[string][]string {
	if !h.Only {
		return nil
	}
	var worded []bilingual.Entry
	for _, e := range entries {
		if e.Worded() {
			worded = append(worded, e)
		}
	}
	out := map[string][]string{}
	for i, e := range worded {
		if i > 0 {
			out[e.ID] = append(out[e.ID], neighbour(loc, "hand.before", worded[i-1])...)
		}
		if i+1 < len(worded) {
			out[e.ID] = append(out[e.ID], neighbour(loc, "hand.after", worded[i+1])...)
		}
	}
	return out
}

// neighbour are the lines of a note about a segment that does not go along.
func neighbour(loc *i18n.Localizer, key string, e bilingual.Entry) []string {
	if NeedsWork(e) {
		return nil
	}
	oneLine := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return []string{loc.T(key, "Text", oneLine(e.Text)), loc.T("hand.as", "Text", oneLine(e.Translation.Text))}
}
