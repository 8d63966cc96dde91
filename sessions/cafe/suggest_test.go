package cafe

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"kring/sessions/calendar"

	"pgregory.net/rapid"
)

var (
	seasonBegin = calendar.Date{Year: 2027, Month: 1, Day: 4} // a Monday
	longSeen    = calendar.Date{Year: 2026, Month: 1, Day: 1}
)

// asks draws a season: places on weekdays, people with their days, maximum and times away,
// and some turns that a person made.
func asks(t *rapid.T, places, weeks, people int) Ask {
	a := Ask{InRow: rapid.IntRange(0, 3).Draw(t, "row")}
	for p := range rapid.IntRange(1, places).Draw(t, "places") {
		place := Place{ID: fmt.Sprint("p", p)}
		day := rapid.IntRange(0, 6).Draw(t, "day")
		for w := range rapid.IntRange(1, weeks).Draw(t, "weeks") {
			d := seasonBegin.AddDays(7*w + day)
			a.Evenings = append(a.Evenings, Evening{
				Place: place, Date: d, Planned: d,
				Activities: []Activity{{Leads: rapid.IntRange(0, 3).Draw(t, "leads")}},
			})
		}
	}
	for i := range rapid.IntRange(0, people).Draw(t, "people") {
		h := Holder{ID: fmt.Sprint("h", i), Name: fmt.Sprint(i), Paid: rapid.Bool().Draw(t, "paid"), Seen: longSeen, Max: rapid.IntRange(0, 4).Draw(t, "max")}
		if rapid.Bool().Draw(t, "some days") {
			h.Days = []time.Weekday{time.Weekday(rapid.IntRange(0, 6).Draw(t, "can")), time.Tuesday}
		}
		if rapid.Bool().Draw(t, "away") {
			from := seasonBegin.AddDays(rapid.IntRange(0, 30).Draw(t, "from"))
			h.Away = []Span{{from, from.AddDays(rapid.IntRange(0, 20).Draw(t, "days"))}}
		}
		a.Holders = append(a.Holders, h)
	}
	return a
}

// taken is an Ask after its proposal was kept.
func taken(a Ask, p Proposal) Ask {
	on := map[string]calendar.Date{}
	for _, e := range a.Evenings {
		on[e.key()] = e.Date
	}
	a.Booked = slices.DeleteFunc(slices.Clone(a.Booked), func(b Booked) bool { return b.Suggested })
	for _, t := range p.Turns {
		a.Booked = append(a.Booked, Booked{t, on[key(t.PlaceID, t.Date.String())]})
	}
	return a
}

// Whatever is asked: nobody is on who cannot be, twice on a day, above the maximum or too
// often in a row; every open place is filled or said with its reasons.
func TestSuggestKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := asks(t, 3, 8, 6)
		p := Suggest(a)
		open := 0
		for _, g := range p.Gaps {
			open += g.Open
			for _, w := range g.Why {
				if w.Err == nil || !g.Role.fits(w.Holder) || a.InRow == 0 && errors.Is(w.Err, ErrInRow) {
					t.Fatalf("a gap on %s says %v of %s", g.Evening.Date, w.Err, w.Holder.Name)
				}
			}
		}
		if len(p.Turns)+open != p.Asked || len(p.Turns) > p.Bound {
			t.Fatalf("%d turns and %d open of %d, bound %d", len(p.Turns), open, p.Asked, p.Bound)
		}
		lawful(t, a, taken(a, p).Booked)
	})
}

