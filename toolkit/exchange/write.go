package exchange

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Writer writes one of the formats.
type Writer func(io.Writer, File) error

// carried tells whether XML 1.0 can hold a character; PO is held to the same.
func carried(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// writable refuses what would not come back: a character that XML cannot carry, no id, the
// same id twice. The Text of the error says in which unit.
func writable(f File) error {
	if len(f.Units) == 0 {
		return &Error{Code: ErrNothing}
	}
	if len(f.Units) > MaxUnits {
		return &Error{Code: ErrTooMany, Text: strconv.Itoa(len(f.Units))}
	}
	if err := allCarried("", f.Book, f.Title, f.Source, f.Target, f.Note); err != nil {
		return err
	}
	seen := make(map[string]bool, len(f.Units))
	for _, u := range f.Units {
		if u.ID == "" {
			return &Error{Code: ErrID, Text: cited(u.Source)}
		}
		if seen[u.ID] {
			return &Error{Code: ErrTwice, Text: cited(u.ID)}
		}
		seen[u.ID] = true
		if err := u.writable(); err != nil {
			return err
		}
	}
	return nil
}

func (u Unit) writable() error {
	if err := allCarried(u.Source, u.ID, u.Chapter, u.Source, u.Text, u.Was, u.Note, u.Who, u.Stamp); err != nil {
		return err
	}
	for check, why := range u.Waived {
		if err := allCarried(u.Source, check, why); err != nil {
			return err
		}
	}
	for _, c := range u.Comments {
		if err := allCarried(u.Source, c.ID, c.Who, c.Text); err != nil {
			return err
		}
	}
	return nil
}

func allCarried(in string, all ...string) error {
	for _, s := range all {
		if !utf8.ValidString(s) {
			return &Error{Code: ErrEncoding, Text: cited(strings.ToValidUTF8(in, "\uFFFD"))}
		}
		for _, r := range s {
			if !carried(r) {
				return &Error{Code: ErrCharacter, Text: fmt.Sprintf("%U: %s", r, cited(in))}
			}
		}
	}
	return nil
}

// page writes XML in lines; what goes wrong is kept to its end by bufio.
type page struct {
	w    *bufio.Writer
	open []string
}

func newPage(w io.Writer) *page {
	p := &page{w: bufio.NewWriter(w)}
	p.w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	return p
}

var (
	inText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	inAttr = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;",
		"\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
)

// tag writes a start; pairs are names and values, and an empty value is left out.
func (p *page) tag(name string, pairs []string, end string) {
	p.w.WriteString(strings.Repeat(" ", len(p.open)) + "<" + name)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			p.w.WriteString(" " + pairs[i] + `="` + inAttr.Replace(pairs[i+1]) + `"`)
		}
	}
	p.w.WriteString(end)
}

func (p *page) start(name string, pairs ...string) {
	p.tag(name, pairs, ">\n")
	p.open = append(p.open, name)
}

func (p *page) end() {
	name := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	p.w.WriteString(strings.Repeat(" ", len(p.open)) + "</" + name + ">\n")
}

// words writes an element that holds a text and nothing else, not even a line end.
func (p *page) words(name, text string, pairs ...string) {
	p.tag(name, pairs, ">"+inText.Replace(text)+"</"+name+">\n")
}

func (p *page) close() error {
	for len(p.open) > 0 {
		p.end()
	}
	return p.w.Flush()
}

// chapters writes the units in the groups of their chapters; a chapter that is left and
// comes back is two groups.
func (p *page) chapters(f File, name string, unit func(Unit)) {
	groups, last := 0, ""
	for _, u := range f.Units {
		if u.Chapter != last {
			if last != "" {
				p.end()
			}
			if u.Chapter != "" {
				groups++
				p.start("group", "id", "g"+strconv.Itoa(groups), name, u.Chapter)
			}
			last = u.Chapter
		}
		unit(u.settled())
	}
	if last != "" {
		p.end()
	}
}

// inID are the characters of an id that stay as they are. A mark that begins like an
// escape is escaped itself.
var (
	outOfID = regexp.MustCompile(`[^A-Za-z0-9._-]|_x`)
	escaped = regexp.MustCompile(`_x([0-9A-F]+)_`)
)

// token makes any id one that XML takes as a token (xs:NMTOKEN).
func token(id string) string {
	return outOfID.ReplaceAllStringFunc(id, func(s string) string {
		r, size := utf8.DecodeRuneInString(s)
		return fmt.Sprintf("_x%X_", r) + s[size:]
	})
}

// untoken gives the id of a token.
func untoken(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(m string) string {
		n, err := strconv.ParseInt(m[2:len(m)-1], 16, 32)
		if err != nil || !carried(rune(n)) {
			return m
		}
		return string(rune(n))
	})
}

// direction of a language's letters, as XLIFF 2 calls it.
func direction(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	script, _ := t.Script()
	if slices.Contains([]string{"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"}, script.String()) {
		return "rtl"
	}
	return "ltr"
}

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
