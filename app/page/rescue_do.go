package page

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"kring/internal/backup"
	"kring/internal/vault"
	"kring/sessions/calendar"
)

// bringBack makes the new vault beside the present one, and opens it.
func (s *rescueSheet) bringBack(c backup.Copy, secret string) {
	s.tell(value(s.Loc.T("welcome.busy")))
	s.run(s.OnUI, func() func() {
		path, err := s.newPath(c.Name, c.At)
		if err == nil {
			err = vault.Restore(c.Path, path)
		}
		return func() {
			if err != nil {
				s.wrong(err)
				return
			}
			s.close()
			s.Open(path, secret)
		}
	})
}

var dated = regexp.MustCompile(`(-\d{4}-\d\d-\d\d(-\d+)?)+$`)

// newPath is where a new vault goes: beside the one that is open or damaged.
func (s *rescueSheet) newPath(base string, at time.Time) (string, error) {
	dir := s.NewDir
	switch {
	case s.Present != nil:
		dir = filepath.Dir(s.Present.Path())
	case s.wreck() != "":
		dir = filepath.Dir(s.wreck())
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("making the folder for the vault: %w", err)
	}
	base = dated.ReplaceAllString(base, "") // it may have been brought back before
	return vault.NewPath(dir, base+"-"+at.In(calendar.Amsterdam).Format(time.DateOnly))
}

// salvage makes a new vault of what can still be read of the damaged one, and says what is lost
// before anybody opens it.
func (s *rescueSheet) salvage() {
	secret := s.typed()
	if secret == "" {
		s.tell(value(s.Loc.T("rescue.asksecret")))
		s.Window.Canvas().Focus(s.secret)
		return
	}
	s.tell(value(s.Loc.T("welcome.busy")))
	s.run(s.OnUI, func() func() {
		path, err := s.newPath(nameOnly(s.wreck()), time.Now())
		var saved vault.Saved
		var gone map[string]int
		if err == nil {
			saved, err = vault.Salvage(s.wreck(), secret, path, s.paths()...)
		}
		if err == nil && s.Tidy != nil {
			gone, _ = s.Tidy(path, secret) // what was saved is worth opening without it: Settings offers it again
		}
		return func() {
			if err != nil {
				s.wrong(err)
				return
			}
			s.salvaged(saved, gone)
			s.yes.Text = s.Loc.T("common.open")
			s.ready = func() { s.close(); s.Open(path, secret) }
			s.yes.Enable()
			s.Window.Canvas().Focus(s.yes)
		}
	})
}

// paths are those of the copies, the newest first: a file that lost its key borrows it there.
func (s *rescueSheet) paths() (out []string) {
	for _, c := range s.copies {
		out = append(out, c.Path)
	}
	return out
}

// salvaged says what was saved, what is lost, and what went with that.
func (s *rescueSheet) salvaged(saved vault.Saved, gone map[string]int) {
	loc := s.Loc
	lines := []fyne.CanvasObject{value(loc.T("rescue.saved", "Counts", kinds(loc, less(saved.Records, gone))))}
	if len(saved.Lost) > 0 {
		lines = append(lines, notices(loc.T("rescue.lost", "Counts", kindsOf(loc, theirKinds, saved.Lost)))...)
	} else if !saved.Unknown {
		lines = append(lines, value(loc.T("rescue.nothinglost")))
	}
	if len(gone) > 0 {
		lines = append(lines, notices(loc.T("rescue.tidied", "Counts", kindsOf(loc, theirKinds, gone)))...)
	}
	if i := slices.IndexFunc(s.copies, func(c backup.Copy) bool { return c.Path == saved.KeyOf }); i >= 0 {
		lines = append(lines, notices(loc.T("rescue.keyof", "When", moment(loc, s.copies[i].At)))...)
	}
	if len(saved.Filled) > 0 {
		lines = append(lines, notices(loc.T("rescue.filled", "Counts", kindsOf(loc, theirKinds, saved.Filled)))...)
	}
	if saved.Unknown {
		lines = append(lines, notices(loc.T("rescue.unknown"))...)
	}
	if len(saved.Loose) > 0 {
		lines = append(lines, notices(loc.T("rescue.loose", "Counts", kinds(s.Loc, saved.Loose)))...)
	}
	s.tell(lines...)
}

// less are the counts that stay when some of what is counted goes.
func less(counts, gone map[string]int) map[string]int {
	out := maps.Clone(counts)
	for k, n := range gone {
		out[k] -= n
	}
	return out
}
