package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// offerGroup is how many days after its last session a course offers a group on Today; its
// overview offers one as long as it is there.
const offerGroup = 60

// justOver are the courses that finished lately and of which no group came yet.
func (e *Env) justOver() []course.Course {
	var out []course.Course
	for _, c := range e.Store.Courses() {
		all := e.Store.Sessions(c.ID)
		if len(all) == 0 || len(e.Kits.GroupsOf(c.ID, e.Compare)) > 0 {
			continue
		}
		days := e.Day().DaysSince(all[len(all)-1].Date)
		if days >= 0 && days <= offerGroup && len(e.Store.Roster(c.ID, e.Compare)) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// goOn offers to make a group of a course that is over.
func (p *today) goOn(all []course.Course) []fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	env, loc := p.env, p.env.Loc
	lines := column(gapParts)
	fold(p, lines, "over", quietToday, all, func(c course.Course) fyne.CanvasObject {
		create := kwidget.NewButton(loc.T("groups.make"), nil, func() { env.makeGroup(c) })
		return column(gapLines, value(loc.T("groups.justover", "Name", c.Name)), container.NewHBox(create))
	})
	return []fyne.CanvasObject{section(loc.T("groups.whogoes")), card(lines)}
}
