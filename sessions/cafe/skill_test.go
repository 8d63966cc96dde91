package cafe

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"kring/assets"
	"kring/sessions/calendar"
)

func shippedSkills(t *testing.T) []Skill {
	t.Helper()
	all, err := LoadSkills(assets.Skills())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every skill is whole in three languages, and every idea asks for skills that there are.
func TestSkillsAreWhole(t *testing.T) {
	all := shippedSkills(t)
	if len(all) < 16 {
		t.Errorf("%d skills", len(all))
	}
	known := map[string]bool{}
	for _, k := range all {
		known[k.ID] = true
		for _, lang := range []string{"nl", "ar", "en"} {
			if !k.Title.Has(lang) || !k.About.Has(lang) {
				t.Errorf("%s is not whole in %s", k.ID, lang)
			}
		}
	}
	asking := 0
	for _, x := range catalogue(t) {
		for _, id := range x.Skills {
			if asking++; !known[id] {
				t.Errorf("%s asks for %q", x.ID, id)
			}
		}
	}
	if asking < 15 {
		t.Errorf("%d skills are asked for", asking)
	}
}

func TestSkillsSayWhatIsWrong(t *testing.T) {
	const good = "[[skill]]\nid='a'\ngroup='calm'\ntitle={nl='A'}\n"
	for _, c := range []struct{ text, says string }{
		{good, ""},
		{good + good, "twice"},
		{strings.Replace(good, "'a'", "'a+b'", 1), "no id"},
		{strings.Replace(good, "calm", "wild", 1), "unknown group"},
		{strings.Replace(good, "nl='A'", "ar='A'", 1), "no title"},
		{good + "expirs=true\n", "unknown key"},
		{"[[skill]\n", "skills.toml"},
	} {
		_, err := LoadSkills(fstest.MapFS{"skills.toml": {Data: []byte(c.text)}})
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%q: %v, want %q", c.text, err, c.says)
		}
	}
}

