package command

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// fill makes the demo's course: the sign-up list that ships with Kring, six dates of
// which three have been, and their attendance.
func fill(v *vault.Vault, now time.Time) (*course.Store, course.Course, error) {
	var c course.Course
	s, err := openCourses(v)
	if err != nil {
		return nil, c, err
	}
	today := calendar.DateOf(now.In(calendar.Amsterdam))
	first := today.AddDays(-19)
	dates, _ := calendar.Weekly(first, 6, calendar.Public)
	c, err = s.Create(course.Course{
		Programme: "hbbm", Name: "Moeders en vaders Gouda-Oost", Place: "Wijkcentrum De Walvis, Gouda", Region: calendar.Middle,
		Languages: []string{"nl", "ar"}, Mode: course.Physical, ChildCare: true, Trainer: "Ingrid Bos", Assistant: "Samira Haddad",
		Capacity: 16, Start: plan.At(9, 15), End: plan.At(12, 15),
	}, dates)
	if err != nil {
		return nil, c, err
	}
	if err := signUps(s, c, first); err != nil {
		return nil, c, err
	}
	if err := fillKits(v, today); err != nil {
		return nil, c, err
	}
	if err := fillTexts(v, now); err != nil {
		return nil, c, err
	}
	return s, c, live(s, c)
}

// fillPlaces makes the demo's two places, with a season of evenings and what is done there.
func fillPlaces(v *vault.Vault, now time.Time) (*cafe.Store, []cafe.Place, error) {
	s, err := openPlaces(v, nil)
	if err != nil {
		return nil, nil, err
	}
	begin := calendar.DateOf(now.In(calendar.Amsterdam)).AddDays(-70)
	type doing struct {
		idea   string
		rhythm calendar.Rhythm
	}
	var out []cafe.Place
	for _, x := range []struct {
		place cafe.Place
		day   time.Weekday
		done  []doing
	}{
		{
			cafe.Place{
				Name: "Ervaringscafé Gouda", Municipality: "Gouda", Address: "De Walvis, Kleiwegplein 8", Audience: cafe.Young, Start: plan.At(19, 0), End: plan.At(22, 0),
				Public: true, Rooms: []string{"Huiskamer", "Keuken", "Zolder"}, Quiet: "Op zolder, met de lamp laag.",
				SetUp: "Vier kleine tafels in plaats van één grote. Jassen in de gang.", Door: "Het alarm gaat na een halve minuut af: eerst het paneel links van de deur.", Agreements: "Je mag altijd zwijgen. Wat je hier hoort, blijft hier.",
			},
			time.Tuesday,
			[]doing{{"samen-eten", calendar.Week}, {"krachtgroep", calendar.Fortnight}, {"samen-koken", calendar.LastOf}},
		},
		{
			cafe.Place{Name: "Tsjill-Aut Waddinxveen", Municipality: "Waddinxveen", Address: "Buurthuis De Brug", Audience: cafe.LowStimulus, Start: plan.At(18, 30), End: plan.At(20, 30), Public: true, Region: calendar.Middle},
			time.Thursday,
			[]doing{{"bordspellen", calendar.Fortnight}, {"samen-zingen", calendar.FirstOf}},
		},
	} {
		if x.place.Rule, err = calendar.NewRule(calendar.Week, x.day, begin); err != nil {
			return nil, nil, err
		}
		p, err := s.SavePlace(x.place)
		if err != nil {
			return nil, nil, err
		}
		for _, d := range x.done {
			rule, err := calendar.NewRule(d.rhythm, x.day, begin)
			if err != nil {
				return nil, nil, err
			}
			idea, _ := s.Idea(d.idea)
			if _, err := s.SaveActivity(cafe.Activity{PlaceID: p.ID, Title: idea.Title.In("nl"), Rule: rule, Leads: idea.Leads, IdeaID: idea.ID}); err != nil {
				return nil, nil, err
			}
		}
		out = append(out, p)
	}
	return s, out, fillTurns(s, out, begin)
}

