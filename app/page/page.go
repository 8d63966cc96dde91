package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
)

// New makes the page that a target names; an unknown one gives Today.
func New(env *Env, t Target) Page {
	switch t.Page {
	case Courses:
		return newCourses(env)
	case NewCourse:
		return newWizard(env)
	case Course:
		return newCourse(env, t)
	case Cafes:
		switch {
		case t.Tab == Ideas:
			return newIdeas(env, t)
		case t.Tab == Visitors:
			return newVisitors(env, t)
		case t.PlaceID != "" && !t.Date.IsZero():
			return newEvening(env, t)
		case t.PlaceID != "":
			return newPlace(env, t.PlaceID)
		case t.Tab == Season:
			return newSeason(env)
		case t.Tab == Reports:
			return newReports(env)
		case t.Tab == Team:
			return newTeam(env)
		}
		return newCafes(env)
	case People:
		return newPeople(env, t)
	case Toolkits:
		switch {
		case t.Tab == Glossary:
			return newTerms(env, t)
		case t.Tab == YearPlan:
			return newYearPlan(env)
		case t.Tab == Groups && t.GroupID != "":
			return newGroup(env, t.GroupID)
		case t.Tab == SmallSteps:
			return newStepsPage(env)
		case t.Tab == Groups:
			return newGroups(env)
		case t.Tab == SendTo && !t.Date.IsZero():
			return newSendList(env, t.Date)
		}
		return newToolkits(env, t)
	case Workbook:
		switch {
		case t.BookID != "" && t.Tab == Writing:
			return newWriting(env, t)
		case t.BookID != "" && t.Lang != "":
			return newDesk(env, t)
		}
		return newWorkbook(env)
	case Privacy:
		return newRetention(env)
	case Settings:
		return newSettings(env, t)
	}
	return newToday(env)
}

// simple is a page of a heading above a column that scrolls.
type simple struct {
	turns
	object fyne.CanvasObject
	column *fyne.Container
	scroll *container.Scroll
}

func newSimple(head fyne.CanvasObject) simple {
	column := column(gapCards)
	scroll := vscroll(column)
	return simple{object: under(head, scroll), column: column, scroll: scroll}
}

// show puts other things on the page; the keyboard stays where it was.
func (p *simple) show(objects ...fyne.CanvasObject) {
	kwidget.KeepKeyboard(p.column, func() {
		p.column.Objects = objects
		p.column.Refresh()
	})
}

// Object implements Page.
func (p *simple) Object() fyne.CanvasObject { return p.object }
