package page

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// The tabs of an evening: what is planned, who comes, the meal, and how it went.
const (
	Plan    Tab = "plan"
	Door    Tab = "door"
	Cooking Tab = "cooking"
	After   Tab = "after"
)

var eveningTabs = []Tab{Plan, Door, Cooking, After}

// eveningPage is one evening at a place.
type eveningPage struct {
	tabbed
	target Target
	object fyne.CanvasObject
}

func newEvening(env *Env, t Target) Page {
	if t.Tab == "" {
		t.Tab = Plan
	}
	p := &eveningPage{target: t}
	p.tabbed = newTabbed(env, "evening.tab.", eveningTabs, p.makeTab)
	e, _ := env.Cafe.Evening(t.PlaceID, t.Date)
	back := low(e.Place.Name, func() { env.Shell.Go(Target{Page: Cafes, PlaceID: t.PlaceID}) })
	p.object = p.under(title(env.date(e.Date, i18n.Medium), back, p.sheet()))
	p.choose(t.Tab)
	return p
}

func (p *eveningPage) makeTab(tab Tab) Page {
	at := atEvening{p.env, p.target.PlaceID, p.target.Date}
	switch tab {
	case Door:
		return newDoorTab(at)
	case Cooking:
		return newCookingTab(at)
	case After:
		return newAfterTab(at)
	}
	return newPlanTab(at)
}

// sheet keeps the briefing of the evening as a file, for paper or for a phone.
func (p *eveningPage) sheet() fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	var b *kwidget.Button
	b = kwidget.NewButton(loc.T("paper.evening"), theme.DocumentSaveIcon(), func() {
		var items []kwidget.MenuItem
		for _, kind := range paper.EveningKinds() {
			items = append(items, kwidget.MenuItem{Text: loc.T("paper.evening." + kind[1:]), Do: func() {
				env.saveFiles(loc.T("paper.eveningfile")+kind, func(path string) ([]string, error) {
					e, ok := env.Cafe.Evening(p.target.PlaceID, p.target.Date)
					if !ok {
						return nil, fmt.Errorf("the sheet of an evening: %w", cafe.ErrNotFound)
					}
					return paper.Evening(path, env.Cafe, loc, e)
				})
			}})
		}
		kwidget.ShowMenu(b, b.Size().Width, items...)
	})
	return b
}

// Object implements Page.
func (p *eveningPage) Object() fyne.CanvasObject { return p.object }

// First implements Focuser: the field of the open tab, if it has one.
func (p *eveningPage) First() fyne.Focusable {
	if f, ok := p.tab.(Focuser); ok {
		return f.First()
	}
	return nil
}

// Update implements Page. An evening that is gone leaves for the places.
func (p *eveningPage) Update() {
	if _, ok := p.env.Cafe.Evening(p.target.PlaceID, p.target.Date); !ok {
		p.env.Shell.Go(Target{Page: Cafes})
		return
	}
	p.tab.Update()
}

// atEvening is where a tab of an evening finds it.
type atEvening struct {
	env     *Env
	placeID string
	date    calendar.Date // that the rule gives
}

// evening is the one that the tab shows, as the vault has it.
func (p atEvening) evening() (cafe.Evening, error) {
	e, ok := p.env.Cafe.Evening(p.placeID, p.date)
	if !ok {
		return e, fmt.Errorf("an evening on %s: %w", p.date, cafe.ErrNotFound)
	}
	return e, nil
}

// night is that with what the vault has of it.
func (p atEvening) night() (night, error) {
	e, err := p.evening()
	if err != nil {
		return night{}, err
	}
	return p.env.nights(e)[0], nil
}
