package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/kit"
)

// joinDraft lets a group go on within another: its people and what was heard of it go along.
func (e *Env) joinDraft(g kit.Group) {
	loc := e.Loc
	var others []kit.Group
	var names []string
	for _, o := range e.Kits.AllGroups(e.Compare) {
		if o.ID != g.ID {
			others, names = append(others, o), append(names, o.Name)
		}
	}
	if len(others) == 0 {
		e.draft(loc.T("group.join"), loc.T("group.join"), words(loc.T("group.joinnone")), fyne.NewSize(560, 280), nil).nothing()
		return
	}
	into := kwidget.NewSelect(names, nil)
	into.SetSelectedIndex(0)
	var chosen kit.Group
	f := e.draft(loc.T("group.join"), loc.T("group.join"), column(gapCards, words(loc.T("group.joinabout", "Name", g.Name)),
		formOf(item(loc.T("group.joininto"), into))), fyne.NewSize(640, 380), func() func() error {
		chosen = others[into.SelectedIndex()]
		return func() error { return e.Kits.Join(g.ID, chosen.ID) }
	})
	f.then = func() { e.Shell.Go(groupTarget(chosen.ID)) }
	e.Window.Canvas().Focus(into)
}

// joinStep is the small step that ships to meet with another group.
const joinStep = "join-group"
