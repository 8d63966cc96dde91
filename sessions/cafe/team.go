package cafe

import "kring/sessions/calendar"

// Team is what all space-holders say of themselves.
type Team struct {
	Skills  []Skill  // that the form asks
	Holders []Holder // by name
	On      calendar.Date
}

// Team gathers it as of a date: papers that have run out by then do not count.
func (s *Store) Team(on calendar.Date, lang string, compare func(a, b string) int) Team {
	return Team{s.Skills(lang, compare), s.Holders(compare), on}
}

// Filled tells whether anybody has filled in anything.
func (t Team) Filled() bool {
	for _, h := range t.Holders {
		if len(h.Skills) > 0 {
			return true
		}
	}
	return false
}

// Rating is what somebody says of themselves at a skill.
func (h Holder) Rating(skillID string) Rating {
	for _, r := range h.Skills {
		if r.SkillID == skillID {
			return r
		}
	}
	return Rating{HolderID: h.ID, SkillID: skillID}
}

// Thin is a skill that nobody has on their own, or only one.
type Thin struct {
	Skill Skill
	Only  []Holder // nobody or one
}

// Thin lists where the team is thin: first what nobody has.
func (t Team) Thin() []Thin {
	var nobody, one []Thin
	for _, k := range t.Skills {
		switch able := t.able(k); len(able) {
		case 0:
			nobody = append(nobody, Thin{Skill: k})
		case 1:
			one = append(one, Thin{k, able})
		}
	}
	return append(nobody, one...)
}

func (t Team) able(k Skill) []Holder {
	var out []Holder
	for _, h := range t.Holders {
		if h.Able(k.ID, t.On) {
			out = append(out, h)
		}
	}
	return out
}

// Lesson is what somebody wants to learn, and of whom they could.
type Lesson struct {
	Skill    Skill
	Learner  Holder
	Teachers []Holder // who can teach it; where nobody can, who does it on their own
}

// Lessons lists what people want to learn, by skill and then by name.
func (t Team) Lessons() []Lesson {
	var out []Lesson
	for _, k := range t.Skills {
		for _, h := range t.Holders {
			if h.Rating(k.ID).Wants {
				out = append(out, Lesson{k, h, t.teachers(k, h)})
			}
		}
	}
	return out
}

func (t Team) teachers(k Skill, learner Holder) []Holder {
	var able, teach []Holder
	for _, h := range t.able(k) {
		if h.ID == learner.ID {
			continue
		}
		able = append(able, h)
		if h.Rating(k.ID).Level == Teaches {
			teach = append(teach, h)
		}
	}
	if len(teach) > 0 {
		return teach
	}
	return able
}
