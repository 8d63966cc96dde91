// Package bring reads a workbook that an organisation has already, as Word or LibreOffice
// wrote it, into the bilingual text. What it does not understand it names with its place.
package bring

import (
	"errors"
	"fmt"
	"strings"

	"kring/toolkit/bilingual"
)

// Result is what a file holds.
type Result struct {
	Doc           bilingual.Document
	Pictures      map[string][]byte // by the paths of the images in Doc
	NotUnderstood []Remark
}

// Remark names something that did not come along as it was, or that somebody should look at.
type Remark struct {
	Kind  Kind
	Place Place
	Text  string // what it says, shortened
}

// Place is where something stands in the file.
type Place struct {
	Page      int    // from 1, as far as the file says where pages end
	Paragraph int    // from 1
	Heading   string // the last one above it
	Line      int    // of a plain text, from 1
}

// Kind of a remark.
type Kind string

// The kinds.
const (
	Table       Kind = "table"       // its text stays, in the order of reading
	TextBox     Kind = "textbox"     // its text stays, under the paragraph beside it
	Note        Kind = "note"        // a footnote or an endnote
	Margin      Kind = "margin"      // above or below each page
	Equation    Kind = "equation"    // its signs stay, in one line
	Diagram     Kind = "diagram"     // SmartArt or a chart
	Object      Kind = "object"      // something of another program
	Comment     Kind = "comment"     // somebody's remark
	Changes     Kind = "changes"     // tracked changes, taken as if all were accepted
	Field       Kind = "field"       // something to fill in or to work out
	Contents    Kind = "contents"    // the table of contents; Kring makes its own
	Picture     Kind = "picture"     // of a kind that cannot be printed
	BadPicture  Kind = "badpicture"  // no picture, whatever its name says
	HugePicture Kind = "hugepicture" // too large
	NoPicture   Kind = "nopicture"   // not in the file
	External    Kind = "external"    // elsewhere; never fetched
	Link        Kind = "link"        // leads to no web or mail address; its words stay
	Symbol      Kind = "symbol"      // a letter of a font of signs
	Numbering   Kind = "numbering"   // numbers of headings, which the program adds
	Shape       Kind = "shape"       // drawn in the program itself
	Columns     Kind = "columns"     // text in columns; it stays, in one
	Alone       Kind = "alone"       // a translation with nothing to pair it with
	NoBlock     Kind = "noblock"     // in a plain text: a translation with nothing above it
	Matter      Kind = "frontmatter" // its head does not end, or cannot be read
	Encoding    Kind = "encoding"    // it is in old letters
	NoExercise  Kind = "noexercise"  // a version with few words of no exercise
	More        Kind = "more"        // there was more than is listed
)

// Kinds lists them.
func Kinds() []Kind {
	return []Kind{
		Table, TextBox, Note, Margin, Equation, Diagram, Object, Comment, Changes, Field, Contents, Picture, BadPicture,
		HugePicture, NoPicture, External, Link, Symbol, Numbering, Shape, Columns, Alone,
		NoBlock, Matter, Encoding, NoExercise, More,
	}
}

// What a file may be. A workbook of a hundred pages with photos is some 20 MB.
const (
	MaxFile     = 64 << 20  // bytes of a file, packed
	MaxText     = 8 << 20   // bytes of a plain text
	maxParts    = 4000      // files in it
	maxXML      = 24 << 20  // bytes of one part, unpacked
	maxPicture  = 20 << 20  // the same of a picture
	maxUnpacked = 160 << 20 // of all that is read
	maxElements = 700_000   // in one part
	maxDepth    = 200
	maxBlocks   = 20_000
	maxRemarks  = 500
	maxSaid     = 160 // letters of what a remark says
)

// What is wrong with a file that cannot be read at all.
var (
	ErrTooBig    = errors.New("the file is too big for a workbook")
	ErrUnpacked  = errors.New("the file is much larger unpacked than a workbook can be")
	ErrOldWord   = errors.New("the file is a Word document of before 2007")
	ErrPassword  = errors.New("the document has a password")
	ErrODT       = errors.New("the file is an OpenDocument text")
	ErrPDF       = errors.New("the file is a PDF")
	ErrRTF       = errors.New("the file is a rich text (RTF)")
	ErrNotWord   = errors.New("the file is no Word document")
	ErrDamaged   = errors.New("the document is damaged or not whole")
	ErrUnsafe    = errors.New("the document holds what no word processor writes")
	ErrNothingIn = errors.New("there is no text in the document")
)

// PartError says in which part of a file something is wrong, and how far into it.
type PartError struct {
	Part   string
	Offset int64
	Err    error
}

func (e *PartError) Error() string {
	return fmt.Sprintf("reading %s, at byte %d: %v", e.Part, e.Offset, e.Err)
}

// Unwrap gives what is wrong.
func (e *PartError) Unwrap() error { return e.Err }

// FromText reads a plain text in the text format; its mistakes are remarks.
func FromText(b []byte) (Result, error) {
	if len(b) > MaxText {
		return Result{}, fmt.Errorf("reading a text of %d bytes: %w", len(b), ErrTooBig)
	}
	doc := bilingual.Parse(b)
	r := Result{Doc: doc, Pictures: map[string][]byte{}}
	for i, p := range doc.Problems {
		if i == maxRemarks {
			r.NotUnderstood = append(r.NotUnderstood, Remark{Kind: More})
			break
		}
		r.NotUnderstood = append(r.NotUnderstood, Remark{Kind(p.Code), Place{Line: p.Line, Heading: above(doc, p.Line)}, said(p.Text)})
	}
	return r, nil
}

// above is the last heading before a line.
func above(doc bilingual.Document, line int) (heading string) {
	for _, b := range doc.Blocks {
		if b.Line <= line && b.Kind == bilingual.Heading {
			heading = b.Text
		}
	}
	return heading
}

// said shortens what a remark says to one line.
func said(s string) string {
	if most := 100 * maxSaid; len(s) > most { // of a text of megabytes only this much is looked at
		s = strings.ToValidUTF8(s[:most], "")
	}
	s = strings.Join(strings.Fields(s), " ")
	letters := []rune(s)
	if len(letters) > maxSaid {
		return strings.TrimSpace(string(letters[:maxSaid-1])) + "…"
	}
	return s
}
