package export

import (
	"fmt"
	"io"
	"time"

	ics "github.com/arran4/golang-ical"
)

// Event is one meeting in a calendar file. UID stays the same when it is moved, so
// that a calendar changes it and does not add another.
type Event struct {
	UID, Summary, Place, Text string
	Start, End                time.Time
}

// ICS writes events as iCalendar (RFC 5545), in UTC: right everywhere without a time
// zone table.
func ICS(w io.Writer, name string, now time.Time, events []Event) error {
	cal := ics.NewCalendarFor("Kring")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(name)
	for _, e := range events {
		v := cal.AddEvent(e.UID + "@kring")
		v.SetDtStampTime(now.UTC())
		v.SetStartAt(e.Start.UTC())
		v.SetEndAt(e.End.UTC())
		v.SetSummary(e.Summary)
		if e.Place != "" {
			v.SetLocation(e.Place)
		}
		if e.Text != "" {
			v.SetDescription(e.Text)
		}
	}
	if err := cal.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("writing the calendar: %w", err)
	}
	return nil
}
