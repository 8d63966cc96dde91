package calendar

import (
	"fmt"
	"io"

	"github.com/BurntSushi/toml"
)

// Region of the Dutch school holidays.
type Region string

// The regions; NoRegion skips no school holidays.
const (
	NoRegion Region = ""
	North    Region = "noord"
	Middle   Region = "midden"
	South    Region = "zuid"
)

// Regions lists the regions in the order of a picker.
func Regions() []Region { return []Region{North, Middle, South, NoRegion} }

// School knows the school holidays until a day.
type School struct {
	until Date
	weeks []schoolWeeks
}

type schoolWeeks struct {
	key         string
	region      Region
	first, last Date
}

// ReadSchool reads a file of school holidays; an organisation may keep its own. An
// error names the entry.
func ReadSchool(r io.Reader) (*School, error) {
	var file struct {
		Tot      Date
		Vakantie []struct {
			Naam, Regio string
			Van, Tot    Date
		}
	}
	if _, err := toml.NewDecoder(r).Decode(&file); err != nil {
		return nil, fmt.Errorf("reading school holidays: %w", err)
	}
	s := &School{until: file.Tot}
	for i, v := range file.Vakantie {
		if v.Van.IsZero() || v.Tot.Compare(v.Van) < 0 {
			return nil, fmt.Errorf("school holiday %d (%s %s): from %q to %q: %w", i+1, v.Naam, v.Regio, v.Van, v.Tot, ErrDate)
		}
		s.weeks = append(s.weeks, schoolWeeks{v.Naam, Region(v.Regio), v.Van, v.Tot})
	}
	return s, nil
}

// Until is the last day of which the school holidays are known.
func (s *School) Until() Date { return s.until }

// Closed tells whether a date falls into a school holiday of a region.
func (s *School) Closed(d Date, region Region) (Reason, bool) {
	for _, w := range s.weeks {
		if w.region == region && d.Compare(w.first) >= 0 && d.Compare(w.last) <= 0 {
			return Reason{SchoolHoliday, w.key}, true
		}
	}
	return Reason{}, false
}

// ClosedDays is the rule that a course's dates follow: public holidays and, where a
// region is given, its school holidays.
func (s *School) ClosedDays(region Region) func(Date) (Reason, bool) {
	return func(d Date) (Reason, bool) {
		if r, ok := Public(d); ok {
			return r, true
		}
		return s.Closed(d, region)
	}
}
