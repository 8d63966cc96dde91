package page

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"kring/internal/backup"
	"kring/internal/vault"
)

// damaged is what Today says of a vault whose journal has a damaged piece: everything else
// opens and works, but no copy can be made. Where a copy failed on it that is said already.
func (p *today) damaged(d todayData) []fyne.CanvasObject {
	damage := func(err error) bool { return errors.As(err, new(*vault.DamageError)) }
	if !damage(d.damaged) || slices.ContainsFunc(d.backups, func(st backup.State) bool { return damage(st.Err) }) {
		return nil
	}
	return []fyne.CanvasObject{section(p.env.Loc.T("settings.vault")), card(notices(p.env.Loc.T("backup.damaged"))...)}
}
