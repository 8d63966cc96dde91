package paper

import (
	"kring/i18n"
	"kring/sessions/calendar"
)

// Often says how often a rule recurs, as people do.
func Often(loc *i18n.Localizer, r calendar.Rule) string {
	rhythm, day, ok := r.Rhythm()
	if !ok {
		return loc.T("rhythm.other")
	}
	from := loc.Date(r.From.Year, r.From.Month, r.From.Day, i18n.Medium)
	return loc.T("rhythm."+string(rhythm), "Day", loc.Weekday(day), "Date", from)
}
