package page

import (
	"fmt"
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
	color, picture *choice
	before         *kwidget.Check
	channel        *choice
	looks          *kwidget.Tiles // as they will be at the door
	how            *kwidget.BidiLabel
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
	f.color = newChoice(loc.T, "color.", append([]string{""}, strs(cafe.Colors())...), string(v.Color))
	f.picture = newChoice(loc.T, "picture.", append([]string{""}, strs(cafe.Pictures())...), string(v.Picture))
	f.channel = newChoice(loc.T, "channel.", strs(cafe.Channels()), string(v.Channel))
	f.before = kwidget.NewCheck(loc.T("visitor.before"), nil)
	f.before.Checked = v.Before
	f.name.OnChanged = func(string) { f.look() }
	f.color.sel.OnChanged = func(int) { f.look() }
	f.picture.sel.OnChanged = func(int) { f.look() }
	f.channel.sel.OnChanged = func(int) { f.ask() }
	f.look()
	d := e.draft(loc.T("visitor.card"), loc.T("common.save"), formOf(
		item("", container.New(fixedWidth(260), container.NewStack(f.looks))),
		item(loc.T("person.name"), f.name), item(loc.T("visitor.picture"), f.picture.sel), item(loc.T("visitor.color"), f.color.sel),
		item("", f.before), item(loc.T("visitor.channel"), f.channel.sel), item(loc.T("visitor.reach"), column(gapLines, f.reach, f.how)),
	), fyne.NewSize(620, 560), func() func() error {
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
	f.ask()
	return f
}

// look shows how the visitor will be found at the door.
func (f *visitorForm) look() {
	v := cafe.Visitor{Name: f.name.Text, Color: cafe.Color(f.color.id()), Picture: cafe.Picture(f.picture.id())}
	f.looks.SetTiles([]kwidget.Tile{tile(v, false)}, false)
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
	v.Color, v.Picture, v.Channel = cafe.Color(f.color.id()), cafe.Picture(f.picture.id()), cafe.Channel(f.channel.id())
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
