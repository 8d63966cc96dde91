package page

import (
	"fmt"
	"sync"

	"kring/assets"
	"kring/sessions/calendar"
)

// School reads the school holidays that come with Kring, once. The file is part of the
// build and tested with it.
var School = sync.OnceValue(func() *calendar.School {
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

func (e *Env) closed(r calendar.Region) func(calendar.Date) (calendar.Reason, bool) {
	return School().ClosedDays(r)
}
