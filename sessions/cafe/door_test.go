package cafe

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// Nobody is asked for a diagnosis, an address or a reason: what is kept of a visitor and of a
// visit is this and no more. Whoever adds a field has to come past here.
func TestNothingElseIsKeptOfAVisitor(t *testing.T) {
	for _, c := range []struct {
		of   any
		want string
	}{
		{Visitor{}, "ID Name Color Picture Before Channel Reach"},
		{Visit{}, "PlaceID Date VisitorID"},
		{Told{}, "PlaceID Date VisitorID On"},
	} {
		var got []string
		for i := range reflect.TypeOf(c.of).NumField() {
			got = append(got, reflect.TypeOf(c.of).Field(i).Name)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%T has %s, may have %s", c.of, s, c.want)
		}
	}
}

// nights are evenings of Gouda in December 2026, all Tuesdays.
func nights(t testing.TB, s *Store, p Place, n int) []Evening {
	t.Helper()
	all := s.Evenings(p.ID, day(t, "2026-12-01"), day(t, "2027-12-31"))
	return all[:n]
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func succeed(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// One tap is one action: said again it writes nothing, taken back it is gone, and undo takes
// a newcomer away with their visit.
func TestHere(t *testing.T) {
	s, v, p := gouda(t)
	e := nights(t, s, p, 2)
	sam := must[Visitor](t)(s.Newcomer(e[0], "  Sam \n de  V "))
	if sam.Name != "Sam de V" || !s.Here(e[0])[sam.ID] || s.Counted(e[0], Newcomers) != 1 || s.Counted(e[0], Visitors) != 1 {
		t.Errorf("the newcomer is %+v", sam)
	}
	before := len(must[[]vault.Entry](t)(v.Journal(100)))
	succeed(t, s.SetHere(e[0], sam.ID, true), s.SetHere(e[1], sam.ID, false))
	if after := len(must[[]vault.Entry](t)(v.Journal(100))); after != before {
		t.Errorf("%d actions for nothing", after-before)
	}
	succeed(t, s.SetHere(e[0], sam.ID, false))
	if len(s.Here(e[0])) != 0 || s.Counted(e[0], Visitors) != 0 {
		t.Error("they are still there")
	}
	for range 2 { // the tap, the newcomer
		must[vault.Action](t)(v.Undo())
	}
	if _, ok := s.Visitor(sam.ID); ok || len(s.Here(e[0])) != 0 {
		t.Error("the newcomer is not undone whole")
	}
	if err := s.SetHere(e[0], "niemand", true); !errors.Is(err, ErrNotFound) {
		t.Errorf("nobody is there: %v", err)
	}
	if _, err := s.Newcomer(e[0], " \t"); !errors.Is(err, ErrVisitor) {
		t.Errorf("without a name: %v", err)
	}
}

// The first visit is found wherever it is written, and whenever.
func TestFirst(t *testing.T) {
	s, _, p := gouda(t)
	e := nights(t, s, p, 4)
	sam := must[Visitor](t)(s.Newcomer(e[2], "Sam"))
	noor := must[Visitor](t)(s.Known(e[2], "Noor"))
	want := func(when string, nights ...int) {
		t.Helper()
		for i := range e {
			now, ok := s.Evening(p.ID, e[i].Planned)
			if !ok {
				t.Fatal("an evening is gone")
			}
			if got := s.Counted(now, Newcomers); got != nights[i] {
				t.Errorf("%s: night %d has %d newcomers, want %d", when, i, got, nights[i])
			}
		}
	}
	want("known ones are not new", 0, 0, 1, 0)
	succeed(t, s.SetHere(e[1], sam.ID, true), s.SetHere(e[3], sam.ID, true), s.SetHere(e[0], noor.ID, true))
	want("an older evening", 0, 1, 0, 0)
	succeed(t, s.Except(Exception{PlaceID: p.ID, Date: e[1].Planned, Change: Moved, To: day(t, "2027-06-02")}))
	want("it was moved", 0, 0, 1, 0)
	succeed(t, s.Except(Exception{PlaceID: p.ID, Date: e[2].Planned, Change: Cancelled}))
	want("another was cancelled", 0, 0, 0, 1)
	succeed(t, s.AsAlways(p.ID, e[1].Planned), s.AsAlways(p.ID, e[2].Planned))
	want("as always", 0, 1, 0, 0)
	succeed(t, s.SetHere(e[1], sam.ID, false))
	want("taken back", 0, 0, 1, 0)
}

// Whatever is tapped, moved, deleted and undone, the first visit of everybody is the earliest
// one; and deleting somebody changes no number of any evening.
func TestFirstIsTheEarliest(t *testing.T) {
	s, v, p := gouda(t)
	second := must[Place](t)(s.SavePlace(Place{Name: "Waddinxveen", Rule: rule(t, calendar.Week, time.Tuesday, "2026-12-01"), Start: plan.At(19, 0), End: plan.At(22, 0)}))
	rapid.Check(t, func(r *rapid.T) {
		places := []Place{p, second}
		for range rapid.IntRange(1, 12).Draw(r, "steps") {
			x := rapid.SampledFrom(places).Draw(r, "place")
			e, ok := s.Evening(x.ID, day(t, "2026-12-01").AddDays(7*rapid.IntRange(0, 3).Draw(r, "week")))
			ids := visitorIDs(s)
			switch what := rapid.IntRange(0, 9).Draw(r, "what"); {
			case !ok:
			case what < 2 || len(ids) == 0:
				must[Visitor](t)(s.Newcomer(e, rapid.SampledFrom([]string{"Sam", "Noor", "نور"}).Draw(r, "name")))
			case what < 6:
				succeed(t, s.SetHere(e, rapid.SampledFrom(ids).Draw(r, "who"), rapid.Bool().Draw(r, "here")))
			case what == 6:
				s.Except(Exception{PlaceID: x.ID, Date: e.Planned, Change: Moved, To: day(t, "2027-01-01").AddDays(rapid.IntRange(0, 90).Draw(r, "to"))}) // may be refused
			case what == 7:
				s.AsAlways(x.ID, e.Planned) // may be refused
			case what == 8:
				v.Undo() // there may be nothing
			default:
				before := numbers(t, s, places)
				succeed(t, s.DeleteVisitor(rapid.SampledFrom(ids).Draw(r, "gone")))
				if after := numbers(t, s, places); !slices.Equal(before, after) {
					r.Fatalf("deleting somebody made %v of %v", after, before)
				}
			}
			firstsAreEarliest(r, s)
		}
	})
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Error(broken)
	}
}

func visitorIDs(s *Store) (out []string) {
	for id := range s.visitors.All() {
		out = append(out, id)
	}
	return out
}

func numbers(t testing.TB, s *Store, places []Place) (out []int) {
	for _, p := range places {
		for _, e := range s.Evenings(p.ID, day(t, "2026-12-01"), day(t, "2027-05-01")) {
			out = append(out, s.Counted(e, Visitors), s.Counted(e, Newcomers))
		}
	}
	return out
}

// firstsAreEarliest goes through all visits, as First does not.
func firstsAreEarliest(r *rapid.T, s *Store) {
	for id := range s.visitors.All() {
		var best Visit
		var on calendar.Date
		var firsts []Visit
		for k, v := range s.visits.All() {
			if v.VisitorID != id {
				continue
			}
			if s.First(v) {
				firsts = append(firsts, v)
			}
			if d, held := s.dateOf(v.PlaceID, v.Date); held && (best.VisitorID == "" || d.Compare(on) < 0 || d == on && k < best.key()) {
				best, on = v, d
			}
		}
		if best.VisitorID == "" && len(firsts) > 0 || best.VisitorID != "" && (len(firsts) != 1 || firsts[0] != best) {
			r.Fatalf("first is %v, earliest is %v", firsts, best)
		}
	}
}

// Who is deleted takes what they like to hear along; undo brings all of it back.
func TestDeleteVisitor(t *testing.T) {
	s, v, p := gouda(t)
	e := nights(t, s, p, 6)
	sam := must[Visitor](t)(s.Newcomer(e[0], "Sam"))
	must[Visitor](t)(s.Known(e[2], "Noor"))
	sam.Channel, sam.Reach = Mail, "sam@voorbeeld.nl"
	must[Visitor](t)(s.SaveVisitor(sam))
	noor := s.VisitorsLike("noor", strings.Compare)[0]
	succeed(t, s.SetHere(e[1], sam.ID, true), s.SetHere(e[3], noor.ID, true))
	gone := s.Missed(p.ID, e[3].Date)
	if len(gone) != 1 {
		t.Fatalf("missed are %v", gone)
	}
	succeed(t, s.SetTold(gone[0], e[3].Date), s.DeleteVisitor(sam.ID))
	if s.Tally(e[0], Visitors) != 1 || s.Tally(e[0], Newcomers) != 1 || s.Tally(e[1], Newcomers) != 0 || s.told.Len() != 0 || len(s.BrokenReferences()) != 0 {
		t.Errorf("left: %d, %d, %d; %d told; %v", s.Tally(e[0], Visitors), s.Tally(e[0], Newcomers), s.Tally(e[1], Newcomers), s.told.Len(), s.BrokenReferences())
	}
	must[vault.Action](t)(v.Undo())
	if got, ok := s.Visitor(sam.ID); !ok || got != sam || s.Tally(e[0], Visitors) != 0 || s.Counted(e[0], Newcomers) != 1 || s.told.Len() != 1 {
		t.Errorf("undone: %+v", got)
	}
	succeed(t, s.DeletePlace(p.ID))
	if len(s.BrokenReferences()) != 0 || s.told.Len()+s.visits.Len() != 0 {
		t.Error(s.BrokenReferences())
	}
}

// Two of one name are told apart; who does not like to be told has no number.
func TestSaveVisitor(t *testing.T) {
	s, _, p := gouda(t)
	e := nights(t, s, p, 1)[0]
	seen := map[Picture]bool{}
	for i := range len(Pictures()) {
		v := must[Visitor](t)(s.Newcomer(e, []string{"Émile", "emile "}[i%2]))
		if seen[v.Picture] {
			t.Errorf("a picture twice: %q", v.Picture)
		}
		seen[v.Picture] = true
	}
	sam := must[Visitor](t)(s.Newcomer(e, "Sam"))
	if sam.Picture != "" || sam.Color != "" {
		t.Errorf("nobody chose %q, %q", sam.Picture, sam.Color)
	}
	sam.Channel = Phone
	if _, err := s.SaveVisitor(sam); !errors.Is(err, ErrReach) {
		t.Errorf("without a number: %v", err)
	}
	sam.Reach = "+31612345678"
	must[Visitor](t)(s.SaveVisitor(sam))
	sam.Channel = NoChannel
	if got := must[Visitor](t)(s.SaveVisitor(sam)); got.Reach != "" {
		t.Errorf("the number %q stays", got.Reach)
	}
	if _, err := s.SaveVisitor(Visitor{ID: "weg", Name: "x"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("somebody who is gone: %v", err)
	}
}

// Who often came, and lately, is offered first; typing finds everybody.
func TestWhoIsOffered(t *testing.T) {
	s, _, p := gouda(t)
	e := nights(t, s, p, 40)
	old := must[Visitor](t)(s.Known(e[0], "Lang Geleden"))
	often := must[Visitor](t)(s.Known(e[32], "Vaak"))
	once := must[Visitor](t)(s.Known(e[34], "Één keer"))
	arab := must[Visitor](t)(s.Known(e[33], "أحمد"))
	succeed(t, s.SetHere(e[33], often.ID, true), s.SetHere(e[34], often.ID, true))
	ids := func(vs []Visitor) (out []string) {
		for _, v := range vs {
			out = append(out, v.Name)
		}
		return out
	}
	want := []string{"Vaak", "Één keer", "أحمد"}
	if got := ids(s.Regulars(e[35], strings.Compare)); !slices.Equal(got, want) {
		t.Errorf("offered are %q", got)
	}
	succeed(t, s.SetHere(e[35], arab.ID, true), s.SetHere(e[35], old.ID, true))
	if got := ids(s.Regulars(e[35], strings.Compare)); !slices.Equal(got, want) {
		t.Errorf("after a tap the order is %q", got)
	}
	for text, want := range map[string][]string{"een": {once.Name}, "احمد": {arab.Name}, "leden": {old.Name}, "v": {"Vaak"}, "xyz": nil} {
		if got := ids(s.VisitorsLike(text, strings.Compare)); !slices.Equal(got, want) {
			t.Errorf("%q finds %q", text, got)
		}
	}
}

// Who types part of a name means who has it at the beginning; else it is somebody new.
func TestMeant(t *testing.T) {
	s, _, p := gouda(t)
	e := nights(t, s, p, 1)[0]
	for _, name := range []string{"DJ Bo", "Samira", "Sam", "أحمد"} {
		must[Visitor](t)(s.Newcomer(e, name))
	}
	for text, want := range map[string]string{"sam": "Sam", "Sami": "Samira", "dj": "DJ Bo", "Bo": "", "احم": "أحمد", "Noor": "", " ": ""} {
		if who, ok := s.Meant(text, strings.Compare); who.Name != want || ok != (want != "") {
			t.Errorf("%q means %q", text, who.Name)
		}
	}
}

// tenYears is a place of ten years with 100,000 visits of 1,000 people, who like to be told.
func tenYears(b *testing.B) (*Store, []Evening) {
	s, v, p := gouda(b)
	date := func(i int) calendar.Date { return p.Rule.From.AddDays(7 * i) }
	err := v.Do(vault.NewAction("action.import"), func(tx *vault.Tx) error {
		for i := range 1000 {
			id := fmt.Sprintf("v%04d", i)
			if err := s.visitors.Put(tx, id, Visitor{ID: id, Name: id, Channel: Somebody, Reach: "Yara"}); err != nil {
				return err
			}
		}
		for i := range 100_000 {
			x := Visit{p.ID, date(i / 192), fmt.Sprintf("v%04d", (i%192+2*(i/192))%1000)}
			if err := s.visits.Put(tx, x.key(), x); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	var evenings []Evening
	for i := range 521 {
		evenings = append(evenings, Evening{Place: p, Date: date(i), Planned: date(i)})
	}
	return s, evenings
}

// BenchmarkNewcomers counts those of every evening of ten years, from a vault that was just
// opened (goal: a report in under half a second).
func BenchmarkNewcomers(b *testing.B) {
	s, evenings := tenYears(b)
	for b.Loop() {
		s.comings.mu.Lock()
		s.comings.keys, s.comings.first = nil, nil // as after opening
		s.comings.mu.Unlock()
		n := 0
		for _, e := range evenings {
			n += s.Counted(e, Newcomers)
		}
		if n != 1000 {
			b.Fatalf("%d newcomers", n)
		}
	}
}

// BenchmarkMissed asks for what Today shows of a place.
func BenchmarkMissed(b *testing.B) {
	s, evenings := tenYears(b)
	for b.Loop() {
		if len(s.Missed(evenings[0].Place.ID, evenings[len(evenings)-1].Date)) == 0 {
			b.Fatal("nobody is missed")
		}
	}
}
