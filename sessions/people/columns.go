package people

import "slices"

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
	KindCol
	ThroughCol
	ReadsCol
	ChildCareCol
	ChildrenCol
	NoteCol
)

// Columns lists them in the order of a picker.
func Columns() []Column {
	return []Column{
		Ignore, FullName, FirstName, Prefix, FamilyName, Phone, Email, KindCol,
		ThroughCol, ReadsCol, ChildCareCol, ChildrenCol, NoteCol,
	}
}

// headings are words of headings as forms write them. The first rule that fits wins,
// so the special ones stand before the general.
var headings = []struct {
	is  Column
	has pattern
}{
	// What a form adds by itself, and what Kring does not keep.
	{Ignore, words("tijdstempel|timestamp|start time|completion time|begintijd|starttijd|eindtijd|voltooiingstijd|tijd van|tijd laatste|laatst gewijzigd|last modified|submitted|date.|datum|inschrijfdatum|aanmelddatum|طابع زمني|وقت|تاريخ")},
	{Ignore, words("punten|points|total points|totaal aantal punten|feedback|language code|taalcode|score|gebruikersnaam|username")},
	{Ignore, words("geboorte|leeftijd|birth|age.|how old|hoe oud|adres.|address.|straat|street|huisnummer|postcode|postal|zip code|woonplaats|gemeente|stad.|city|town|iban|bsn|handtekening|signature|عمر|ميلاد|عنوان|مدينه")},
	{Ignore, words("mogen we|mogen wij|mag ik|may we|akkoord|toestemming|privacy|consent|agree|nieuwsbrief|newsletter|betaald|paid|موافق")},
	{Ignore, words("naam&kind|namen&kind|name&child|names&child|naam&school|naam&huisarts|noodgeval|emergency|contactpersoon|اسم&طفل|اسم&اطفال|طوارئ")},
	{ChildCareCol, words("kinderopvang|opvang|oppas|kinderoppas|child care|childcare|babysit|creche|رعايه&اطفال|رعايه&طفل|حضانه|جليسه")},
	{ChildrenCol, words("hoeveel kind|aantal kind|how many child|number of child|kinderen.|children.|عدد&اطفال|كم&طفل|كم&اطفال")},
	{ThroughCol, words("hoe heb|hoe ben&terecht|hoe ken|hoe hoorde|hoe weet|via wie|via.|gehoord|aangemeld door|aangemeld via|gekomen via|verwez|verwijz|doorverw|how did|heard|referred|referral|كيف&سمعت|كيف&عرفت|كيف&علمت|عن طريق|من خلال")},
	{ReadsCol, words("leest.|reads.|taal.|talen|voorkeurstaal|moedertaal|lees je|leest u|language|which languages|do you read|لغه|لغات|تقرا")},
	{Email, words("e mail|email|mail.|mailadres|emailadres|mail address|بريد|ايميل|اميل")},
	{Phone, words("telefoon|tel.|tel nr|telnr|mobiel|mobielnummer|gsm|06.|06 nummer|whatsapp|phone|mobile|cell|هاتف|تلفون|تليفون|جوال|موبايل|واتس")},
	{Prefix, words("tussenvoegsel|tussenv|tsv|voorvoegsel|prefix|infix")},
	{FullName, words("voornaam&achternaam|voor en achternaam|first&last|full name|volledige naam|اسم كامل|كامل&اسم|اسم&لقب|اسم ثلاثي")},
	{FamilyName, words("achternaam|familienaam|geslachtsnaam|surname|last name|family name|اسم عائله|عائله|كنيه|لقب|نسبه")},
	{FirstName, words("voornaam|voornamen|roepnaam|first name|given name|اسم اول|اسم شخصي")},
	{FullName, words("naam|name.|hoe heet|اسم")},
	{KindCol, words("ik ben|rol.|moeder|vader|ouder of|relatie|i am|role|relation|mother|father|parent or|انا|صفه|صله|قرابه|ام او اب")},
	{FullName, words("deelnemer|participant|ouder.|parent.|مشارك")},
	{NoteCol, words("opmerking|bijzonder|notitie|toelichting|vraag|vragen|wil je nog|anders nog|comment|note|notes|remark|question|anything else|ملاحظ|تعليق|سؤال|اسئله")},
}

// times are what Microsoft Forms writes before the account's mail and name.
var times = words("start time|completion time|begintijd|starttijd|voltooiingstijd|tijd van voltooien|وقت بدء|وقت انتهاء")

// GuessColumns tells for each heading what the column holds. A name, way, kind or
// language is taken from the first column that asks for it; phone, mail, child care
// and notes may have more than one. The mail and name that Microsoft Forms adds from
// somebody's account count only when the form did not ask.
func GuessColumns(header []string) []Column {
	out := make([]Column, len(header))
	account, seen := 0, false
	for i, h := range header {
		text := plainWords(h)
		if times.in(text) {
			account, seen = i+1, true
		}
		out[i] = guess(text)
	}
	if seen {
		withoutAccount(out, account)
	}
	settleNames(header, out)
	first := map[Column]bool{}
	for i, c := range out {
		if first[c] && !mayRepeat(c) {
			out[i] = Ignore
		}
		first[c] = true
	}
	return out
}

func guess(text string) Column {
	if text == " " || text == " id " || text == " nr " || text == " nummer " {
		return Ignore
	}
	for _, rule := range headings {
		if rule.has.in(text) {
			return rule.is
		}
	}
	return Ignore
}

// withoutAccount drops the account's mail and name, the first two columns behind the
// times, if the same is asked for later.
func withoutAccount(cols []Column, from int) {
	for i := from; i < min(from+2, len(cols)); i++ {
		later := cols[i+1:]
		if cols[i] == Email && slices.Contains(later, Email) ||
			cols[i] == FullName && (slices.Contains(later, FullName) || slices.Contains(later, FirstName)) {
			cols[i] = Ignore
		}
	}
}

func mayRepeat(c Column) bool {
	switch c {
	case FullName, FirstName, Prefix, FamilyName, KindCol, ThroughCol, ReadsCol, ChildrenCol:
		return false
	}
	return true
}

// settleNames sees to it that the parts of a name make one name. Beside a first name,
// "Naam" is the family name, as many Dutch forms mean it, unless that has a column
// too. One heading merged over neighbours is a name in pieces.
func settleNames(header []string, cols []Column) {
	for i := range cols {
		run := 1
		for i+run < len(cols) && header[i+run] == header[i] && cols[i+run] == FullName {
			run++
		}
		if cols[i] == FullName && run > 1 {
			copy(cols[i:i+run], pieces[min(run, 3)])
		}
	}
	full := slices.Index(cols, FullName)
	if full < 0 || !slices.Contains(cols, FirstName) {
		return
	}
	cols[full] = FamilyName
	if slices.Index(cols, FamilyName) != full || slices.Contains(cols[full+1:], FamilyName) {
		cols[full] = Ignore
	}
}

// pieces of a name under one heading, by how many columns it covers.
var pieces = map[int][]Column{2: {FirstName, FamilyName}, 3: {FirstName, Prefix, FamilyName}}
