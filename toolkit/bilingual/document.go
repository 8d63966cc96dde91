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
)

// Block is one heading, paragraph or list item with its translations.
type Block struct {
	Kind         Kind
	Level        int // of a heading, from 1; of a list item, how deep, from 0
	Number       int // of a numbered item
	Text         string
	Path         string            // of an image
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

// ProblemCode says what is wrong in a text.
type ProblemCode string

// The problems.
const (
	NoBlockAbove ProblemCode = "noblock"     // a translation with nothing above it
	OpenMatter   ProblemCode = "frontmatter" // front matter that never ends, or is no TOML
	NotUTF8      ProblemCode = "encoding"
)

// Problem names a place in the file.
type Problem struct {
	Line int
	Code ProblemCode
	Text string
}

func (p Problem) String() string { return fmt.Sprintf("line %d: %s: %s", p.Line, p.Code, p.Text) }
