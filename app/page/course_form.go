package page

import (
	"strings"

	"fyne.io/fyne/v2/widget"

	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
)

// courseForm edits a draft of a course's own fields.
type courseForm struct {
	env    *Env
	course course.Course
	items  []*widget.FormItem

	name, place, start, end, trainer, assistant, capacity *widget.Entry
	programme, region, mode                               *choice
	care                                                  *widget.Check
	languages                                             *widget.CheckGroup
}

func newCourseForm(env *Env, c course.Course) *courseForm {
	f := &courseForm{env: env, course: c}
	loc := env.Loc
	f.name, f.place = entry(c.Name), entry(c.Place)
	f.trainer, f.assistant = entry(c.Trainer), entry(c.Assistant)
	f.start, f.end = entry(env.clock(c.Start)), entry(env.clock(c.End))
	f.capacity = entry(loc.Int(c.Capacity))
	f.programme = programmeChoice(env, c.Programme)
	f.region = newChoice(loc.T, "region.", strs(calendar.Regions()), string(c.Region))
	f.mode = newChoice(loc.T, "mode.", []string{string(course.Physical), string(course.Online)}, string(c.Mode))
	f.care = widget.NewCheck(loc.T("course.care"), nil)
	f.care.Checked = c.ChildCare
	f.languages = languageChecks(env, people.Languages()[:4], c.Languages)
	f.items = []*widget.FormItem{
		widget.NewFormItem(loc.T("course.programme"), f.programme.sel),
		widget.NewFormItem(loc.T("course.name"), f.name),
		widget.NewFormItem(loc.T("course.start"), f.start),
		widget.NewFormItem(loc.T("course.end"), f.end),
		widget.NewFormItem(loc.T("course.region"), f.region.sel),
		widget.NewFormItem(loc.T("course.place"), f.place),
		widget.NewFormItem(loc.T("course.trainer"), f.trainer),
		widget.NewFormItem(loc.T("course.assistant"), f.assistant),
		widget.NewFormItem(loc.T("course.languages"), f.languages),
		widget.NewFormItem(loc.T("course.mode"), f.mode.sel),
		widget.NewFormItem("", f.care),
		widget.NewFormItem(loc.T("course.capacity"), f.capacity),
	}
	return f
}

func programmeChoice(env *Env, chosen string) *choice {
	var ids []string
	names := map[string]string{}
	for _, p := range env.Store.Programmes() {
		ids = append(ids, p.Key)
		names[p.Key] = p.Name.In(env.Lang())
	}
	return newChoice(func(key string, _ ...any) string { return names[key] }, "", ids, chosen)
}

// draft gives the course as typed; a time that is none makes Validate complain.
func (f *courseForm) draft() course.Course {
	c := f.course
	c.Programme, c.Region, c.Mode = f.programme.id(), calendar.Region(f.region.id()), course.Mode(f.mode.id())
	c.Name, c.Place = strings.TrimSpace(f.name.Text), strings.TrimSpace(f.place.Text)
	c.Trainer, c.Assistant = strings.TrimSpace(f.trainer.Text), strings.TrimSpace(f.assistant.Text)
	c.Languages, c.ChildCare = chosenLanguages(f.env, f.languages), f.care.Checked
	var ok bool
	if c.Start, ok = parseClock(f.start.Text); !ok {
		c.Start, c.End = 0, 0
		return c
	}
	if c.End, ok = parseClock(f.end.Text); !ok {
		c.End = c.Start
	}
	if c.Capacity, ok = number(strings.TrimSpace(f.capacity.Text)); !ok && f.capacity.Text != "" {
		c.Capacity = -1
	}
	return c
}
