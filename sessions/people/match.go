package people

import "strings"

// matcher finds people by phone, mail and folded name without comparing each with
// each: 5,000 rows against 24,000 people take a map's time.
type matcher struct {
	byPhone, byEmail, byName map[string][]Person
	seen                     map[string]bool // rows before, by name and contact
}

func newMatcher(known []Person) *matcher {
	m := &matcher{map[string][]Person{}, map[string][]Person{}, map[string][]Person{}, map[string]bool{}}
	for _, p := range known {
		if p.Phone != "" {
			m.byPhone[p.Phone] = append(m.byPhone[p.Phone], p)
		}
		if p.Email != "" {
			m.byEmail[Fold(p.Email)] = append(m.byEmail[Fold(p.Email)], p)
		}
		m.byName[nameKey(p.Name)] = append(m.byName[nameKey(p.Name)], p)
	}
	return m
}

// nameKey ignores prefixes and the order of words: "Vries, A. de" and "A de Vries"
// are one.
func nameKey(name string) string {
	words := strings.Fields(strings.Map(letters, Fold(name)))
	var kept []string
	for _, w := range words {
		if !isPrefix(w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

func letters(r rune) rune {
	if strings.ContainsRune(".,-'", r) {
		return ' '
	}
	return r
}

// judge adds what only shows beside the other rows and the people in the vault.
func (m *matcher) judge(r Row) Row {
	r.Take = !r.Bad()
	if r.Bad() {
		r.doubt(NoName, FullName, strings.Join(r.Cells, " "))
		return r
	}
	r.Known = m.known(r.Person)
	if len(r.Known) > 0 && r.Known[0].Why != SameName || len(r.Known) == 1 {
		r.Person.ID = r.Known[0].PersonID
	}
	for _, k := range m.keys(r.Person) {
		if m.seen[k] {
			r.doubt(Twice, FullName, r.Person.Name)
			r.Take = false
			break
		}
	}
	for _, k := range m.keys(r.Person) {
		m.seen[k] = true
	}
	return r
}

// keys under which two rows are one person: the same name with the same phone or
// mail, or the same name alone. A family may share a phone.
func (m *matcher) keys(p Person) []string {
	return []string{nameKey(p.Name)}
}

func (m *matcher) known(p Person) []Match {
	var out []Match
	seen := map[string]bool{}
	add := func(people []Person, why Why) {
		for _, k := range people {
			if seen[k.ID] || why != SameName && !shareWord(k.Name, p.Name) {
				continue
			}
			seen[k.ID] = true
			out = append(out, Match{k.ID, k.Name, why})
		}
	}
	if p.Phone != "" {
		add(m.byPhone[p.Phone], SamePhone)
	}
	if p.Email != "" {
		add(m.byEmail[Fold(p.Email)], SameEmail)
	}
	add(m.byName[nameKey(p.Name)], SameName)
	return out
}

// shareWord keeps two members of a family with one phone apart: they have the same
// phone but another first name.
func shareWord(a, b string) bool {
	first := func(s string) string { w, _, _ := strings.Cut(nameKey(s), " "); return w }
	x, y := first(a), first(b)
	return x != "" && y != "" && (x == y || x[:1] == y[:1] && (len(x) <= 2 || len(y) <= 2))
}
