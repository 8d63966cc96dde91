package sheet_test

import (
	"bytes"
	"reflect"
	"testing"

	"kring/internal/sheet"

	"github.com/xuri/excelize/v2"
)

// A day is told from a number by its style: one of Excel's own, or one that the workbook describes.
func TestDaysOfExcel(t *testing.T) {
	f := excelize.NewFile()
	own, money := "[$-413]dd mmm yyyy", `"dag "0.00`
	for at, style := range map[string]*excelize.Style{"A2": {NumFmt: 14}, "B2": {CustomNumFmt: &own}, "C2": {CustomNumFmt: &money}, "D2": {NumFmt: 2}} {
		id, err := f.NewStyle(style)
		if err == nil {
			err = f.SetCellStyle("Sheet1", at, at, id)
		}
		if err == nil {
			err = f.SetCellValue("Sheet1", at, 46349)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetSheetRow("Sheet1", "A1", &[]string{"Een", "Twee", "Drie", "Vier"}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := sheet.ReadFrom(&b, "x.xlsx")
	if err != nil || !reflect.DeepEqual(got[0].Rows, [][]string{{"23-11-2026", "23-11-2026", "46349", "46349"}}) {
		t.Errorf("%v %v", got, err)
	}
}
