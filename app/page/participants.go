package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/course"
	"kring/sessions/people"
)

type participants struct {
	simple
	env   *Env
	id    string
	count *kwidget.BidiLabel
}

func newParticipantsTab(env *Env, id string) Page {
	p := &participants{env: env, id: id, count: aside("")}
	bar := container.NewHBox(
		primary(env.Loc.T("participants.import"), p.importList),
		kwidget.NewButton(env.Loc.T("participants.add"), nil, p.add),
		kwidget.NewButton(env.Loc.T("participants.known"), nil, p.enrol),
		gap(6), halfway(p.count),
	)
	p.simple = newSimple(column(0, gap(0), bar, spaceHigh(6)))
	return p
}

type participantsData struct {
	course   course.Course
	sessions []course.Session
	people   []course.Participant
	counts   []course.Count
}

// Update implements Page.
func (p *participants) Update() {
	refresh(p.env, &p.turns, func() (participantsData, error) {
		c, sessions, err := p.env.fetchCourse(p.id)
		d := participantsData{course: c, sessions: sessions, people: p.env.Store.Roster(p.id, p.env.Compare)}
		for _, who := range d.people {
			d.counts = append(d.counts, p.env.Store.CountOf(sessions, who.Person.ID, p.env.Day()))
		}
		return d, err
	}, p.update)
}

func (p *participants) update(d participantsData) {
	text := p.env.Loc.N("count.participants", len(d.people))
	if d.course.Capacity > 0 && len(d.people) > d.course.Capacity {
		text = p.env.Loc.Facts(text, p.env.Loc.N("participants.full", d.course.Capacity))
	}
	p.count.SetText(text)
	if len(d.people) == 0 {
		p.show(emptyPage(p.env.Loc.T("participants.empty"), p.env.Loc.T("participants.import"), p.importList))
		return
	}
	out := make([]fyne.CanvasObject, len(d.people))
	for i, who := range d.people {
		out[i] = p.line(who, d.counts[i])
	}
	p.column.Layout = column(gapParts).Layout
	p.show(out...)
}

func (p *participants) line(who course.Participant, c course.Count) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapLines, name(p.shownName(who)))
	if facts := p.facts(who.Person); facts != "" {
		about := words(facts)
		about.Selectable = true // a number to copy; Tab goes from button to button
		lines.Add(about)
	}
	counts := quiet(p.env.counts(c))
	if c.NeedsWord() {
		counts = warning(loc.Facts(p.env.counts(c), loc.N("today.inarow", c.MissedInRow)))
	}
	lines.Add(counts)
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { p.edit(who.Person) })
	return card(stretched(lines, edit, more(p.stopping(who), choiceOf{loc.T("participants.remove"), func() { p.remove(who) }})))
}

func (p *participants) shownName(who course.Participant) string {
	if who.Stopped {
		return who.Name + " " + p.env.Loc.T("attendance.stopped")
	}
	return who.Name
}

// facts is who somebody is and how to reach them.
func (p *participants) facts(person people.Person) string {
	loc := p.env.Loc
	var text string
	if person.Kind != "" {
		text = loc.T("kind." + string(person.Kind))
	}
	text = loc.Facts(text, p.env.contact(person), p.env.languages(person.Reads))
	if person.ChildCare {
		text = loc.Facts(text, loc.T("person.care"))
	}
	return text
}

func (p *participants) stopping(who course.Participant) choiceOf {
	id := "participants.stop"
	if who.Stopped {
		id = "participants.back"
	}
	return choiceOf{p.env.Loc.T(id), func() {
		p.env.do(func() error { return p.env.Store.Stop(p.id, who.Person.ID, !who.Stopped) })
	}}
}

func (p *participants) remove(who course.Participant) {
	loc := p.env.Loc
	p.env.Shell.Ask(Question{
		Title: loc.T("participants.remove"), Text: loc.T("participants.removeask", "Name", who.Name), Yes: loc.T("participants.remove"),
		Do: func() { p.env.do(func() error { return p.env.Store.Unenrol(p.id, who.Person.ID) }) },
	})
}

func (p *participants) add() {
	p.env.personDraft(people.Person{}, nil, func(draft people.Person) error {
		_, err := p.env.Store.AddParticipant(p.id, draft, p.env.Day())
		return err
	})
}

func (p *participants) edit(person people.Person) {
	p.env.personDraft(person, nil, func(draft people.Person) error {
		_, err := p.env.Store.SavePerson(draft)
		return err
	})
}
