package paper

import (
	"image/color"
	"io"

	"kring/i18n"
	"kring/sessions/course"
	"kring/sessions/plan"
	"kring/toolkit/export"
)

var partColors = map[plan.Part]color.NRGBA{
	plan.Think: {0x4C, 0x7C, 0xB0, 0xff}, plan.Write: {0xE3, 0xB2, 0x3C, 0xff}, plan.Share: {0xD9, 0x73, 0x4E, 0xff},
	plan.Do: {0x4F, 0x8F, 0x5E, 0xff}, plan.Pause: {0x9A, 0x94, 0x8A, 0xff}, plan.Video: {0x6B, 0x4A, 0x8C, 0xff},
	plan.Welcome: {0x1F, 0x6F, 0x6B, 0xff}, plan.Closing: {0x1F, 0x6F, 0x6B, 0xff}, plan.Own: {0xC8, 0x5F, 0x3C, 0xff},
}

// PartColor is the colour of a part of a meeting, on the screen and on paper; its
// name always stands beside it.
func PartColor(p plan.Part) color.NRGBA { return partColors[p] }

// SessionPlan writes the run sheet of one session for the duo. Private notes are not
// on it: paper gets left lying about.
func SessionPlan(w io.Writer, s *course.Store, loc *i18n.Localizer, x course.Session) error {
	c, _ := s.Course(x.CourseID)
	m, _ := s.Template(x)
	lang := loc.Lang().String()
	p := export.Plan{
		Title:    loc.Facts(loc.Int(x.Number), m.Theme.In(lang)),
		Subtitle: loc.Facts(c.Name, date(loc, x.Date, i18n.Long), span(loc, x.Start, x.End)),
		Intro:    intro(s, loc, x, m),
		Outro:    []export.Labelled{{Label: loc.T("session.task"), Text: s.Task(x, lang)}},
		Lang:     lang,
	}
	blocks, _ := s.Plan(x)
	for _, t := range plan.Timetable(x.Start, blocks) {
		p.Blocks = append(p.Blocks, planBlock(loc, t))
	}
	return export.WritePDF(w, p.Pages(export.A4), export.Meta{Title: p.Title, Lang: lang})
}

func intro(s *course.Store, loc *i18n.Localizer, x course.Session, m course.TemplateMeeting) []export.Labelled {
	lang := loc.Lang().String()
	out := []export.Labelled{{Label: loc.T("session.goal"), Text: m.Goal.In(lang)}, {Label: loc.T("today.ready"), Items: all(m.Prepare, lang)}}
	if c, ok := s.CarriedOver(x, lang); ok {
		out = append(out, export.Labelled{Label: loc.T("session.tasklabel"), Text: c.Task}, export.Labelled{Label: loc.T("log.left"), Text: c.LeftOver})
	}
	return out
}

func planBlock(loc *i18n.Localizer, t plan.Timed) export.PlanBlock {
	lang := loc.Lang().String()
	lead := t.Lead
	if lead == "" {
		lead = plan.Both
	}
	facts := loc.Facts(loc.T("part."+string(t.Part)), loc.N("plan.minutes", t.Minutes), loc.T("lead."+string(lead)))
	if len(t.Materials) > 0 {
		facts = loc.Facts(facts, loc.Commas(all(t.Materials, lang)...))
	}
	b := export.PlanBlock{Time: clock(loc, t.From) + "–" + clock(loc, t.To), Title: t.Title.In(lang), Facts: facts, Color: PartColor(t.Part)}
	for _, s := range t.Steps {
		b.Steps = append(b.Steps, s.In(lang))
	}
	if s := t.Watch.In(lang); s != "" {
		b.Watch = loc.T("plan.watch", "Text", s)
	}
	return b
}

func all(ts []plan.Text, lang string) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.In(lang))
	}
	return out
}
