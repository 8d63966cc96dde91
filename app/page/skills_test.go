package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// people30 are thirty space-holders, of whom the first three filled in a form.
func (s *stage) people30() []cafe.Holder {
	s.Helper()
	seen := calendar.Date{Year: 2026, Month: 1, Day: 1}
	var out []cafe.Holder
	for i := range 30 {
		name := fmt.Sprintf("Naam%02d van de Achternaam", i)
		if i == 1 {
			name = "نور الحسن"
		}
		h, err := s.env.Cafe.SaveHolder(cafe.Holder{Name: name, Paid: i%5 == 0, Seen: seen})
		if err != nil {
			s.Fatal(err)
		}
		out = append(out, h)
	}
	for i, r := range []cafe.Rating{{SkillID: "listen", Level: cafe.Teaches}, {SkillID: "listen", Wants: true}, {SkillID: "first-aid", Level: cafe.OnOwn, Until: seen}} {
		if err := s.env.Cafe.SaveSkillForm(cafe.SkillForm{HolderID: out[i].ID, Ratings: []cafe.Rating{r}}); err != nil {
			s.Fatal(err)
		}
	}
	return out
}

func wholeWords(t *testing.T, lang, where string, o fyne.CanvasObject) {
	t.Helper()
	for _, text := range textsIn(o) {
		if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
			t.Errorf("%s, %s: %q", lang, where, text)
		}
	}
}

// The team's page shows thirty people in turns, fits the window, and says who can learn from
// whom, in every language.
func TestTeamPage(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Cafes, Tab: Team}).(*teamPage)
		if text := strings.Join(textsIn(p.Object()), "\n"); !strings.Contains(text, s.env.Loc.T("skills.empty")) {
			t.Errorf("%s: with nobody it says %q", lang, text)
		}
		s.people30()
		p = s.open(Target{Page: Cafes, Tab: Team}).(*teamPage)
		grid := p.tab.(*teamGrid)
		if len(grid.team.Holders) != 30 || len(grid.heads.Objects) != gridPeople+1 || grid.forward.Hidden {
			t.Fatalf("%s: %d people, %d heads", lang, len(grid.team.Holders), len(grid.heads.Objects))
		}
		if w := p.Object().MinSize().Width; w > 820 {
			t.Errorf("%s: asks for %.0f", lang, w)
		}
		seen := map[string]bool{}
		for range 6 {
			for _, o := range grid.heads.Objects[1:] {
				seen[o.(*kwidget.BidiLabel).Text] = true
			}
			grid.forward.OnTapped()
		}
		if len(seen) != 30 || grid.from != 30-gridPeople {
			t.Errorf("%s: %d names were shown, at last from %d", lang, len(seen), grid.from)
		}
		grid.choose(0)
		wholeWords(t, lang, "one skill", s.env.Window.Canvas().Overlays().Top())
		for range skillTabs {
			wholeWords(t, lang, string(p.open), p.Object())
			p.Step(1)
			(<-s.ui)()
		}
	}
}

// A skill of their own is asked from then on; one that is left out is not.
func TestSkillList(t *testing.T) {
	s := newStage(t, "nl")
	k, err := s.env.Cafe.SaveSkill(cafe.Skill{Group: cafe.Practice, Title: map[string]string{"nl": "De bus rijden"}})
	if err != nil {
		t.Fatal(err)
	}
	listen, _ := s.env.Cafe.Skill("listen")
	if err := s.env.Cafe.HideSkill(listen, true); err != nil {
		t.Fatal(err)
	}
	h := s.people30()[3]
	f := s.env.skills(h)
	has := map[string]bool{}
	for _, x := range f.asked {
		has[x.skill.ID] = true
	}
	if !has[k.ID] || has["listen"] {
		t.Errorf("the form asks %v", has)
	}
	p := &skillList{newSimple(nil), s.env}
	all, err := p.fetch()
	if err != nil || len(all) != len(f.asked)+1 {
		t.Errorf("%d in the list, %d on the form, %v", len(all), len(f.asked), err)
	}
	p.update(all)
	p.draft("x", k)
	wholeWords(t, "nl", "a skill", s.env.Window.Canvas().Overlays().Top())
}

