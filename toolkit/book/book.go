// Package book keeps the texts that an organisation makes its own: its workbook and its
// toolkits, as segments in the order of reading with their translations. It knows how far
// each translation is and what became outdated; it knows nothing of files and pages.
package book

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kring/toolkit/bilingual"

	"golang.org/x/text/language"
)

// Kind of a text.
type Kind string

// The kinds.
const (
	Workbook Kind = "workbook"
	Toolkit  Kind = "toolkit"
)

// Source is the language that texts are written in and translated from.
const Source = "nl"

// Book is a workbook or a toolkit in the vault.
type Book struct {
	ID       string    `json:"id"`
	Kind     Kind      `json:"kind"`
	Langs    []string  `json:"langs,omitempty"`    // into which it is translated, BCP 47, in the order in which they were chosen
	Elements []int     `json:"elements,omitempty"` // of normalising that it serves
	Origin   string    `json:"origin,omitempty"`   // the text that it was copied from: a file that ships, or another's ID
	Made     time.Time `json:"made,omitzero"`
}

// By is who does something, and when. Who may be empty: nobody has to say.
type By struct {
	Who  string
	When time.Time
}

// What a user must do something about.
var (
	ErrNotFound = errors.New("it is no longer there")
	ErrTitle    = errors.New("a text needs a title")
	ErrLang     = errors.New("no such language")
	ErrSameLang = errors.New("that is the language it is written in")
	ErrLong     = errors.New("the text is longer than a page")
	ErrEmpty    = errors.New("there is nothing in it")
	ErrReason   = errors.New("a check is waved through for a reason")
)

// Longest is how many letters a segment may have: about two pages of A4.
const Longest = 6000

// CheckLang tells whether a text can be translated into a language, and gives its tag in the
// usual form: "AR" is ar.
func CheckLang(tag string) (string, error) {
	t, err := language.Parse(strings.TrimSpace(tag))
	if err != nil || t == language.Und {
		return "", fmt.Errorf("%q: %w", tag, ErrLang)
	}
	if base, _ := t.Base(); base.String() == Source {
		return "", fmt.Errorf("%q: %w", tag, ErrSameLang)
	}
	return t.String(), nil
}

// Tidy is a text as it is kept: on one line, without space around it.
func Tidy(text string) string {
	return strings.TrimSpace(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " "))
}

// words is a text as it is kept, where it is not too long.
func words(text string) (string, error) {
	text = Tidy(text)
	if utf8.RuneCountInString(text) > Longest {
		return text, fmt.Errorf("%d letters: %w", utf8.RuneCountInString(text), ErrLong)
	}
	return text, nil
}

// Fits tells whether a text is not longer than a segment may be.
func Fits(text string) error {
	_, err := words(text)
	return err
}

// Count is how many segments are in each state.
type Count map[bilingual.State]int

// Total is how many there are.
func (c Count) Total() int {
	n := 0
	for _, of := range c {
		n += of
	}
	return n
}

// Share is which part of them is agreed, from 0 to 1; of none it is 1.
func (c Count) Share() float64 {
	if c.Total() == 0 {
		return 1
	}
	return float64(c[bilingual.Agreed]) / float64(c.Total())
}

// Tally counts entries by state; those without words need no translation and do not count.
func Tally(entries []bilingual.Entry) Count {
	c := Count{}
	for _, e := range entries {
		if e.Worded() {
			c[e.State()]++
		}
	}
	return c
}

// Title is what a text is called: what it says of itself, or else its first heading.
func Title(segments []bilingual.Segment) string {
	at := titleAt(segments)
	if at < 0 {
		return ""
	}
	return segments[at].Text
}

// titleAt is where that stands, or -1.
func titleAt(segments []bilingual.Segment) int {
	return slices.IndexFunc(segments, func(s bilingual.Segment) bool {
		return s.Meta == metaTitle || s.Meta == "" && s.Kind == bilingual.Heading
	})
}
