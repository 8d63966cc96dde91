package sheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"
	"time"

	"kring/internal/sheet"

	"github.com/xuri/excelize/v2"
)

var oneNumber = regexp.MustCompile(`name="s\d+"`)

// A workbook of more sheets, or more parts, than anybody makes is refused at once: excelize looks
// for each among all others. Of very many styles each is looked at once.
func TestWorkbookOfManyParts(t *testing.T) {
	f := excelize.NewFile()
	var small bytes.Buffer
	if err := f.Write(&small); err != nil {
		t.Fatal(err)
	}
	var sheets, rels strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&sheets, `<sheet name="s%d" sheetId="%d" r:id="rId%d"/>`, i, i+1, i)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>`, i)
	}
	manySheets := unpack(t, small.Bytes())
	manySheets["xl/workbook.xml"] = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + sheets.String() + `</sheets></workbook>`
	manySheets["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() + `</Relationships>`
	oneName := maps.Clone(manySheets)
	oneName["xl/workbook.xml"] = oneNumber.ReplaceAllString(manySheets["xl/workbook.xml"], `name="s"`)
	elsewhere := maps.Clone(manySheets)
	elsewhere["_rels/.rels"] = strings.ReplaceAll(elsewhere["_rels/.rels"], "xl/workbook.xml", "xl/other.xml")
	elsewhere["xl/other.xml"], elsewhere["xl/_rels/other.xml.rels"] = elsewhere["xl/workbook.xml"], elsewhere["xl/_rels/workbook.xml.rels"]
	var formats, cells strings.Builder
	for i := range 300_000 {
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="0"/>`, 1000+i)
	}
	for range 60_000 {
		cells.WriteString(`<xf numFmtId="301000"/>`)
	}
	styles := unpack(t, small.Bytes())
	styles["xl/styles.xml"] = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>` + formats.String() + `</numFmts><cellXfs>` + cells.String() + `</cellXfs></styleSheet>`
	manyParts := unpack(t, small.Bytes())
	for i := range 60_000 {
		manyParts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+2)] = `<worksheet/>`
	}
	for name, parts := range map[string]map[string]string{"sheets": manySheets, "one name": oneName, "elsewhere": elsewhere, "parts": manyParts, "styles": styles} {
		t.Run(name, func(t *testing.T) {
			b := pack(t, parts)
			begin := time.Now()
			_, err := sheet.ReadFrom(bytes.NewReader(b), "x.xlsx")
			want := sheet.ErrTooBig
			if name == "styles" {
				want = sheet.ErrEmpty // they are read, and the sheet is empty
			}
			if !errors.Is(err, want) {
				t.Errorf("%v", err)
			}
			if took := time.Since(begin); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
