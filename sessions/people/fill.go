package people

import (
	"slices"
	"strings"

	"kring/internal/sheet"
)

// nameParts are the pieces of a name, put together in the order of speaking whatever
// the order of the columns.
type nameParts struct{ full, first, prefix, family string }

func (n nameParts) String() string {
	return strings.Join(strings.Fields(strings.Join([]string{turned(n.full), n.first, n.prefix, n.family}, " ")), " ")
}

func (c Column) isName() bool { return c >= FullName && c <= FamilyName }

// set reads one cell into the person. An empty one changes nothing.
func (r *Row) set(col Column, value string) {
	value = strings.Join(strings.Fields(strings.Map(visible, value)), " ")
	if value == "" {
		return
	}
	switch col {
	case FullName:
		r.name.full = value
	case FirstName:
		r.name.first = value
	case Prefix:
		r.name.prefix = value
	case FamilyName:
		r.name.family = value
	case Phone:
		r.setPhone(value)
	case Email:
		r.setEmail(value)
	case NoteCol:
		r.Person.Note = strings.TrimPrefix(r.Person.Note+"; "+value, "; ")
	default:
		r.setChoice(col, value)
	}
	if col.isName() {
		r.Person.Name = r.name.String()
	}
}

// clear empties what a column filled.
func (r *Row) clear(col Column) {
	switch col {
	case FullName:
		r.name = nameParts{}
	case FirstName:
		r.name.first = ""
	case Prefix:
		r.name.prefix = ""
	case FamilyName:
		r.name.family = ""
	case Phone:
		r.Person.Phone = ""
	case Email:
		r.Person.Email = ""
	case KindCol:
		r.Person.Kind = ""
	case ThroughCol:
		r.Person.Through = ""
	case ReadsCol:
		r.Person.Reads = nil
	case ChildCareCol:
		r.Person.ChildCare, r.Person.Children = false, 0
	case ChildrenCol:
		r.Person.Children = 0
	case NoteCol:
		r.Person.Note = ""
	}
	if col.isName() {
		r.Person.Name = r.name.String()
	}
}

// visible drops the direction marks and zero-width spaces that copying from a chat
// leaves; the joiners that Persian and emoji need stay.
func visible(rn rune) rune {
	if rn == '\u200b' || sheet.Directional(rn) {
		return -1
	}
	return rn
}

// setPhone keeps the first good number of several columns. A bad one is kept as it
// was written, so that nothing is lost.
func (r *Row) setPhone(value string) {
	phone, ok := NormalPhone(value)
	if r.settled(Phone, r.Person.Phone, ok) {
		return
	}
	r.Person.Phone = phone
	if !ok {
		r.doubt(BadPhone, Phone, value)
	}
}

func (r *Row) setEmail(value string) {
	value = strings.TrimPrefix(value, "mailto:")
	if f := Fold(value); f == "anonymous" || f == "anoniem" || f == "مجهول" { // Microsoft Forms, without an account
		return
	}
	ok := ValidEmail(value)
	if r.settled(Email, r.Person.Email, ok) {
		return
	}
	r.Person.Email = value
	if !ok {
		r.doubt(BadEmail, Email, value)
	}
}

// settled tells that another column has filled a field already: a good value stays,
// and a bad one gives way, with its doubt, to a good one.
func (r *Row) settled(col Column, before string, better bool) bool {
	ofColumn := func(p Problem) bool { return p.Column == col }
	if before == "" {
		return false
	}
	if !better || !slices.ContainsFunc(r.Problems, ofColumn) {
		return true
	}
	r.Problems = slices.DeleteFunc(r.Problems, ofColumn)
	return false
}

func (r *Row) setChoice(col Column, value string) {
	p, ok := &r.Person, true
	switch col {
	case KindCol:
		if p.Kind, ok = kinds.of(value); !ok {
			p.Kind = OtherKind
			r.doubt(BadKind, col, value)
		}
	case ThroughCol:
		if p.Through, ok = throughs.of(value); !ok {
			p.Through = OtherThrough
			r.doubt(BadThrough, col, value)
		}
	case ReadsCol:
		var unknown string
		if p.Reads, unknown = languages(value); unknown != "" {
			r.doubt(BadLanguage, col, unknown)
		}
	case ChildCareCol:
		n, yes, ok := childCare(value)
		p.ChildCare, p.Children = p.ChildCare || yes, max(p.Children, n)
		if !ok {
			r.doubt(BadChildCare, col, value)
		}
	case ChildrenCol:
		n, ok := countChildren(value)
		p.Children = max(p.Children, n)
		if _, no := answers.of(value); !ok && !no && !years.in(plainWords(value)) {
			r.doubt(BadChildCare, col, value)
		}
	}
}
