package cafe

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"kring/sessions/plan"

	"pgregory.net/rapid"
)

func order(slots []Slot) (out []string) {
	for _, x := range slots {
		out = append(out, fmt.Sprintf("%s %d:%02d-%d:%02d", x.Kind, x.From/60, x.From%60, x.To/60, x.To%60))
	}
	return out
}

// An evening of which nothing was planned opens, does what it does, and closes; what is moved
// or takes longer moves what follows; undo takes one step back.
func TestTheTimesFollow(t *testing.T) {
	s, v, p := gouda(t)
	e, _ := s.Evening(p.ID, day(t, "2026-12-29"))
	want := func(lines ...string) {
		t.Helper()
		if got := order(s.Timeline(e)); !slices.Equal(got, lines) {
			t.Errorf("%q, want %q", got, lines)
		}
	}
	want("opening 19:00-19:15", "activity 19:15-19:45", "activity 19:45-20:15", "closing 20:15-20:30")
	own, err := s.SaveItem(e, Item{Title: " Thee ", Minutes: 20})
	if err != nil {
		t.Fatal(err)
	}
	want("opening 19:00-19:15", "activity 19:15-19:45", "activity 19:45-20:15", "own 20:15-20:35", "closing 20:35-20:50")
	for _, err := range []error{s.MoveItem(e, own.ID, -2), s.MoveItem(e, own.ID, -9), s.MoveItem(e, own.ID, 1)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want("opening 19:00-19:15", "own 19:15-19:35", "activity 19:35-20:05", "activity 20:05-20:35", "closing 20:35-20:50")
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	want("own 19:00-19:20", "opening 19:20-19:35", "activity 19:35-20:05", "activity 20:05-20:35", "closing 20:35-20:50")
	first := s.Items(e)[2]
	if err := s.RemoveItem(e, first); err != nil {
		t.Fatal(err)
	}
	e, _ = s.Evening(p.ID, e.Planned)
	if len(e.Activities) != 1 || len(e.Skipped) != 1 || e.Skipped[0].ID != first.ID || !s.Planned(e) {
		t.Fatalf("left out: %+v", e)
	}
	want("own 19:00-19:20", "opening 19:20-19:35", "activity 19:35-20:05", "closing 20:05-20:20")
	if err := s.Unskip(e, first.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.ResetItems(e); err != nil {
		t.Fatal(err)
	}
	e, _ = s.Evening(p.ID, e.Planned)
	want("opening 19:00-19:15", "activity 19:15-19:45", "activity 19:45-20:15", "closing 20:15-20:30")
	if s.Planned(e) {
		t.Error("as always, and yet planned")
	}
	other, _ := s.Evening(p.ID, day(t, "2027-01-26"))
	if len(other.Skipped) != 0 {
		t.Error("another evening lost an activity")
	}
}

func TestItemsThatCannotBe(t *testing.T) {
	s, _, p := gouda(t)
	e, _ := s.Evening(p.ID, day(t, "2026-12-29"))
	for _, c := range []struct {
		x    Item
		want error
	}{
		{Item{Kind: OwnItem, Title: " ", Minutes: 10}, plan.ErrTitle},
		{Item{Kind: OwnItem, Title: "Thee", Minutes: -1}, plan.ErrMinutes},
		{Item{Kind: OwnItem, Title: "Thee", Minutes: 100_000}, plan.ErrMinutes},
	} {
		if _, err := s.SaveItem(e, c.x); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.x, err)
		}
	}
	if n := len(s.Items(e)); n != 4 {
		t.Errorf("%d pieces", n)
	}
}

