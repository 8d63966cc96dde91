package paper

import (
	"image/color"
	"io"
	"strings"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/plan"
	"kring/toolkit/export"
)

// kindColors are those of the ideas, as of the parts of a meeting.
var kindColors = map[cafe.Kind]color.NRGBA{
	cafe.Talk: {0xD9, 0x73, 0x4E, 0xff}, cafe.Make: {0xE3, 0xB2, 0x3C, 0xff}, cafe.Game: {0x4F, 0x8F, 0x5E, 0xff},
	cafe.Music: {0x6B, 0x4A, 0x8C, 0xff}, cafe.Move: {0x4F, 0x8F, 0x5E, 0xff}, cafe.Food: {0xC8, 0x5F, 0x3C, 0xff},
	cafe.Rest: {0x4C, 0x7C, 0xB0, 0xff}, cafe.World: {0x1F, 0x6F, 0x6B, 0xff}, cafe.Out: {0x1F, 0x6F, 0x6B, 0xff},
}

// ItemColor is that of a piece of an evening: of its idea, where it has one.
func ItemColor(kind cafe.ItemKind, of cafe.Kind) color.NRGBA {
	if c, known := kindColors[of]; known {
		return c
	}
	if kind == cafe.Opening || kind == cafe.Closing {
		return PartColor(plan.Welcome)
	}
	return PartColor(plan.Own)
}

// ClashText says what does not fit, with the name of the other piece and of who it is about.
func ClashText(loc *i18n.Localizer, c cafe.Clash, other, who string) string {
	id := "clash." + string(c.Kind)
	switch c.Kind {
	case cafe.ClashFew, cafe.ClashEarly, cafe.ClashEnd:
		return loc.N(id, c.Number)
	}
	return loc.T(id, "Other", other, "Name", who)
}

// EveningKinds are the kinds of file of a briefing: for paper, and a picture for a phone.
func EveningKinds() []string { return []string{".pdf", ".png"} }

// Evening writes the briefing of one evening for its space-holders, as the kind of file that
// a path asks for, and gives the names of the files: who is on and what is missing, what is
// done when and how, and what to know at the door. What was written of visitors is not on it:
// paper gets left lying about. On a phone the steps are left out.
func Evening(path string, s *cafe.Store, loc *i18n.Localizer, e cafe.Evening) ([]string, error) {
	b := briefing{s, loc, e, strings.HasSuffix(path, ".png")}
	p := b.plan()
	if b.phone {
		return pagePictures(path, p.OnePage(export.Phone))
	}
	return []string{path}, File(path, func(w io.Writer) error {
		return export.WritePDF(w, p.OnePage(export.A4), export.Meta{Title: p.Title, Lang: p.Lang})
	})
}

// briefing is what the space-holders of an evening have in hand.
type briefing struct {
	store *cafe.Store
	loc   *i18n.Localizer
	cafe.Evening
	phone bool
}

func (b briefing) plan() export.Plan {
	loc, p := b.loc, b.Place
	on := b.store.OnDuty(b.Evening, loc.Compare)
	names, lacks := Duty(loc, b.Evening, on)
	lacks = append(lacks, Broken(loc, b.store.Broken(b.Evening, on))...)
	set := b.store.Setting(b.Evening)
	out := export.Plan{
		Title:    p.Name,
		Subtitle: loc.Facts(date(loc, b.Date, i18n.Long), span(loc, p.Start, p.End), loc.Commas(p.Address, p.Municipality)),
		Intro: []export.Labelled{
			{Label: loc.T("evening.duty"), Text: names},
			{Label: loc.T("roster.missing"), Items: lacks},
			{Label: loc.T("place.key"), Text: loc.List(b.store.KeyHolders(p, loc.Compare))},
			{Label: loc.T("place.door"), Text: p.Door},
			{Label: loc.T("setting.rooms"), Text: set.Rooms},
			{Label: loc.T("setting.quiet"), Text: set.Quiet},
		},
		Lang: loc.Lang().String(),
	}
	agreements := export.Labelled{Label: loc.T("place.agreements"), Text: p.Agreements}
	if !b.phone {
		out.Outro = append(out.Outro, agreements)
	}
	if past := b.store.Past(p.ID, b.Date, 1); len(past) > 0 {
		out.Outro = append(out.Outro, export.Labelled{Label: loc.T("paper.kept"), Text: b.store.Debrief(past[0]).Keep})
	}
	people := map[string]string{}
	for _, h := range b.store.Holders(loc.Compare) {
		people[h.ID] = h.Name
	}
	slots := b.store.Timeline(b.Evening)
	titles := ItemTitles(b.store, loc, b.Evening, slots)
	for _, x := range slots {
		out.Blocks = append(out.Blocks, b.block(x, titles, people))
	}
	return out
}

// ItemTitles names the pieces of an evening, by their ids.
func ItemTitles(s *cafe.Store, loc *i18n.Localizer, e cafe.Evening, slots []cafe.Slot) map[string]string {
	out := map[string]string{}
	for _, a := range e.Activities {
		out[a.ID] = s.Title(a, loc.Lang().String())
	}
	for _, x := range slots {
		switch x.Kind {
		case cafe.Opening, cafe.Closing:
			out[x.ID] = loc.T("item." + string(x.Kind))
		case cafe.OwnItem:
			out[x.ID] = x.Title
		}
	}
	return out
}

func (b briefing) block(x cafe.Slot, titles, people map[string]string) export.PlanBlock {
	loc, lang := b.loc, b.loc.Lang().String()
	idea := b.idea(x.ID)
	var leads, clashes []string
	for _, id := range x.Leads {
		leads = append(leads, people[id])
	}
	for _, c := range x.Clashes {
		clashes = append(clashes, ClashText(loc, c, titles[c.Other], people[c.HolderID]))
	}
	led := ""
	if len(leads) > 0 {
		led = loc.T("item.led", "Names", loc.List(leads))
	}
	out := export.PlanBlock{
		Time: clock(loc, x.From) + "–" + clock(loc, x.To), Title: titles[x.ID], Color: ItemColor(x.Kind, idea.Kind),
		Facts: loc.Facts(led, x.Room, x.Note, idea.Materials.In(lang)), Watch: loc.Facts(clashes...),
	}
	if b.phone {
		return out
	}
	out.Steps = all(idea.Steps, lang)
	if low := idea.Low.In(lang); low != "" {
		out.Watch = loc.Facts(loc.T("paper.low", "Text", low), out.Watch)
	}
	return out
}

// idea is the one that an activity of the evening was taken from, if it was.
func (b briefing) idea(activityID string) cafe.Idea {
	for _, a := range b.Activities {
		if a.ID == activityID {
			x, _ := b.store.Idea(a.IdeaID)
			return x
		}
	}
	return cafe.Idea{}
}
