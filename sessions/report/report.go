// Package report turns counts into tables that may be shown to others. Small counts are
// hidden, and so are others from which they could be worked out. Nothing in it knows a name:
// what it is given (Input) has numbers and dates only. docs/small-counts.md says what is
// protected and how.
package report

import "kring/sessions/calendar"

// Least is the smallest count of people that is shown; zero is shown too, for it is nobody.
const Least = 5

// Measure is one thing that is counted.
type Measure string

// The measures of the café, by place and quarter.
const (
	Visits     Measure = "visits"
	Different  Measure = "different" // people, of those who are known
	Newcomers  Measure = "newcomers"
	Supporters Measure = "supporters"
	Evenings   Measure = "evenings"
	Activities Measure = "activities"
	Hours      Measure = "hours" // of volunteers
)

// The measures of the courses, by quarter.
const (
	Started      Measure = "started"
	Finished     Measure = "finished"
	Participants Measure = "participants" // of the courses that started
)

// The answers of participants that are counted.
const (
	Went   Measure = "went"   // to the end, stopped, going on
	Who    Measure = "who"    // fathers and other caregivers
	Came   Measure = "came"   // how they came
	Speaks Measure = "speaks" // what they read
)

// Figures are the tables of one year.
type Figures struct {
	Year    int
	Until   calendar.Date
	Cafe    map[Measure]Table
	Agreed  []Agreed // by place
	Courses map[Measure]Table
	Shares  map[Measure][]Cell // of the participants; the last is all of them, but for Speaks
	Present int                // attendance in percent; NotShown where it would tell of a few
}

// NotShown stands for a share that is hidden.
const NotShown = -1

// Report is a year beside the one before it.
type Report struct{ This, Before Figures }

// Make works a report out. The two years have no total in common, so each is protected by
// itself.
func Make(in Input) Report { return Report{figures(in.This), figures(in.Before)} }

func figures(y Year) Figures {
	f := Figures{Year: y.Year, Until: y.Until, Agreed: y.Agreed}
	f.Cafe = map[Measure]Table{
		Supporters: People(y.Supporters), Evenings: Counts(y.Evenings), Activities: Counts(y.Activities),
		Hours: Counts(inHours(y.Minutes)),
	}
	f.Cafe[Visits], f.Cafe[Different], f.Cafe[Newcomers] = together(y.Visits, y.Newcomers, y.Present)
	f.courses(y.Courses)
	return f
}

func inHours(minutes [][]int) [][]int {
	out := make([][]int, len(minutes))
	for i, row := range minutes {
		for _, m := range row {
			out[i] = append(out[i], (m+30)/60)
		}
	}
	return out
}

// courses makes the tables of the courses. All answers are of the same participants, so
// their number is hidden in all tables or in none.
func (f *Figures) courses(c Courses) {
	f.Courses = map[Measure]Table{Started: Counts([][]int{c.Started}), Finished: Counts([][]int{c.Finished})}
	order := []Measure{Participants, Went, Who, Came}
	rows := shares([][]int{c.Participants, c.Went, c.Who, c.Came})
	f.Shares = map[Measure][]Cell{}
	for i, m := range order {
		f.Shares[m] = rows[i]
	}
	f.Courses[Participants] = Table{[][]Cell{rows[0]}}
	for _, n := range c.Speaks {
		f.Shares[Speaks] = append(f.Shares[Speaks], alone(n))
	}
	f.Present = NotShown
	if all := rows[0][len(rows[0])-1]; !all.Hidden && all.N > 0 && c.Held > 0 {
		f.Present = (100*c.Attended + c.Held/2) / c.Held
	}
}

// alone hides a small count that is part of no sum.
func alone(n int) Cell {
	if n > 0 && n < Least {
		return Cell{Hidden: true}
	}
	return Cell{N: n}
}
