package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// doorTab says who comes to an evening: a wall of those who may come, a field that finds the
// others and adds who is new, and counters for who likes to have no name.
type doorTab struct {
	turns
	atEvening
	object fyne.CanvasObject
	data   doorData // as it was shown last
	text   *kwidget.Field
	said   *kwidget.BidiLabel // what came of the last press
	whose  *kwidget.Button    // opens the card of who was pressed last
	tiles  *kwidget.Tiles
	scroll *container.Scroll
	hint   *kwidget.BidiLabel // instead of tiles
	last   string             // the id of who was pressed last
	doorCounters
}

// doorData is what the vault has for the door. After the people come two tiles that add who
// was typed: as a newcomer, and as somebody who came before.
type doorData struct {
	evening  cafe.Evening
	text     string // for which it was fetched
	people   []cafe.Visitor
	here     map[string]bool
	add      bool // who was typed can be added
	meant    int  // the tile that Enter presses for what was typed
	same     int  // how many are called so already
	tallies  map[cafe.Who]int
	visitors int // in all
	fresh    int // newcomers in all
}

// saidHeight is kept free for what came of a press, so that the wall stands still.
const saidHeight float32 = 40

// shownAtDoor is how many people are found at most.
const shownAtDoor = 60

func newDoorTab(at atEvening) Page {
	p := &doorTab{atEvening: at, tiles: kwidget.NewTiles(), text: kwidget.NewField(""), said: value(""), hint: quiet("")}
	loc := at.env.Loc
	p.text.Names = true
	p.text.SetPlaceHolder(loc.T("door.search"))
	p.text.OnChanged = func(string) { p.typed() }
	p.text.OnSubmitted = func(string) { p.enter() }
	p.text.OnEscape = func() { p.text.SetText("") }
	p.text.OnDown = func() { p.env.Window.Canvas().Focus(p.tiles) }
	p.tiles.OnPress, p.tiles.OnMove = p.press, p.inSight
	p.tiles.OnRune = func(r rune) {
		p.env.Window.Canvas().Focus(p.text)
		p.text.TypedRune(r)
	}
	p.tiles.OnEscape = func() { p.text.SetText(""); p.toField() }
	p.tiles.OnUp = p.toField
	p.said.Line = kwidget.Cut
	p.whose = low("", func() { p.env.visitorCard(p.last) })
	p.whose.Hide()
	p.doorCounters = newDoorCounters(at.env, func(who cafe.Who, by int) {
		e := p.data.evening
		p.env.do(func() error { return p.env.Cafe.Count(e, who, by) })
	})
	p.object = container.New(wideAndSide{}, p.left(), p.doorCounters.object)
	return p
}

// left is the field above the wall.
func (p *doorTab) left() fyne.CanvasObject {
	loc := p.env.Loc
	menu := more(choiceOf{loc.T("visitors.title"), func() {
		p.env.Shell.Go(Target{Page: Cafes, Tab: Visitors, PlaceID: p.placeID, Date: p.date})
	}})
	p.scroll = vscroll(column(gapParts, p.hint, p.tiles))
	line := kwidget.Unmirrored(layout.NewCustomPaddedLayout(0, 0, 2, 14), container.NewStack(spaceHigh(saidHeight), stretched(halfway(p.said), p.whose)))
	return under(column(gapLines, container.NewBorder(nil, nil, nil, menu, p.text), line), p.scroll)
}

func (p *doorTab) toField() { p.env.Window.Canvas().Focus(p.text) }

// Object implements Page.
func (p *doorTab) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *doorTab) First() fyne.Focusable { return p.text }

// Update implements Page.
func (p *doorTab) Update() {
	text := p.text.Text
	refresh(p.env, &p.turns, func() (doorData, error) { return p.fetch(text) }, p.update)
}

// fetch finds who is offered: without a text the regulars, then who came tonight.
func (p *doorTab) fetch(text string) (doorData, error) {
	d := doorData{text: text, tallies: map[cafe.Who]int{}}
	var err error
	if d.evening, err = p.evening(); err != nil {
		return d, err
	}
	s := p.env.Cafe
	d.here = s.Here(d.evening)
	for _, who := range cafe.Whos() {
		d.tallies[who] = s.Tally(d.evening, who)
	}
	d.visitors, d.fresh = s.Counted(d.evening, cafe.Visitors), s.Counted(d.evening, cafe.Newcomers)
	if strings.TrimSpace(text) != "" {
		d.people = s.VisitorsLike(text, p.env.Compare)
		d.people = d.people[:min(len(d.people), shownAtDoor)]
		d.add, d.same = true, len(s.Namesakes(text))
		if _, ok := s.Meant(text, p.env.Compare); !ok {
			d.meant = len(d.people) // the newcomer
		}
		return d, nil
	}
	d.people = s.Regulars(d.evening, p.env.Compare)
	d.people = d.people[:min(len(d.people), shownAtDoor)]
	shown := map[string]bool{}
	for _, v := range d.people {
		shown[v.ID] = true
	}
	for _, x := range s.VisitsOn(d.evening) {
		if v, ok := s.Visitor(x.VisitorID); ok && !shown[v.ID] {
			d.people = append(d.people, v)
		}
	}
	return d, nil
}