// Whatever is moved, in whatever order: no piece is lost, and the one that was moved stands
// where it was put.
func TestMovingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "pieces")
		var items []Item
		for i := range n {
			items = append(items, Item{ID: fmt.Sprint(i), Rank: i * rapid.SampledFrom([]int{1, rankStep}).Draw(t, "step")})
		}
		items = planned(items, nil)
		for range rapid.IntRange(1, 30).Draw(t, "moves") {
			from, by := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(-n, n).Draw(t, "by")
			id := items[from].ID
			kept := map[string]Item{}
			for _, x := range moved(items, id, by) {
				kept[x.ID] = x
			}
			after := planned(items, kept)
			var rest, restAfter []string
			for i := range n {
				if items[i].ID != id {
					rest = append(rest, items[i].ID)
				}
				if after[i].ID != id {
					restAfter = append(restAfter, after[i].ID)
				}
			}
			if at := min(max(from+by, 0), n-1); after[at].ID != id || !slices.Equal(rest, restAfter) {
				t.Fatalf("%s from %d by %d: %v became %v", id, from, by, items, after)
			}
			items = after
		}
	})
}

// Each clash, and times that must not clash.
func TestClashes(t *testing.T) {
	e := Evening{Place: Place{Start: plan.At(22, 30), End: plan.At(0, 30)}}
	asked := map[string]demand{"sing": {noise: 3, leads: 1}, "rest": {noise: 1, leads: 1}, "circle": {noise: 1, leads: 2}}
	piece := func(id string, minutes int, leads ...string) Item {
		return Item{ID: id, Minutes: minutes, Leads: leads}
	}
	with := func(x Item, change func(*Item)) Item { change(&x); return x }
	beside := func(x *Item) { x.Beside = true }
	at := func(h, m int) func(*Item) { return func(x *Item) { x.Fixed, x.At = true, plan.At(h, m) } }
	for name, c := range map[string]struct {
		items []Item
		want  []Clash // of the last piece
	}{
		"after each other":  {[]Item{piece("sing", 30, "a"), piece("rest", 30, "a")}, nil},
		"one leads two":     {[]Item{piece("x", 30, "a"), with(piece("rest", 30, "a"), beside)}, []Clash{{Kind: ClashLead, Other: "x", HolderID: "a"}}},
		"loud beside quiet": {[]Item{piece("sing", 30, "a"), with(piece("rest", 30, "b"), beside)}, []Clash{{Kind: ClashNoise, Other: "sing"}}},
		"in one room": {
			[]Item{with(piece("x", 30), func(x *Item) { x.Room = "zaal" }), with(piece("y", 10), func(x *Item) { x.Room, x.Beside = "zaal", true })},
			[]Clash{{Kind: ClashRoom, Other: "x"}},
		},
		"who leads is not there": {[]Item{piece("rest", 30, "c")}, []Clash{{Kind: ClashAway, HolderID: "c"}}},
		"too few":                {[]Item{piece("circle", 30, "a")}, []Clash{{Kind: ClashFew, Number: 1}}},
		"nobody yet":             {[]Item{piece("circle", 30)}, []Clash{{Kind: ClashFew, Number: 2}}},
		"nobody for one":         {[]Item{piece("rest", 30)}, nil},
		"too early":              {[]Item{piece("x", 60), with(piece("rest", 30), at(23, 15))}, []Clash{{Kind: ClashEarly, Number: 15}}},
		"a gap is no clash":      {[]Item{piece("x", 60), with(piece("rest", 30), at(23, 45))}, nil},
		"after midnight":         {[]Item{piece("x", 60), with(piece("rest", 30), at(0, 0))}, nil},
		"too long":               {[]Item{piece("x", 100), piece("rest", 30)}, []Clash{{Kind: ClashEnd, Number: 10}}},
	} {
		slots := timeline(e, c.items, []string{"a", "b"}, asked)
		if got := slots[len(slots)-1].Clashes; !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Pieces that are not beside another never overlap, whatever their times.
func TestAfterEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := Evening{Place: Place{Start: plan.At(19, 0), End: plan.At(22, 0)}}
		var items []Item
		for i := range rapid.IntRange(1, 9).Draw(t, "pieces") {
			items = append(items, Item{ID: fmt.Sprint(i), Minutes: rapid.IntRange(0, 90).Draw(t, "minutes"), Beside: rapid.Bool().Draw(t, "beside")})
		}
		slots := timeline(e, items, nil, nil)
		total, longest := 0, 0
		for i, x := range slots {
			if !x.Beside || i == 0 {
				total, longest = total+longest, 0
			}
			longest = max(longest, x.Minutes)
			if want := e.Place.Start + plan.Clock(total); x.From != want || int(x.To-x.From) != x.Minutes {
				t.Fatalf("piece %d is %d–%d, want %d", i, x.From, x.To, want)
			}
		}
	})
}

