package export

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// Layout says how two languages share a page.
type Layout string

// The layouts that can be printed.
const (
	Subtitles Layout = "subtitles" // the translation under each block
	Columns   Layout = "columns"   // the first language left, the translation right, block by block
	Facing    Layout = "facing"    // the same on pages that face each other, after a cover
	First     Layout = "first"     // the first language alone
	Second    Layout = "second"    // the translation alone
)

// Layouts lists them in the order of a picker.
func Layouts() []Layout { return []Layout{Subtitles, Columns, Facing, First, Second} }

// ErrLayout says that a layout does not exist.
var ErrLayout = errors.New("no such layout")

// Options of a print.
type Options struct {
	Layout   Layout
	Paper    Paper
	TextSize float64 // points; 0 is 11
	Lang     string  // in which the text was written; "" is nl
	Second   string  // of the translation; "" is ar

	// Languages to print, the first large and one or two under it, in place of Lang and
	// Second: a layout in one language takes the first or the second of them, columns and
	// facing pages take two. Empty: those two.
	Languages []string

	Contents bool  // a table of contents goes before the text
	Heads    Heads // the words that stand above it
	Numbers  []int // of each block, in the margin, to name it by; 0 and nil: none
	Files    fs.FS // where pictures are; nil: nowhere
	Booklet  bool  // the pages, which are A5 then, two by two on A4 to be folded
}

// Heads are words that the text itself does not have, by language.
type Heads struct{ Contents map[string]string }

func (o Options) filled() (Options, error) {
	if o.Layout == "" {
		o.Layout = Subtitles
	}
	if !slices.Contains(Layouts(), o.Layout) {
		return o, fmt.Errorf("%q: %w", o.Layout, ErrLayout)
	}
	if o.Booklet {
		o.Paper = A5
	}
	if o.Paper == (Paper{}) {
		o.Paper = A4
	}
	if o.TextSize == 0 {
		o.TextSize = 11
	}
	if o.Lang == "" {
		o.Lang = "nl"
	}
	if o.Second == "" {
		o.Second = "ar"
	}
	return o.chosen(), nil
}