func (p *doorTab) update(d doorData) {
	others := d.text != p.data.text
	p.data = d
	loc := p.env.Loc
	var all []kwidget.Tile
	for _, v := range d.people {
		all = append(all, tile(v, d.here[v.ID]))
	}
	if d.add {
		name := p.env.typedName(strings.Join(strings.Fields(d.text), " "))
		all = append(all, kwidget.Tile{Text: loc.T("door.add", "Name", name)}, kwidget.Tile{Text: loc.T("door.addknown", "Name", name)})
	}
	before := len(p.tiles.All())
	p.tiles.SetTiles(all, d.add)
	if others {
		p.tiles.MoveTo(d.meant)
	}
	p.counted(d)
	p.note.SetText(p.early(d.evening))
	p.note.Hidden = p.note.Text == ""
	p.hint.Hidden = len(all) > 0
	p.hint.SetText(loc.T("door.about"))
	if d.add && d.same > 0 {
		p.tell(loc.N("door.same", d.same), cafe.Visitor{})
	}
	if len(all) != before {
		p.scroll.Refresh()
	}
}

// typed looks for another name; who is meant by it gets the cursor.
func (p *doorTab) typed() {
	p.tell("", cafe.Visitor{})
	p.Update()
}

// enter says that who is meant by what was typed is there, or adds a newcomer of that name. The
// field is free for the next one at once: who is meant is found when it is their turn.
func (p *doorTab) enter() {
	text, loc := strings.TrimSpace(p.text.Text), p.env.Loc
	p.text.SetText("")
	if text == "" {
		return
	}
	p.act(func() (cafe.Visitor, string, error) {
		e, err := p.evening()
		if err != nil {
			return cafe.Visitor{}, "", err
		}
		if v, ok := p.env.Cafe.Meant(text, p.env.Compare); ok {
			return v, loc.T("door.here", "Name", v.Name), p.env.Cafe.SetHere(e, v.ID, true)
		}
		v, err := p.env.Cafe.Newcomer(e, text)
		return v, loc.T("door.new", "Name", v.Name), err
	})
}

// press says that somebody is there, or takes that back; the tiles after the people add one.
func (p *doorTab) press(i int) {
	d, s, loc := p.data, p.env.Cafe, p.env.Loc
	p.text.SetText("")
	p.act(func() (cafe.Visitor, string, error) {
		switch {
		case i > len(d.people):
			v, err := s.Known(d.evening, d.text)
			return v, loc.T("door.here", "Name", v.Name), err
		case i == len(d.people):
			v, err := s.Newcomer(d.evening, d.text)
			return v, loc.T("door.new", "Name", v.Name), err
		case d.here[d.people[i].ID]:
			v := d.people[i]
			return v, loc.T("door.nothere", "Name", v.Name), s.SetHere(d.evening, v.ID, false)
		}
		v := d.people[i]
		return v, loc.T("door.here", "Name", v.Name), s.SetHere(d.evening, v.ID, true)
	})
}

// act does a press and says what came of it.
func (p *doorTab) act(do func() (cafe.Visitor, string, error)) {
	var v cafe.Visitor
	var said string
	p.env.act(func() (err error) {
		v, said, err = do()
		return err
	}, func(err error) {
		if err != nil {
			p.env.Shell.Fail(err)
			return
		}
		p.tell(said, v)
	})
}

// tell says what came of a press, with the card of whom it was about.
func (p *doorTab) tell(text string, v cafe.Visitor) {
	p.said.SetText(text)
	p.last = v.ID
	p.whose.Hidden = v.ID == ""
	p.whose.SetText(p.env.Loc.T("door.card", "Name", v.Name))
}

// early says that people are put on an evening that is off, or still to come.
func (p *doorTab) early(e cafe.Evening) string {
	switch {
	case !e.On():
		return p.env.Loc.T("door.off")
	case e.Date.Compare(p.env.Day()) > 0:
		return p.env.Loc.T("door.early", "Date", p.env.date(e.Date, i18n.Medium))
	}
	return ""
}

// inSight keeps the row of the cursor in sight.
func (p *doorTab) inSight() {
	top, bottom := p.tiles.CursorSpan()
	at, high := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case top < at:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom+gapCards > at+high && high > 0:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom+gapCards-high))
	}
}
