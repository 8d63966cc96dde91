package people

import (
	"slices"
	"strings"

	"kring/internal/sheet"
)

// Row is what one line of the list becomes. Person.ID is set when the row is taken
// for somebody who is known: then that person is enrolled and not a new one made.
type Row struct {
	Line     int      // in the file, from 1
	Cells    []string // as they stand in the file
	Person   Person
	Problems []Problem
	Known    []Match // the surest first
	Take     bool    // import it; a default that people may change

	name nameParts
	key  string // nameKey of the person's name
}

// Bad tells whether the row cannot be imported as it is.
func (r Row) Bad() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code.Stops() }) || strings.TrimSpace(r.Person.Name) == ""
}

// Preview reads each row of a table, finds doubts, doubles and people who are already
// known. There is a row for every row of the table, in its order. It takes a time
// that grows with rows and people, not with their product.
func Preview(t sheet.Table, cols []Column, known []Person) []Row {
	k := newKnown(known)
	if len(t.Rows) > fewRows {
		k.indexAlike()
	}
	seen := newSeen()
	rows := make([]Row, len(t.Rows))
	for i, cells := range t.Rows {
		r := Row{Line: i + 1, Cells: cells}
		if i < len(t.Lines) {
			r.Line = t.Lines[i]
		}
		if i < len(t.Hidden) && t.Hidden[i] {
			r.doubt(HiddenRow, Ignore, "")
		}
		for c, col := range cols {
			if c < len(cells) {
				r.set(col, cells[c])
			}
		}
		r.judge(k, seen)
		rows[i] = r
	}
	return rows
}

// Mend puts another value in one column of a row, "" to empty it, and judges the row
// anew: Known, Problems and Take are what Preview would say. others are the list's
// rows, if doubles are to be found; the row itself, by its line, and rows that are
// not taken do not count.
func (r Row) Mend(col Column, value string, known []Person, others ...Row) Row {
	r.Problems = slices.DeleteFunc(slices.Clone(r.Problems), func(p Problem) bool {
		return p.Column == col || p.Column == FullName && col.isName() || p.Code.aboutOthers() || p.Code == HiddenRow
	})
	r.Person.ID, r.Known = "", nil
	r.clear(col)
	r.set(col, value)
	seen := newSeen()
	for _, o := range others {
		if o.Take && o.Line != r.Line {
			o.key = nameKey(o.Person.Name)
			seen.add(o)
		}
	}
	r.judge(newKnown(known), seen)
	return r
}

// Choose says which known person a row means; "" makes a new one.
func (r Row) Choose(personID string) Row {
	r.Person.ID = personID
	return r
}

// judge adds what only shows beside the other rows and the people in the vault.
func (r *Row) judge(k *known, seen *seen) {
	r.judgeName()
	r.key = nameKey(r.Person.Name)
	if !r.Bad() {
		r.Known = k.matches(r.Person, r.key)
		r.Person.ID = onlySure(r.Known)
		if other, code := seen.find(*r); code != "" {
			r.Problems = append(r.Problems, Problem{code, FullName, r.Person.Name, other})
		}
		seen.add(*r)
	}
	r.Take = !r.Bad() && !slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code.leavesOut() })
}

func (r *Row) judgeName() {
	r.Problems = slices.DeleteFunc(r.Problems, func(p Problem) bool { return p.Code == NoName || p.Code == OddName })
	switch name := r.Person.Name; {
	case plainWords(name) == " ":
		r.doubt(NoName, FullName, strings.Join(r.Cells, " "))
	case strings.ContainsAny(Fold(name), "0123456789@") || len([]rune(name)) > 80:
		r.doubt(OddName, FullName, name)
	}
}

// onlySure gives the one person that the row surely is, "" for none or for two.
func onlySure(known []Match) string {
	id := ""
	for _, m := range known {
		if !m.Sure {
			continue
		}
		if id != "" {
			return ""
		}
		id = m.PersonID
	}
	return id
}

func (r *Row) doubt(code ProblemCode, col Column, value string) {
	r.Problems = append(r.Problems, Problem{Code: code, Column: col, Value: value})
}
