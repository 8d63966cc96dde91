package page

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// placeWith is a place that is open on Wednesdays (the clock stands on one), with a strength
// circle every other week.
func (s *stage) placeWith() cafe.Place {
	s.Helper()
	rule := func(r calendar.Rhythm, from calendar.Date) calendar.Rule {
		out, err := calendar.NewRule(r, time.Wednesday, from)
		if err != nil {
			s.Fatal(err)
		}
		return out
	}
	begin := calendar.Date{Year: 2027, Month: 1, Day: 6}
	x, err := s.env.Cafe.SavePlace(cafe.Place{
		Name: "Café مقهى Gouda", Municipality: "Gouda", Audience: cafe.Young, Rule: rule(calendar.Week, begin),
		Start: plan.At(19, 0), End: plan.At(22, 0), Public: true,
	})
	if err == nil {
		_, err = s.env.Cafe.SaveActivity(cafe.Activity{PlaceID: x.ID, Title: "Krachtgroep", Rule: rule(calendar.Fortnight, begin)})
	}
	if err != nil {
		s.Fatal(err)
	}
	return x
}

func TestPlacePage(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		s.open(Target{Page: Cafes})
		p := s.open(Target{Page: Cafes, PlaceID: x.ID}).(*place)
		d, err := p.fetch()
		if err != nil || len(d.evenings) != shownDates {
			t.Fatalf("%s: %d evenings, %v", lang, len(d.evenings), err)
		}
		if got := d.evenings[0]; got.Date != s.env.Day() || len(got.Activities) != 1 {
			t.Errorf("%s: tonight is %s with %d activities", lang, got.Date, len(got.Activities))
		}
		if err := s.env.Cafe.Except(cafe.Exception{PlaceID: x.ID, Date: d.evenings[1].Date, Change: cafe.Cancelled, Reason: "verbouwing"}); err != nil {
			t.Fatal(err)
		}
		d, _ = p.fetch()
		if said := s.env.otherwise(d.evenings[1].Evening); len(said) != 2 || said[0] != s.env.Loc.T("evening.cancelled") || said[1] != "verbouwing" {
			t.Errorf("%s: says %q", lang, said)
		}
		if n := len(p.choices(d.evenings[1].Evening)); n != 1 {
			t.Errorf("%s: %d choices for what is cancelled", lang, n)
		}
		p.update(d)
		tonight := s.open(Target{Page: Today}).(*today)
		data, _ := tonight.fetch()
		if len(data.tonight) != 1 || len(tonight.tonight(data.tonight)) != 2 {
			t.Errorf("%s: today shows %d evenings", lang, len(data.tonight))
		}
	}
}

// Who is on shows with what is missing; who cannot be is not offered.
func TestOnDuty(t *testing.T) {
	s := newStage(t, "nl")
	x := s.placeWith()
	seen := calendar.Date{Year: 2026, Month: 1, Day: 1}
	yara, err := s.env.Cafe.SaveHolder(cafe.Holder{Name: "Yara", Paid: true, Seen: seen, Until: s.env.Day().AddDays(20)})
	if err == nil {
		_, err = s.env.Cafe.SaveHolder(cafe.Holder{Name: "Noor"})
	}
	if err != nil {
		t.Fatal(err)
	}
	tonight := s.env.Cafe.On(s.env.Day(), s.env.Compare)[0]
	if _, lacks := s.env.onDuty(s.env.nights(tonight)[0]); len(lacks) != 1 || lacks[0] != s.env.Loc.T("lack.anybody") {
		t.Errorf("with nobody: %q", lacks)
	}
	if err := s.env.Cafe.SetTurns(tonight, []string{yara.ID}); err != nil {
		t.Fatal(err)
	}
	who, lacks := s.env.onDuty(s.env.nights(tonight)[0])
	if who != "Yara" || len(lacks) != 1 || lacks[0] != s.env.Loc.T("lack.volunteer") {
		t.Errorf("on are %q, missing %q", who, lacks)
	}
	if got := s.env.worries(yara); len(got) != 1 {
		t.Errorf("worries %q", got)
	}
	s.open(Target{Page: Cafes, PlaceID: x.ID})
	s.env.duty(tonight)

	s.open(Target{Page: Cafes})
	s.env.holderDraft("Wijzigen", yara)
}

