package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// skillForm is what somebody says of themselves, over a draft.
type skillForm struct {
	env     *Env
	holder  cafe.Holder
	asked   []*skillFields
	talk    *dateField
	with    *kwidget.Field
	fields  []*kwidget.Field
	content *fyne.Container
}

// skillFields are those of one skill.
type skillFields struct {
	skill   cafe.Skill
	was     cafe.Rating
	level   *choice
	want    *kwidget.Check
	example *kwidget.Field
	until   *dateField // nil: there is no paper of it
}

// skills opens the skills form of somebody.
func (e *Env) skills(h cafe.Holder) *skillForm {
	loc := e.Loc
	s := &skillForm{env: e, holder: h, content: column(gapCards, quiet(loc.T("skills.about")))}
	if talks := e.Cafe.SkillTalks(h.ID); len(talks) > 0 {
		s.content.Add(value(e.talked(talks[0])))
	}
	group := cafe.SkillGroup("")
	for _, k := range e.Cafe.Skills(e.Lang(), e.Compare) {
		if k.Group != group {
			group = k.Group
			s.content.Add(section(loc.T("skills.group." + string(group))))
		}
		s.content.Add(s.ask(k))
	}
	s.talk, s.with = newDateField(e, calendar.Date{}, noRegion), kwidget.NewField("")
	s.fields = append(s.fields, s.talk.Field, s.with)
	s.content.Add(section(loc.T("skills.talk")))
	s.content.Add(formOf(item(loc.T("skills.talkon"), s.talk.object), item(loc.T("skills.with"), s.with)))
	f := e.draft(loc.T("skills.formof", "Name", h.Name), loc.T("common.save"), s.content, fyne.NewSize(900, 660), s.read)
	f.on(s.fields...)
	s.byKeys(f)
	return s
}

// The room around an example in which the rest of its skill stands, and the next one.
const (
	skillAbove float32 = 70
	skillBelow float32 = 190
)

// byKeys begins at the first level, lets Escape leave from everywhere, and keeps in sight what
// the keyboard comes to next: levels and boxes do not scroll to themselves.
func (s *skillForm) byKeys(f *draftForm) {
	for _, x := range s.asked {
		x.level.sel.OnEscape, x.want.OnEscape = f.dialog.Hide, f.dialog.Hide
		see := x.example.OnCaret
		x.example.OnCaret = func(top, bottom float32) { see(top-skillAbove, bottom+skillBelow) }
	}
	if len(s.asked) > 0 {
		s.env.Window.Canvas().Focus(s.asked[0].level.sel)
	}
	f.scroll.ScrollToTop()
}

func noRegion() calendar.Region { return calendar.NoRegion }

// talked says when a form was discussed.
func (e *Env) talked(t cafe.SkillTalk) string {
	if t.With == "" {
		return e.Loc.T("skills.talked", "Date", e.date(t.Date, i18n.Medium))
	}
	return e.Loc.T("skills.talkedwith", "Date", e.date(t.Date, i18n.Medium), "Name", t.With)
}

// level says a level, with its picture before it.
func (e *Env) level(id string, args ...any) string {
	said := e.Loc.T(id, args...)
	for _, l := range cafe.Levels() {
		if id == "skill.level."+string(l) {
			return paper.LevelSign(l) + "  " + said
		}
	}
	return said
}

// ask shows one skill with its fields.
func (s *skillForm) ask(k cafe.Skill) fyne.CanvasObject {
	env, loc := s.env, s.env.Loc
	was := env.Cafe.Rating(s.holder.ID, k.ID)
	x := &skillFields{skill: k, was: was, want: kwidget.NewCheck(loc.T("skill.want"), nil), example: kwidget.NewField(was.Example)}
	x.level = newChoice(env.level, "skill.level.", append([]string{""}, strs(cafe.Levels())...), string(was.Level))
	x.want.Checked = was.Wants
	x.example.SetPlaceHolder(loc.T("skill.examplehint"))
	s.asked, s.fields = append(s.asked, x), append(s.fields, x.example)
	row := beside(gapParts, container.NewGridWrap(fyne.NewSize(levelWidth, x.level.sel.MinSize().Height), x.level.sel), halfway(x.want))
	lines := column(gapLines, name(k.Title.In(env.Lang())), quietly(k.About.In(env.Lang())), container.New(layout.NewBorderLayout(nil, nil, row, nil), row, x.example))
	if k.Expires {
		x.until = newDateField(env, was.Until, noRegion)
		s.fields = append(s.fields, x.until.Field)
		lines.Add(formOf(item(loc.T("skill.until"), x.until.object)))
	}
	return card(lines)
}

// levelWidth fits every level.
const levelWidth float32 = 280

// quietly is a quiet text that begins where the rest of its card does.
func quietly(text string) *kwidget.BidiLabel {
	l := quiet(text)
	l.ByWindow = true
	return l
}

// read takes the draft from the fields.
func (s *skillForm) read() func() error {
	form := cafe.SkillForm{HolderID: s.holder.ID}
	var wrong error
	for _, x := range s.asked {
		r := x.was
		r.Level, r.Wants, r.Example = cafe.Level(x.level.id()), x.want.Checked, x.example.Text
		if x.until != nil {
			until, err := x.until.optional()
			if r.Until = until; err != nil {
				wrong = err
			}
		}
		if r != x.was { // what another laptop wrote meanwhile stays
			form.Ratings = append(form.Ratings, r)
		}
	}
	on, err := s.talk.optional()
	if err == nil && on.IsZero() && s.with.Text != "" {
		on = s.env.Day()
	}
	form.Talk = cafe.SkillTalk{Date: on, With: s.with.Text}
	return func() error {
		if wrong == nil {
			wrong = err
		}
		if wrong != nil {
			return wrong
		}
		return s.env.Cafe.SaveSkillForm(form)
	}
}