// A watch point is there until its last day; then, or when it is taken away, neither the vault
// nor its journal has it, and undo still reaches what was done before it.
func TestWatchPointsGo(t *testing.T) {
	s, v, p := gouda(t)
	e, _ := s.Evening(p.ID, day(t, "2026-12-08"))
	if err := s.AddWatch(e, "  ", 7); !errors.Is(err, ErrWatch) {
		t.Errorf("no words: %v", err)
	}
	if err := s.AddWatch(e, "x", 400); !errors.Is(err, ErrKeep) {
		t.Errorf("a year: %v", err)
	}
	for _, text := range []string{"Harde muziek", "Sem is moe"} {
		if err := s.AddWatch(e, text, 7); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.Watches(e, day(t, "2026-12-15")); len(got) != 2 || got[0].Text != "Harde muziek" {
		t.Fatalf("on the last day %+v", got)
	}
	if got := s.Watches(e, day(t, "2026-12-16")); len(got) != 0 {
		t.Errorf("the day after: %+v", got)
	}
	if err := s.RemoveWatch(s.Watches(e, e.Date)[0]); err != nil {
		t.Fatal(err)
	}
	if err := s.ExpireWatches(day(t, "2026-12-15")); err != nil || s.watches.Len() != 1 {
		t.Errorf("on the last day: %v, %d", err, s.watches.Len())
	}
	if err := s.ExpireWatches(day(t, "2026-12-16")); err != nil || s.watches.Len() != 0 {
		t.Errorf("after it: %v, %d", err, s.watches.Len())
	}
	entries, err := v.Journal(20)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range entries {
		for _, c := range j.Changes {
			if c.Collection == colWatches {
				t.Errorf("the journal has %+v", j)
			}
		}
	}
	if a, err := v.Undo(); err != nil || a.Kind != "action.activity.add" {
		t.Errorf("undo takes back %q, %v", a.Kind, err)
	}
}

// The rooms are as the place has them, until they are written otherwise for one evening.
func TestSetting(t *testing.T) {
	s, _, p := gouda(t)
	p.SetUp, p.Quiet = "Kring van stoelen", "achter het gordijn"
	p, err := s.SavePlace(p)
	if err != nil {
		t.Fatal(err)
	}
	e, _ := s.Evening(p.ID, day(t, "2026-12-08"))
	x := s.Setting(e)
	if x.Rooms != p.SetUp || x.Quiet != p.Quiet {
		t.Errorf("as always: %+v", x)
	}
	x.Quiet = "boven"
	if err := s.SaveSetting(x); err != nil {
		t.Fatal(err)
	}
	if got := s.Setting(e); got.Quiet != "boven" || got.Rooms != p.SetUp {
		t.Errorf("that evening: %+v", got)
	}
	next, _ := s.Evening(p.ID, day(t, "2026-12-15"))
	if got := s.Setting(next); got.Quiet != p.Quiet {
		t.Errorf("the next: %+v", got)
	}
	if err := s.DeletePlace(p.ID); err != nil {
		t.Fatal(err)
	}
	if broken := s.BrokenReferences(); len(broken) != 0 {
		t.Errorf("left behind: %v", broken)
	}
}
