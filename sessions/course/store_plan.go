package course

import (
	"fmt"

	"kring/internal/vault"
	"kring/sessions/plan"
)

// Template gives the programme's meeting that a session was made from.
func (s *Store) Template(x Session) (TemplateMeeting, bool) {
	c, ok := s.courses.Get(x.CourseID)
	if !ok {
		return TemplateMeeting{}, false
	}
	p, ok := s.Programme(c.Programme)
	if !ok {
		return TemplateMeeting{}, false
	}
	return p.Meeting(x.Number)
}

// Plan gives a session's blocks: the group's own version, or the template's.
// own tells which. The slice is the caller's to change.
func (s *Store) Plan(x Session) (blocks []plan.Block, own bool) {
	if p, ok := s.plans.Get(x.ID); ok {
		return plan.CloneAll(p.Blocks), true
	}
	m, _ := s.Template(x)
	return plan.CloneAll(m.Blocks), false
}

// SavePlan stores the group's own version; one that equals the template's is
// not kept as a copy.
func (s *Store) SavePlan(x Session, kind string, blocks []plan.Block) error {
	m, ok := s.Template(x)
	same := ok && plan.Equal(m.Blocks, blocks)
	err := s.vault.Do(vault.NewAction(kind, "Number", fmt.Sprint(x.Number)), func(tx *vault.Tx) error {
		if same {
			return s.dropPlan(tx, x.ID)
		}
		return s.plans.Put(tx, x.ID, SessionPlan{SessionID: x.ID, Blocks: blocks})
	})
	return vault.While(err, "saving the plan")
}

// ResetPlan goes back to the template's version.
func (s *Store) ResetPlan(x Session) error {
	err := s.vault.Do(vault.NewAction("action.plan.reset", "Number", fmt.Sprint(x.Number)), func(tx *vault.Tx) error {
		return s.dropPlan(tx, x.ID)
	})
	return vault.While(err, "going back to the template's plan")
}

func (s *Store) dropPlan(tx *vault.Tx, sessionID string) error {
	if _, ok := s.plans.Get(sessionID); !ok {
		return nil
	}
	return s.plans.Delete(tx, sessionID)
}

// Log gives what the duo wrote of a session.
func (s *Store) Log(sessionID string) Log {
	l, _ := s.logs.Get(sessionID)
	l.SessionID = sessionID
	return l
}

// SaveLog stores what the duo wrote of a session.
func (s *Store) SaveLog(l Log) error {
	if l == s.Log(l.SessionID) {
		return nil
	}
	err := s.vault.Do(vault.NewAction("action.log"), func(tx *vault.Tx) error {
		return s.logs.Put(tx, l.SessionID, l)
	})
	return vault.While(err, "saving the notes of a session")
}

// Task is the week's task of a session: the duo's own, or the programme's.
func (s *Store) Task(x Session, lang string) string {
	if l := s.Log(x.ID); l.Task != "" {
		return l.Task
	}
	m, _ := s.Template(x)
	return m.Task.In(lang)
}

// Carried is what the session before left for this one.
type Carried struct {
	From     Session
	Task     string
	LeftOver string
}

// CarriedOver gives the task and what was left over of the session before; ok is
// false for the first session.
func (s *Store) CarriedOver(x Session, lang string) (c Carried, ok bool) {
	for _, prev := range s.Sessions(x.CourseID) {
		if prev.Number == x.Number-1 {
			return Carried{From: prev, Task: s.Task(prev, lang), LeftOver: s.Log(prev.ID).LeftOver}, true
		}
	}
	return Carried{}, false
}
