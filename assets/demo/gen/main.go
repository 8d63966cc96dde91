// Command gen writes the sign-up list that ships with Kring, with the dirt that such
// lists have: titles above it, a heading in two merged rows, phones that became
// numbers, dates, an empty row, a double, a row without a name, a hidden sheet.
//
//	go run ./assets/demo/gen assets/demo/aanmeldingen.xlsx
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen FILE.xlsx")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(path string) error {
	f, err := build()
	if err != nil {
		return fmt.Errorf("making the sign-up list: %w", err)
	}
	return errors.Join(f.SaveAs(path), f.Close())
}

const list = "Aanmeldingen"

// cells of the heading, by place: those of the first row that are not over others are
// two rows high.
var (
	titles = map[string]any{
		"A1": "Het Begint Bij Mij: aanmeldingen Gouda-Oost", "A2": "Wijkcentrum De Walvis, groep van november",
		"A4": "Datum aanmelding", "B4": "Voornaam en achternaam", "C4": "Contact", "E4": "Ik ben … (moeder/vader/anders)",
		"F4": "Hoe heb je van de cursus gehoord?", "G4": "Welke taal lees je het liefst?", "H4": "Kinderopvang\u00a0nodig?", "I4": "Opmerkingen",
		"C5": "Telefoon (mobiel)", "D5": "E-mailadres",
	}
	merged = [][2]string{
		{"A1", "I1"},
		{"C4", "D4"},
		{"A4", "A5"},
		{"B4", "B5"},
		{"E4", "E5"},
		{"F4", "F5"},
		{"G4", "G5"},
		{"H4", "H5"},
		{"I4", "I5"},
	}
	widths = map[string]float64{"A": 18, "B": 28, "C": 18, "D": 30, "E": 22, "F": 30, "G": 26, "H": 20, "I": 32}
)

// firstRow is the row of the first person.
const firstRow = 6

func build() (*excelize.File, error) {
	f := excelize.NewFile()
	errs := []error{f.SetSheetName("Sheet1", list)}
	for at, text := range titles {
		errs = append(errs, f.SetCellValue(list, at, text))
	}
	for _, m := range merged {
		errs = append(errs, f.MergeCell(list, m[0], m[1]))
	}
	for col, w := range widths {
		errs = append(errs, f.SetColWidth(list, col, col, w))
	}
	errs = append(errs, rows(f), look(f), hidden(f))
	return f, errors.Join(errs...)
}

func rows(f *excelize.File) error {
	var errs []error
	for i, s := range signUps {
		for c, val := range []any{s.day(), s.name, s.phone, s.mail, s.kind, s.through, s.reads, s.kid, s.note} {
			if val == nil || val == "" {
				continue
			}
			at, err := excelize.CoordinatesToCellName(c+1, firstRow+i)
			errs = append(errs, err, f.SetCellValue(list, at, val))
		}
	}
	return errors.Join(errs...)
}

// look gives the list the marks of somebody who made it by hand.
func look(f *excelize.File) error {
	format := "dd-mm-yyyy"
	date, err1 := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	title, err2 := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	bold, err3 := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center", WrapText: true}})
	return errors.Join(
		err1, err2, err3,
		f.SetCellStyle(list, "A1", "A1", title),
		f.SetCellStyle(list, "A4", "I5", bold),
		f.SetCellStyle(list, "A6", fmt.Sprintf("A%d", firstRow+len(signUps)-1), date),
	)
}

// hidden is last year's list, which nobody wants to import.
func hidden(f *excelize.File) error {
	const old = "Vorig jaar"
	_, err := f.NewSheet(old)
	return errors.Join(
		err,
		f.SetSheetRow(old, "A1", &[]any{"Naam", "Telefoon"}),
		f.SetSheetRow(old, "A2", &[]any{"Bert Vos", "06-00001299"}),
		f.SetSheetVisible(old, false),
	)
}
