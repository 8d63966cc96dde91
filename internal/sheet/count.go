package sheet

import (
	"archive/zip"
	"encoding/xml"

	"github.com/xuri/excelize/v2"
)

// countSheets refuses a workbook of very many sheets. excelize looks for each of them among all
// relations when it opens the file, so this comes before; and any part may be the workbook.
func countSheets(z *zip.Reader) error {
	charset := excelize.NewFile().CharsetReader
	n := 0
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue // it says so itself to who needs it
		}
		d := xml.NewDecoder(r)
		d.CharsetReader = charset
		n += sheetsOf(d)
		r.Close() //nolint:errcheck,gosec // it was only read
		if n > maxSheets {
			return &LimitError{Sheets, maxSheets}
		}
	}
	return nil
}

// sheetsOf counts the sheets that a part names, if it is a workbook, as far as it can be read and
// to one more than may be.
func sheetsOf(d *xml.Decoder) (n int) {
	for root := true; n <= maxSheets; {
		t, err := d.RawToken()
		if err != nil {
			return n
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case root && e.Name.Local != "workbook":
			return 0
		case e.Name.Local == "sheet":
			n++
		}
		root = root && !ok
	}
	return n
}
