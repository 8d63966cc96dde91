package assets

import (
	"embed"
	"io/fs"
)

//go:embed workbook
var workbook embed.FS

// Workbook holds the chapters of the example workbook, in the order of their names.
func Workbook() fs.FS { return sub(workbook, "workbook") }
