// Package bilingual reads the bilingual text format: Markdown blocks with their
// translations in lines that begin with a language tag ("ar> ") right under them.
package bilingual

import "fmt"

// Kind of a block.
type Kind int

// The kinds of blocks.
const (
	Text Kind = iota
	Heading
	Bullet
	Numbered
	Image
	PageBreak
	Writing // lines to write on
	Link    // a page or a video elsewhere: its name and its address
	Drawing // room to draw in
)

// Part is one of the four fixed parts of a meeting.
type Part string

// The parts; a block before the first of them has none.
const (
	Think Part = "think"
	Write Part = "write"
	Share Part = "share"
	Do    Part = "do"
)

// Block is one heading, paragraph or list item with its translations.
type Block struct {
	Kind         Kind
	Level        int // of a heading, from 1; of a list item, how deep, from 0
	Number       int // of a numbered item; of Writing and Drawing, how many lines high
	Text         string
	Path         string            // of an image; of a link its address
	Part         Part              // of the heading that it stands under
	Wide         bool              // of an image: as wide as the text, to write or draw in
	Low          bool              // of the low-text version of the exercise before it
	Translations map[string]string // BCP 47 tag -> text
	Line         int               // in the file, from 1
}

// Document is a whole text. Problems do not stop it from being printed.
type Document struct {
	Meta     map[string]any
	Blocks   []Block
	Problems []Problem
}

// Title is what the front matter says, or the first heading.
func (d Document) Title() string {
	if t, ok := d.Meta["title"].(string); ok {
		return t
	}
	for _, b := range d.Blocks {
		if b.Kind == Heading {
			return b.Text
		}
	}
	return ""
}

// Say is what the front matter says under a key, in a language where it says that (as in
// title_ar); the title is the first heading where it says nothing.
func (d Document) Say(key, lang string) string {
	if t, ok := d.Meta[key+"_"+lang].(string); ok {
		return t
	}
	if key == "title" {
		if t, ok := d.Named(lang); ok {
			return t
		}
		return d.Title()
	}
	t, _ := d.Meta[key].(string)
	return t
}

// ProblemCode says what is wrong in a text.
type ProblemCode string

// The problems.
const (
	NoBlockAbove ProblemCode = "noblock"     // a translation with nothing above it
	OpenMatter   ProblemCode = "frontmatter" // front matter that never ends, or is no TOML
	NotUTF8      ProblemCode = "encoding"
	NoExercise   ProblemCode = "noexercise" // a low-text version with no exercise above it
	NoPicture    ProblemCode = "nopicture"  // the file is not there
	BadPicture   ProblemCode = "badpicture" // the file is no picture that can be read
	HugePicture  ProblemCode = "hugepicture"
	NoLetter     ProblemCode = "noletter" // no font has it; it prints as a box
)

// Problem names a place in the file.
type Problem struct {
	Line int
	Code ProblemCode
	Text string
}

func (p Problem) String() string { return fmt.Sprintf("line %d: %s: %s", p.Line, p.Code, p.Text) }
