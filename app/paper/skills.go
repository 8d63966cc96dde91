package paper

import (
	"io"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/toolkit/export"
)

// levelSigns picture how far somebody is: an empty circle that fills, and a star.
var levelSigns = map[cafe.Level]string{cafe.NotYet: "○", cafe.Along: "◐", cafe.OnOwn: "●", cafe.Teaches: "★"}

// LevelSign is the picture of a level, on the screen and on paper; of none it is empty.
func LevelSign(l cafe.Level) string { return levelSigns[l] }

// WantSign pictures that somebody wants to learn.
const WantSign = "↑"

// SkillLanguages are those in which the skills form is printed.
func SkillLanguages() []string { return []string{"nl", "ar"} }

// SkillForm writes the skills form of a space-holder, with what is known and lines to write
// on where nothing is; of nobody ("") it is empty.
func SkillForm(w io.Writer, s *cafe.Store, lang, holderID string) error {
	loc := i18n.New(lang)
	f := export.Form{
		Title: loc.T("skills.form"), Intro: loc.T("skills.about"), Lang: lang,
		Heads: []export.FormLine{{Label: loc.T("person.name")}}, Feet: []export.FormLine{{Label: loc.T("skills.talkon")}, {Label: loc.T("skills.with")}},
	}
	ratings := map[string]cafe.Rating{}
	for _, h := range s.Holders(loc.Compare) {
		if h.ID != holderID || holderID == "" {
			continue
		}
		f.Heads[0].Text = h.Name
		for _, r := range h.Skills {
			ratings[r.SkillID] = r
		}
		if talks := s.SkillTalks(h.ID); len(talks) > 0 {
			f.Feet[0].Text, f.Feet[1].Text = date(loc, talks[0].Date, i18n.Medium), talks[0].With
		}
	}
	group := cafe.SkillGroup("")
	for _, k := range s.Skills(lang, loc.Compare) {
		if k.Group != group {
			group = k.Group
			f.Groups = append(f.Groups, export.FormGroup{Title: loc.T("skills.group." + string(group))})
		}
		at := &f.Groups[len(f.Groups)-1]
		at.Items = append(at.Items, skillItem(loc, k, ratings[k.ID]))
	}
	return export.WritePDF(w, f.Pages(), export.Meta{Title: f.Title, Lang: lang})
}

func skillItem(loc *i18n.Localizer, k cafe.Skill, r cafe.Rating) export.FormItem {
	lang := loc.Lang().String()
	x := export.FormItem{Title: k.Title.In(lang), About: k.About.In(lang), Lines: []export.FormLine{{Label: loc.T("skill.example"), Text: r.Example}}}
	for _, l := range cafe.Levels() {
		x.Boxes = append(x.Boxes, export.FormBox{Text: loc.T("skill.level." + string(l)), Ticked: r.Level == l})
	}
	x.Boxes = append(x.Boxes, export.FormBox{Text: loc.T("skill.want"), Ticked: r.Wants})
	if k.Expires {
		until := export.FormLine{Label: loc.T("skill.until")}
		if !r.Until.IsZero() {
			until.Text = date(loc, r.Until, i18n.Medium)
		}
		x.Lines = append(x.Lines, until)
	}
	return x
}

// SkillSheet writes who can what, and what people want to learn, as a workbook.
func SkillSheet(w io.Writer, s *cafe.Store, loc *i18n.Localizer, today calendar.Date) error {
	lang := loc.Lang().String()
	t := s.Team(today, lang, loc.Compare)
	grid := sheet.Page{Name: loc.T("skills.tab.grid"), RTL: loc.RTL(), Header: []string{loc.T("skills.what")}}
	for _, h := range t.Holders {
		grid.Header = append(grid.Header, h.Name)
	}
	for _, k := range t.Skills {
		row := []any{k.Title.In(lang)}
		for _, h := range t.Holders {
			row = append(row, rated(loc, h.Rating(k.ID), today))
		}
		grid.Rows = append(grid.Rows, row)
	}
	return sheet.Write(w, []sheet.Page{grid, lessonSheet(loc, t), thinSheet(loc, t)})
}

// rated is what somebody says of themselves at a skill, in a cell.
func rated(loc *i18n.Localizer, r cafe.Rating, today calendar.Date) string {
	said := ""
	if r.Level != "" {
		said = LevelSign(r.Level) + " " + loc.T("skill.level."+string(r.Level))
	}
	if r.Wants {
		said = loc.Facts(said, loc.T("skill.want"))
	}
	if !r.Until.IsZero() && r.Until.Compare(today) < 0 {
		said = loc.Facts(said, loc.T("skill.ranout", "Date", date(loc, r.Until, i18n.Medium)))
	}
	return said
}

func lessonSheet(loc *i18n.Localizer, t cafe.Team) sheet.Page {
	p := sheet.Page{Name: loc.T("skills.lessons"), RTL: loc.RTL(), Header: []string{loc.T("skills.what"), loc.T("skills.learner"), loc.T("skills.teacher")}}
	for _, x := range t.Lessons() {
		var names []string
		for _, h := range x.Teachers {
			names = append(names, h.Name)
		}
		p.Rows = append(p.Rows, []any{x.Skill.Title.In(loc.Lang().String()), x.Learner.Name, loc.List(names)})
	}
	return p
}

func thinSheet(loc *i18n.Localizer, t cafe.Team) sheet.Page {
	p := sheet.Page{Name: loc.T("skills.thin"), RTL: loc.RTL(), Header: []string{loc.T("skills.what"), ""}}
	for _, x := range t.Thin() {
		said := loc.T("skills.nobody")
		if len(x.Only) > 0 {
			said = loc.T("skills.only", "Name", x.Only[0].Name)
		}
		p.Rows = append(p.Rows, []any{x.Skill.Title.In(loc.Lang().String()), said})
	}
	return p
}
