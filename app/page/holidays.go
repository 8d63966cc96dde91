package page

import (
	"fmt"
	"sync"

	"kring/assets"
	"kring/sessions/calendar"
)

// shippedSchool reads the school holidays that come with Kring, once. The file is
// part of the build and tested with it.
var shippedSchool = sync.OnceValue(func() *calendar.School {
	f, err := assets.Calendar.Open("calendar/schoolvakanties.toml")
	if err != nil {
		panic(fmt.Errorf("the embedded school holidays: %w", err))
	}
	s, err := calendar.ReadSchool(f)
	if err != nil {
		panic(fmt.Errorf("the embedded school holidays: %w", err))
	}
	return s
})

// School knows the school holidays that come with Kring.
func School() *calendar.School { return shippedSchool() }

func (e *Env) school() *calendar.School { return shippedSchool() }

func (e *Env) closed(r calendar.Region) func(calendar.Date) (calendar.Reason, bool) {
	return e.school().ClosedDays(r)
}
