package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/backup"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
)

// today answers: what is next, what must be ready, who was missing last time, what
// is not finished.
type today struct {
	simple
	env  *Env
	all  map[string]bool // of which lists all is shown
	said []string        // of the copies, as the page stands
}

// Shown at most of a list on Today, until somebody wants the rest.
const (
	laterShown      = 5
	missedShown     = 6
	unfinishedShown = 4
)

func newToday(env *Env) Page {
	p := &today{env: env, all: map[string]bool{}}
	p.simple = newSimple(title(env.Loc.T("nav.today"), aside(env.date(env.Day(), i18n.Long))))
	return p
}

// Update implements Page.
func (p *today) Update() {
	refresh(p.env, &p.turns, p.fetch, p.update)
}

type todayData struct {
	agenda  course.Agenda
	courses int
	tonight []night
	places  int
	kits    []yearSlot     // that are late or to be sent soon
	words   []cafe.Evening // after which somebody still needs a word
	absent  []cafe.Absence
	silent  []quietGroup    // support groups that ask for a small step
	over    []course.Course // that finished and have no group yet
	backups []backup.State
	due     int   // how much is to be reviewed
	damaged error // what is wrong with the journal, which due reads
}

func (p *today) fetch() (todayData, error) {
	env, day := p.env, p.env.Day()
	silent, err := env.quietGroups()
	return todayData{
		agenda:  env.Store.Agenda(day, env.Lang()),
		courses: len(env.Store.Courses()),
		tonight: env.nights(env.Cafe.On(day, env.Compare)...),
		places:  len(env.Cafe.Places(env.Compare)),
		kits:    env.pressing(),
		words:   env.Cafe.OpenWords(),
		absent:  env.absent(),
		silent:  silent,
		over:    env.justOver(),
		backups: env.backupStates(),
		due:     env.due(),
		damaged: env.Privacy.JournalDamage(),
	}, err
}

func (p *today) update(d todayData) {
	p.said = p.env.backupTroubles(d.backups)
	if d.courses == 0 && d.places == 0 {
		p.show(emptyPage(p.env.Loc.T("today.empty"), p.env.Loc.T("courses.new"), func() { p.env.Shell.Go(Target{Page: NewCourse}) },
			choiceOf{p.env.Loc.T("cafes.new"), p.env.newPlace}), column(gapCards, append(p.env.damaged(d.damaged, d.backups), p.backupNotices(d.backups)...)...))
		return
	}
	p.show(container.New(twoColumns{}, column(gapCards, append(p.tonight(d.tonight), p.coming(d.agenda))...), p.open(d)))
	p.BackedUp() // what went otherwise since the fetch
}

// tonight are the evenings of today, with what is done there.
func (p *today) tonight(all []night) []fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	loc := p.env.Loc
	out := []fyne.CanvasObject{section(loc.T("today.tonight"))}
	for _, e := range all {
		lines := column(gapLines, name(e.Place.Name), quiet(loc.Facts(p.env.span(e.Place.Start, e.Place.End), e.Place.Address)))
		switch done := p.env.activities(e.Evening); {
		case !e.On():
			lines.Add(warning(loc.T("today.closed")))
		case done != "":
			lines.Add(value(done))
		}
		who, lacks := p.env.onDuty(e)
		if who != "" && e.On() {
			lines.Add(value(who))
		}
		add(lines, notices(lacks...)...)
		show := kwidget.NewButton(loc.T("common.open"), nil, func() { p.env.Shell.Go(Target{Page: Cafes, PlaceID: e.Place.ID, Date: e.Planned}) })
		if e.On() {
			door := primary(loc.T("evening.tab.door"), func() { p.env.Shell.Go(Target{Page: Cafes, PlaceID: e.Place.ID, Date: e.Planned, Tab: Door}) })
			out = append(out, card(stretched(lines, show, door)))
			continue
		}
		out = append(out, card(stretched(lines, show)))
	}
	return out
}

