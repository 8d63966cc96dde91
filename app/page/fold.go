package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// few are the first of a list, with a button that asks for all of it; nil where nothing is left
// out. A big organisation has more than anybody reads in the morning, and every line costs
// memory as long as it is shown.
func few[T any](env *Env, all []T, most int, whole bool, ask func()) (shown []T, rest fyne.CanvasObject) {
	if whole || len(all) <= most {
		return all, nil
	}
	return all[:most], container.NewHBox(low(env.Loc.N("common.more", len(all)-most), ask))
}
