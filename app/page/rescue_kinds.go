package page

import (
	"slices"

	"kring/i18n"
)

// recordKind is a collection, and what people call what is in it.
type recordKind struct{ collection, id string }

// recordKinds are the records that people know by name; all others are counted together.
var recordKinds = []recordKind{
	{"courses", "rescue.kind.courses"},
	{"people", "rescue.kind.people"},
	{"marks", "rescue.kind.marks"},
	{"places", "rescue.kind.places"},
	{"visitors", "rescue.kind.visitors"},
	{"kitgroups", "rescue.kind.groups"},
	{"books", "rescue.kind.books"},
}

// theirKinds are those with what belongs to them: where something is lost, that counts.
var theirKinds = append(slices.Clone(recordKinds), []recordKind{
	{"sessions", "rescue.kind.sessions"},
	{"enrolments", "rescue.kind.enrolments"},
	{"visits", "rescue.kind.visits"},
	{"holders", "rescue.kind.holders"},
	{"turns", "rescue.kind.turns"},
	{"translations", "rescue.kind.translations"},
}...)

// kinds says how many there are of each kind, those that people know by name first.
func kinds(loc *i18n.Localizer, counts map[string]int) string {
	return kindsOf(loc, recordKinds, counts)
}

func kindsOf(loc *i18n.Localizer, of []recordKind, counts map[string]int) string {
	var said []string
	rest := 0
	for _, n := range counts {
		rest += n
	}
	for _, k := range of {
		if n := counts[k.collection]; n > 0 {
			said = append(said, loc.T("rescue.kindcount", "Kind", loc.T(k.id), "Count", loc.Int(n)))
			rest -= n
		}
	}
	if rest > 0 || len(said) == 0 {
		said = append(said, loc.T("rescue.kindcount", "Kind", loc.T("rescue.kind.rest"), "Count", loc.Int(rest)))
	}
	return loc.Facts(said...)
}
