package page

import (
	"kring/i18n"
	"kring/sessions/calendar"
)

// skip says which day was skipped and why.
func (e *Env) skip(s calendar.Skip) string {
	return e.Loc.T("wizard.skipped", "Date", e.date(s.Date, i18n.Medium), "Reason", e.reason(s.Reason))
}

func (e *Env) reason(r calendar.Reason) string {
	if r.Kind == calendar.SchoolHoliday {
		return e.Loc.T("schoolholiday." + r.Key)
	}
	return e.Loc.T("holiday." + r.Key)
}
