package people_test

import (
	"strings"
	"testing"

	"kring/internal/sheet"
	"kring/sessions/people"
)

// FuzzPreview reads a list of people of any content under any headings: there is a row for each
// row, and one that is taken has a name.
func FuzzPreview(f *testing.F) {
	f.Add("Voornaam;Achternaam;Telefoon;Mail;Leest;Opvang\nAnna;de Vries;06 12345678;a@b.nl;nl, ar;ja")
	f.Add("Naam;Tel\nفاطمة;٠٦١٢٣٤٥٦٧٨\nFatima;0612345678\n;;\nTotaal 2;")
	f.Add("Name;Family name;Account\n\u200f;\u0000;x@\n")
	known := []people.Person{{ID: "1", Name: "Fatima el Amrani", Phone: "+31612345678"}, {ID: "2", Name: "أنس", Email: "a@b.nl"}}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			return
		}
		tables, err := sheet.ReadFrom(strings.NewReader(text), "x")
		if err != nil {
			return
		}
		for _, table := range tables {
			cols := people.GuessColumns(table.Header)
			if len(cols) != len(table.Header) {
				t.Fatalf("%d columns under %d headings", len(cols), len(table.Header))
			}
			rows := people.Preview(table, cols, known)
			if len(rows) != len(table.Rows) {
				t.Fatalf("%d rows of %d", len(rows), len(table.Rows))
			}
			for _, r := range rows {
				if r.Take && r.Bad() {
					t.Fatalf("a bad row is taken: %+v", r)
				}
			}
		}
	})
}
