package typeset

import (
	"sync"
	"unicode"

	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/norm"
)

// meanings says what each glyph of a run stands for, and whether it is a mark upon
// another glyph. Letters stand with the base glyph of their cluster; each mark glyph
// has a mark of its own.
func meanings(glyphs []shaping.Glyph, runes []rune, rtl bool) (text []string, mark []bool) {
	text, mark = make([]string, len(glyphs)), make([]bool, len(glyphs))
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && glyphs[to].TextIndex() == glyphs[from].TextIndex() {
			to++
		}
		clusterMeaning(glyphs[from:to], runes, rtl, text[from:to], mark[from:to])
		from = to
	}
	return text, mark
}

func clusterMeaning(glyphs []shaping.Glyph, runes []rune, rtl bool, text []string, mark []bool) {
	at := glyphs[0].TextIndex()
	letters, marks := letters(runes[at:at+glyphs[0].RunesCount()], rtl)
	var upon []int // the mark glyphs, in the order of the text
	base := -1
	for i, g := range glyphs {
		switch {
		case g.Advance == 0 && len(marks) > 0:
			mark[i] = true
			upon = append(upon, i)
		case base < 0 || rtl:
			base = i
		}
	}
	if rtl { // glyphs stand from left to right
		for i, j := 0, len(upon)-1; i < j; i, j = i+1, j-1 {
			upon[i], upon[j] = upon[j], upon[i]
		}
	}
	for n, i := range upon {
		if n < len(marks) {
			text[i] = string(marks[n])
		}
	}
	if rest := len(upon); rest > 0 && rest < len(marks) {
		text[upon[rest-1]] += string(marks[rest:])
	} else if rest == 0 {
		letters = append(letters, marks...)
	}
	switch {
	case base < 0:
	case rtl && len(upon) == 1 && len(letters) == 2 && unicode.Is(unicode.Mn, runes[at+1]):
		// a mark upon the first letter of a ligature of two, as in قليلًا: what stands
		// for the mark takes the second letter with it, in the order of the page
		text[base] = string(letters[0])
		text[upon[0]] = string(letters[1]) + text[upon[0]]
	default:
		text[base] = asOne(letters, rtl)
	}
}

// letters parts what has a shape of its own from the marks upon it, and leaves out
// what only steers: joiners too where the letters of a cluster are turned around.
func letters(cluster []rune, rtl bool) (letters, marks []rune) {
	for _, r := range cluster {
		switch {
		case invisible(r), rtl && (r == zwnj || r == zwj):
		case unicode.Is(unicode.Mn, r):
			marks = append(marks, r)
		default:
			letters = append(letters, r)
		}
	}
	return letters, marks
}

// asOne gives the letters of one glyph as one character where there is one. A reader
// that takes text out of a PDF turns the characters of a right-to-left run around, so
// that a ligature which stands for two would come out backwards. A presentation form,
// which NFKC splits again, comes out right.
func asOne(letters []rune, rtl bool) string {
	s := norm.NFC.String(string(letters))
	if form, ok := presentationForms()[s]; ok && rtl && len(letters) > 1 {
		return string(form)
	}
	return s
}

// presentationForms finds the Arabic ligatures (blocks FB50 and FE70) by the letters
// that they stand for.
var presentationForms = sync.OnceValue(func() map[string]rune {
	forms := map[string]rune{}
	for _, block := range [][2]rune{{0xfe70, 0xfefc}, {0xfb50, 0xfdff}} {
		for r := block[0]; r <= block[1]; r++ {
			letters := norm.NFKC.String(string(r))
			if _, have := forms[letters]; !have && letters != string(r) {
				forms[letters] = r
			}
		}
	}
	return forms
})