// The evening's page counts at the door and shows what was written.
func TestEveningPage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		p := s.open(Target{Page: Cafes, PlaceID: x.ID, Date: s.env.Day(), Tab: Door}).(*eveningPage)
		tonight := s.env.Cafe.On(s.env.Day(), s.env.Compare)[0]
		for _, err := range []error{
			s.env.Cafe.Count(tonight, cafe.Newcomers, 1),
			s.env.Cafe.Count(tonight, cafe.Visitors, 1),
			s.env.Cafe.SaveDebrief(cafe.Debrief{PlaceID: x.ID, Date: tonight.Planned, Well: "Rust", Word: "Sem"}, s.env.Day()),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		door := p.tab.(*doorTab)
		d, err := door.night()
		if err != nil || d.tallies[cafe.Visitors] != 2 || d.tallies[cafe.Newcomers] != 1 || d.debrief.Well != "Rust" {
			t.Errorf("%s: %+v, %v", lang, d, err)
		}
		more := door.rows[cafe.Visitors].more
		s.env.Window.Canvas().Focus(more)
		at, err := door.fetch("")
		if err != nil {
			t.Fatal(err)
		}
		door.update(at)
		if s.env.Window.Canvas().Focused() != more || door.rows[cafe.Visitors].number.Text != s.env.Loc.Int(2) {
			t.Errorf("%s: the keyboard is gone, or the number is %q", lang, door.rows[cafe.Visitors].number.Text)
		}
		for range eveningTabs {
			p.Step(1)
		}
		if p.open != Door {
			t.Errorf("%s: after all tabs %q is open", lang, p.open)
		}
		p.choose(After)
		p.tab.(*afterTab).debrief()
		if err := s.env.Cafe.DeletePlace(x.ID); err != nil {
			t.Fatal(err)
		}
		p.Update()
		if went := s.shell.went; len(went) == 0 || went[len(went)-1].Page != Cafes {
			t.Errorf("%s: of a place that is gone it goes to %v", lang, went)
		}
	}
}

// A rule is said back in plain words, in three languages.
func TestRuleInWords(t *testing.T) {
	for lang, want := range map[string]string{
		"nl": "om de week op dinsdag, voor het eerst op 6 januari 2026",
		"en": "every other week on Tuesday, for the first time on 6 January 2026",
		"ar": "كل أسبوعين يوم الثلاثاء، لأول مرة في 6 يناير 2026",
	} {
		s := newStage(t, lang)
		r, err := calendar.NewRule(calendar.Fortnight, time.Tuesday, calendar.Date{Year: 2026, Month: 1, Day: 1})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "").Replace(s.env.since(r)); got != want {
			t.Errorf("%s says %q", lang, got)
		}
	}
}

// What is picked is the rule that comes back, and what cannot be is explained.
func TestRuleFields(t *testing.T) {
	s := newStage(t, "nl")
	f := newRuleFields(s.env, calendar.Rule{}, func() calendar.Region { return calendar.NoRegion })
	f.rhythm.sel.SetSelectedIndex(6) // the last of the month
	f.day.sel.SetSelectedIndex(1)    // Tuesday
	f.from.SetText("28-1-2026")
	r, err := f.rule()
	if err != nil || r.From != (calendar.Date{Year: 2026, Month: 2, Day: 24}) {
		t.Errorf("%+v, %v", r, err)
	}
	if len(f.said.Objects) != 2 {
		t.Errorf("says %d lines", len(f.said.Objects))
	}
	f.from.SetText("morgen")
	if _, err := f.rule(); err == nil || len(f.said.Objects) != 1 {
		t.Error("a date that is none is taken")
	}
}

