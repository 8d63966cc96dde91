package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/calendar"

	"pgregory.net/rapid"
)

// A group is made with its members in one action, lives, and is deleted and undone with all
// that was kept of it.
func TestAGroup(t *testing.T) {
	s, v := open(t)
	today := day(t, "2027-03-01")
	g, err := s.MakeGroup(Group{Name: " De Lente الربيع ", CourseID: "c1", Contact: "Amina", Start: today.AddDays(-200), Chat: true}, []Member{
		{PersonID: "p1", Name: "Amina", Lang: "ar", Form: Pictures, Since: today.AddDays(-200), How: Said},
		{Name: "Buurvrouw", Lang: "nl", Form: OnPaper, Since: today.AddDays(-200)},
		{PersonID: "p3", Name: "Piet", Lang: "nl"},
	})
	if err != nil || g.Name != "De Lente الربيع" || len(s.Members(g.ID, strings.Compare)) != 3 {
		t.Fatalf("made: %v, %+v", err, g)
	}
	if got := s.Quiet(today, strings.Compare); len(got) != 1 || got[0].Pulse.Beat != Silent || got[0].Wanting != 2 || got[0].Members != 3 {
		t.Fatalf("silent: %+v", got)
	}
	if err := s.SaveSign(Sign{GroupID: g.ID, Date: today.AddDays(10), Kind: Meeting}); err != nil {
		t.Fatal(err)
	}
	if got := s.Groups(today, strings.Compare)[0]; got.Pulse.Beat != Silent || got.Next.Date != today.AddDays(10) || len(s.Quiet(today, strings.Compare)) != 0 {
		t.Errorf("with a meeting planned: %+v", got)
	}
	if err := s.SaveSign(Sign{GroupID: g.ID, Date: today, Kind: Word, About: 1}); err != nil {
		t.Fatal(err)
	}
	if got := s.Pulse(g, today); got.Beat != Lively || got.Last != today || got.None {
		t.Errorf("heard of today: %+v", got)
	}
	if len(s.Signs(g.ID, today)) != 1 || len(s.Planned(g.ID, today)) != 1 {
		t.Errorf("%v and %v", s.Signs(g.ID, today), s.Planned(g.ID, today))
	}
	if err := s.Try(g.ID, "eat-together", today); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveDelivery(Delivery{Year: 2027, Period: 2, GroupID: g.ID, MadeOn: today}); err != nil {
		t.Fatal(err)
	}
	if err := s.DeleteGroup(g.ID); err != nil {
		t.Fatal(err)
	}
	left := s.members.Len() + s.signs.Len() + s.steps.Len() + s.deliveries.Len() + s.groups.Len()
	if left != 0 {
		t.Errorf("%d records are left", left)
	}
	if _, err := v.Undo(); err != nil || len(s.Members(g.ID, strings.Compare)) != 3 || len(s.Tried(g.ID)) != 1 {
		t.Errorf("undone: %v", err)
	}
}

