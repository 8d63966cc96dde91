package page

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/people"
)

// visitorForm edits a draft of how a visitor is known. It asks for no more than that, and how
// they like to hear that they were missed.
type visitorForm struct {
	env            *Env
	visitor        cafe.Visitor
	name, reach    *kwidget.Field
	color, picture *looksChoice
	before         *kwidget.Check
	channel        *choice
	looks          *kwidget.Tiles // as they will be at the door
	how            *kwidget.BidiLabel
}

// looksChoice is a picker of what is seen: its tiles have no words, the line under them has.
type looksChoice struct {
	object fyne.CanvasObject
	tiles  *kwidget.Tiles
	said   *kwidget.BidiLabel
	ids    []string // "" is none
	id     string   // that is chosen
	say    func(id string) string
}

// looksWide is how wide a tile without words is.
const looksWide float32 = 52

func newLooksChoice(say func(string, ...any) string, prefix string, ids []string, chosen string, changed func()) *looksChoice {
	c := &looksChoice{tiles: kwidget.NewTiles(), said: aside(""), ids: append([]string{""}, ids...), id: chosen}
	c.say = func(id string) string {
		if id == "" {
			id = "none"
		}
		return say(prefix + id)
	}
	c.tiles.Least = looksWide
	c.tiles.OnPress = func(i int) {
		c.id = c.ids[i]
		changed()
	}
	c.object = column(gapLines, c.tiles, c.said)
	return c
}

// show draws the tiles, of which one is chosen.
func (c *looksChoice) show(tile func(id string) kwidget.Tile) {
	all := make([]kwidget.Tile, len(c.ids))
	for i, id := range c.ids {
		all[i] = tile(id)
		all[i].Text, all[i].On = "", id == c.id
	}
	c.tiles.SetTiles(all, false)
	c.tiles.MoveTo(slices.Index(c.ids, c.id))
	c.said.SetText(c.say(c.id))
}

// visitorCard shows somebody's own card.
func (e *Env) visitorCard(id string) {
	v, ok := e.Cafe.Visitor(id)
	if !ok {
		e.Shell.Fail(fmt.Errorf("visitor %s: %w", id, cafe.ErrNotFound))
		return
	}
	e.visitorDraft(v)
}

func (e *Env) visitorDraft(v cafe.Visitor) *visitorForm {
	loc := e.Loc
	f := &visitorForm{env: e, visitor: v, name: kwidget.NewField(v.Name), reach: kwidget.NewField(shownReach(v)), looks: kwidget.NewTiles(), how: quiet("")}
	f.color = newLooksChoice(loc.T, "color.", strs(cafe.Colors()), string(v.Color), f.look)
	f.picture = newLooksChoice(loc.T, "picture.", strs(cafe.Pictures()), string(v.Picture), f.look)
	f.channel = newChoice(loc.T, "channel.", strs(cafe.Channels()), string(v.Channel))
	f.before = kwidget.NewCheck(loc.T("visitor.before"), nil)
	f.before.Checked = v.Before
	f.name.OnChanged = func(string) { f.look() }
	f.channel.sel.OnChanged = func(int) { f.ask() }
	f.look()
	d := e.draft(loc.T("visitor.card"), loc.T("common.save"), formOf(
		item("", container.New(fixedWidth(260), container.NewStack(f.looks))),
		item(loc.T("person.name"), f.name), item(loc.T("visitor.picture"), f.picture.object), item(loc.T("visitor.color"), f.color.object),
		item("", f.before), item(loc.T("visitor.channel"), f.channel.sel), item(loc.T("visitor.reach"), column(gapLines, f.reach, f.how)),
	), fyne.NewSize(680, 660), func() func() error {
		draft, err := f.draft()
		return func() error {
			if err != nil {
				return err
			}
			_, err := e.Cafe.SaveVisitor(draft)
			return err
		}
	})
	d.on(f.name, f.reach)
	f.color.tiles.OnEscape, f.picture.tiles.OnEscape = d.dialog.Hide, d.dialog.Hide
	f.ask()
	return f
}

// look shows how the visitor will be found at the door.
func (f *visitorForm) look() {
	v := cafe.Visitor{Name: f.name.Text, Color: cafe.Color(f.color.id), Picture: cafe.Picture(f.picture.id)}
	f.looks.SetTiles([]kwidget.Tile{tile(v, false)}, false)
	f.color.show(func(id string) kwidget.Tile {
		return tile(cafe.Visitor{Name: v.Name, Color: cafe.Color(id), Picture: v.Picture}, false)
	})
	f.picture.show(func(id string) kwidget.Tile {
		return tile(cafe.Visitor{Name: v.Name, Color: v.Color, Picture: cafe.Picture(id)}, false)
	})
}

// ask says what the channel needs; who does not like to be told is asked nothing.
func (f *visitorForm) ask() {
	c := cafe.Channel(f.channel.id())
	if c == cafe.NoChannel {
		f.reach.SetText("")
		f.reach.Disable()
		f.how.SetText(f.env.Loc.T("visitor.noreach"))
		return
	}
	f.reach.Enable()
	f.how.SetText(f.env.Loc.T("reach." + string(c)))
}

// shownReach is a number as people write it, or the address or name.
func shownReach(v cafe.Visitor) string {
	if v.Channel == cafe.Message || v.Channel == cafe.Phone {
		return people.ShowPhone(v.Reach)
	}
	return v.Reach
}

// draft is what was chosen and typed, or what of it cannot be read.
func (f *visitorForm) draft() (cafe.Visitor, error) {
	v := f.visitor
	stored := v.Reach
	v.Name, v.Before = f.name.Text, f.before.Checked
	v.Color, v.Picture, v.Channel = cafe.Color(f.color.id), cafe.Picture(f.picture.id), cafe.Channel(f.channel.id())
	v.Reach = strings.TrimSpace(f.reach.Text)
	var err error
	switch v.Channel {
	case cafe.Message, cafe.Phone:
		v.Reach, err = typedPhone(f.reach, stored)
	case cafe.Mail:
		if v.Reach != "" && !people.ValidEmail(v.Reach) {
			err = fmt.Errorf("mail: %w", ErrEmail)
		}
	}
	return v, err
}
