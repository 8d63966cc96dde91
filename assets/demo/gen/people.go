package main

import "time"

// signUp is one row as somebody typed it. phone and note are any: Excel makes numbers
// of phones, and people begin a note with an equals sign.
type signUp struct {
	on                              string // day of signing up, ISO; "" for none
	name                            string
	phone                           any
	mail, kind, through, reads, kid string
	note                            any
}

// day gives the date cell of a row, nil for none.
func (s signUp) day() any {
	if s.on == "" {
		return nil
	}
	d, err := time.Parse(time.DateOnly, s.on)
	if err != nil {
		panic(err) // a wrong date in this file
	}
	return d
}

// signUps are invented: fourteen people, one of them twice, an empty row, and a row
// without a name. Numbers that begin with 06-0 belong to nobody, and example.org is
// reserved (RFC 2606).
var signUps = []signUp{
	{"2026-10-05", "Anna de Vries", "06-00001201", "anna.devries@example.org", "moeder", "via de huisarts", "Nederlands", "nee", nil},
	{"2026-10-05", "Fatima el Amrani", "06 0000 1202", "fatima.amrani@example.org", "Moeder", "gezinscoach", "Arabisch en Nederlands", "ja, 2 kinderen", "komt met de fiets"},
	{"2026-10-06", "خديجة بن علي", "٠٦٠٠٠٠١٢٠٣", "", "أم", "طبيب", "العربية", "نعم", nil},
	{"2026-10-08", "Rania al-Hassan", 600001204, "rania@example.org", "mama", "taalles in het buurthuis", "Arabisch, Engels", "ja", "= liever op dinsdag"},
	{"2026-10-08", "عمر الحلبي", "+31 6 0000 1205", "", "أب", "صديق", "العربية والإنجليزية", "لا", nil},
	{},
	{"2026-10-12", "Emine Yılmaz", "0031600001206", "emine.yilmaz@example.org", "moeder", "consultatiebureau", "Turks", "x", nil},
	{"2026-10-12", "Mehmet Kaya", 31600001207, "", "vader", "praktijkondersteuner (POH)", "Turks / Nederlands", "nee", "werkt om de week 's avonds"},
	{"2026-10-13", "Agnieszka Wójcik", "06-00001208", "a.wojcik@example.org", "Mother", "school maatschappelijk werk", "Polish, English", "yes, 1", nil},
	{"2026-10-14", "Fatima El Amrani", "+31600001202", "", "moeder", "gezinscoach", "Arabisch", "ja", "tweede keer ingevuld"},
	{"2026-10-14", "Gracia van der Berg-Pinas", "06.00001209", "gracia@example.org", "oma", "buurvrouw", "Nederlands", "nee", "+1 kleinzoon van 4 mag mee?"},
	{"2026-10-15", "Ramdin, Radjesh", "(06) 0000 1210", "r.ramdin@example.org", "vader", "collega", "Nederlands", "", nil},
	{"", "", "06-00001215", "", "", "", "", "", "belt nog terug over de tijd"},
	{"2026-10-23", "Naomi Kartosen ", "06-00001211", "naomi.kartosen@example.org", "pleegmoeder", "Instagram", "Nederlands", "ja (3 jaar)", nil},
	{"2026-10-23", "Jan-Willem van den Broek", "06-0000121", "jw.vandenbroek@example.org", "opa", "mond-tot-mond", "Nederlands", "nee", nil},
	{"2026-10-27", "Samira Aït Lahcen", "06-00001213", "samira@example.org", "moeder", "gezinscoach", "Frans, Arabisch", "graag", nil},
	{"2026-10-27", "Loubna Bouzian", "06-00001214", "", "moeder", "koffieochtend (bestaande groep)", "Nederlands & Arabisch", "ja, 1", nil},
}
