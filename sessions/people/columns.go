package people

import "strings"

// Column is what a column of a sign-up list holds.
type Column int

// The columns that an import knows.
const (
	Ignore Column = iota
	FullName
	FirstName
	Prefix
	FamilyName
	Phone
	Email
	KindColumn
	ThroughColumn
	ReadsColumn
	ChildCareColumn
	ChildrenColumn
	NoteColumn
)

// Columns lists them in the order of a picker.
func Columns() []Column {
	return []Column{
		Ignore, FullName, FirstName, Prefix, FamilyName, Phone, Email, KindColumn,
		ThroughColumn, ReadsColumn, ChildCareColumn, ChildrenColumn, NoteColumn,
	}
}

// headings are parts of headings as forms write them, folded. The first rule that
// fits wins, so the special ones stand before the general.
var headings = []struct {
	col   Column
	words []string
}{
	{Ignore, []string{"tijdstempel", "timestamp", "start time", "completion time", "begintijd", "voltooiingstijd", "starttijd", "last modified", "tijd van laatste", "الطابع الزمني"}},
	{ChildrenColumn, []string{"hoeveel kinderen", "aantal kinderen", "how many children", "number of children", "عدد الاطفال"}},
	{ChildCareColumn, []string{"kinderopvang", "oppas", "opvang", "child care", "childcare", "رعايه الاطفال", "حضانه"}},
	{ThroughColumn, []string{"hoe heb je", "hoe ben je", "hoe kent", "via wie", "gehoord van", "aangemeld via", "gekomen via", "verwezen", "verwijzer", "how did you", "heard about", "referred", "كيف سمعت", "كيف عرفت", "عن طريق"}},
	{ReadsColumn, []string{"taal", "talen", "lees je", "language", "read", "لغه", "اللغه", "تقرا"}},
	{KindColumn, []string{"ik ben", "rol", "moeder", "ouder of", "relatie", "i am", "role", "relationship", "parent", "صفه", "انا", "القرابه"}},
	{Email, []string{"e-mail", "email", "mail", "البريد", "ايميل"}},
	{Phone, []string{"telefoon", "mobiel", "tel.", "tel nr", "gsm", "06-nummer", "06 nummer", "whatsapp", "phone", "mobile", "هاتف", "جوال", "موبايل"}},
	{Prefix, []string{"tussenvoegsel", "voorvoegsel", "prefix"}},
	{FullName, []string{"voornaam en achternaam", "voor- en achternaam", "voor en achternaam", "first and last", "الاسم الكامل", "الاسم واللقب"}},
	{FamilyName, []string{"achternaam", "familienaam", "surname", "last name", "family name", "اسم العائله", "اللقب", "الكنيه"}},
	{FirstName, []string{"voornaam", "roepnaam", "first name", "given name", "الاسم الاول"}},
	{NoteColumn, []string{"opmerking", "bijzonderhe", "notitie", "vraag", "comment", "note", "remark", "ملاحظ"}},
	{FullName, []string{"naam", "name", "deelnemer", "اسم"}},
}

// GuessColumns tells for each heading what the column holds. What is found twice
// counts once: Forms adds a name and mail of the account before those that people
// typed, so the later one wins for these.
func GuessColumns(header []string) []Column {
	out := make([]Column, len(header))
	at := map[Column]int{}
	for i, h := range header {
		c := guess(Fold(h))
		if before, ok := at[c]; ok && c != Ignore {
			if c != FullName && c != Email {
				continue
			}
			out[before] = Ignore
		}
		out[i] = c
		at[c] = i
	}
	return out
}

func guess(h string) Column {
	if h == "id" || h == "nr" || h == "tel" || h == "" {
		if h == "tel" {
			return Phone
		}
		return Ignore
	}
	for _, rule := range headings {
		for _, w := range rule.words {
			if strings.Contains(h, Fold(w)) {
				return rule.col
			}
		}
	}
	return Ignore
}
