package page

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"kring/internal/backup"
	"kring/internal/vault"
)

// damaged is what Today and the settings say of a vault whose journal has a damaged piece:
// everything else opens and works, but no copy can be made. Where a copy failed on it that is
// said already.
func (e *Env) damaged(err error, copies []backup.State) []fyne.CanvasObject {
	damage := func(err error) bool { return errors.As(err, new(*vault.DamageError)) }
	if !damage(err) || slices.ContainsFunc(copies, func(st backup.State) bool { return damage(st.Err) }) {
		return nil
	}
	return []fyne.CanvasObject{section(e.Loc.T("settings.vault")), card(notices(e.Loc.T("backup.damaged"))...)}
}