// The board shows every place in every week; a roster that is asked there is kept, and asking
// again gives the same.
func TestSeasonPage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		seen := calendar.Date{Year: 2026, Month: 1, Day: 1}
		for _, h := range []cafe.Holder{{Name: "Yara", Paid: true, Seen: seen}, {Name: "Tom", Seen: seen}, {Name: "Noor", Max: 1, Seen: seen}} {
			if _, err := s.env.Cafe.SaveHolder(h); err != nil {
				t.Fatal(err)
			}
		}
		p := s.open(Target{Page: Cafes, Tab: Season}).(*season)
		d, err := p.fetch()
		if err != nil || len(d.weeks) != seasonWeeks || len(d.weeks[0].cells) != 1 || d.weeks[0].cells[0].lack != s.env.Loc.T("lack.anybody") {
			t.Fatalf("%s: the board begins with %+v, %v", lang, d.weeks[0], err)
		}
		ask := func() cafe.Proposal {
			return cafe.Suggest(s.env.Cafe.Ask(s.env.Day(), s.env.Day().AddDays(27), 3, s.env.Compare))
		}
		first := ask()
		if len(first.Turns) == 0 || len(first.Gaps) == 0 {
			t.Fatalf("%s: %d turns, %d gaps", lang, len(first.Turns), len(first.Gaps))
		}
		p.proposed(first)
		if err := s.env.Cafe.TakeRoster(first); err != nil {
			t.Fatal(err)
		}
		if again := ask(); again.New != 0 || len(again.Turns) != len(first.Turns) {
			t.Errorf("%s: again %d turns, %d of them new", lang, len(again.Turns), again.New)
		}
		d, _ = p.fetch()
		p.update(d)
		if got := d.weeks[0].cells[0]; !strings.Contains(got.who, "Yara") || got.lack != "" {
			t.Errorf("%s: the first week says %+v", lang, got)
		}
		// What a person saves is confirmed: a roster without anybody leaves it.
		tonight := s.env.Cafe.On(s.env.Day(), s.env.Compare)[0]
		var ids []string
		for _, h := range s.env.Cafe.OnDuty(tonight, s.env.Compare) {
			ids = append(ids, h.ID)
		}
		if err := s.env.Cafe.SetTurns(tonight, ids); err != nil {
			t.Fatal(err)
		}
		if err := s.env.Cafe.TakeRoster(cafe.Proposal{Evenings: first.Evenings}); err != nil {
			t.Fatal(err)
		}
		if left := s.env.Cafe.OnDuty(tonight, s.env.Compare); len(left) != len(ids) {
			t.Errorf("%s: %d stay of %d", lang, len(left), len(ids))
		}
		next, _ := s.env.Cafe.Evening(x.ID, s.env.Day().AddDays(7))
		if left := s.env.Cafe.OnDuty(next, s.env.Compare); len(left) != 0 {
			t.Errorf("%s: %d stay whom nobody confirmed", lang, len(left))
		}
	}
}

