package page

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// SendTo is the tab of the toolkits that shows who gets the one of the months in which Date
// falls.
const SendTo Tab = "sendto"

// sendList shows who gets a toolkit, group by group, and how far it is with each.
type sendList struct {
	simple
	env          *Env
	year, period int
	hand         string         // the tick that was pressed: it keeps the keyboard
	held         fyne.Focusable // the same, as it is shown now
}

// slotTarget is the send list of a slot.
func slotTarget(x kit.Slot) Target {
	return Target{Page: Toolkits, Tab: SendTo, Date: x.First()}
}

func newSendList(env *Env, d calendar.Date) Page {
	loc := env.Loc
	p := &sendList{env: env, year: d.Year, period: (int(d.Month) + 1) / 2}
	back := low(loc.T("year.open"), func() { env.Shell.Go(Target{Page: Toolkits, Tab: YearPlan}) })
	objects := []fyne.CanvasObject{back}
	for _, kind := range paper.SendKinds() {
		objects = append(objects, kwidget.NewButton(loc.T("send.kind."+kind[1:]), theme.DocumentSaveIcon(), func() {
			env.save(loc.T("send.file")+kind, func(w io.Writer) error {
				x := env.Kits.Slot(p.year, p.period)
				in, err := paper.SpokenIn(env.Books, x)
				if err != nil {
					return fmt.Errorf("reading the toolkit: %w", err)
				}
				return paper.SendList(w, kind, env.Kits, env.Store, loc, x, in)
			})
		}))
	}
	p.simple = newSimple(title(loc.T("send.title"), objects...))
	return p
}

// sendData is a slot with the groups that get its toolkit.
type sendData struct {
	slot   kit.Slot
	called string // the theme, in the language of the window
	groups []sendGroup
	in     paper.Spoken // the language that each gets
}

// sendGroup is a group with who of it gets the toolkit.
type sendGroup struct {
	kit.Group
	lines    []kit.SendLine
	delivery kit.Delivery
}

// Update implements Page.
func (p *sendList) Update() {
	refresh(p.env, &p.turns, p.fetch, p.update)
}

func (p *sendList) fetch() (sendData, error) {
	slot := p.env.Kits.Slot(p.year, p.period)
	in, err := paper.SpokenIn(p.env.Books, slot)
	var out []sendGroup
	for _, l := range p.env.Kits.SendList(p.env.Compare, p.env.reach()) {
		if n := len(out); n == 0 || out[n-1].ID != l.Group.ID {
			out = append(out, sendGroup{Group: l.Group, delivery: p.env.Kits.Delivery(slot, l.Group.ID)})
		}
		at := &out[len(out)-1]
		at.lines = append(at.lines, l)
	}
	return sendData{slot, p.env.called(slot), out, in}, err
}

func (p *sendList) update(d sendData) {
	env, loc := p.env, p.env.Loc
	if len(d.groups) == 0 {
		p.show(emptyPage(loc.T("send.empty"), loc.T("groups.title"), func() { env.Shell.Go(Target{Page: Toolkits, Tab: Groups}) }))
		return
	}
	var lines []kit.SendLine
	objects := []fyne.CanvasObject{nil}
	for _, g := range d.groups {
		lines = append(lines, g.lines...)
		objects = append(objects, p.group(g, d.in))
	}
	months := loc.T("year.months", "From", loc.Month(d.slot.First().Month), "To", loc.Month(d.slot.Last().Month))
	about := column(gapLines, name(loc.Facts(loc.Commas(months, itoa(d.slot.Year)), d.called)), value(loc.N("send.make", len(lines))))
	for _, c := range paper.SendCounts(loc, lines, d.in) {
		about.Add(quietly(loc.T("send.each", "Number", loc.Int(c.N), "Form", c.Form, "Language", c.Language)))
	}
	if lacking, n := d.in.Lacking(loc, lines); n > 0 {
		add(about, notices(loc.N("send.lacking", n, "Languages", loc.List(lacking)))...)
	}
	if partly, n := d.in.Partly(loc, lines); n > 0 {
		add(about, notices(loc.N("send.partly", n, "Languages", loc.List(partly)))...)
	}
	objects[0] = card(about, quietly(loc.T("send.byself")), p.all(d, lines))
	p.show(objects...)
	if p.held != nil {
		env.Window.Canvas().Focus(p.held)
	}
	p.hand, p.held = "", nil
}

func (p *sendList) group(g sendGroup, in paper.Spoken) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, name(g.Name), quietly(loc.Facts(loc.T("group.contact")+": "+firstOf(g.Contact, loc.T("group.notknown")), people.ShowPhone(g.Phone))))
	for _, l := range g.lines {
		line := column(0, value(l.Reach.Name), quietly(loc.Facts(env.gets(l.Member), loc.T("via."+string(l.Via)))))
		add(line, notices(in.Says(loc, l.Member)...)...)
		lines.Add(line)
	}
	ticks := container.New(layout.NewRowWrapLayout(), p.tick("send.made", g.delivery, func(d *kit.Delivery) *calendar.Date { return &d.MadeOn }),
		p.tick("send.sent", g.delivery, func(d *kit.Delivery) *calendar.Date { return &d.SentOn }),
		p.tick("send.talked", g.delivery, func(d *kit.Delivery) *calendar.Date { return &d.TalkedOn }))
	show := low(loc.T("common.open"), func() { env.Shell.Go(groupTarget(g.ID)) })
	return card(stretched(lines, p.copies(g), show), ticks)
}

// tick says whether one thing was done, and when.
func (p *sendList) tick(id string, d kit.Delivery, of func(*kit.Delivery) *calendar.Date) fyne.CanvasObject {
	env := p.env
	c := kwidget.NewCheck(env.Loc.T(id), nil)
	c.Checked = !of(&d).IsZero()
	if p.hand == id+d.GroupID {
		p.held = c
	}
	c.OnChanged = func(on bool) {
		p.hand = id + d.GroupID
		*of(&d) = calendar.Date{}
		if on {
			*of(&d) = env.Day()
		}
		env.do(func() error { return env.Kits.SaveDelivery(d) })
	}
	return c
}

// copies puts numbers or mail addresses on the clipboard.
func (p *sendList) copies(g sendGroup) fyne.CanvasObject {
	var phones, mails []string
	for _, l := range g.lines {
		if l.Reach.Phone != "" {
			phones = append(phones, people.ShowPhone(l.Reach.Phone))
		}
		if l.Reach.Email != "" {
			mails = append(mails, l.Reach.Email)
		}
	}
	slices.Sort(phones)
	loc := p.env.Loc
	return more(
		choiceOf{loc.T("send.phones"), func() { p.env.copyText(strings.Join(phones, "\n")) }},
		choiceOf{loc.T("send.mails"), func() { p.env.copyText(strings.Join(mails, "; ")) }},
	)
}
