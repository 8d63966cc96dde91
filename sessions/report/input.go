package report

import "kring/sessions/calendar"

// Quarters in a year.
const Quarters = 4

// Input is what a report is made of. There are numbers and dates in it and no text at all: a
// name cannot get into a report. Places and answers are known by their number in a list; what
// they are called is put beside them on paper.
type Input struct{ This, Before Year }

// Year is what was counted in a year, up to a day. The first index is the place, the second
// the quarter.
type Year struct {
	Year                 int
	Until                calendar.Date
	Evenings, Activities [][]int
	Minutes              [][]int // of volunteers
	Visits, Newcomers    [][]int
	Supporters           [][]int
	Present              []Presence
	Agreed               []Agreed // by place
	Courses              Courses
}

// Presence is how many people, of those who are known by name, came in the same quarters to
// the same places: place×Quarters+quarter, in rising order.
type Presence struct {
	At     []int
	People int
}

// Agreed is what was agreed with a funder for a place and a year; 0: nothing.
type Agreed struct{ Visits, People, Evenings int }

// Courses are those of a year. What is asked of participants is in the order of its picker.
type Courses struct {
	Started, Finished []int // courses by quarter
	Participants      []int // by the quarter in which their course started
	Went              []int // to the end, stopped, going on
	Who               []int // people.Kinds
	Came              []int // people.Throughs
	Speaks            []int // people.Languages: somebody may read more than one
	Attended, Held    int   // of their sessions: how many they came to, of how many are marked
}
