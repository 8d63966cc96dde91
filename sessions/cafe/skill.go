package cafe

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"kring/internal/content"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// SkillGroup is a part of the skills form.
type SkillGroup string

// The groups.
const (
	WithPeople SkillGroup = "people"
	Calm       SkillGroup = "calm" // and safe
	Practice   SkillGroup = "practice"
	Path       SkillGroup = "path" // to help, and what stays here
)

// SkillGroups lists them in the order of the form.
func SkillGroups() []SkillGroup { return []SkillGroup{WithPeople, Calm, Practice, Path} }

// Skill is something that holding the atmosphere of an evening asks for: one that ships with
// Kring, or one of their own.
type Skill struct {
	ID      string     `json:"id" toml:"id"`
	Group   SkillGroup `json:"group" toml:"group"`
	Title   plan.Text  `json:"title" toml:"title"`
	About   plan.Text  `json:"about,omitempty" toml:"about"` // what it looks like on an evening
	Expires bool       `json:"exp,omitempty" toml:"expires"` // there is a paper of it that runs out
	Own     bool       `json:"own,omitempty" toml:"-"`
}

// ErrSkill says that a skill cannot be.
var ErrSkill = errors.New("a skill that cannot be")

// Validate checks a skill; the error says what of it is wrong.
func (k Skill) Validate() error {
	switch {
	case strings.TrimSpace(k.Title.In(plan.Fallback)) == "":
		return fmt.Errorf("%q: no title: %w", k.ID, ErrSkill)
	case !slices.Contains(SkillGroups(), k.Group):
		return fmt.Errorf("%q: unknown group: %w", k.ID, ErrSkill)
	}
	return nil
}

// LoadSkills reads skills.toml, in the order of the groups. A fault names its file.
func LoadSkills(fsys fs.FS) ([]Skill, error) {
	const file = "skills.toml"
	var f struct {
		Skills []Skill `toml:"skill"`
	}
	if err := content.Decode(fsys, file, &f); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, k := range f.Skills {
		if err := k.Validate(); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if k.ID == "" || strings.Contains(k.ID, "+") || seen[k.ID] {
			return nil, fmt.Errorf("%s: %q is there twice or is no id: %w", file, k.ID, ErrSkill)
		}
		seen[k.ID] = true
	}
	slices.SortStableFunc(f.Skills, byGroup)
	return f.Skills, nil
}

func byGroup(a, b Skill) int {
	return slices.Index(SkillGroups(), a.Group) - slices.Index(SkillGroups(), b.Group)
}

// Level is how somebody sees themselves at a skill.
type Level string

// The levels; empty: not said.
const (
	NotYet  Level = "not"
	Along   Level = "along" // with somebody beside them
	OnOwn   Level = "own"
	Teaches Level = "teach" // can teach it to others
)

// Levels lists them in the order of the form.
func Levels() []Level { return []Level{NotYet, Along, OnOwn, Teaches} }

// Able tells whether somebody can do it without another beside them.
func (l Level) Able() bool { return l == OnOwn || l == Teaches }

// Rating is what somebody says of themselves at one skill: a record of its own, so that two
// laptops can hold different ones.
type Rating struct {
	HolderID string        `json:"holder"`
	SkillID  string        `json:"skill"`
	Level    Level         `json:"level,omitempty"`
	Example  string        `json:"ex,omitempty"`   // in their own words
	Wants    bool          `json:"want,omitempty"` // to learn it
	Until    calendar.Date `json:"until,omitzero"` // of the paper, where there is one
}

// Empty tells whether nothing was said.
func (r Rating) Empty() bool {
	return r.Level == "" && r.Example == "" && !r.Wants && r.Until.IsZero()
}

// Able tells whether somebody can do it on their own on a date: the paper has not run out.
func (r Rating) Able(d calendar.Date) bool {
	return r.Level.Able() && (r.Until.IsZero() || r.Until.Compare(d) >= 0)
}

// SkillTalk says that a form was discussed, when and with whom.
type SkillTalk struct {
	HolderID string        `json:"holder"`
	Date     calendar.Date `json:"date"`
	With     string        `json:"with,omitempty"`
}

// Able tells whether somebody has a skill on their own, on a date.
func (h Holder) Able(skillID string, d calendar.Date) bool {
	return slices.ContainsFunc(h.Skills, func(r Rating) bool { return r.SkillID == skillID && r.Able(d) })
}

// Lapses lists the papers of somebody that have run out on a date, or will within some days.
func (h Holder) Lapses(d calendar.Date, within int) []Rating {
	var out []Rating
	for _, r := range h.Skills {
		if r.Level.Able() && !r.Until.IsZero() && r.Until.DaysSince(d) < within {
			out = append(out, r)
		}
	}
	return out
}
