// Gen makes the demo's sign-up list: invented people, and the dirt that such lists
// have. Run it in this folder's parent: go run ./gen
package main

import (
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"
)

var rows = [][]any{
	{"Aanmeldingen Het Begint Bij Mij, Gouda-Oost"},
	{},
	{"Tijdstempel", "Voornaam en achternaam", "Telefoon (mobiel)", "E-mailadres", "Ik ben … (moeder/vader/anders)", "Hoe heb je van de cursus gehoord?", "Welke taal lees je het liefst?", "Kinderopvang nodig?", "Opmerkingen"},
	{"01-10-2026 09:12", "Fatima el Amrani", 612345601, "fatima@voorbeeld.nl", "moeder", "huisarts", "Arabisch", "ja, 2", ""},
	{"01-10-2026 10:40", "Anna de Vries", "06-12345602", "anna.de.vries@voorbeeld.nl", "Moeder", "school maatschappelijk werk", "Nederlands", "nee", ""},
	{"02-10-2026 08:03", "رنا الحلبي", "0031 6 12345603", "", "أم", "صديقة", "العربية", "نعم", ""},
	{"02-10-2026 08:55", "Mehmet Yılmaz", "+31 (0)6 12345604", "mehmet@voorbeeld.nl", "vader", "collega", "Turks en Nederlands", "nee", ""},
	{"02-10-2026 12:30", "Zoë van der Berg", "06 12 34 56 05", "zoe@voorbeeld.nl", "moeder", "consultatiebureau", "Nederlands", "ja, 1", "Baby van 4 maanden"},
	{},
	{"03-10-2026 14:21", "Agnieszka Kowalska", "06-12345606", "agnieszka@voorbeeld.nl", "mama", "van de buurvrouw", "Pools", "ja", ""},
	{"03-10-2026 14:22", "agnieszka kowalska", "06-12345606", "", "mama", "", "", "", "dubbel ingevuld"},
	{"04-10-2026 19:05", "Youssef Haddad", 31612345607, "youssef@voorbeeld.nl", "vader", "gezinscoach", "Arabisch, Nederlands", "nee", ""},
	{"05-10-2026 07:48", "Sunita Ramdin", "06-12345608", "", "oma", "bestaande groep in het buurthuis", "Nederlands", "", "Past op twee kleinkinderen"},
	{"05-10-2026 11:11", "Maria 't Hart", "0182-123456", "maria@voorbeeld.nl", "pleegmoeder", "praktijkondersteuner", "Nederlands", "nee", ""},
	{"06-10-2026 09:00", "", "06-12345699", "", "moeder", "", "", "", "naam vergeten"},
	{"06-10-2026 16:45", "أحمد الخطيب", "06-12345609", "", "أب", "طبيب", "العربية", "لا", ""},
	{"07-10-2026 10:10", "Samia Ben Salah", "06-12345610", "samia@voorbeeld", "moeder", "flyer", "Frans, Arabisch", "ja, 3", ""},
	{"07-10-2026 20:20", "Kevin Jansen", "06-12345611", "kevin@voorbeeld.nl", "vader", "huisarts", "Nederlands", "nee", "=geen varkensvlees"},
	{"08-10-2026 08:30", "Hodan Ali", "06-12345612", "", "moeder", "consultatiebureau", "Somalisch", "ja, 2", ""},
	{"08-10-2026 21:15", "Leyla Demir", "06-1234561", "leyla@voorbeeld.nl", "moeder", "vriendin", "Turks", "ja, 1", "nummer nog navragen"},
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	f := excelize.NewFile()
	const sheet = "Formulierreacties 1"
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	if err := f.MergeCell(sheet, "A1", "I1"); err != nil {
		return err
	}
	return f.SaveAs("aanmeldingen.xlsx")
}
