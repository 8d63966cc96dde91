package sheet_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"kring/internal/sheet"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var want = [][]string{{"José de Vries", "0612345678"}, {"فاطمة", "0687654321"}}

func TestDialectsOfText(t *testing.T) {
	semicolons := "Naam;Telefoon\r\nJosé de Vries;0612345678\r\n\r\n;\r\nفاطمة;0687654321\r\n"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(semicolons, ";", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{
		"semicolons": semicolons,
		"bom":        "\ufeff" + semicolons,
		"utf-16":     utf16,
		"commas":     strings.ReplaceAll(semicolons, ";", ","),
		"sep":        "sep=|\n" + strings.ReplaceAll(semicolons, ";", "|"),
		"title":      "Aanmeldingen najaar;\n" + semicolons,
		"quotes":     "\"Naam\";\"Telefoon\"\n\"José de Vries\";\"0612345678\"\n\"فاطمة\";\"0687654321\"\n",
	} {
		got, err := sheet.ReadFrom(strings.NewReader(s), "lijst.csv")
		if err != nil || len(got) != 1 || !reflect.DeepEqual(got[0].Rows, want) || got[0].Header[0] != "Naam" {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

func TestWindows1252(t *testing.T) {
	s, err := charmap.Windows1252.NewEncoder().String("Naam;Plaats\nJosé;’s-Gravenhage\n")
	if err != nil {
		t.Fatal(err)
	}
	got, err := sheet.ReadFrom(strings.NewReader(s), "lijst.csv")
	if err != nil || !reflect.DeepEqual(got[0].Rows, [][]string{{"José", "’s-Gravenhage"}}) {
		t.Fatalf("%v %v", got, err)
	}
}

func TestLinesCountAsInTheFile(t *testing.T) {
	got, err := sheet.ReadFrom(strings.NewReader("Naam;Tel\n\n\nA;1\nB;2\n"), "lijst.csv")
	if err != nil || !reflect.DeepEqual(got[0].Lines, []int{4, 5}) {
		t.Fatalf("%v %v", got, err)
	}
}

func TestNumbersOfExcelStayWhole(t *testing.T) {
	f := excelize.NewFile()
	for cell, val := range map[string]any{"A1": "Naam", "B1": "Telefoon", "A2": "Anna", "B2": 612345678, "A4": "Bart", "B4": 3.1612345678e10} {
		if err := f.SetCellValue("Sheet1", cell, val); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := sheet.ReadFrom(&b, "lijst.xlsx")
	if err != nil || !reflect.DeepEqual(got[0].Rows, [][]string{{"Anna", "612345678"}, {"Bart", "31612345678"}}) || got[0].Lines[1] != 4 {
		t.Fatalf("%v %v", got, err)
	}
}

func TestWhatIsNoList(t *testing.T) {
	for name, c := range map[string]struct {
		b    string
		want error
	}{
		"nothing": {"", sheet.ErrEmpty},
		"heading": {"Naam;Tel\n", sheet.ErrEmpty},
		"zip":     {"PK\x03\x04rommel", sheet.ErrUnknownFormat},
		"xls":     {"\xD0\xCF\x11\xE0\xA1\xB1", sheet.ErrOldExcel},
		"picture": {"\x89PNG\x00\x00", sheet.ErrUnknownFormat},
		"big":     {strings.Repeat("x", sheet.MaxBytes+1), sheet.ErrTooBig},
	} {
		if _, err := sheet.ReadFrom(strings.NewReader(c.b), "lijst.csv"); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An Arabic sentence that begins with a Dutch name reads from right to left; a telephone
// number keeps its order, and a Dutch sheet is as it was.
func TestArabicCellsReadFromRightToLeft(t *testing.T) {
	var b bytes.Buffer
	rows := [][]any{{"Yara فقط تستطيع هذا"}, {"+31 6 1234"}}
	err := sheet.Write(&b, []sheet.Page{{Name: "ar", Header: []string{"الاسم"}, Rows: rows, RTL: true}, {Name: "nl", Header: []string{"Naam"}, Rows: rows}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	order := func(page, at string) uint64 {
		id, err := f.GetCellStyle(page, at)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Alignment == nil {
			return 0
		}
		return style.Alignment.ReadingOrder
	}
	for at, want := range map[string]uint64{"A1": 2, "A2": 2, "A3": 0} {
		if got := order("ar", at); got != want {
			t.Errorf("%s of the Arabic sheet has reading order %d", at, got)
		}
		if got := order("nl", at); got != 0 {
			t.Errorf("%s of the Dutch sheet has reading order %d", at, got)
		}
	}
}

func TestWrittenCellsAreHarmless(t *testing.T) {
	var b bytes.Buffer
	err := sheet.Write(&b, []sheet.Page{
		{Name: "A/B", Header: []string{"Naam", "Keer"}, Rows: [][]any{{"=1+1", 3}, {"+31", 1}, {"-x", 1}, {"@x", 1}}, RTL: true},
		{Name: "A:B", Header: []string{"Naam"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.GetSheetList(); !reflect.DeepEqual(got, []string{"A B", "A B (2)"}) {
		t.Errorf("sheets %q", got)
	}
	rows, err := f.GetRows("A B")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		if !strings.HasPrefix(r[0], "'") {
			t.Errorf("%q can run", r[0])
		}
	}
}