// kitchenPlan is a café with the skills that ship, two people, and cooking taken from the
// catalogue on the first evening.
func kitchenPlan(t *testing.T) (s *Store, p Place, yara, tom Holder, cooking Evening) {
	t.Helper()
	s, _, p = gouda(t)
	s.shipped = ship(catalogue(t), shippedSkills(t))
	seen := day(t, "2026-01-01")
	save := func(h Holder) Holder {
		h, err := s.SaveHolder(h)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	yara, tom = save(Holder{Name: "Yara", Paid: true, Seen: seen}), save(Holder{Name: "Tom", Seen: seen})
	first := s.Next(p.ID, day(t, "2026-12-01"), 1)[0]
	x, _ := s.Idea("samen-koken")
	if _, err := s.TakeIdea(x, first, "Samen koken"); err != nil {
		t.Fatal(err)
	}
	return s, p, yara, tom, first
}

func ids(all []Skill) string {
	var out []string
	for _, k := range all {
		out = append(out, k.ID)
	}
	return strings.Join(out, " ")
}

// An evening asks for the skills of what is done on it as soon as forms are filled in, and
// lacks those that nobody on duty has on their own on that day.
func TestEveningAsksForSkills(t *testing.T) {
	s, p, yara, tom, cooking := kitchenPlan(t)
	on := func() []Lack {
		e, _ := s.Evening(p.ID, cooking.Planned)
		return e.Lacks(s.OnDuty(e, strings.Compare))
	}
	if err := s.SetTurns(cooking, []string{yara.ID, tom.ID}); err != nil {
		t.Fatal(err)
	}
	if got := on(); len(got) != 0 {
		t.Errorf("before any form it lacks %v", got)
	}
	form := func(h Holder, r ...Rating) {
		t.Helper()
		if err := s.SaveSkillForm(SkillForm{HolderID: h.ID, Ratings: r}); err != nil {
			t.Fatal(err)
		}
	}
	form(tom, Rating{SkillID: "kitchen-hygiene", Level: Along}, Rating{SkillID: "first-aid", Level: Teaches, Until: day(t, "2026-11-30")})
	if got := on(); len(got) != 2 || got[0] != "skill+kitchen-hygiene" || got[1] != "skill+first-aid" {
		t.Errorf("it lacks %v", got)
	}
	form(tom, Rating{SkillID: "first-aid", Level: Teaches, Until: day(t, "2026-12-01")})
	form(yara, Rating{SkillID: "kitchen-hygiene", Level: OnOwn})
	if got := on(); len(got) != 0 {
		t.Errorf("with both it lacks %v", got)
	}
	hygiene, _ := s.Skill("kitchen-hygiene")
	if err := s.HideSkill(hygiene, true); err != nil {
		t.Fatal(err)
	}
	e, _ := s.Evening(p.ID, cooking.Planned)
	if got := ids(e.Needs); got != "first-aid" {
		t.Errorf("with a hidden skill it asks for %q", got)
	}
	for _, a := range e.Activities {
		if a.IdeaID != "" {
			a.OwnSkills, a.Skills = true, []string{"listen"}
			if _, err := s.SaveActivity(a); err != nil {
				t.Fatal(err)
			}
		}
	}
	if e, _ = s.Evening(p.ID, cooking.Planned); ids(e.Needs) != "listen" {
		t.Errorf("chosen otherwise it asks for %q", ids(e.Needs))
	}
}

// A form writes what was changed and leaves the rest; what is emptied goes; and all of it
// goes with who it is of.
func TestSkillForm(t *testing.T) {
	s, _, yara, tom, _ := kitchenPlan(t)
	talk := SkillTalk{Date: day(t, "2026-11-20"), With: " Yara "}
	form := SkillForm{HolderID: tom.ID, Talk: talk, Ratings: []Rating{
		{SkillID: "listen", Level: OnOwn, Example: "  Ik vroeg door. "}, {SkillID: "welcome"}, {SkillID: "step-in", Wants: true},
	}}
	if err := s.SaveSkillForm(form); err != nil {
		t.Fatal(err)
	}
	if r := s.Rating(tom.ID, "listen"); r.Example != "Ik vroeg door." || r.HolderID != tom.ID || s.ratings.Len() != 2 {
		t.Errorf("%+v of %d", r, s.ratings.Len())
	}
	if got := s.SkillTalks(tom.ID); len(got) != 1 || got[0].With != "Yara" {
		t.Errorf("talks %+v", got)
	}
	if err := s.SaveSkillForm(SkillForm{HolderID: tom.ID, Ratings: []Rating{{SkillID: "step-in"}}}); err != nil {
		t.Fatal(err)
	}
	if s.Rating(tom.ID, "listen").Level != OnOwn || s.Rating(tom.ID, "step-in").Wants {
		t.Error("what was not on the form is gone, or what was emptied stays")
	}
	own, err := s.SaveSkill(Skill{Group: Practice, Title: map[string]string{"nl": "De bus rijden"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveSkill(Skill{Group: Practice}); !errors.Is(err, ErrSkill) {
		t.Errorf("without a name: %v", err)
	}
	if err := s.SaveSkillForm(SkillForm{HolderID: yara.ID, Ratings: []Rating{{SkillID: own.ID, Level: OnOwn}}}); err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteSkill(own); err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteHolder(tom.ID); err != nil || s.ratings.Len() != 0 || s.talks.Len() != 0 {
		t.Errorf("%v, %d ratings and %d talks stay", err, s.ratings.Len(), s.talks.Len())
	}
	if got := s.BrokenReferences(); len(got) != 0 {
		t.Errorf("broken: %q", got)
	}
	if err := s.SaveSkillForm(form); !errors.Is(err, ErrNotFound) {
		t.Errorf("of who is gone: %v", err)
	}
}

// The team is thin where nobody or one can, and who wants to learn finds who teaches.
func TestTeam(t *testing.T) {
	listen, cook, sing := Skill{ID: "listen"}, Skill{ID: "cook"}, Skill{ID: "sing"}
	who := func(name string, r ...Rating) Holder { return Holder{ID: name, Name: name, Skills: r} }
	team := Team{
		[]Skill{listen, cook, sing},
		[]Holder{
			who("a", Rating{SkillID: "listen", Level: Teaches}, Rating{SkillID: "cook", Level: OnOwn, Until: day(t, "2026-11-01")}),
			who("b", Rating{SkillID: "listen", Level: OnOwn}, Rating{SkillID: "cook", Level: OnOwn}, Rating{SkillID: "sing", Level: NotYet, Wants: true}),
			who("c", Rating{SkillID: "listen", Wants: true}, Rating{SkillID: "cook", Level: Along, Wants: true}),
		},
		day(t, "2026-12-01"),
	}
	var thin []string
	for _, x := range team.Thin() {
		line := x.Skill.ID
		for _, h := range x.Only {
			line += " " + h.Name
		}
		thin = append(thin, line)
	}
	if want := []string{"sing", "cook b"}; !slices.Equal(thin, want) {
		t.Errorf("thin %q, want %q", thin, want)
	}
	var lessons []string
	for _, x := range team.Lessons() {
		line := x.Skill.ID + ": " + x.Learner.Name
		for _, h := range x.Teachers {
			line += " of " + h.Name
		}
		lessons = append(lessons, line)
	}
	if want := []string{"listen: c of a", "cook: c of b", "sing: b"}; !slices.Equal(lessons, want) {
		t.Errorf("lessons %q, want %q", lessons, want)
	}
}

// Who is on and cannot be any more is said; a rule that changes leaves turns that are said too
// and go in one step.
func TestBrokenTurns(t *testing.T) {
	s, p, yara, tom, e := kitchenPlan(t)
	if err := s.SetTurns(e, []string{yara.ID, tom.ID}); err != nil {
		t.Fatal(err)
	}
	broken := func() []Refusal { return s.Broken(e, s.OnDuty(e, strings.Compare)) }
	if got := broken(); len(got) != 0 {
		t.Errorf("at first %v", got)
	}
	tom.Away = []Span{{e.Date, e.Date}}
	yara.Until = e.Date.AddDays(-1)
	for _, h := range []Holder{tom, yara} {
		if _, err := s.SaveHolder(h); err != nil {
			t.Fatal(err)
		}
	}
	if got := broken(); len(got) != 2 || !errors.Is(got[0].Err, ErrAway) || !errors.Is(got[1].Err, ErrOldVOG) {
		t.Errorf("then %v", got)
	}
	tom.Away = nil
	other, err := s.SavePlace(Place{Name: "Zwolle", Rule: rule(t, calendar.Week, time.Wednesday, "2026-12-02"), Start: p.Start, End: p.End})
	if err == nil {
		_, err = s.SaveHolder(tom)
	}
	if err == nil {
		err = s.SetTurns(s.Next(other.ID, e.Date, 1)[0], []string{tom.ID})
	}
	if err == nil {
		err = s.Except(Exception{PlaceID: other.ID, Date: e.Date.AddDays(1), Change: Moved, To: e.Date})
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := broken(); len(got) != 2 || !errors.Is(got[0].Err, ErrElsewhere) {
		t.Errorf("after an evening was moved %v", got)
	}
	if got := s.Stray(p.ID, e.Date); len(got) != 0 {
		t.Errorf("stray %v", got)
	}
	p.Rule = rule(t, calendar.Week, time.Friday, "2026-12-04")
	if _, err := s.SavePlace(p); err != nil {
		t.Fatal(err)
	}
	if got := s.Stray(p.ID, e.Date); len(got) != 2 {
		t.Errorf("stray %v", got)
	}
	if err := s.ClearStray(p.ID, e.Date); err != nil || len(s.Stray(p.ID, e.Date)) != 0 {
		t.Errorf("cleared: %v", err)
	}
}

// Two people swap evenings, or somebody comes instead, in one step; what cannot be is refused
// with the reason and changes nothing.
func TestSwaps(t *testing.T) {
	s, p, yara, tom, e := kitchenPlan(t)
	later := s.Next(p.ID, e.Date.AddDays(1), 1)[0]
	noor, err := s.SaveHolder(Holder{Name: "Noor", Seen: longSeen, Max: 1})
	if err == nil {
		err = s.SetTurns(e, []string{yara.ID, tom.ID})
	}
	if err == nil {
		err = s.SetTurns(later, []string{noor.ID})
	}
	if err != nil {
		t.Fatal(err)
	}
	can, refused := s.Swaps(e, tom, e.Date, later.Date, strings.Compare)
	if len(can) != 1 || can[0].Holder.ID != noor.ID || can[0].For.Date != later.Date || len(refused) != 1 || !errors.Is(refused[0].Err, ErrFull) {
		t.Fatalf("can %+v, refused %+v", can, refused)
	}
	names := func(e Evening) string {
		var out []string
		for _, h := range s.OnDuty(e, strings.Compare) {
			out = append(out, h.Name)
		}
		return strings.Join(out, " ")
	}
	if err := s.TakeSwap(e, tom, Swap{Holder: noor}); !errors.Is(err, ErrFull) || names(e) != "Tom Yara" {
		t.Errorf("instead: %v, on are %s", err, names(e))
	}
	if err := s.TakeSwap(e, tom, can[0]); err != nil || names(e) != "Noor Yara" || names(later) != "Tom" {
		t.Errorf("%v: on are %s, and later %s", err, names(e), names(later))
	}
	if err := s.TakeSwap(e, tom, can[0]); err == nil {
		t.Error("swapped twice")
	}
	if s.Suggested(e)[noor.ID] {
		t.Error("what a person swapped counts as suggested")
	}
	if _, err := s.vault.Undo(); err != nil || names(e) != "Tom Yara" || names(later) != "Noor" {
		t.Errorf("undone: %v, on are %s, and later %s", err, names(e), names(later))
	}
}

// Places with the same name, or open together at one address, are said; a rule from another
// century is refused.
func TestPlacesInTheWay(t *testing.T) {
	s, _, p := gouda(t)
	p.Address = "Markt 1"
	p, err := s.SavePlace(p)
	if err != nil {
		t.Fatal(err)
	}
	beside := p
	beside.ID, beside.Name, beside.Address, beside.Start, beside.End = "", "Anders", " markt  1", p.End-30, p.End+60
	after := beside
	after.Name, after.Start = "Later", p.End
	again := p
	again.ID, again.Name, again.Address = "", "góuda", ""
	for _, x := range []Place{beside, after, again} {
		if _, err := s.SavePlace(x); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, x := range s.Overlaps(p, day(t, "2026-11-24")) {
		line := x.Place.Name
		if x.SameName {
			line += " same"
		}
		if !x.First.IsZero() {
			line += " " + x.First.String()
		}
		got = append(got, line)
	}
	slices.Sort(got)
	if want := []string{"Anders 2026-12-01", "góuda same"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, year := range []int{20, 1999, 2101, 9999} {
		far := p
		far.Rule.From.Year = year
		if _, err := s.SavePlace(far); !errors.Is(err, ErrFar) {
			t.Errorf("from the year %d: %v", year, err)
		}
	}
}
