package course

import (
	"strings"

	"kring/sessions/people"
)

// Found is one answer of Search.
type Found struct {
	Kind      FoundKind
	ID        string // of the course, person or session
	CourseID  string // of a session's course
	Name      string
	SessionNo int
}

// FoundKind says what was found.
type FoundKind int

// What Search finds, in the order in which it answers.
const (
	FoundCourse FoundKind = iota
	FoundPerson
	FoundSession
)

// index keeps names in memory; the vault's own events keep it true.
type index struct {
	people, courses *names
	stop            []func()
}

func newIndex(s *Store) *index {
	var who, courses []named
	for id, p := range s.people.All() {
		who = append(who, fold(id, p.Name, ""))
	}
	for id, c := range s.courses.All() {
		courses = append(courses, fold(id, c.Name, c.Place))
	}
	x := &index{people: newNames(who), courses: newNames(courses)}
	x.stop = append(x.stop,
		s.people.Watch(func(id string, p people.Person, deleted bool) { x.people.follow(fold(id, p.Name, ""), deleted) }),
		s.courses.Watch(func(id string, c Course, deleted bool) { x.courses.follow(fold(id, c.Name, c.Place), deleted) }))
	return x
}

func (x *index) close() {
	for _, stop := range x.stop {
		stop()
	}
}

// Search finds courses, people and sessions by any part of a name or theme,
// without regard to accents or case, at most limit of each kind. Names that
// begin with what was typed come first.
func (s *Store) Search(query, lang string, limit int) []Found {
	q := people.Fold(strings.TrimSpace(query))
	if q == "" {
		return nil
	}
	var out []Found
	for _, n := range s.search.courses.find(q, limit) {
		out = append(out, Found{Kind: FoundCourse, ID: n.id, CourseID: n.id, Name: n.name})
	}
	for _, n := range s.search.people.find(q, limit) {
		out = append(out, Found{Kind: FoundPerson, ID: n.id, Name: n.name})
	}
	return append(out, s.findSessions(q, lang, limit)...)
}

// findSessions looks in the themes, which belong to programmes: so few that a
// course is only visited when its programme has a theme that fits.
func (s *Store) findSessions(q, lang string, limit int) []Found {
	var out []Found
	themes := s.themesWith(q, lang)
	if len(themes) == 0 {
		return nil
	}
	for _, x := range s.sessions.All() {
		c, ok := s.courses.Get(x.CourseID)
		if !ok {
			continue
		}
		if theme, ok := themes[themeAt{c.Programme, x.Number}]; ok {
			out = append(out, Found{Kind: FoundSession, ID: x.ID, CourseID: c.ID, Name: theme + " · " + c.Name, SessionNo: x.Number})
		}
		if len(out) >= limit {
			break
		}
	}
	return out
}

type themeAt struct {
	programme string
	number    int
}

func (s *Store) themesWith(q, lang string) map[themeAt]string {
	out := map[themeAt]string{}
	for _, p := range s.programmes {
		for _, m := range p.Sessions {
			for _, text := range m.Theme {
				if strings.Contains(people.Fold(text), q) {
					out[themeAt{p.Key, m.Number}] = m.Theme.In(lang)
				}
			}
		}
	}
	return out
}