func lawful(t *rapid.T, a Ask, booked []Booked) {
	byID := map[string]Holder{}
	for _, h := range a.Holders {
		byID[h.ID] = h
	}
	type at struct {
		id   string
		when calendar.Date
	}
	days, months, weeks := map[at]int{}, map[at]int{}, map[string]map[int]bool{}
	for _, b := range booked {
		h := byID[b.HolderID]
		if err := h.can(b.On); err != nil {
			t.Fatalf("%s is on, on %s: %v", h.Name, b.On, err)
		}
		days[at{h.ID, b.On}]++
		months[at{h.ID, monthOf(b.On)}]++
		if weeks[h.ID] == nil {
			weeks[h.ID] = map[int]bool{}
		}
		weeks[h.ID][weekOf(b.On)] = true
		if days[at{h.ID, b.On}] > 1 {
			t.Fatalf("%s is on twice on %s", h.Name, b.On)
		}
		if m := months[at{h.ID, monthOf(b.On)}]; h.Max > 0 && m > h.Max {
			t.Fatalf("%s is on %d times a month, at most %d", h.Name, m, h.Max)
		}
	}
	for id, has := range weeks {
		for w := range has {
			if n := rowWith(has, w); a.InRow > 0 && n > a.InRow {
				t.Fatalf("%s is on %d weeks in a row, at most %d", id, n, a.InRow)
			}
		}
	}
}

// Without a bound on weeks in a row the roster is the best there is: trying everything fills
// no more, and no fairer.
func TestSuggestIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := asks(t, 2, 2, 3)
		a.InRow = 0
		p := Suggest(a)
		filled, squares := try(newSolver(a))
		count := map[string]int{}
		got := 0
		for _, x := range p.Turns {
			count[x.HolderID]++
		}
		for _, n := range count {
			got += n * n
		}
		if len(p.Turns) != filled || got != squares {
			t.Fatalf("%d turns with squares %d; the best is %d with %d", len(p.Turns), got, filled, squares)
		}
	})
}

// try goes through every choice of people for every evening, and gives the most places that
// can be filled, of those the most that every evening needs, and of those the least sum of
// squares.
func try(s *solver) (filled, squares int) {
	type pair struct{ holder, evening int }
	var pairs []pair
	for i := range s.Holders {
		for j := range s.Evenings {
			if s.may(s.Holders[i], s.Evenings[j].Date) == nil {
				pairs = append(pairs, pair{i, j})
			}
		}
	}
	best := [3]int{-1, 0, 0} // filled, of those needed, minus squares
	for set := range 1 << len(pairs) {
		n, needed, sum, ok := 0, 0, 0, true
		turns := make([]int, len(s.Holders))
		on := make([][2]int, len(s.Evenings)) // volunteers, paid
		days := map[who]bool{}
		months := map[who]int{}
		for k, x := range pairs {
			if set>>k&1 == 0 {
				continue
			}
			h, d := s.Holders[x.holder], s.Evenings[x.evening].Date
			day, month := who{x.holder, d.DaysSince(seasonBegin)}, who{x.holder, int(d.Month)}
			months[month]++
			ok = ok && !days[day] && (h.Max == 0 || months[month] <= h.Max)
			days[day] = true
			turns[x.holder]++
			if h.Paid {
				on[x.evening][1]++
			} else {
				on[x.evening][0]++
			}
			n++
		}
		for j, c := range on {
			basic := min(c[1], s.needs[j][PaidRole]) + min(c[0], s.needs[j][VolunteerRole])
			ok = ok && c[0]+c[1]-basic <= s.needs[j][AnyRole]
			needed += basic
		}
		for _, k := range turns {
			sum += k * k
		}
		if x := [3]int{n, needed, -sum}; ok && slices.Compare(x[:], best[:]) > 0 {
			best = x
		}
	}
	return best[0], -best[2]
}

// Asking again changes nothing, unless it fills more, or more of what every evening needs.
func TestSuggestAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := asks(t, 3, 6, 6)
		p := Suggest(a)
		again := Suggest(taken(a, p))
		better := len(again.Turns) > len(p.Turns) || needed(again) < needed(p)
		if len(again.Turns) < len(p.Turns) || again.New > 0 && !better {
			t.Fatalf("again: %d turns of which %d new, after %d", len(again.Turns), again.New, len(p.Turns))
		}
	})
}

