package kit

import (
	"fmt"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// SaveMember adds somebody to a group (empty ID) or changes what they want.
func (s *Store) SaveMember(m Member) error {
	if _, ok := s.groups.Get(m.GroupID); !ok {
		return fmt.Errorf("group %s: %w", m.GroupID, ErrNotFound)
	}
	kind := "action.member.update"
	if m.ID == "" {
		kind = "action.member.add"
	}
	isNew := m.ID == ""
	if err := m.settle(); err != nil {
		return err
	}
	if isNew {
		if err := s.alone(m); err != nil {
			return err
		}
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", m.Name), func(tx *vault.Tx) error {
		return s.members.Put(tx, key(m.GroupID, m.ID), m)
	})
	return vault.While(err, "saving a member of a support group")
}

// settle trims and checks a member, and gives one that is new its ID.
func (m *Member) settle() error {
	m.Name = strings.TrimSpace(m.Name)
	switch {
	case m.ID != "":
	case m.PersonID != "":
		m.ID = m.PersonID
	default:
		m.ID = vault.NewID()
	}
	return m.Validate()
}

// RemoveMember takes somebody out of a group; a group whose contact goes has none until
// somebody else is.
func (s *Store) RemoveMember(m Member) error {
	err := s.vault.Do(vault.NewAction("action.member.delete", "Name", m.Name), func(tx *vault.Tx) error {
		if g, ok := s.groups.Get(m.GroupID); ok && g.Contact != "" && g.Contact == m.Name {
			g.Contact, g.Phone = "", ""
			if err := s.groups.Put(tx, g.ID, g); err != nil {
				return err
			}
		}
		return s.members.Delete(tx, key(m.GroupID, m.ID))
	})
	return vault.While(err, "taking somebody out of a support group")
}

// Stop says that somebody does not want the toolkit any more, as of a day.
func (s *Store) Stop(m Member, on calendar.Date) error {
	if !m.Wants() {
		return ErrWithdrawn
	}
	m.Withdrawn = on
	if on.Compare(m.Since) < 0 {
		m.Withdrawn = m.Since
	}
	return s.SaveMember(m)
}
