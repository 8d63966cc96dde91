package course

import (
	"strings"
	"sync"

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

// index keeps folded names in memory; the vault's own events keep it true.
type index struct {
	mu     sync.RWMutex
	people map[string]indexed
	stop   []func()
	store  *Store
}

type indexed struct{ name, folded string }

func newIndex(s *Store) *index {
	x := &index{store: s, people: make(map[string]indexed, s.people.Len())}
	for id, p := range s.people.All() {
		x.people[id] = indexed{p.Name, people.Fold(p.Name)}
	}
	x.stop = append(x.stop, s.people.Watch(func(id string, p people.Person, deleted bool) {
		x.set(id, p.Name, deleted)
	}))
	return x
}

func (x *index) set(id, name string, deleted bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if deleted {
		delete(x.people, id)
		return
	}
	x.people[id] = indexed{name, people.Fold(name)}
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
	return append(append(s.findCourses(q, limit), s.search.find(q, limit)...), s.findSessions(q, lang, limit)...)
}

func (s *Store) findCourses(q string, limit int) []Found {
	var out []Found
	for _, c := range s.courses.All() {
		if strings.Contains(people.Fold(c.Name), q) || strings.Contains(people.Fold(c.Place), q) {
			out = append(out, Found{Kind: FoundCourse, ID: c.ID, CourseID: c.ID, Name: c.Name})
		}
	}
	return best(out, q, limit)
}

func (x *index) find(q string, limit int) []Found {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var out []Found
	for id, p := range x.people {
		if strings.Contains(p.folded, q) {
			out = append(out, Found{Kind: FoundPerson, ID: id, Name: p.name})
		}
	}
	return best(out, q, limit)
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