// The form saves what was filled in, once; a date that is none stays in the form, which says
// so.
func TestSkillsForm(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		h := s.people30()[1]
		f := s.env.skills(h)
		wholeWords(t, lang, "the form", s.env.Window.Canvas().Overlays().Top())
		for _, x := range f.asked {
			switch x.skill.ID {
			case "listen":
				if !x.want.Checked {
					t.Errorf("%s: what was said before is not ticked", lang)
				}
				x.level.show(string(cafe.Along))
			case "first-aid":
				x.level.show(string(cafe.OnOwn))
				x.until.SetText("31-2-2027")
			}
		}
		f.with.SetText("Yara")
		if err := f.read()(); err == nil {
			t.Errorf("%s: a date that is none is taken", lang)
		}
		for _, x := range f.asked {
			if x.until != nil {
				x.until.SetText("")
			}
		}
		if err := f.read()(); err != nil {
			t.Fatal(err)
		}
		if r := s.env.Cafe.Rating(h.ID, "listen"); r.Level != cafe.Along || !r.Wants {
			t.Errorf("%s: %+v", lang, r)
		}
		if talks := s.env.Cafe.SkillTalks(h.ID); len(talks) != 1 || talks[0].Date != s.env.Day() || talks[0].With != "Yara" {
			t.Errorf("%s: discussed %+v", lang, talks)
		}
	}
}

// The form of a space-holder edits all times away that are not over, and trainings; lines can
// be added, and an empty one is none.
func TestHolderForm(t *testing.T) {
	s := newStage(t, "nl")
	day := s.env.Day()
	h, err := s.env.Cafe.SaveHolder(cafe.Holder{Name: "Tom", Away: []cafe.Span{
		{From: day.AddDays(-9), To: day.AddDays(-2)}, {From: day.AddDays(3), To: day.AddDays(5)}, {From: day.AddDays(30), To: day.AddDays(40)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	x := s.env.holderDraft("Wijzigen", h)
	if len(x.away) != 2 || len(x.training) != 1 {
		t.Fatalf("%d times away and %d trainings", len(x.away), len(x.training))
	}
	top := s.env.Window.Canvas().Overlays().Top()
	button(t, top, s.env.Loc.T("holder.moretimes")).OnTapped()
	button(t, top, s.env.Loc.T("holder.moretraining")).OnTapped()
	x.away[0].from.SetText("")
	x.away[0].to.SetText("")
	x.away[2].from.SetText("1-6-2027")
	x.training[0].name.SetText("Rustig blijven")
	x.wishes.SetText(" Graag koken ")
	got, err := x.draft()
	if err != nil {
		t.Fatal(err)
	}
	june := calendar.Date{Year: 2027, Month: 6, Day: 1}
	if len(got.Away) != 3 || got.Away[0] != h.Away[0] || got.Away[1] != h.Away[2] || got.Away[2] != (cafe.Span{From: june, To: june}) {
		t.Errorf("away %v", got.Away)
	}
	if len(got.Training) != 1 || got.Training[0].Name != "Rustig blijven" {
		t.Errorf("trainings %v", got.Training)
	}
	saved, err := s.env.Cafe.SaveHolder(got)
	if err != nil || saved.Wishes != "Graag koken" {
		t.Errorf("%q, %v", saved.Wishes, err)
	}
	x.training[1].on.SetText("1-1-2026")
	if got, err := x.draft(); err != nil || got.Validate() == nil {
		t.Errorf("a training without a name: %v", err)
	}
	if lines := s.env.aboutHolder(saved); len(lines) != 2 {
		t.Errorf("the card says %q", lines)
	}
}

// A swap is one press; the board says who is on and cannot be.
func TestSwapOnThePage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.placeWith()
		all := s.people30()
		tonight := s.env.Cafe.On(s.env.Day(), s.env.Compare)[0]
		if err := s.env.Cafe.SetTurns(tonight, []string{all[0].ID, all[1].ID}); err != nil {
			t.Fatal(err)
		}
		s.env.duty(tonight)
		top := s.env.Window.Canvas().Overlays().Top()
		wholeWords(t, lang, "on duty", top)
		button(t, top, s.env.Loc.T("swap.open"))
		s.env.swap(tonight, all[1])
		top = s.env.Window.Canvas().Overlays().Top()
		wholeWords(t, lang, "a swap", top)
		word := s.env.Loc.Facts(s.env.Loc.T("swap.replace", "Name", all[2].Name), s.env.Loc.T(paidID(all[2])))
		button(t, top, word).OnTapped()
		s.await("the swap", func() bool {
			return s.env.Cafe.Suggested(tonight)[all[2].ID] == false && len(s.env.Cafe.Suggested(tonight)) == 2
		})
		gone := all[0]
		gone.Away = []cafe.Span{{From: tonight.Date, To: tonight.Date}}
		if _, err := s.env.Cafe.SaveHolder(gone); err != nil {
			t.Fatal(err)
		}
		_, lacks := s.env.onDuty(s.env.nights(tonight)[0])
		if want := s.env.Loc.T("broken.away", "Name", gone.Name); len(lacks) != 1 || lacks[0] != want {
			t.Errorf("%s: says %q, want %q", lang, lacks, want)
		}
	}
}

// A place says that another is in its way, and that people are on, on days on which it is not
// open any more; those go in one press.
func TestPlaceWarnings(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		all := s.people30()
		p := s.open(Target{Page: Cafes, PlaceID: x.ID}).(*place)
		if d, _ := p.fetch(); len(p.warnings(d)) != 0 {
			t.Errorf("%s: warns of %d places", lang, len(d.overlaps))
		}
		tonight := s.env.Cafe.On(s.env.Day(), s.env.Compare)[0]
		twin := x
		twin.ID = ""
		err := s.env.Cafe.SetTurns(tonight, []string{all[0].ID, all[1].ID, all[2].ID})
		if err == nil {
			_, err = s.env.Cafe.SavePlace(twin)
		}
		if err == nil {
			x.Rule, err = calendar.NewRule(calendar.Week, time.Thursday, s.env.Day())
		}
		if err == nil {
			_, err = s.env.Cafe.SavePlace(x)
		}
		if err != nil {
			t.Fatal(err)
		}
		d, _ := p.fetch()
		p.update(d)
		text := strings.Join(textsIn(p.Object()), "\n")
		for _, want := range []string{s.env.Loc.T("place.samename"), s.env.Loc.N("stray.turns", 3)} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not said", lang, want)
			}
		}
		button(t, p.Object(), s.env.Loc.T("stray.clear")).OnTapped()
		s.await("the turns to go", func() bool { return len(s.env.Cafe.Stray(x.ID, s.env.Day())) == 0 })
		p.activity("x", cafe.Activity{PlaceID: x.ID, Rule: x.Rule})
		wholeWords(t, lang, "an activity", s.env.Window.Canvas().Overlays().Top())
	}
}

