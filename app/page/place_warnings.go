package page

import (
	"fyne.io/fyne/v2"

	"kring/i18n"
)

// warnings say what may be amiss with a place: another one in its way, or people on a day on
// which it is not open any more.
func (p *place) warnings(d placeData) []fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	var out []fyne.CanvasObject
	for _, x := range d.overlaps {
		if x.SameName {
			out = append(out, notices(loc.T("place.samename"))...)
		}
		if !x.First.IsZero() {
			out = append(out, notices(loc.T("place.overlap", "Name", x.Place.Name, "Date", env.date(x.First, i18n.Medium)))...)
		}
	}
	if d.stray > 0 {
		clear := low(loc.T("stray.clear"), func() { env.do(func() error { return env.Cafe.ClearStray(p.id, env.Day()) }) })
		out = append(out, stretched(halfway(column(0, notices(loc.N("stray.turns", d.stray))...)), clear))
	}
	if len(out) == 0 {
		return nil
	}
	return []fyne.CanvasObject{card(out...)}
}
