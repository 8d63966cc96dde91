package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// ItemKind says what a piece of an evening is.
type ItemKind string

// The kinds of pieces.
const (
	Opening ItemKind = "opening"
	Doing   ItemKind = "activity"
	OwnItem ItemKind = "own"
	Closing ItemKind = "closing"
)

// Item is one piece of what is planned for an evening. Each is kept by evening and id, an
// activity by its own, so that two people can plan different pieces; one that is not kept is
// as always. When it begins follows from what comes before it.
type Item struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	ID      string        `json:"id"`
	Kind    ItemKind      `json:"kind"`
	Rank    int           `json:"rank"` // its place among the others
	Title   string        `json:"title,omitempty"`
	Minutes int           `json:"min"`
	Fixed   bool          `json:"fixed,omitempty"` // it begins At, whatever comes before
	At      plan.Clock    `json:"at,omitempty"`
	Beside  bool          `json:"beside,omitempty"` // it begins together with the one before
	Leads   []string      `json:"leads,omitempty"`  // space-holders
	Room    string        `json:"room,omitempty"`
	Note    string        `json:"note,omitempty"` // what to set ready
}

// The pieces that every evening has, and how long they take as always.
const (
	openingID      = "opening"
	closingID      = "closing"
	openingMinutes = 15
	closingMinutes = 15
	usualMinutes   = 30 // of an activity of which nothing is known
)

// rankStep lies between two neighbours, so that another fits between them.
const rankStep = 1024

// ErrAt says that a time cannot be read.
var ErrAt = errors.New("no time of the day")

// Validate checks what a form can get wrong; errors.Is tells which.
func (x Item) Validate() error {
	if x.Kind == OwnItem && strings.TrimSpace(x.Title) == "" {
		return plan.ErrTitle
	}
	if x.Minutes < 0 || x.Minutes > longest {
		return fmt.Errorf("%d minutes: %w", x.Minutes, plan.ErrMinutes)
	}
	return nil
}

// asAlways are the pieces of an evening of which nothing was planned: an opening, what is
// done, a closing. minutes says how long an activity takes.
func (e Evening) asAlways(minutes func(Activity) int) []Item {
	piece := func(id string, kind ItemKind, rank, minutes int) Item {
		return Item{PlaceID: e.Place.ID, Date: e.Planned, ID: id, Kind: kind, Rank: rank, Minutes: minutes}
	}
	out := []Item{piece(openingID, Opening, 0, openingMinutes)}
	for i, a := range e.Activities {
		out = append(out, piece(a.ID, Doing, (i+1)*rankStep, minutes(a)))
	}
	return append(out, piece(closingID, Closing, 1<<30, closingMinutes))
}

// planned puts what was kept in the place of what is as always. What was kept for an
// activity that is not done any more is left out.
func planned(always []Item, kept map[string]Item) []Item {
	out := slices.Clone(always)
	for i, x := range out {
		if k, ok := kept[x.ID]; ok {
			out[i] = k
		}
	}
	for _, k := range kept {
		if k.Kind == OwnItem {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b Item) int {
		if a.Rank != b.Rank {
			return a.Rank - b.Rank
		}
		return strings.Compare(a.ID, b.ID)
	})
	return out
}

// moved gives the pieces whose rank changes when one goes some places on, or back; none where
// it stands at the end already. All get new ranks where nothing fits between two.
func moved(items []Item, id string, by int) []Item {
	from := slices.IndexFunc(items, func(x Item) bool { return x.ID == id })
	to := min(max(from+by, 0), len(items)-1)
	if from < 0 || from == to {
		return nil
	}
	order := slices.Clone(items)
	x := order[from]
	order = slices.Insert(slices.Delete(order, from, from+1), to, x)
	if rank, fits := rankAt(order, to); fits {
		order[to].Rank = rank
		return order[to : to+1]
	}
	for i := range order {
		order[i].Rank = i * rankStep
	}
	return order
}

// rankAt is a rank between the neighbours of a place; false: there is none.
func rankAt(order []Item, at int) (int, bool) {
	switch {
	case at == 0:
		return order[1].Rank - rankStep, true
	case at == len(order)-1:
		return order[at-1].Rank + rankStep, true
	}
	before, after := order[at-1].Rank, order[at+1].Rank
	return before + (after-before)/2, after-before > 1
}
