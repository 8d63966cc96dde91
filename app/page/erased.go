package page

import (
	"errors"

	"fyne.io/fyne/v2"

	"kring/i18n"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// erasing runs what erases somebody, and lets a copy be made right after: until there is one,
// the newest copy would bring them back. A copy that fails is shown where that is for all copies.
func (e *Env) erasing(erase func() error) error {
	err := erase()
	if e.Backup != nil && isErased(err) {
		e.Backup.Soon()
	}
	return err
}

// isErased tells whether somebody is gone from the vault, be it that old copies on the disk
// could not be written anew.
func isErased(err error) bool { return err == nil || errors.Is(err, privacy.ErrNotRewritten) }

// erased says how many people were erased after a copy was made, and that they come back with
// it. Where no vault is open nobody can count them, and it says so of whoever they are.
func (s *rescueSheet) erased(c vault.Contents) []fyne.CanvasObject {
	if s.Present == nil || s.Erasures == nil {
		return []fyne.CanvasObject{quiet(s.Loc.T("rescue.erasedmaybe"))}
	}
	x := s.Erasures(c.OnlyNow[privacy.DecisionsIn])
	if x.People == 0 {
		return nil
	}
	return notices(s.Loc.T("rescue.erased", "People", s.Loc.N("count.erased", x.People), "When", erasedWhen(s.Loc, x)))
}

// erasedWhen is the day, or the first and the last of several.
func erasedWhen(loc *i18n.Localizer, x privacy.Erasures) string {
	day := func(d calendar.Date) string { return loc.Date(d.Year, d.Month, d.Day, i18n.Medium) }
	if x.First == x.Last {
		return loc.T("rescue.erasedon", "Date", day(x.First))
	}
	return loc.T("rescue.erasedbetween", "From", day(x.First), "To", day(x.Last))
}
