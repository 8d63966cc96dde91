package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/internal/vault"
)

// actionTidy is the action that takes away what belongs to nothing any more.
const actionTidy = "action.tidy"

// dangling is what belongs to nothing any more: an older salvage left it, most often.
func (e *Env) dangling() ([]vault.Dangling, error) {
	if e.Dangling == nil {
		return nil, nil
	}
	return e.Dangling(), nil
}

// loose is the card of Settings that offers to clear that up; there is none in a sound vault.
func (e *Env) loose(all []vault.Dangling) []fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	loc, counts := e.Loc, map[string]int{}
	for _, d := range all {
		if !d.Stays {
			counts[d.Collection]++
		}
	}
	tidy := func() error { return e.Vault.Tidy(vault.NewAction(actionTidy), e.Dangling()) }
	yes := kwidget.NewButton(loc.T("loose.tidy"), nil, func() {
		e.act(tidy, func(err error) {
			if err != nil {
				e.Shell.Fail(err)
				return
			}
			e.Shell.Say(loc.T("loose.done"))
		})
	})
	box := column(gapParts, section(loc.T("loose.title")), warning(loc.N("count.loose", len(all))))
	if len(counts) > 0 {
		box.Add(words(loc.T("loose.about", "Counts", kindsOf(loc, theirKinds, counts))))
	}
	box.Add(container.NewHBox(yes))
	return []fyne.CanvasObject{card(box)}
}
