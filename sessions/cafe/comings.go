package cafe

import (
	"slices"
	"strings"
	"sync"

	"kring/sessions/calendar"
)

// comings are the visits of each visitor, so that the first of somebody is found without
// going through everybody's. They are gathered when they are first asked for and follow the
// vault from then on. Which visit is somebody's first is never stored: one that is written
// later for an earlier evening, moved or taken back would make it wrong.
type comings struct {
	mu    sync.Mutex
	keys  map[string][]string // of visits, by visitor; nil: not gathered yet
	first map[string]string   // the key of the first visit, of those who were asked for
}

// follow keeps what is known of visits right while the vault changes.
func (s *Store) follow() {
	s.visits.Watch(func(k string, _ Visit, _ bool) { s.comings.changed(s, k) })
	s.exceptions.Watch(func(string, Exception, bool) { s.comings.moved() })
}

// changed looks at one visit again.
func (c *comings) changed(s *Store, k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.keys == nil {
		return
	}
	who := k[strings.LastIndex(k, "+")+1:]
	delete(c.first, who)
	_, there := s.visits.Get(k)
	at := slices.Index(c.keys[who], k)
	switch {
	case there && at < 0:
		c.keys[who] = append(c.keys[who], k)
	case !there && at >= 0:
		c.keys[who] = slices.Delete(c.keys[who], at, at+1)
	}
}

// moved forgets which visits are the first: an evening is on another date, or off.
func (c *comings) moved() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.first)
}

// gather goes through all visits, once. The lock is held.
func (c *comings) gather(s *Store) {
	if c.keys != nil {
		return
	}
	c.keys, c.first = map[string][]string{}, map[string]string{}
	for k, v := range s.visits.All() {
		c.keys[v.VisitorID] = append(c.keys[v.VisitorID], k)
	}
}

// visitsOf are the visits of somebody whose keys begin alike ("": all), in no order.
func (s *Store) visitsOf(visitorID, prefix string) []Visit {
	s.comings.mu.Lock()
	s.comings.gather(s)
	keys := slices.Clone(s.comings.keys[visitorID])
	s.comings.mu.Unlock()
	var out []Visit
	for _, k := range keys {
		if !strings.HasPrefix(k, prefix) {
			continue
		}
		if v, ok := s.visits.Get(k); ok {
			out = append(out, v)
		}
	}
	return out
}

// First tells whether a visit is the first that somebody made, at any place. It is nobody's
// who came before their name was kept. An evening that was cancelled has no visits.
func (s *Store) First(v Visit) bool {
	if who, ok := s.visitors.Get(v.VisitorID); !ok || who.Before {
		return false
	}
	return s.comings.firstOf(s, v.VisitorID) == v.key()
}

// firstOf is the key of somebody's first visit; "": they have none.
func (c *comings) firstOf(s *Store, visitorID string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gather(s)
	if k, known := c.first[visitorID]; known {
		return k
	}
	var first string
	var on calendar.Date
	for _, k := range c.keys[visitorID] {
		v, ok := s.visits.Get(k)
		d, held := s.dateOf(v.PlaceID, v.Date)
		if !ok || !held {
			continue
		}
		if by := d.Compare(on); first == "" || by < 0 || by == 0 && k < first {
			first, on = k, d
		}
	}
	c.first[visitorID] = first
	return first
}

// Came tells how often somebody came, and when and where they did last; a date that is zero:
// never.
func (s *Store) Came(visitorID string) (times int, last calendar.Date, at Place) {
	for _, v := range s.visitsOf(visitorID, "") {
		d, held := s.dateOf(v.PlaceID, v.Date)
		if !held {
			continue
		}
		times++
		if last.IsZero() || d.Compare(last) > 0 {
			last = d
			at, _ = s.places.Get(v.PlaceID)
		}
	}
	return times, last, at
}
