package course

import (
	"strings"
	"time"

	"kring/internal/vault"
)

// BackFor is for how many days a deleted course can be brought back.
const BackFor = 30

// Gone is a course that was deleted not long ago.
type Gone struct {
	Seq  uint64 // of the action that deleted it
	ID   string
	Name string
	At   time.Time
}

// Deleted lists the courses that were deleted in the last days and are still away, the last
// first.
func (s *Store) Deleted(now time.Time) ([]Gone, error) {
	entries, err := s.vault.Since(actionDelete, now.AddDate(0, 0, -BackFor))
	if err != nil {
		return nil, vault.While(err, "looking for deleted courses")
	}
	var out []Gone
	seen := map[string]bool{}
	for _, e := range entries {
		for _, c := range e.Changes {
			if _, there := s.courses.Get(c.Key); c.Collection != colCourses || there || seen[c.Key] {
				continue
			}
			seen[c.Key] = true
			out = append(out, Gone{e.Seq, c.Key, e.Action.Args["Name"], e.At})
		}
	}
	return out, nil
}

// BringBack brings a deleted course back with all that went with it, whatever was done since;
// but for people who are gone themselves.
func (s *Store) BringBack(g Gone) error {
	err := s.vault.Revive(vault.NewAction("action.course.back", "Name", g.Name), g.Seq, func(c vault.Change) bool {
		if c.Collection != colEnrolments && c.Collection != colMarks {
			return true
		}
		_, person, _ := strings.Cut(c.Key, "+")
		_, there := s.people.Get(person)
		return there
	})
	return vault.While(err, "bringing a course back")
}

// actionDelete is the action that deletes a course.
const actionDelete = "action.course.delete"