// Who took it back gets nothing, and neither does who never asked; paper goes by hand and a
// chat is used once.
func TestSendList(t *testing.T) {
	s, _ := open(t)
	today := day(t, "2027-03-01")
	wants := func(m Member) Member { m.Since, m.How = today, Said; return m }
	_, err := s.MakeGroup(Group{Name: "B", Start: today}, []Member{
		wants(Member{PersonID: "p1", Name: "Amina", Lang: "nl", Form: AsPDF}),
		wants(Member{PersonID: "p2", Name: "Wim", Lang: "nl", Form: AsPDF}),
		wants(Member{Name: "Zonder", Lang: "ar", Form: Short}),
		{Name: "Vroeg niets", Lang: "nl", Form: OnPaper},
		{Name: "Nam terug", Since: today, Withdrawn: today.AddDays(1)},
	})
	if err == nil {
		_, err = s.MakeGroup(Group{Name: "A", Chat: true, Start: today}, []Member{
			wants(Member{Name: "Els", Form: OnPaper, Lang: "nl"}), wants(Member{Name: "Noor", Form: Pictures, Lang: "nl", Phone: "+31600000001"}),
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	people := map[string]Reach{"p1": {Name: "Amina Warsame", Email: "a@voorbeeld.nl"}, "p2": {Name: "Wim Prins", Phone: "+31600000002", Email: "w@voorbeeld.nl"}}
	var got []string
	for _, l := range s.SendList(strings.Compare, func(id string) (Reach, bool) { r, ok := people[id]; return r, ok }) {
		got = append(got, fmt.Sprint(l.Group.Name, " ", l.Reach.Name, " ", l.Via))
	}
	want := []string{"A Els hand", "A Noor chat", "B Zonder hand", "B Amina Warsame mail", "B Wim Prins phone"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A toolkit that was talked about is a sign of life; what was undone of it is not kept.
func TestDelivery(t *testing.T) {
	s, _ := open(t)
	today := day(t, "2027-06-01")
	g, err := s.MakeGroup(Group{Name: "A", Start: today.AddDays(-100)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := s.Delivery(Slot{Year: 2027, Period: 3}, g.ID)
	d.TalkedOn = today
	if err := s.SaveDelivery(d); err != nil || s.Pulse(g, today).Beat != Lively || s.Delivery(Slot{Year: 2027, Period: 3}, g.ID) != d {
		t.Errorf("%v, %+v", err, s.Pulse(g, today))
	}
	d.TalkedOn = calendar.Date{}
	if err := s.SaveDelivery(d); err != nil || s.deliveries.Len() != 0 || s.Pulse(g, today).Beat != Quieter {
		t.Errorf("%v, %+v", err, s.Pulse(g, today))
	}
	if err := s.SaveDelivery(Delivery{Year: 2027, Period: 3, GroupID: "x", MadeOn: today}); !errors.Is(err, ErrNotFound) {
		t.Errorf("of no group: %v", err)
	}
}

// Who is deleted goes out of the groups, a course that is deleted leaves its groups; what
// points nowhere after two laptops came together is told.
func TestGone(t *testing.T) {
	s, v := open(t)
	g, err := s.MakeGroup(Group{Name: "A", CourseID: "c1", Contact: "Amina", Phone: "+31600000001", Start: day(t, "2027-01-01")}, []Member{{PersonID: "p1", Name: "Amina"}, {Name: "Els"}})
	if err != nil {
		t.Fatal(err)
	}
	none := func(string) bool { return false }
	if got := s.BrokenReferences(none, none); len(got) != 2 {
		t.Errorf("broken: %q", got)
	}
	err = v.Do(vault.NewAction("action.person.delete"), func(tx *vault.Tx) error {
		return errors.Join(s.PersonGone(tx, "p1"), s.CourseGone(tx, "nobody"))
	})
	after, _ := s.Group(g.ID)
	if err != nil || len(s.Members(g.ID, strings.Compare)) != 1 || after.Contact != "" || after.Phone != "" || after.CourseID != "c1" {
		t.Errorf("%v, %+v", err, after)
	}
	err = v.Do(vault.NewAction("action.course.delete"), func(tx *vault.Tx) error { return s.CourseGone(tx, "c1") })
	if got := s.BrokenReferences(none, none); err != nil || len(got) != 0 {
		t.Errorf("%v, broken: %q", err, got)
	}
}

func TestGroupsThatCannotBe(t *testing.T) {
	s, _ := open(t)
	today := day(t, "2027-01-01")
	g, err := s.MakeGroup(Group{Name: "A", Start: today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	making := func(g Group, m ...Member) error { _, err := s.MakeGroup(g, m); return err }
	for i, c := range []struct{ err, want error }{
		{making(Group{Name: " "}), ErrGroupName},
		{making(Group{Name: "B", Start: calendar.Date{Year: 27, Month: 1, Day: 1}}), ErrFarDate},
		{making(Group{Name: "B"}, Member{Name: " "}), ErrMember},
		{s.SaveGroup(Group{ID: "x", Name: "B"}), ErrNotFound},
		{s.SaveMember(Member{GroupID: "x", Name: "B"}), ErrNotFound},
		{s.SaveMember(Member{GroupID: g.ID, Name: "B", Form: "fax"}), ErrMember},
		{s.SaveMember(Member{GroupID: g.ID, Name: "B", Withdrawn: today}), ErrWithdrawn},
		{s.SaveMember(Member{GroupID: g.ID, Name: "B", Since: today, Withdrawn: today.AddDays(-1)}), ErrWithdrawn},
		{s.SaveSign(Sign{GroupID: g.ID, Date: today, Kind: "party"}), ErrSign},
		{s.SaveSign(Sign{GroupID: g.ID, Date: today, Kind: Meeting, About: 201}), ErrAbout},
		{s.SaveSign(Sign{GroupID: g.ID, Kind: Meeting}), ErrFarDate},
		{s.SaveSign(Sign{GroupID: "x", Date: today, Kind: Meeting}), ErrNotFound},
		{s.Try("x", "y", today), ErrNotFound},
		{s.DeleteGroup("x"), ErrNotFound},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%d: %v, want %v", i, c.err, c.want)
		}
	}
	if s.groups.Len() != 1 || s.members.Len()+s.signs.Len()+s.steps.Len() != 0 {
		t.Error("something was kept all the same")
	}
}

func TestPulse(t *testing.T) {
	today := day(t, "2027-06-01")
	for _, c := range []struct {
		start int // days ago
		signs []int
		want  Beat
		last  int
		none  bool
	}{
		{0, nil, Lively, 0, true},
		{56, nil, Lively, 56, true},
		{57, nil, Quieter, 57, true},
		{112, nil, Quieter, 112, true},
		{113, nil, Silent, 113, true},
		{400, []int{300, 20, 100}, Lively, 20, false},
		{400, []int{300, -5}, Silent, 300, false},
		{400, []int{-5}, Silent, 400, true},
		{10, []int{70}, Lively, 10, true}, // of before it was a group: it says nothing of it
	} {
		var dates []calendar.Date
		for _, n := range c.signs {
			dates = append(dates, today.AddDays(-n))
		}
		want := Pulse{c.want, today.AddDays(-c.last), c.none}
		if got := PulseOf(today.AddDays(-c.start), dates, today); got != want {
			t.Errorf("%+v: %+v, want %+v", c, got, want)
		}
	}
}

// A sign of today makes any group lively, more signs never make it quieter, and time never
// makes it livelier.
func TestPulseProperties(t *testing.T) {
	today := day(t, "2027-06-01")
	rapid.Check(t, func(t *rapid.T) {
		start := today.AddDays(-rapid.IntRange(0, 300).Draw(t, "start"))
		var signs []calendar.Date
		for _, n := range rapid.SliceOfN(rapid.IntRange(0, 300), 0, 6).Draw(t, "signs") {
			signs = append(signs, start.AddDays(n))
		}
		at := func(p Pulse) int { return slices.Index(Beats(), p.Beat) }
		p := PulseOf(start, signs, today)
		if got := PulseOf(start, append(signs, today), today); got.Beat != Lively {
			t.Fatalf("with a sign of today: %+v", got)
		}
		if got := PulseOf(start, signs[:len(signs)/2], today); len(signs) > 0 && at(got) > at(p) && !got.None {
			t.Fatalf("with fewer signs it is livelier: %+v, %+v", got, p)
		}
		before := slices.DeleteFunc(slices.Clone(signs), func(d calendar.Date) bool { return d.Compare(today) > 0 })
		if got := PulseOf(start, before, today.AddDays(rapid.IntRange(0, 200).Draw(t, "later"))); at(got) > at(p) {
			t.Fatalf("later it is livelier: %+v, %+v", got, p)
		}
	})
}

var four = []SmallStep{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}

func TestSuggest(t *testing.T) {
	on := func(days int) calendar.Date { return day(t, "2027-01-01").AddDays(days) }
	for i, c := range []struct {
		tried []Step
		want  string
	}{
		{nil, "a"},
		{[]Step{{"g", "1", "a", on(1), ""}}, "b"},
		{[]Step{{"other", "1", "c", on(1), Yes}}, "c"},
		{[]Step{{"other", "1", "c", on(1), Yes}, {"g", "2", "d", on(0), Yes}, {"g", "3", "a", on(9), No}}, "d"},
		{[]Step{{"other", "1", "c", on(1), Yes}, {"g", "2", "c", on(2), No}, {"g", "3", "b", on(3), No}}, "a"},
		{[]Step{{"g", "1", "d", on(1), Yes}}, "d"},                                  // what helped comes again
		{[]Step{{"g", "1", "d", on(1), Yes}, {"other", "2", "b", on(2), Yes}}, "d"}, // here before anywhere
		{[]Step{{"g", "1", "d", on(1), Yes}, {"g", "2", "d", on(9), No}}, "a"},      // but not once it no longer does
		{[]Step{{"g", "1", "d", on(1), Yes}, {"g", "2", "d", on(9), ""}}, "a"},      // or nobody knows
		{[]Step{{"other", "1", "d", on(1), Yes}, {"g", "2", "d", on(2), No}, {"g", "3", "a", on(3), ""}}, "b"},
		{[]Step{{"g", "1", "a", on(5), ""}, {"g", "2", "b", on(5), ""}}, "c"},
	} {
		if got, ok := Suggest(four, "g", c.tried); !ok || got.ID != c.want {
			t.Errorf("%d: %q, want %q", i, got.ID, c.want)
		}
	}
	if _, ok := Suggest(nil, "g", nil); ok {
		t.Error("something out of nothing")
	}
	if got, _ := Suggest(four[:1], "g", []Step{{"g", "1", "a", on(1), No}}); got.ID != "a" {
		t.Error("the only one there is, is not suggested")
	}
}

// A suggestion is one of the list, not what this group tried last and did not help, and one that
// helped somewhere where there is such a one that did not fail here.
func TestSuggestProperties(t *testing.T) {
	begin := day(t, "2027-01-01")
	rapid.Check(t, func(t *rapid.T) {
		var tried []Step
		last := ""
		helped, failed := map[string]bool{}, map[string]bool{}
		for i := range rapid.IntRange(0, 12).Draw(t, "tried") {
			x := Step{rapid.SampledFrom([]string{"g", "h"}).Draw(t, "group"), fmt.Sprintf("%02d", i), rapid.SampledFrom(four).Draw(t, "step").ID, begin.AddDays(i), rapid.SampledFrom([]Helped{"", Yes, No}).Draw(t, "helped")}
			tried = append(tried, x)
			if x.GroupID == "g" {
				last = x.StepID
				if x.Helped == Yes {
					last = ""
				}
				failed[x.StepID] = failed[x.StepID] || x.Helped == No
			}
			helped[x.StepID] = helped[x.StepID] || x.Helped == Yes
		}
		got, ok := Suggest(four, "g", tried)
		if !ok || got.ID == last || !slices.ContainsFunc(four, func(x SmallStep) bool { return x.ID == got.ID }) {
			t.Fatalf("%q after %q", got.ID, last)
		}
		for _, x := range four {
			if x.ID != last && helped[x.ID] && !failed[x.ID] && !helped[got.ID] {
				t.Fatalf("%q, while %q helped", got.ID, x.ID)
			}
		}
	})
}

// It is asked whether a step helped after a week, until it was answered.
func TestWhenToAsk(t *testing.T) {
	s, _ := open(t)
	today := day(t, "2027-01-01")
	g, err := s.MakeGroup(Group{Name: "A", Start: today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Try(g.ID, "a", today); err != nil {
		t.Fatal(err)
	}
	x := s.Tried(g.ID)[0]
	if x.Ask(today.AddDays(6)) || !x.Waits(today.AddDays(6)) || !x.Ask(today.AddDays(7)) || x.Waits(today.AddDays(7)) {
		t.Error("asked at the wrong time")
	}
	if next, _ := s.Next(four, g.ID); next.ID != "b" {
		t.Errorf("next is %q", next.ID)
	}
	if err := s.Answer(x, Yes); err != nil || s.Tried(g.ID)[0].Ask(today.AddDays(30)) {
		t.Errorf("answered: %v", err)
	}
	if err := s.RemoveStep(x); err != nil || len(s.Tried(g.ID)) != 0 {
		t.Errorf("forgotten: %v", err)
	}
}

// The steps that ship are whole in three languages, and their texts name who they are for.
func TestShippedSteps(t *testing.T) {
	all, err := LoadSteps(assets.Groups, "groups/steps.toml")
	if err != nil || len(all) < 6 {
		t.Fatalf("%d steps, %v", len(all), err)
	}
	g := Group{Name: "De Lente", Contact: "أمينة"}
	for _, x := range all {
		for _, lang := range []string{"nl", "ar", "en"} {
			said := x.For(g, lang)
			if !x.Title.Has(lang) || !x.About.Has(lang) || !x.Text.Has(lang) || !strings.Contains(said, "أمينة") || strings.ContainsAny(said, "{}") {
				t.Errorf("%s in %s: %q", x.ID, lang, said)
			}
		}
	}
	g.Contact = ""
	if got := all[0].For(g, "nl"); !strings.HasPrefix(got, "Dag …, ") {
		t.Errorf("without a contact: %q", got)
	}
}

func TestStepsSayWhatIsWrong(t *testing.T) {
	const good = "[[step]]\nid='a'\ntitle={nl='A'}\nabout={nl='B'}\ntext={nl='Dag {name} van {group}'}\n"
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{good, true},
		{good + good, false},
		{strings.Replace(good, "{name}", "{naam}", 1), false},
		{strings.Replace(good, "{group}", "{group", 1), false},
		{strings.Replace(good, "title={nl='A'}", "title={ar='A'}", 1), false},
		{good + "tekst='x'\n", false},
	} {
		if _, err := LoadSteps(fstest.MapFS{"x.toml": {Data: []byte(c.text)}}, "x.toml"); (err == nil) != c.ok {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}
