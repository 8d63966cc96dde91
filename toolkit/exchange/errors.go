package exchange

import (
	"fmt"
	"unicode/utf8"
)

// Code says what is wrong with a file. errors.Is finds it in an Error.
type Code string

// What can be wrong.
const (
	ErrTooBig    Code = "toobig"    // over MaxSize
	ErrTooMany   Code = "toomany"   // over MaxUnits
	ErrTooDeep   Code = "toodeep"   // elements in elements, or too much in one unit
	ErrFormat    Code = "format"    // neither XLIFF 1.2 or 2.x nor PO
	ErrDamaged   Code = "damaged"   // the place cannot be read
	ErrCut       Code = "cut"       // it ends too early
	ErrEncoding  Code = "encoding"  // bytes that are no letters
	ErrCharset   Code = "charset"   // letters in a way that Kring does not know
	ErrDTD       Code = "dtd"       // a document type or entities of its own
	ErrTwice     Code = "twice"     // the same id twice; Other is the first place
	ErrPlural    Code = "plural"    // a message with plural forms
	ErrSeveral   Code = "several"   // more than one text
	ErrLanguages Code = "languages" // another pair of languages
	ErrCharacter Code = "character" // a character that no such file may hold
	ErrNothing   Code = "nothing"   // no unit
	ErrID        Code = "id"        // a unit to be written has none
)

// Codes lists them.
func Codes() []Code {
	return []Code{
		ErrTooBig, ErrTooMany, ErrTooDeep, ErrFormat, ErrDamaged, ErrCut, ErrEncoding, ErrCharset, ErrDTD,
		ErrTwice, ErrPlural, ErrSeveral, ErrLanguages, ErrCharacter, ErrNothing, ErrID,
	}
}

func (c Code) Error() string { return "exchange: " + string(c) }

// Error names a place in a file. Line and Column count from 1; 0 is no place.
type Error struct {
	Code   Code
	Line   int
	Column int    // in characters
	Other  int    // the line of the other place, of ErrTwice
	Text   string // what stands there, or which
}

func (e *Error) Error() string {
	return fmt.Sprintf("line %d, column %d: %v: %s", e.Line, e.Column, e.Code, e.Text)
}

// Unwrap gives the code, for errors.Is.
func (e *Error) Unwrap() error { return e.Code }

// maxCited is how much of a file an error repeats, in bytes.
const maxCited = 80

func wrong(code Code, line, column int, text string) *Error {
	return &Error{Code: code, Line: line, Column: column, Text: cited(text)}
}

func cited(s string) string {
	if len(s) <= maxCited {
		return s
	}
	end := maxCited
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