// coming is the left column: the next session in full, the later ones in short.
func (p *today) coming(a course.Agenda) fyne.CanvasObject {
	out := column(gapCards, section(p.env.Loc.T("today.next")))
	if len(a.Next) == 0 {
		out.Add(card(quiet(p.env.Loc.T("today.nothingnext"))))
	}
	if len(a.Next) > 0 {
		out.Add(p.next(a.Next[0]))
		fold(p, out, "later", laterShown, a.Next[1:], p.later)
	}
	return out
}

// next is the card of the first session to come, with what must be ready for it.
func (p *today) next(u course.Upcoming) fyne.CanvasObject {
	m, _ := p.env.Store.Template(u.Session)
	parts := []fyne.CanvasObject{p.head(u, true)}
	parts = append(parts, p.ready(u, m)...)
	plan := primary(p.env.Loc.T("today.plan"), func() { p.env.Shell.Go(sessionTarget(u.Session, Sessions)) })
	mark := kwidget.NewButton(p.env.Loc.T("today.mark"), nil, func() { p.env.Shell.Go(sessionTarget(u.Session, Attendance)) })
	return card(append(parts, container.NewHBox(plan, mark))...)
}

func (p *today) later(u course.Upcoming) fyne.CanvasObject {
	show := low(p.env.Loc.T("common.open"), func() { p.env.Shell.Go(sessionTarget(u.Session, Sessions)) })
	return card(stretched(p.head(u, false), show))
}

func sessionTarget(s course.Session, tab Tab) Target {
	return Target{Page: Course, CourseID: s.CourseID, Tab: tab, SessionID: s.ID}
}

// head says which session it is: its date, course, theme, place and people.
func (p *today) head(u course.Upcoming, first bool) fyne.CanvasObject {
	loc, s := p.env.Loc, u.Session
	m, _ := p.env.Store.Template(s)
	top := name(loc.T("session.of", "Number", s.Number, "Course", u.Course.Name))
	lines := column(gapLines, top)
	if theme := m.Theme.In(p.env.Lang()); theme != "" {
		lines.Add(words(theme))
	}
	when := loc.Commas(p.env.when(s.Date), p.env.span(s.Start, s.End))
	lines.Add(quiet(loc.Facts(when, u.Course.Place)))
	if first {
		who := loc.N("count.participants", u.Participants)
		if u.Noticed > 0 {
			who = loc.Facts(who, loc.N("today.noticed", u.Noticed))
		}
		lines.Add(quiet(who))
	}
	return container.NewBorder(nil, nil, container.NewHBox(p.env.badge(s.Date, first), gap(6)), nil, lines)
}

// badge is the leaf of the calendar for a date.
func (e *Env) badge(d calendar.Date, strong bool) fyne.CanvasObject {
	return kwidget.NewDateBadge(e.Loc.Int(d.Day), e.Loc.ShortMonth(d.Month), strong)
}

// when says a date as people do: today and tomorrow by name.
func (e *Env) when(d calendar.Date) string {
	switch d {
	case e.Day():
		return e.Loc.T("date.today")
	case e.Day().AddDays(1):
		return e.Loc.T("date.tomorrow")
	}
	return e.Loc.Weekday(d.Weekday())
}

// ready lists what must be there before the first session to come.
func (p *today) ready(u course.Upcoming, m course.TemplateMeeting) []fyne.CanvasObject {
	var out, lines []fyne.CanvasObject
	for _, t := range m.Prepare {
		lines = append(lines, p.env.readable(words(t.In(p.env.Lang()))))
	}
	if len(lines) > 0 {
		out = append(out, name(p.env.Loc.T("today.ready")), bullets(lines))
	}
	if u.Carried.LeftOver != "" {
		out = append(out, warning(p.env.Loc.T("session.leftover", "Text", u.Carried.LeftOver)))
	}
	return out
}

