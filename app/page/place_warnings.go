package page

import (
	"fyne.io/fyne/v2"

	"kring/i18n"
	"kring/sessions/cafe"
)

// warnings say what may be amiss with a place: another one in its way, or people on a day on
// which it is not open any more.
func (p *place) warnings(d placeData) []fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	out := notices(env.inTheWay(d.overlaps)...)
	if d.stray > 0 {
		clear := low(loc.T("stray.clear"), func() { env.do(func() error { return env.Cafe.ClearStray(p.id, env.Day()) }) })
		out = append(out, stretched(halfway(column(0, notices(loc.N("stray.turns", d.stray))...)), clear))
	}
	if len(out) == 0 {
		return nil
	}
	return []fyne.CanvasObject{card(out...)}
}

// inTheWay says which other places have the same name, or are open at the same address at the
// same time.
func (e *Env) inTheWay(all []cafe.Overlap) (out []string) {
	for _, x := range all {
		if x.SameName {
			out = append(out, e.Loc.T("place.samename"))
		}
		if !x.First.IsZero() {
			out = append(out, e.Loc.T("place.overlap", "Name", x.Place.Name, "Date", e.date(x.First, i18n.Medium)))
		}
	}
	return out
}
