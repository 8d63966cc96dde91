package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// placeForm edits a draft of a place.
type placeForm struct {
	env                                 *Env
	place                               cafe.Place
	name, town, address, start, end     *kwidget.Field
	keyHolder, door, agreements, circle *kwidget.Field
	rooms, setUp, calm                  *kwidget.Field
	audience, region                    *choice
	public                              *kwidget.Check
	keys                                *holderTicks
	rule                                *ruleFields
}

// placeDraft edits a place; Save writes once.
func (e *Env) placeDraft(title string, x cafe.Place) {
	p := newPlaceForm(e, x)
	f := e.draft(title, e.Loc.T("common.save"), p.content(), fyne.NewSize(720, 640), func() func() error {
		draft, err := p.draft()
		return func() error {
			if err != nil {
				return err
			}
			_, err := e.Cafe.SavePlace(draft)
			return err
		}
	})
	f.on(p.name, p.rule.from.Field, p.start, p.end, p.town, p.address, p.keyHolder, p.door, p.agreements, p.circle, p.rooms, p.setUp, p.calm)
}

func newPlaceForm(e *Env, x cafe.Place) *placeForm {
	loc, field := e.Loc, kwidget.NewField
	p := &placeForm{
		env: e, place: x, name: field(x.Name), town: field(x.Municipality), address: field(x.Address), start: field(e.clock(x.Start)), end: field(e.clock(x.End)),
		keyHolder: field(x.KeyHolder), door: kwidget.NewArea(x.Door, 2), agreements: kwidget.NewArea(x.Agreements, 3), circle: kwidget.NewArea(x.Circle, 3),
		rooms: field(strings.Join(x.Rooms, loc.T("format.comma"))), setUp: kwidget.NewArea(x.SetUp, 2), calm: field(x.Quiet),
		audience: newChoice(loc.T, "audience.", strs(cafe.Audiences()), string(x.Audience)),
		region:   newChoice(loc.T, "region.", strs(calendar.Regions()), string(x.Region)),
		public:   kwidget.NewCheck(loc.T("place.public"), nil),
		keys:     newHolderTicks(e.Cafe.Holders(e.Compare), x.Keys),
	}
	p.public.Checked = x.Public
	p.name.SetPlaceHolder(loc.T("place.namehint"))
	p.keyHolder.SetPlaceHolder(loc.T("place.keyhint"))
	p.circle.SetPlaceHolder(loc.T("circle.usual"))
	p.rooms.SetPlaceHolder(loc.T("place.roomshint"))
	p.rule = newRuleFields(e, x.Rule, func() calendar.Region { return calendar.Region(p.region.id()) })
	return p
}

func (p *placeForm) content() fyne.CanvasObject {
	loc := p.env.Loc
	items := append([]formItem{item(loc.T("place.name"), p.name)}, p.rule.items()...)
	items = append(items,
		item(loc.T("course.times"), container.NewGridWithColumns(2, p.start, p.end)),
		item(loc.T("place.for"), p.audience.sel), item(loc.T("place.town"), p.town), item(loc.T("place.address"), p.address),
		item("", p.public), item(loc.T("course.region"), p.region.sel))
	if len(p.keys.boxes) > 0 {
		items = append(items, item(loc.T("place.keys"), p.keys.object))
	}
	items = append(items,
		item(loc.T("place.key"), p.keyHolder), item(loc.T("place.door"), p.door), item(loc.T("place.agreements"), p.agreements), item(loc.T("circle.agreements"), p.circle),
		item(loc.T("place.rooms"), p.rooms), item(loc.T("setting.rooms"), p.setUp), item(loc.T("setting.quiet"), p.calm))
	return formOf(items...)
}

// draft is what was typed, or what of it cannot be read.
func (p *placeForm) draft() (cafe.Place, error) {
	x, text := p.place, func(f *kwidget.Field) string { return strings.TrimSpace(f.Text) }
	x.Name, x.Municipality, x.Address = p.name.Text, text(p.town), text(p.address)
	x.Keys, x.KeyHolder, x.Door, x.Agreements, x.Circle = p.keys.chosen(), text(p.keyHolder), text(p.door), text(p.agreements), text(p.circle)
	x.Rooms, x.SetUp, x.Quiet = listed(p.rooms.Text), text(p.setUp), text(p.calm)
	x.Audience, x.Region, x.Public = cafe.Audience(p.audience.id()), calendar.Region(p.region.id()), p.public.Checked
	var err error
	if x.Rule, err = p.rule.rule(); err != nil {
		return x, err
	}
	from, ok := parseClock(p.start.Text)
	to, ok2 := parseClock(p.end.Text)
	if !ok || !ok2 {
		return x, cafe.ErrTimes
	}
	x.Start, x.End = from, to
	return x, nil
}

// holderTicks are space-holders to tick, in as many lines as they need.
type holderTicks struct {
	object  fyne.CanvasObject
	holders []cafe.Holder
	boxes   []*kwidget.Check
}

func newHolderTicks(holders []cafe.Holder, chosen []string) *holderTicks {
	t := &holderTicks{holders: holders}
	box := container.New(layout.NewRowWrapLayout())
	for _, h := range holders {
		c := kwidget.NewCheck(h.Name, nil)
		c.Checked = slices.Contains(chosen, h.ID)
		t.boxes = append(t.boxes, c)
		box.Add(c)
	}
	t.object = box
	return t
}

// chosen are the ids of those that are ticked.
func (t *holderTicks) chosen() (ids []string) {
	for i, c := range t.boxes {
		if c.Checked {
			ids = append(ids, t.holders[i].ID)
		}
	}
	return ids
}