// A roster that is suggested says how many of the skills are there, and why others are not.
func TestSuggestSaysSkills(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		s.people30()
		for _, a := range s.env.Cafe.Activities(x.ID, s.env.Compare) {
			a.OwnSkills, a.Skills = true, []string{"listen", "first-aid"}
			if _, err := s.env.Cafe.SaveActivity(a); err != nil {
				t.Fatal(err)
			}
		}
		p := s.open(Target{Page: Cafes, Tab: Season}).(*season)
		found := cafe.Suggest(s.env.Cafe.Ask(s.env.Day(), s.env.Day().AddDays(13), 3, s.env.Compare))
		if found.Skills != (cafe.Covering{Needed: 2, Covered: 1, Bound: 1}) || len(found.Missing) != 1 {
			t.Fatalf("%s: %+v, missing %+v", lang, found.Skills, found.Missing)
		}
		p.proposed(found)
		top := s.env.Window.Canvas().Overlays().Top()
		wholeWords(t, lang, "a roster", top)
		k, _ := s.env.Cafe.Skill("first-aid")
		text := strings.Join(textsIn(top), "\n")
		for _, want := range []string{
			s.env.Loc.T("roster.skills", "Covered", 1, "Needed", 2, "Bound", 1),
			s.env.Loc.T("lack.skill", "Skill", k.Title.In(lang)), cafe.ErrLapsed.Error(),
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not said in\n%s", lang, want, text)
			}
		}
	}
}
