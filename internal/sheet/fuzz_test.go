package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/internal/sheet"
)

func FuzzReadText(f *testing.F) {
	f.Add([]byte("Naam;Tel\nA;1\n"))
	f.Add([]byte("sep=\"\n\"a\"b"))
	f.Add([]byte{0xFF, 0xFE, 0, 0xD8})
	for _, c := range found {
		f.Add([]byte(c))
	}
	f.Fuzz(func(t *testing.T, b []byte) { check(t, b) })
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(workbook(f))
	f.Fuzz(func(t *testing.T, b []byte) { check(t, b) })
}

// FuzzReadSheet damages what is within the zip: changed bytes of the zip itself seldom
// get past its checksums.
func FuzzReadSheet(f *testing.F) {
	parts := unpack(f, workbook(f))
	f.Add(parts[sheetPart], parts[stylesPart], parts[bookPart])
	f.Add(strings.ReplaceAll(parts[sheetPart], "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`), "", parts[bookPart])
	for _, c := range foundSheets {
		f.Add(c, parts[stylesPart], parts[bookPart])
	}
	f.Fuzz(func(t *testing.T, sheetXML, stylesXML, bookXML string) {
		p := maps.Clone(parts)
		p[sheetPart], p[stylesPart], p[bookPart] = sheetXML, stylesXML, bookXML
		check(t, pack(t, p))
	})
}

// Seeds at the edges of what is read; what fuzzing finds is added here, so that every
// test run reads it again.
var (
	found = []string{
		"\"", "\"\"\"", "a;\"b\nc;d\n", "sep=;", "sep=\n\n", "\xff\xfe\x00", "\xfe\xff\xd8\x00\x00;", "a;b\n\x1a", "\v\v;\u2028;",
		strings.Repeat(";", 300) + "\n1", "a\n" + strings.Repeat("\"", 5000), "PK\x03\x04", "a;b\n=1;'=1",
	}
	foundSheets = []string{
		`<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="-5"><c r="A-5" t="s"><v>99999</v></c></row><row r="0"><c/></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row><c s="99999999"><v>1e308</v></c><c t="b"><v/></c><c t="e"><v>#N/A</v></c></row><row><c><v>-1</v></c></row>`,
		`<worksheet><sheetData><row r="2"><c r="B2"><v>x</v></c></row><row r="1"><c r="A1"><v>y</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:A1"/><mergeCell ref=":"/></mergeCells></worksheet>`,
		`<worksheet><sheetData><row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row><row><c><f>A1</f></c></row></sheetData>`,
	}
)

func TestEdges(t *testing.T) {
	for _, c := range found {
		check(t, []byte(c))
	}
	parts := unpack(t, workbook(t))
	for _, c := range foundSheets {
		p := maps.Clone(parts)
		p[sheetPart] = c
		check(t, pack(t, p))
	}
}

const (
	sheetPart  = "xl/worksheets/sheet1.xml"
	stylesPart = "xl/styles.xml"
	bookPart   = "xl/workbook.xml"
)

// workbook has a cell of each kind.
func workbook(t testing.TB) []byte {
	t.Helper()
	day := time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)
	var b bytes.Buffer
	err := sheet.Write(&b, []sheet.Page{{
		Name: "a", Header: []string{"Naam", "Telefoon", "Dag", "Opvang"},
		Rows: [][]any{{"x", 612345678, day, true}, {"=y", 3.1e10, nil, false}}, Totals: []any{"z", 0.5}, Percent: []int{1},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpack(t testing.TB, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name}) // stored: fuzzing needs no deflate
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// check reads a file that may be anything: every row is as wide as the heading, has a
// number of its own, and nothing takes long.
func check(t *testing.T, b []byte) {
	t.Helper()
	start := time.Now()
	tables, err := sheet.ReadFrom(bytes.NewReader(b), "x")
	if took := time.Since(start); took > 10*time.Second {
		t.Fatalf("reading %d bytes took %v", len(b), took)
	}
	if err != nil {
		return
	}
	for _, table := range tables {
		if len(table.Lines) != len(table.Rows) || table.Hidden != nil && len(table.Hidden) != len(table.Rows) {
			t.Fatalf("%d rows, %d numbers, %d hidden", len(table.Rows), len(table.Lines), len(table.Hidden))
		}
		for i, row := range table.Rows {
			if len(row) != len(table.Header) {
				t.Fatalf("a row of %d under %d headings", len(row), len(table.Header))
			}
			if table.Lines[i] < 1 || i > 0 && table.Lines[i] <= table.Lines[i-1] {
				t.Fatalf("line numbers %v", table.Lines)
			}
		}
	}
}