// needed counts the open places that every evening needs.
func needed(p Proposal) (n int) {
	for _, g := range p.Gaps {
		if g.Role != AnyRole {
			n += g.Open
		}
	}
	return n
}

// What a person made stays, and takes its place on the roster.
func TestSuggestKeepsWhatAPersonMade(t *testing.T) {
	a := Ask{InRow: 1}
	for w := range 3 {
		d := seasonBegin.AddDays(7*w + 1)
		a.Evenings = append(a.Evenings, Evening{Place: Place{ID: "p"}, Date: d, Planned: d})
	}
	a.Evenings[2].Change = Cancelled
	a.Holders = []Holder{{ID: "paid", Paid: true, Seen: longSeen}, {ID: "one", Seen: longSeen}, {ID: "two", Seen: longSeen}, {ID: "new"}}
	a.Booked = []Booked{{Turn{PlaceID: "p", Date: a.Evenings[0].Planned, HolderID: "one"}, a.Evenings[0].Date}}
	p := Suggest(a)
	var got []string
	for _, x := range p.Turns {
		got = append(got, fmt.Sprint(x.Date.DaysSince(seasonBegin)/7, x.HolderID))
	}
	slices.Sort(got)
	if want := []string{"0paid", "1two"}; !slices.Equal(got, want) {
		t.Fatalf("suggested %q, as %q", got, want)
	}
	if len(p.Gaps) != 1 || p.Gaps[0].Role != PaidRole || len(p.Gaps[0].Why) != 1 || !errors.Is(p.Gaps[0].Why[0].Err, ErrInRow) {
		t.Errorf("gaps %+v", p.Gaps)
	}
	if p.Bound != 3 {
		t.Errorf("bound %d", p.Bound)
	}
}

// season26 is a season of five places with thirty people, from a seed.
func season26(seed int) Ask { return rapid.Custom(season26of).Example(seed) }

func season26of(t *rapid.T) Ask {
	a := Ask{InRow: 3}
	for p := range 5 {
		day := rapid.IntRange(0, 4).Draw(t, "day")
		for w := range 26 {
			d := seasonBegin.AddDays(7*w + day)
			leads := 1
			if w%2 == 0 {
				leads = rapid.IntRange(2, 3).Draw(t, "leads")
			}
			a.Evenings = append(a.Evenings, Evening{Place: Place{ID: fmt.Sprint("p", p)}, Date: d, Planned: d, Activities: []Activity{{Leads: leads}}})
		}
	}
	for i := range 30 {
		h := Holder{ID: fmt.Sprint("h", i), Paid: i%5 == 0, Seen: longSeen, Max: rapid.IntRange(2, 5).Draw(t, "max")}
		for d := time.Monday; d <= time.Friday; d++ {
			if rapid.IntRange(0, 2).Draw(t, "can") > 0 {
				h.Days = append(h.Days, d)
			}
		}
		from := seasonBegin.AddDays(rapid.IntRange(0, 150).Draw(t, "from"))
		h.Away = []Span{{from, from.AddDays(rapid.IntRange(7, 28).Draw(t, "days"))}}
		a.Holders = append(a.Holders, h)
	}
	return a
}

// Twenty seasons of five places, 26 weeks and thirty people: how long a roster takes, how
// much of what could be filled it fills at least, and how far its shares are from the best.
func BenchmarkSuggest(b *testing.B) {
	const seasons = 20
	least, all, longest := 1.0, 0.0, time.Duration(0)
	for b.Loop() {
		least, all = 1, 0
		for i := range seasons {
			begin := time.Now()
			p := Suggest(season26(i))
			longest = max(longest, time.Since(begin))
			share := float64(len(p.Turns)) / float64(max(p.Bound, 1))
			least, all = min(least, share), all+share
		}
	}
	b.ReportMetric(least, "least-of-bound")
	b.ReportMetric(all/seasons, "mean-of-bound")
	b.ReportMetric(longest.Seconds(), "s-longest")
}
