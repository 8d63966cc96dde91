package page

import "kring/i18n"

// recordKinds are the records that people know by name; all others are counted together.
var recordKinds = []struct{ collection, id string }{
	{"courses", "rescue.kind.courses"},
	{"people", "rescue.kind.people"},
	{"marks", "rescue.kind.marks"},
	{"places", "rescue.kind.places"},
	{"visitors", "rescue.kind.visitors"},
	{"kitgroups", "rescue.kind.groups"},
	{"books", "rescue.kind.books"},
}

// kinds says how many there are of each kind, those that people know by name first.
func kinds(loc *i18n.Localizer, counts map[string]int) string {
	var said []string
	rest := 0
	for _, n := range counts {
		rest += n
	}
	for _, k := range recordKinds {
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
