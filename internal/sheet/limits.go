package sheet

import (
	"errors"
	"fmt"
)

// Limits on what is read. A sign-up list is never near them; a file that is over
// one is refused before it can fill the laptop's memory.
const (
	MaxBytes = 32 << 20  // of the file
	MaxUnzip = 192 << 20 // of an XLSX, unpacked
	MaxRows  = 50_000    // that are not empty, in one list
	MaxText  = 256 << 20 // letters of all cells of one list together

	maxParts   = 5000 // files in an XLSX
	maxSheets  = 500  // in a workbook, hidden ones too: each is looked for among all
	maxColumns = 200
	maxCells   = 30_000_000 // places that a sheet spans in a row, added up over its rows
)

// What can be wrong with a file.
var (
	ErrTooBig        = errors.New("the file is too big for a list")
	ErrUnknownFormat = errors.New("the file is neither XLSX nor text")
	ErrOldExcel      = errors.New("the file is an old Excel file or has a password")
	ErrEmpty         = errors.New("there is no list in the file")

	// ErrPassword is the more exact case of ErrOldExcel: both are saved anew from
	// Excel, this one without its password.
	ErrPassword = fmt.Errorf("the file has a password: %w", ErrOldExcel)
)

// Limit names what a file has too much of.
type Limit string

// The limits.
const (
	Bytes    Limit = "bytes"
	Unpacked Limit = "unpacked bytes"
	Parts    Limit = "parts"
	Sheets   Limit = "sheets"
	RowCount Limit = "rows"
	Cells    Limit = "cells"
	Text     Limit = "letters"
)

// LimitError says which limit a file is over. It is ErrTooBig.
type LimitError struct {
	What Limit
	Max  int
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%v: more than %d %s", ErrTooBig, e.Max, e.What)
}

// Is makes errors.Is(err, ErrTooBig) true.
func (e *LimitError) Is(target error) bool { return target == ErrTooBig }
