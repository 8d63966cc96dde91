package cafe

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// skilled adds to an Ask what evenings ask for and what people can.
func skilled(t *rapid.T, a Ask, kinds int) Ask {
	var all []Skill
	for i := range kinds {
		all = append(all, Skill{ID: fmt.Sprint("k", i), Group: Practice})
	}
	for i := range a.Evenings {
		for _, k := range all {
			if rapid.IntRange(0, 2).Draw(t, "needs") > 0 {
				a.Evenings[i].Needs = append(a.Evenings[i].Needs, k)
			}
		}
	}
	for i := range a.Holders {
		for _, k := range all {
			r := Rating{SkillID: k.ID, Level: rapid.SampledFrom(append(Levels(), "")).Draw(t, "level")}
			if rapid.IntRange(0, 4).Draw(t, "lapses") == 0 {
				r.Until = seasonBegin.AddDays(rapid.IntRange(0, 20).Draw(t, "until"))
			}
			a.Holders[i].Skills = append(a.Holders[i].Skills, r)
		}
	}
	return a
}

// unskilled is an Ask without a thought of skills.
func unskilled(a Ask) Ask {
	a.Evenings = slices.Clone(a.Evenings)
	for i := range a.Evenings {
		a.Evenings[i].Needs = nil
	}
	return a
}

// Whatever skills are asked: the roster is lawful, fills as many places as without them, says
// of each skill that is missing why, and covers no more than its bound.
func TestSuggestWithSkillsKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := skilled(t, asks(t, 3, 8, 6), 3)
		p, plain := Suggest(a), Suggest(unskilled(a))
		if len(p.Turns) < len(plain.Turns) || len(p.Turns) == len(plain.Turns) && needed(p) > needed(plain) {
			t.Fatalf("%d turns and %d open that every evening needs; without skills %d and %d", len(p.Turns), needed(p), len(plain.Turns), needed(plain))
		}
		if p.Skills.Covered+len(p.Missing) != p.Skills.Needed || p.Skills.Covered > p.Skills.Bound {
			t.Fatalf("%+v with %d missing", p.Skills, len(p.Missing))
		}
		for _, m := range p.Missing {
			for _, w := range m.Why {
				if w.Err == nil || w.Holder.Able(m.Skill.ID, m.Evening.Date) == errors.Is(w.Err, ErrLapsed) {
					t.Fatalf("%s says %v of %s", m.Skill.ID, w.Err, w.Holder.Name)
				}
			}
		}
		lawful(t, a, taken(a, p).Booked)
	})
}

// Without a bound on weeks in a row, on a small season, no roster with as many places covers
// more skills: everything was tried.
func TestSuggestCoversMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := skilled(t, asks(t, 2, 2, 3), 2)
		a.InRow = 0
		s := newSolver(a)
		p := Suggest(a)
		var x solution
		for _, turnOf := range p.Turns {
			h := slices.IndexFunc(s.Holders, func(h Holder) bool { return h.ID == turnOf.HolderID })
			e := slices.IndexFunc(s.Evenings, func(e Evening) bool { return e.Place.ID == turnOf.PlaceID && e.Planned == turnOf.Date })
			x = append(x, turn{h, e})
		}
		got, want := s.worth(x), bestOf(s)
		if !slices.Equal(got[:3], want[:3]) {
			t.Fatalf("places, needed ones and skills are %v; the best is %v", got[:3], want[:3])
		}
	})
}

// bestOf goes through every choice of people for every evening.
func bestOf(s *solver) worth {
	var pairs solution
	for i := range s.Holders {
		for j := range s.Evenings {
			if s.may(s.Holders[i], s.Evenings[j].Date) == nil {
				pairs = append(pairs, turn{i, j})
			}
		}
	}
	best := worth{}
	for set := range 1 << len(pairs) {
		var x solution
		for k, p := range pairs {
			if set>>k&1 == 1 {
				x = append(x, p)
			}
		}
		b := newBoard(s, x)
		ok := true
		for e, on := range b.on {
			ok = ok && len(on)-s.basic(on, e) <= s.needs[e][AnyRole]
		}
		for h := range s.Holders {
			for _, e := range b.turns[h] {
				ok = ok && b.canHave(h, e)
			}
		}
		if w := s.worth(x); ok && slices.Compare(w[:3], best[:3]) > 0 {
			best = w
		}
	}
	return best
}

