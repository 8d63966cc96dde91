package people

// seen remembers the rows before, to find doubles within a list.
type seen struct {
	byName  map[string][]Row
	byPhone map[string][]Row
	byEmail map[string][]Row
}

func newSeen() *seen {
	return &seen{byName: map[string][]Row{}, byPhone: map[string][]Row{}, byEmail: map[string][]Row{}}
}

// maxSeen bounds how many rows are kept under one key: where hundreds share a number
// the first ones tell enough.
const maxSeen = 20

func (s *seen) add(r Row) {
	keep := func(m map[string][]Row, key string) {
		if key != "" && len(m[key]) < maxSeen {
			m[key] = append(m[key], Row{Line: r.Line, Person: r.Person, key: r.key})
		}
	}
	keep(s.byName, r.key)
	keep(s.byPhone, phoneKey(r.Person))
	keep(s.byEmail, emailKey(r.Person))
}

// find tells which row before is the same person: the same name without another
// phone or mail, or the same phone or mail with the same first name. The same name
// with another phone or mail is a Namesake. "" when there is none.
func (s *seen) find(r Row) (line int, code ProblemCode) {
	for _, o := range s.byName[r.key] {
		if !conflict(o.Person, r.Person) {
			return o.Line, Twice
		}
		line, code = o.Line, Namesake
	}
	for _, same := range [][]Row{s.byPhone[phoneKey(r.Person)], s.byEmail[emailKey(r.Person)]} {
		for _, o := range same {
			if sameFirst(o.key, r.key) {
				return o.Line, Twice
			}
		}
	}
	return line, code
}
