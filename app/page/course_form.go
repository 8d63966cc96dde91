package page

import (
	"strings"

	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
)

// courseForm edits a draft of a course's own fields.
type courseForm struct {
	env    *Env
	course course.Course
	items  []formItem

	name, place, start, end, trainer, assistant, capacity *kwidget.Field
	programme, region, mode                               *choice
	care                                                  *kwidget.Check
	languages                                             *languageChecks
}

func newCourseForm(env *Env, c course.Course) *courseForm {
	f := &courseForm{env: env, course: c}
	loc := env.Loc
	f.name, f.place = kwidget.NewField(c.Name), kwidget.NewField(c.Place)
	f.name.SetPlaceHolder(loc.T("course.namehint"))
	f.place.SetPlaceHolder(loc.T("course.placehint"))
	f.trainer, f.assistant = kwidget.NewField(c.Trainer), kwidget.NewField(c.Assistant)
	f.start, f.end = kwidget.NewField(env.clock(c.Start)), kwidget.NewField(env.clock(c.End))
	f.capacity = kwidget.NewField(loc.Int(c.Capacity))
	f.programme = programmeChoice(env, c.Programme)
	f.region = newChoice(loc.T, "region.", strs(calendar.Regions()), string(c.Region))
	f.mode = newChoice(loc.T, "mode.", []string{string(course.Physical), string(course.Online)}, string(c.Mode))
	f.care = kwidget.NewCheck(loc.T("course.care"), nil)
	f.care.Checked = c.ChildCare
	f.languages = newLanguageChecks(env, people.Languages()[:4], c.Languages)
	times := container.NewGridWithColumns(2, f.start, f.end)
	f.items = []formItem{
		item(loc.T("course.name"), f.name),
		item(loc.T("course.programme"), f.programme.sel),
		item(loc.T("course.times"), times),
		item(loc.T("course.mode"), f.mode.sel),
		item(loc.T("course.place"), f.place),
		item(loc.T("course.trainer"), f.trainer),
		item(loc.T("course.assistant"), f.assistant),
		item(loc.T("course.languages"), f.languages.object),
		item(loc.T("course.capacity"), f.capacity),
		item("", f.care),
		item(loc.T("course.region"), f.region.sel),
	}
	return f
}

// fields are those that Enter saves from, the first one to begin with.
func (f *courseForm) fields() []*kwidget.Field {
	return []*kwidget.Field{f.name, f.start, f.end, f.place, f.trainer, f.assistant, f.capacity}
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

// draft gives the course as typed, or what of it cannot be read.
func (f *courseForm) draft() (course.Course, error) {
	c := f.course
	c.Programme, c.Region, c.Mode = f.programme.id(), calendar.Region(f.region.id()), course.Mode(f.mode.id())
	c.Name, c.Place = strings.TrimSpace(f.name.Text), strings.TrimSpace(f.place.Text)
	c.Trainer, c.Assistant = strings.TrimSpace(f.trainer.Text), strings.TrimSpace(f.assistant.Text)
	c.Languages, c.ChildCare = f.languages.chosen(), f.care.Checked
	var ok, ok2 bool
	c.Start, ok = parseClock(f.start.Text)
	c.End, ok2 = parseClock(f.end.Text)
	if !ok || !ok2 {
		return c, course.ErrTimes
	}
	c.Capacity = 0
	if text := strings.TrimSpace(f.capacity.Text); text != "" {
		if c.Capacity, ok = number(text); !ok {
			return c, course.ErrCapacity
		}
	}
	return c, c.Validate()
}
