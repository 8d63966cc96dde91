package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/plan"
)

// OwnStep is what an organisation made of a small step: one of its own, or a shipped one that
// it changed or hid. A changed one keeps the ID of the shipped one, and so its history.
type OwnStep struct {
	ID      string    `json:"id"`
	Title   plan.Text `json:"title,omitempty"` // empty: as it ships
	About   plan.Text `json:"about,omitempty"`
	Text    plan.Text `json:"text,omitempty"`
	Hidden  bool      `json:"hidden,omitempty"`  // is not suggested
	Removed bool      `json:"removed,omitempty"` // is only kept to name what was tried
}

// ListedStep is a small step as a list of them shows it.
type ListedStep struct {
	SmallStep
	Own     bool // of the organisation
	Changed bool // shipped, in other words
	Hidden  bool
	Helped  int // how often, in all groups
}

// What can be wrong with a small step of one's own.
var (
	ErrStepTitle = errors.New("a small step needs a title")
	ErrStepBlank = errors.New("a blank that Kring cannot fill in")
)

// ownPrefix begins the ID of a step that does not ship.
const ownPrefix = "own-"

// Own tells whether a step does not ship.
func (x OwnStep) Own() bool { return strings.HasPrefix(x.ID, ownPrefix) }

// Validate checks what a form can get wrong; errors.Is tells which.
func (x OwnStep) Validate() error {
	switch {
	case x.Title.In(plan.Fallback) == "" && (x.Own() || len(x.About)+len(x.Text) > 0):
		return ErrStepTitle
	case !fillable(x.Text):
		return ErrStepBlank
	}
	return nil
}

// Steps are the small steps that can be suggested: the organisation's own, then those that
// ship, without the hidden ones.
func (s *Store) Steps(shipped []SmallStep) []SmallStep {
	var out []SmallStep
	for _, x := range s.ListSteps(shipped) {
		if !x.Hidden {
			out = append(out, x.SmallStep)
		}
	}
	return out
}

// ListSteps lists all small steps, the organisation's own first, those hidden too.
func (s *Store) ListSteps(shipped []SmallStep) []ListedStep {
	helped := map[string]int{}
	for _, x := range s.steps.All() {
		if x.Helped == Yes {
			helped[x.StepID]++
		}
	}
	var out []ListedStep
	for _, x := range s.ownSteps.All() {
		if x.Own() && !x.Removed {
			out = append(out, ListedStep{SmallStep: x.small(), Own: true, Hidden: x.Hidden, Helped: helped[x.ID]})
		}
	}
	slices.SortFunc(out, func(a, b ListedStep) int { return strings.Compare(a.ID, b.ID) })
	for _, small := range shipped {
		l := ListedStep{SmallStep: small, Helped: helped[small.ID]}
		if x, ok := s.ownSteps.Get(small.ID); ok {
			if l.Changed = len(x.Title) > 0; l.Changed {
				l.SmallStep = x.small()
			}
			l.Hidden = x.Hidden
		}
		out = append(out, l)
	}
	return out
}

// StepNamed finds a step by its ID, also one that is hidden or was removed since; one that a
// later Kring ships is called by its ID.
func (s *Store) StepNamed(shipped []SmallStep, id string) SmallStep {
	if x, ok := s.ownSteps.Get(id); ok && len(x.Title) > 0 {
		return x.small()
	}
	if at := slices.IndexFunc(shipped, func(x SmallStep) bool { return x.ID == id }); at >= 0 {
		return shipped[at]
	}
	return SmallStep{ID: id, Title: plan.Text{plan.Fallback: id}}
}

func (x OwnStep) small() SmallStep {
	return SmallStep{ID: x.ID, Title: x.Title, About: x.About, Text: x.Text}
}

// KeepStep adds a step of one's own (empty ID), or changes any step: what is said of it, not
// whether it is hidden.
func (s *Store) KeepStep(small SmallStep) error {
	kind := "action.ownstep.update"
	if small.ID == "" {
		small.ID, kind = ownPrefix+vault.NewID(), "action.ownstep.add"
	}
	was, _ := s.ownSteps.Get(small.ID)
	x := OwnStep{ID: small.ID, Title: tidy(small.Title), About: tidy(small.About), Text: filled(small.Text), Hidden: was.Hidden}
	if len(x.Title) == 0 {
		return ErrStepTitle
	}
	return s.putStep(kind, x, x.Title.In(plan.Fallback))
}

// filled is a text to send with its blanks as they are kept.
func filled(t plan.Text) plan.Text {
	out := tidy(t)
	for lang, said := range out {
		out[lang] = readBlanks(said)
	}
	return out
}

// tidy trims what was typed and leaves out the languages in which nothing was.
func tidy(t plan.Text) plan.Text {
	out := plan.Text{}
	for lang, said := range t {
		if said = strings.TrimSpace(said); said != "" {
			out[lang] = said
		}
	}
	return out
}

// HideStep keeps a step from being suggested, or lets it be suggested again.
func (s *Store) HideStep(small SmallStep, hidden bool) error {
	x, ok := s.ownSteps.Get(small.ID)
	if !ok {
		x = OwnStep{ID: small.ID}
	}
	x.Hidden = hidden
	kind := "action.ownstep.show"
	if hidden {
		kind = "action.ownstep.hide"
	}
	if !x.Own() && !x.Hidden && len(x.Title) == 0 { // as it ships
		return s.forgetStep(kind, x, small.Title.In(plan.Fallback))
	}
	return s.putStep(kind, x, small.Title.In(plan.Fallback))
}

// RemoveOwn takes a step of one's own away; a shipped one is again as it ships. What was tried
// keeps its name.
func (s *Store) RemoveOwn(id string) error {
	x, ok := s.ownSteps.Get(id)
	if !ok {
		return fmt.Errorf("small step %s: %w", id, ErrNotFound)
	}
	name := x.Title.In(plan.Fallback)
	if !x.Own() {
		return s.forgetStep("action.ownstep.restore", x, name)
	}
	for _, t := range s.steps.All() {
		if t.StepID == id {
			x.Removed = true
			return s.putStep("action.ownstep.delete", x, name)
		}
	}
	return s.forgetStep("action.ownstep.delete", x, name)
}

func (s *Store) putStep(kind string, x OwnStep, name string) error {
	if err := x.Validate(); err != nil {
		return err
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", name), func(tx *vault.Tx) error {
		return s.ownSteps.Put(tx, x.ID, x)
	})
	return vault.While(err, "keeping a small step")
}

func (s *Store) forgetStep(kind string, x OwnStep, name string) error {
	err := s.vault.Do(vault.NewAction(kind, "Name", name), func(tx *vault.Tx) error {
		return s.ownSteps.Delete(tx, x.ID)
	})
	return vault.While(err, "forgetting a small step of one's own")
}
