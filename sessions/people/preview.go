package people

import (
	"slices"
	"strings"

	"kring/internal/sheet"
)

// ProblemCode says what is doubtful about a value, or wrong with a row.
type ProblemCode string

// The problems. Only NoName stops a row from being imported.
const (
	NoName       ProblemCode = "noname"
	BadPhone     ProblemCode = "phone"
	BadEmail     ProblemCode = "email"
	BadKind      ProblemCode = "kind"
	BadThrough   ProblemCode = "through"
	BadLanguage  ProblemCode = "language"
	BadChildCare ProblemCode = "childcare"
	Twice        ProblemCode = "twice" // the same person stands in the list before
)

// Problem is one doubt, with the column and the value as it was written.
type Problem struct {
	Code   ProblemCode
	Column Column
	Value  string
}

// Why a row may be somebody who is already known.
type Why string

// Why a person is taken for one who is known, the surest first.
const (
	SamePhone Why = "phone"
	SameEmail Why = "email"
	SameName  Why = "name"
)

// Match is somebody who is probably meant.
type Match struct {
	PersonID string
	Name     string
	Why      Why
}

// Row is what one line of the list becomes. Person.ID is set when a match was
// chosen: then that person is enrolled and not a new one made.
type Row struct {
	Line     int // in the file, from 1
	Cells    []string
	Person   Person
	Problems []Problem
	Known    []Match
	Take     bool
}

// Bad tells whether the row cannot be imported as it is.
func (r Row) Bad() bool { return strings.TrimSpace(r.Person.Name) == "" }

// Preview reads each row of a table, finds doubts, doubles and people who are
// already known. No row is left out.
func Preview(t sheet.Table, cols []Column, known []Person) []Row {
	x := newMatcher(known)
	rows := make([]Row, len(t.Rows))
	for i, cells := range t.Rows {
		r := Row{Line: i + 1, Cells: cells}
		if i < len(t.Lines) {
			r.Line = t.Lines[i]
		}
		for c, col := range cols {
			if c < len(cells) {
				r.set(col, cells[c])
			}
		}
		rows[i] = x.judge(r)
	}
	return rows
}

// Mend changes one value of a row and judges the row anew.
func (r Row) Mend(col Column, value string, known []Person) Row {
	r.Problems = slices.DeleteFunc(slices.Clone(r.Problems), func(p Problem) bool { return p.Column == col || p.Code == Twice })
	r.Person.ID, r.Known = "", nil
	if col == FullName {
		r.Person.Name = ""
	}
	r.set(col, value)
	return newMatcher(known).judge(r)
}

// Choose says which known person a row means; "" makes a new one.
func (r Row) Choose(personID string) Row {
	r.Person.ID = personID
	return r
}

func (r *Row) doubt(code ProblemCode, col Column, value string) {
	r.Problems = append(r.Problems, Problem{code, col, value})
}

func (r *Row) set(col Column, value string) {
	value = strings.Join(strings.Fields(value), " ")
	if value == "" {
		return
	}
	p := &r.Person
	switch col {
	case FullName, FirstName, Prefix, FamilyName:
		p.Name = strings.TrimSpace(p.Name + " " + turned(col, value))
	case Phone:
		r.setPhone(value)
	case Email:
		r.setEmail(value)
	case NoteColumn:
		p.Note = value
	default:
		r.setChoice(col, value)
	}
}

// turned makes "Vries, Anna de" into "Anna de Vries".
func turned(col Column, name string) string {
	family, given, ok := strings.Cut(name, ",")
	if col != FullName || !ok {
		return name
	}
	return strings.TrimSpace(given) + " " + strings.TrimSpace(family)
}

func (r *Row) setPhone(value string) {
	phone, ok := NormalPhone(value)
	r.Person.Phone = phone
	if !ok {
		r.doubt(BadPhone, Phone, value)
	}
}

func (r *Row) setEmail(value string) {
	r.Person.Email = strings.TrimPrefix(value, "mailto:")
	if !ValidEmail(r.Person.Email) {
		r.doubt(BadEmail, Email, value)
	}
}

func (r *Row) setChoice(col Column, value string) {
	p, ok := &r.Person, true
	switch col {
	case KindColumn:
		if p.Kind, ok = kindWords.of(value); !ok {
			p.Kind = OtherKind
			r.doubt(BadKind, col, value)
		}
	case ThroughColumn:
		if p.Through, ok = throughWords.of(value); !ok {
			p.Through = OtherThrough
			r.doubt(BadThrough, col, value)
		}
	case ReadsColumn:
		var unknown string
		if p.Reads, unknown = languages(value); unknown != "" {
			r.doubt(BadLanguage, col, unknown)
		}
	case ChildCareColumn, ChildrenColumn:
		n, yes, ok := children(value)
		p.ChildCare, p.Children = p.ChildCare || yes, max(p.Children, n)
		if !ok {
			r.doubt(BadChildCare, col, value)
		}
	}
}
