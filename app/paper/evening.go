package paper

import (
	"image/color"
	"io"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/toolkit/export"
)

// kindColors are those of the ideas, as of the parts of a meeting.
var kindColors = map[cafe.Kind]color.NRGBA{
	cafe.Talk: {0xD9, 0x73, 0x4E, 0xff}, cafe.Make: {0xE3, 0xB2, 0x3C, 0xff}, cafe.Game: {0x4F, 0x8F, 0x5E, 0xff},
	cafe.Music: {0x6B, 0x4A, 0x8C, 0xff}, cafe.Move: {0x4F, 0x8F, 0x5E, 0xff}, cafe.Food: {0xC8, 0x5F, 0x3C, 0xff},
	cafe.Rest: {0x4C, 0x7C, 0xB0, 0xff}, cafe.World: {0x1F, 0x6F, 0x6B, 0xff}, cafe.Out: {0x1F, 0x6F, 0x6B, 0xff},
}

// Evening writes the briefing of one evening for its space-holders: who is on and what is
// missing, what is done and how, and what to know at the door. What was written of visitors
// is not on it: paper gets left lying about.
func Evening(w io.Writer, s *cafe.Store, loc *i18n.Localizer, e cafe.Evening) error {
	lang, p := loc.Lang().String(), e.Place
	on := s.OnDuty(e, loc.Compare)
	names, lacks := Duty(loc, e, on)
	lacks = append(lacks, Broken(loc, s.Broken(e, on))...)
	out := export.Plan{
		Title:    p.Name,
		Subtitle: loc.Facts(date(loc, e.Date, i18n.Long), clock(loc, p.Start)+"–"+clock(loc, p.End), loc.Commas(p.Address, p.Municipality)),
		Intro: []export.Labelled{
			{Label: loc.T("evening.duty"), Text: names},
			{Label: loc.T("roster.missing"), Items: lacks},
			{Label: loc.T("place.key"), Text: p.KeyHolder},
			{Label: loc.T("place.door"), Text: p.Door},
			{Label: loc.T("place.agreements"), Text: p.Agreements},
		},
		Lang: lang,
	}
	if past := s.Past(p.ID, e.Date, 1); len(past) > 0 {
		last := s.Debrief(past[0])
		out.Outro = append(out.Outro, export.Labelled{Label: loc.T("paper.kept"), Text: last.Keep})
	}
	for _, a := range e.Activities {
		out.Blocks = append(out.Blocks, eveningBlock(s, loc, a))
	}
	return export.WritePDF(w, out.Pages(), export.Meta{Title: p.Name, Lang: lang})
}

func eveningBlock(s *cafe.Store, loc *i18n.Localizer, a cafe.Activity) export.PlanBlock {
	lang := loc.Lang().String()
	b := export.PlanBlock{Title: s.Title(a, lang), Color: PartColor("own"), Facts: loc.N("idea.leads", max(a.Leads, 1))}
	x, ok := s.Idea(a.IdeaID)
	if !ok {
		return b
	}
	b.Color = kindColors[x.Kind]
	b.Time = loc.T("idea.minutes", "From", x.Minutes[0], "To", x.Minutes[1])
	b.Facts = loc.Facts(loc.T("idea.kind."+string(x.Kind)), b.Facts, x.Materials.In(lang))
	b.Steps = all(x.Steps, lang)
	if low := x.Low.In(lang); low != "" {
		b.Watch = loc.T("paper.low", "Text", low)
	}
	return b
}
