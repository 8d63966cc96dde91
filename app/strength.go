package app

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// level of a passphrase, as a hint and not a rule beyond the weakest.
type level string

const (
	noLevel level = "empty"
	weak    level = "weak"
	fair    level = "fair"
	strong  level = "strong"
)

// strength judges by length and words: a sentence that one can remember beats signs
// that one cannot (NIST SP 800-63B, appendix A).
func strength(p string) level {
	n := len([]rune(strings.TrimSpace(p)))
	kinds := map[rune]bool{}
	for _, r := range p {
		kinds[unicode.ToLower(r)] = true
	}
	words := len(strings.Fields(p))
	switch {
	case p == "":
		return noLevel
	case n < 10 || len(kinds) < 5:
		return weak
	case n < 16 || words < 3:
		return fair
	}
	return strong
}

// focusFirst puts the cursor into the first field of a card.
func focusFirst(w fyne.Window, o fyne.CanvasObject) bool {
	if f, ok := o.(fyne.Focusable); ok {
		w.Canvas().Focus(f)
		return true
	}
	c, ok := o.(*fyne.Container)
	return ok && slices.ContainsFunc(c.Objects, func(child fyne.CanvasObject) bool { return focusFirst(w, child) })
}