// Asking again changes nothing, unless that fills or covers more.
func TestSuggestWithSkillsAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := skilled(t, asks(t, 3, 6, 6), 2)
		p := Suggest(a)
		again := Suggest(taken(a, p))
		better := len(again.Turns) > len(p.Turns) || needed(again) < needed(p) || again.Skills.Covered > p.Skills.Covered
		if len(again.Turns) < len(p.Turns) || again.Skills.Covered < p.Skills.Covered && len(again.Turns) == len(p.Turns) && needed(again) == needed(p) || again.New > 0 && !better {
			t.Fatalf("again: %d turns of which %d new, %+v, after %d, %+v", len(again.Turns), again.New, again.Skills, len(p.Turns), p.Skills)
		}
	})
}

// Of two who could come, the one who can cook comes to the cooking; what nobody can is said
// with the reason.
func TestSuggestSendsWhoCan(t *testing.T) {
	cook, circle := Skill{ID: "cook", Group: Practice}, Skill{ID: "circle", Group: WithPeople}
	a := Ask{}
	for w := range 2 {
		d := seasonBegin.AddDays(7*w + 1)
		a.Evenings = append(a.Evenings, Evening{Place: Place{ID: "p"}, Date: d, Planned: d, Needs: [][]Skill{{circle}, {cook, circle}}[w]})
	}
	can := func(id string, r ...Rating) Holder {
		return Holder{ID: id, Name: id, Seen: longSeen, Max: 1, Skills: r}
	}
	a.Holders = []Holder{
		can("a", Rating{SkillID: "cook", Level: OnOwn}), can("b", Rating{SkillID: "cook", Level: Along}),
		can("c", Rating{SkillID: "circle", Level: Teaches, Until: a.Evenings[0].Date.AddDays(-1)}),
	}
	a.Holders[2].Away = []Span{{a.Evenings[1].Date, a.Evenings[1].Date}}
	p := Suggest(a)
	for _, x := range p.Turns {
		if x.Date == a.Evenings[1].Date && x.HolderID != "a" {
			t.Errorf("%s comes to the cooking", x.HolderID)
		}
	}
	if want := (Covering{3, 1, 1}); p.Skills != want || len(p.Missing) != 2 {
		t.Errorf("%+v, %d missing", p.Skills, len(p.Missing))
	}
	if why := p.Missing[0].Why; len(why) != 1 || !errors.Is(why[0].Err, ErrLapsed) {
		t.Errorf("missing the circle for %+v", why)
	}
	a.Holders[2].Skills[0].Until.Year++ // the paper is good, but he is away once, and has one turn
	p = Suggest(a)
	if want := (Covering{3, 2, 2}); p.Skills != want {
		t.Errorf("with the paper: %+v", p.Skills)
	}
	last := p.Missing[len(p.Missing)-1]
	if last.Skill.ID != "circle" || len(last.Why) != 1 || !errors.Is(last.Why[0].Err, ErrAway) {
		t.Errorf("missing %+v", last)
	}
}

// skilled26 is season26 with skills: each evening asks for one or two of six, and everybody
// has some.
func skilled26(seed int) Ask {
	return rapid.Custom(func(t *rapid.T) Ask {
		a := season26of(t)
		var all []Skill
		for i := range 6 {
			all = append(all, Skill{ID: fmt.Sprint("k", i), Group: Practice})
		}
		for i := range a.Evenings {
			for range rapid.IntRange(1, 2).Draw(t, "needs") {
				if k := rapid.SampledFrom(all).Draw(t, "skill"); !slices.ContainsFunc(a.Evenings[i].Needs, func(o Skill) bool { return o.ID == k.ID }) {
					a.Evenings[i].Needs = append(a.Evenings[i].Needs, k)
				}
			}
		}
		for i := range a.Holders {
			for _, k := range all {
				if rapid.IntRange(0, 4).Draw(t, "has") == 0 {
					a.Holders[i].Skills = append(a.Holders[i].Skills, Rating{SkillID: k.ID, Level: OnOwn})
				}
			}
		}
		return a
	}).Example(seed)
}

// Twenty seasons with skills: as BenchmarkSuggest, and how many of the skills that could be
// covered are.
func BenchmarkSuggestSkills(b *testing.B) {
	const seasons = 20
	var filled, bound, least, all float64
	longest := time.Duration(0)
	for b.Loop() {
		filled, bound, least, all = 0, 0, 1, 0
		for i := range seasons {
			begin := time.Now()
			p := Suggest(skilled26(i))
			longest = max(longest, time.Since(begin))
			filled, bound = filled+float64(len(p.Turns)), bound+float64(p.Bound)
			share := float64(p.Skills.Covered) / float64(p.Skills.Bound)
			least, all = min(least, share), all+share
		}
	}
	b.ReportMetric(filled/bound, "filled-of-bound")
	b.ReportMetric(least, "least-skills-of-bound")
	b.ReportMetric(all/seasons, "mean-skills-of-bound")
	b.ReportMetric(longest.Seconds(), "s-longest")
}