// open is the right column: who was missing, and what is not finished.
func (p *today) open(d todayData) fyne.CanvasObject {
	a := d.agenda
	out := column(gapCards)
	add(out, p.env.damaged(d.damaged, d.backups)...)
	add(out, p.backupNotices(d.backups)...)
	add(out, p.pressing(d.kits)...)
	add(out, p.quiet(d.silent)...)
	add(out, p.goOn(d.over)...)
	add(out, p.words(d.words)...)
	add(out, p.reviews(d.due)...)
	if missed := p.env.missedCard(d.absent, missedToday); missed != nil {
		out.Add(section(p.env.Loc.T("missed.title")))
		out.Add(missed)
	}
	if len(a.Missed) > 0 {
		lines := column(gapParts)
		fold(p, lines, "missed", missedShown, a.Missed, p.missed)
		out.Add(section(p.env.Loc.T("today.missed")))
		out.Add(card(lines))
	}
	out.Add(section(p.env.Loc.T("today.unfinished")))
	if len(a.Unfinished) == 0 {
		out.Add(card(quiet(p.env.Loc.T("today.allfinished"))))
	}
	fold(p, out, "unfinished", unfinishedShown, a.Unfinished, p.unfinished)
	return out
}

// fold adds the first few of a list, and a button for the rest.
func fold[T any](p *today, to *fyne.Container, list string, most int, all []T, line func(T) fyne.CanvasObject) {
	shown, rest := few(p.env, all, most, p.all[list], func() { p.all[list] = true; p.Update() })
	for _, x := range shown {
		to.Add(line(x))
	}
	if rest != nil {
		to.Add(rest)
	}
}

// pressing are the toolkits of the year that are late or to be sent soon.
func (p *today) pressing(slots []yearSlot) []fyne.CanvasObject {
	if len(slots) == 0 {
		return nil
	}
	lines := column(gapParts)
	for _, x := range slots {
		what := x.called
		if what == "" {
			what = p.env.Loc.T("year.months", "From", p.env.Loc.Month(x.First().Month), "To", p.env.Loc.Month(x.Last().Month))
		}
		said := column(gapLines, name(what), quiet(p.env.Loc.Facts(p.env.Loc.T("kitstate."+string(x.State)), x.Who)))
		add(said, notices(p.env.kitWorries(x.Slot)...)...)
		lines.Add(stretched(said, low(p.env.Loc.T("common.show"), func() { p.env.Shell.Go(Target{Page: Toolkits, Tab: YearPlan}) })))
	}
	return []fyne.CanvasObject{section(p.env.Loc.T("nav.toolkits")), card(lines)}
}

// words are the evenings of the drop-in after which somebody still needs a word. Who stands
// on the evening's own page.
func (p *today) words(evenings []cafe.Evening) []fyne.CanvasObject {
	if len(evenings) == 0 {
		return nil
	}
	lines := column(gapParts)
	for _, e := range evenings {
		show := low(p.env.Loc.T("common.show"), func() {
			p.env.Shell.Go(Target{Page: Cafes, PlaceID: e.Place.ID, Date: e.Planned, Tab: After})
		})
		lines.Add(stretched(column(gapLines, name(e.Place.Name), quiet(p.env.date(e.Date, i18n.Short))), show))
	}
	return []fyne.CanvasObject{section(p.env.Loc.T("today.words")), card(lines)}
}

func (p *today) missed(m course.MissedWord) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapLines, name(m.Person.Name), quiet(loc.Facts(loc.T("state."+string(m.State)), m.Course.Name)))
	if m.Count.NeedsWord() {
		lines.Add(warning(loc.N("today.inarow", m.Count.MissedInRow)))
	}
	show := low(loc.T("common.show"), func() { p.env.Shell.Go(Target{Page: People, PersonID: m.Person.ID}) })
	return stretched(lines, show)
}

func (p *today) unfinished(u course.Unfinished) fyne.CanvasObject {
	text := p.env.Loc.N("today.unmarked", u.Unmarked, "Number", u.Session.Number, "Course", u.Course.Name)
	mark := kwidget.NewButton(p.env.Loc.T("today.mark"), nil, func() { p.env.Shell.Go(sessionTarget(u.Session, Attendance)) })
	return card(words(text), container.NewHBox(mark))
}
