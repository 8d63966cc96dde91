package cafe

import (
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
)

// HiddenSkill says that a skill that ships with Kring is not asked here.
type HiddenSkill struct {
	SkillID string `json:"skill"`
}

// AllSkills lists those that ship with Kring and their own, by group; hidden ones as well.
func (s *Store) AllSkills(lang string, compare func(a, b string) int) []Skill {
	own := byName(s.skills.All(), compare, func(k Skill) string { return k.Title.In(lang) })
	out := append(slices.Clone(s.shipped.skills), own...)
	slices.SortStableFunc(out, byGroup)
	return out
}

// Skills lists what the skills form asks here, by group.
func (s *Store) Skills(lang string, compare func(a, b string) int) []Skill {
	return slices.DeleteFunc(s.AllSkills(lang, compare), func(k Skill) bool { return s.HidesSkill(k.ID) })
}

// Skill finds one, hidden or not.
func (s *Store) Skill(id string) (Skill, bool) {
	if i, ok := s.shipped.skillAt[id]; ok {
		return s.shipped.skills[i], true
	}
	return s.skills.Get(id)
}

// HidesSkill tells whether a skill is not asked here.
func (s *Store) HidesSkill(id string) bool {
	_, ok := s.hidden.Get(id)
	return ok
}

// HideSkill leaves a skill out of the form, or asks it again. What was said of it stays.
func (s *Store) HideSkill(k Skill, hide bool) error {
	err := s.vault.Do(vault.NewAction("action.skill.hide", "Name", k.Title.In("nl")), func(tx *vault.Tx) error {
		if hide {
			return s.hidden.Put(tx, k.ID, HiddenSkill{k.ID})
		}
		return s.hidden.Delete(tx, k.ID)
	})
	return vault.While(err, "hiding a skill")
}

// SaveSkill adds a skill of their own (empty ID) or changes one.
func (s *Store) SaveSkill(k Skill) (Skill, error) {
	k.Own = true
	if err := k.Validate(); err != nil {
		return k, err
	}
	if k.ID == "" {
		k.ID = vault.NewID()
	}
	err := s.vault.Do(vault.NewAction("action.skill", "Name", k.Title.In("nl")), func(tx *vault.Tx) error { return s.skills.Put(tx, k.ID, k) })
	return k, vault.While(err, "saving a skill")
}

// DeleteSkill removes one of their own, with what people said of themselves at it.
func (s *Store) DeleteSkill(k Skill) error {
	err := s.vault.Do(vault.NewAction("action.skill.delete", "Name", k.Title.In("nl")), func(tx *vault.Tx) error {
		if err := dropThose(tx, s.ratings, "", func(r Rating) bool { return r.SkillID == k.ID }); err != nil {
			return err
		}
		if err := s.hidden.Delete(tx, k.ID); err != nil {
			return err
		}
		return s.skills.Delete(tx, k.ID)
	})
	return vault.While(err, "deleting a skill")
}

// Rating is what somebody said of themselves at a skill.
func (s *Store) Rating(holderID, skillID string) Rating {
	if r, ok := s.ratings.Get(key(holderID, skillID)); ok {
		return r
	}
	return Rating{HolderID: holderID, SkillID: skillID}
}

// SkillTalks are when somebody's form was discussed, the latest first.
func (s *Store) SkillTalks(holderID string) []SkillTalk {
	var out []SkillTalk
	for _, t := range s.talks.Prefix(holderID + "+") {
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b SkillTalk) int { return b.Date.Compare(a.Date) })
	return out
}

// SkillForm is what somebody filled in. Talk has a date where it was discussed.
type SkillForm struct {
	HolderID string
	Ratings  []Rating
	Talk     SkillTalk
}

// SaveSkillForm keeps a form as one action: only what was changed on it is written, so that
// what another laptop wrote meanwhile stays.
func (s *Store) SaveSkillForm(f SkillForm) error {
	h, ok := s.holders.Get(f.HolderID)
	if !ok {
		return fmt.Errorf("space-holder %s: %w", f.HolderID, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.skillform", "Name", h.Name), func(tx *vault.Tx) error {
		for _, r := range f.Ratings {
			if err := s.rate(tx, f.HolderID, r); err != nil {
				return err
			}
		}
		t := f.Talk
		t.HolderID, t.With = f.HolderID, strings.TrimSpace(t.With)
		at := key(f.HolderID, t.Date.String())
		if was, there := s.talks.Get(at); t.Date.IsZero() || there && was == t {
			return nil
		}
		return s.talks.Put(tx, at, t)
	})
	return vault.While(err, "saving a skills form")
}

func (s *Store) rate(tx *vault.Tx, holderID string, r Rating) error {
	r.HolderID, r.Example = holderID, strings.TrimSpace(r.Example)
	at := key(holderID, r.SkillID)
	was, there := s.ratings.Get(at)
	switch {
	case was == r || !there && r.Empty():
		return nil
	case r.Empty():
		return s.ratings.Delete(tx, at)
	}
	return s.ratings.Put(tx, at, r)
}

// dropForm deletes the form of somebody who goes.
func (s *Store) dropForm(tx *vault.Tx, holderID string) error {
	if err := drop(s.ratings)(tx, holderID+"+"); err != nil {
		return err
	}
	return drop(s.talks)(tx, holderID+"+")
}

// withSkills adds to somebody what they said of themselves.
func (s *Store) withSkills(h Holder) Holder {
	h.Skills = nil
	for _, r := range s.ratings.Prefix(h.ID + "+") {
		if !s.HidesSkill(r.SkillID) {
			h.Skills = append(h.Skills, r)
		}
	}
	return h
}

// SkillsOf are the skills that an activity asks for: its own where somebody chose them, else
// those of its idea.
func (s *Store) SkillsOf(a Activity) []string {
	if a.OwnSkills {
		return a.Skills
	}
	x, _ := s.Idea(a.IdeaID)
	return x.Skills
}

// needed adds to evenings the skills that their activities ask for, by group.
// It adds none as long as nobody has filled in a skills form: then nothing is known.
func (s *Store) needed(all []Evening) {
	if s.ratings.Len() == 0 {
		return
	}
	asks := map[string][]Skill{}
	for i := range all {
		for _, a := range all[i].Activities {
			skills, known := asks[a.ID]
			if !known {
				skills = s.known(s.SkillsOf(a))
				asks[a.ID] = skills
			}
			for _, k := range skills {
				if !slices.ContainsFunc(all[i].Needs, func(has Skill) bool { return has.ID == k.ID }) {
					all[i].Needs = append(all[i].Needs, k)
				}
			}
		}
		slices.SortStableFunc(all[i].Needs, byGroup)
	}
}

// known are the skills with these ids that are asked here.
func (s *Store) known(ids []string) []Skill {
	var out []Skill
	for _, id := range ids {
		if k, ok := s.Skill(id); ok && !s.HidesSkill(id) {
			out = append(out, k)
		}
	}
	return out
}