// fillTurns makes the space-holders, puts two of them on, on the next evenings of the first
// place, and takes the roster that is suggested for the rest.
func fillTurns(s *cafe.Store, places []cafe.Place, begin calendar.Date) error {
	now := begin.AddDays(70)
	var on []string
	for _, h := range []cafe.Holder{
		{Name: "Yara de Wit", Paid: true, Phone: "+31600001301", Seen: begin.AddDays(-200), Until: begin.AddDays(800)},
		{Name: "Tom Bakker", Phone: "+31600001302", Max: 3, Seen: begin.AddDays(-500), Until: now.AddDays(40)},
		{Name: "نور الحسن", Phone: "+31600001303", Days: []time.Weekday{time.Thursday}, Seen: begin, Away: []cafe.Span{{From: now.AddDays(20), To: now.AddDays(34)}}},
		{Name: "Sem Visser"},
		{Name: "Fatima Amrani", Paid: true, Phone: "+31600001305", Days: []time.Weekday{time.Thursday}, Seen: begin.AddDays(-90), Until: begin.AddDays(900)},
		{Name: "Daan Smit", Phone: "+31600001306", Max: 2, Seen: begin.AddDays(-30), Until: begin.AddDays(900)},
		{Name: "Lotte Mulder", Max: 3, Seen: begin.AddDays(-300), Until: begin.AddDays(700)},
	} {
		saved, err := s.SaveHolder(h)
		if err != nil {
			return err
		}
		on = append(on, saved.ID)
	}
	places[0].Keys = on[:2]
	if _, err := s.SavePlace(places[0]); err != nil {
		return err
	}
	for i, e := range s.Next(places[0].ID, now, 3) {
		if err := s.SetTurns(e, on[:2-i%2]); err != nil {
			return err
		}
	}
	if err := fillDoor(s, places, now); err != nil {
		return err
	}
	if err := fillSkills(s, now); err != nil {
		return err
	}
	if err := fillCooking(s, places[0], now); err != nil {
		return err
	}
	if err := s.TakeRoster(cafe.Suggest(s.Ask(now, now.AddDays(demoSeason), 3, strings.Compare))); err != nil {
		return err
	}
	return fillPlan(s, s.Next(places[0].ID, now, 1)[0])
}

// fillDoor counts who came to the evenings that have been, and writes some wishes and one
// debrief.
func fillDoor(s *cafe.Store, places []cafe.Place, now calendar.Date) error {
	for i, p := range places {
		for k, e := range s.Past(p.ID, now, 8) {
			for _, n := range []struct {
				who cafe.Who
				n   int
			}{{cafe.Visitors, 11 - 4*i + k%3}, {cafe.Newcomers, k % 3}, {cafe.Supporters, k % 2}} {
				if err := s.Count(e, n.who, n.n); err != nil {
					return err
				}
			}
		}
	}
	for _, text := range []string{"Een keer karaoke", "Schaken", "een keer karaoke"} {
		if _, err := s.SaveWish(cafe.Wish{PlaceID: places[0].ID, Text: text}); err != nil {
			return err
		}
	}
	if err := fillNames(s, places[0], now); err != nil {
		return err
	}
	last := s.Past(places[0].ID, now, 1)[0]
	return s.SaveDebrief(cafe.Debrief{
		PlaceID: places[0].ID, Date: last.Planned, Done: true,
		Well: "Twee mensen die elkaar niet kenden, kookten samen.", Keep: "De stille tafel bij het raam.", Hard: "Het was vol rond acht uur.",
	}, now)
}

// demoSeason is for how many days the demo has a roster.
const demoSeason = 13 * 7

func signUps(s *course.Store, c course.Course, on calendar.Date) error {
	tables, err := sheet.ReadFrom(bytes.NewReader(assets.SignUps), "aanmeldingen.xlsx")
	if err != nil {
		return fmt.Errorf("the demo's sign-up list: %w", err)
	}
	rows := people.Preview(tables[0], people.GuessColumns(tables[0].Header), nil)
	_, err = s.Import(c.ID, rows, on)
	return err
}

// live marks three sessions and writes what a duo would have written.
func live(s *course.Store, c course.Course) error {
	roster := s.Roster(c.ID, func(a, b string) int { return bytes.Compare([]byte(a), []byte(b)) })
	sessions := s.Sessions(c.ID)
	exceptions := map[[2]int]course.State{
		{0, 3}: course.Late, {0, 9}: course.Absent, {1, 2}: course.Noticed, {1, 5}: course.Absent,
		{2, 5}: course.Absent, {2, 7}: course.Late, {2, 8}: course.AtHome, {2, 11}: course.Elsewhere,
	}
	for i, x := range sessions[:3] {
		for at, st := range exceptions {
			if at[0] == i && at[1] < len(roster) {
				if err := s.Mark(x.ID, roster[at[1]].Person.ID, st); err != nil {
					return err
				}
			}
		}
		if err := s.MarkAll(c.ID, x.ID, course.Present); err != nil {
			return err
		}
	}
	for _, text := range []string{"Wat we hier delen, blijft hier.", "Iedereen mag praten en iedereen mag zwijgen.", "We beginnen op tijd. Ben je later, kom dan toch.", "Telefoons staan op stil."} {
		if _, err := s.SaveAgreement(course.Agreement{CourseID: c.ID, Text: text}); err != nil {
			return err
		}
	}
	return s.SaveLog(course.Log{SessionID: sessions[2].ID, Went: "Veel herkenning bij de cirkel. Goede sfeer.", LeftOver: "Het rondje over de steen is niet afgekomen."})
}
