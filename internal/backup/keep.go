package backup

import (
	"cmp"
	"slices"
	"time"
)

// What is kept: the last copy of each hour for a day, of each day for a month, of each month for
// a year. The numbers are one more than that, for the hour, day and month that has just begun.
const (
	hours  = 25
	days   = 32
	months = 13
)

// longest is how long a copy may stay that is the last of its month.
const longest = 400 * 24 * time.Hour

// silence is how long nobody may have made a copy before the clock itself is doubted.
const silence = 180 * 24 * time.Hour

// Drop names the copies of one vault that are no longer needed at a moment, when it is opened from
// a file called name.
//
// A vault can live in two files: somebody opens an older copy as a vault of its own. They have one
// id, and each must not push out the copies of the other's work. So what is thinned is the copies
// of this file; those under another name go for their age alone, as GoneBy promises.
//
// It counts hours, days and months in which there are copies instead of reckoning back from the
// clock: a laptop whose clock jumps a year ahead loses nothing. Copies that seem to come from the
// future, as all do when the clock was set back, are counted by themselves. Damaged ones never
// take the place of a good one and are left for somebody to look at.
//
// After a silence nobody can tell a laptop that lay in a cupboard from one whose clock jumped. On
// the first day after it nothing goes for its age; from the second day on, by the copies made
// since and by now, the clock is believed.
func Drop(all []Copy, name string, now time.Time) []Copy {
	var past, future, everybodys []Copy
	for _, c := range all {
		switch {
		case !c.Good:
		case c.At.After(now):
			if c.Name == name {
				future = append(future, c)
			}
		default:
			everybodys = append(everybodys, c)
			if c.Name == name {
				past = append(past, c)
			}
		}
	}
	drop := append(thin(past, now), thin(future, now)...)
	for _, c := range thin(everybodys, now) {
		if c.Name != name && now.Sub(c.At) > longest {
			drop = append(drop, c)
		}
	}
	return drop
}

// thin gives what is too much of copies that are all on one side of now.
func thin(all []Copy, now time.Time) (drop []Copy) {
	slices.SortFunc(all, func(a, b Copy) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Path, a.Path)) })
	slots := []*slot{{layout: "2006010215", left: hours}, {layout: "20060102", left: days}, {layout: "200601", left: months}}
	before, doubted := now, false
	for i, c := range all {
		if before.Sub(c.At) > silence {
			doubted = doubted || sameDay(before, now)
		}
		before = c.At
		wanted := i == 0
		for _, s := range slots {
			wanted = s.takes(c.At) || wanted
		}
		if old := now.Sub(c.At) > longest && !doubted && i > 0; old || !wanted {
			drop = append(drop, c)
		}
	}
	return drop
}

func sameDay(a, b time.Time) bool {
	return a.UTC().Format(time.DateOnly) == b.UTC().Format(time.DateOnly)
}

// slot takes the first copy of each hour, day or month, as long as there is room.
type slot struct {
	layout, last string
	left         int
}

func (s *slot) takes(at time.Time) bool {
	this := at.UTC().Format(s.layout)
	if this == s.last || s.left == 0 {
		return false
	}
	s.last = this
	s.left--
	return true
}

// GoneBy is when a copy is removed at the latest by a laptop that makes copies now and then.
func (c Copy) GoneBy() time.Time { return c.At.Add(longest) }