// Five places for a year: what the board fetches, and the first draw.
func BenchmarkSeasonBoard(b *testing.B) {
	s := newStage(b, "nl")
	for i := range 5 {
		rule, err := calendar.NewRule(calendar.Week, time.Weekday(i+1), s.env.Day())
		if err != nil {
			b.Fatal(err)
		}
		x, err := s.env.Cafe.SavePlace(cafe.Place{Name: "Café " + itoa(i), Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
		if err == nil {
			_, err = s.env.Cafe.SaveActivity(cafe.Activity{PlaceID: x.ID, Title: "Samen eten", Rule: rule})
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		p := newSeason(s.env).(*season)
		d, err := p.fetch()
		if err != nil {
			b.Fatal(err)
		}
		p.update(d)
		s.env.Window.SetContent(p.Object())
		s.env.Window.Canvas().Capture()
	}
}

// The ideas narrow while one types, one is put on an evening, and an own one is kept.
func TestIdeasPage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		p := s.open(Target{Page: Cafes, Tab: Ideas, PlaceID: x.ID, Date: s.env.Day()}).(*ideas)
		all := p.fetch(cafe.Filter{}, false)
		if len(all) < shownIdeas || len(p.fetch(cafe.Filter{Text: "حلقة"}, false)) == 0 || len(p.fetch(cafe.Filter{Text: "xyzzy"}, false)) != 0 {
			t.Fatalf("%s: %d ideas", lang, len(all))
		}
		leads := p.leads
		leads.sel.SetSelectedIndex(1)
		if p.rest.Visible() {
			t.Errorf("%s: all filters show", lang)
		}
		more := kwidget.NewButton("", nil, nil)
		p.unfold(more)
		shown := p.rest.Visible()
		p.unfold(more)
		if !shown || leads.id() != "" || more.Text != s.env.Loc.T("ideas.more") {
			t.Errorf("%s: folded, the filters still ask for %q", lang, leads.id())
		}
		three := p.fetch(cafe.Filter{Text: "not used"}, true)
		if len(three) != shownIdeas {
			t.Fatalf("%s: %d for tonight", lang, len(three))
		}
		p.update(three)
		tonight, _ := s.env.Cafe.Evening(x.ID, s.env.Day())
		if _, err := s.env.Cafe.TakeIdea(three[0].Idea, tonight, three[0].Title.In(lang)); err != nil {
			t.Fatal(err)
		}
		tonight, _ = s.env.Cafe.Evening(x.ID, s.env.Day())
		if done := s.env.activities(tonight); !strings.Contains(done, three[0].Title.In(lang)) {
			t.Errorf("%s: tonight is %q", lang, done)
		}
		own, err := s.env.Cafe.SaveIdea(cafe.Idea{Kind: cafe.Game, Title: plan.Text{}.Typed(lang, "Sjoelen"), Minutes: [2]int{10, 20}, People: [2]int{2, 6}, Noise: 2, Energy: 1, Leads: 1})
		if err == nil {
			err = s.env.Cafe.SetStar(own, true)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := p.fetch(cafe.Filter{Starred: true}, false); len(got) != 1 || got[0].Title.In(lang) != "Sjoelen" {
			t.Errorf("%s: with a star %v", lang, got)
		}
		p.draft("x", own)
	}
}

// What is chosen in a strength circle is never written: the file of the vault is the same,
// byte for byte, while the sheet is filled and after it is closed, and the next sheet is empty.
func TestCircleIsNeverStored(t *testing.T) {
	s := newStage(t, "nl")
	x := s.placeWith()
	p := s.open(Target{Page: Cafes, PlaceID: x.ID, Date: s.env.Day()}).(*eveningPage).tab.(*planTab)
	tonight, _ := s.env.Cafe.Evening(x.ID, s.env.Day())
	file := func() []byte {
		s.env.Queue.Wait()
		b, err := os.ReadFile(s.env.Vault.Path())
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	before := file()
	sheet := p.circle(s.env.nights(tonight)[0])
	sheet.names[0].SetText("Geheime Naam")
	sheet.needs[0].SetText("even stil zijn")
	sheet.wants[0].sel.SetSelectedIndex(2)
	sheet.seat()
	if !bytes.Equal(file(), before) {
		t.Error("the vault was written while the sheet was filled")
	}
	sheet.dialog.Hide()
	if !bytes.Equal(file(), before) {
		t.Error("the vault was written when the sheet was closed")
	}
	if again := p.circle(s.env.nights(tonight)[0]); again.names[0].Text != "" || again.wants[0].id() != "tell" || len(again.names) != circleSeats {
		t.Error("the next sheet still has what was chosen")
	}
	if err := s.env.Cafe.Count(tonight, cafe.Visitors, 1); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(file(), before) {
		t.Error("the file does not show what is written: this test could not fail")
	}
}
