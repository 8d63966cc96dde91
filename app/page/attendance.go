package page

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/course"
)

// attendance is the grid of people × sessions. A cell shows a state only after the
// vault has it on disk: the grid is filled from the vault alone.
type attendance struct {
	env    *Env
	target Target
	object fyne.CanvasObject
	grid   *kwidget.AttendanceGrid
	note   *widget.Entry
	status *widget.Label
	data   gridData
	placed bool
}

type gridData struct {
	sessions []course.Session
	people   []course.Participant
	marks    [][]course.Mark // people × sessions
	counts   []course.Count
}

// stateColors have white letters on them with enough contrast; the sign in the cell
// says the same.
var stateColors = map[course.State]color.NRGBA{
	course.Present: {0x2F, 0x6B, 0x3D, 0xff}, course.Late: {0x8A, 0x5A, 0x00, 0xff},
	course.Noticed: {0x3B, 0x65, 0x94, 0xff}, course.Absent: {0xA3, 0x30, 0x1B, 0xff},
	course.Elsewhere: {0x6B, 0x4A, 0x8C, 0xff}, course.AtHome: {0x1F, 0x6F, 0x6B, 0xff},
}

func newAttendanceTab(env *Env, t Target) Page {
	p := &attendance{env: env, target: t, grid: kwidget.NewAttendanceGrid()}
	p.grid.OnKey = p.onKey
	p.grid.OnMove = func(int, int) { p.showNote() }
	p.note = entry("")
	p.note.SetPlaceHolder(env.Loc.T("attendance.note"))
	p.note.OnSubmitted = p.saveNote
	p.status = widget.NewLabel("")
	p.status.Truncation = fyne.TextTruncateEllipsis
	all := widget.NewButton(env.Loc.T("attendance.all"), p.markAll)
	bottom := container.NewVBox(p.status, container.NewBorder(nil, nil, nil, all, p.note), quiet(p.legend()))
	p.object = container.NewBorder(nil, bottom, nil, nil, container.NewScroll(p.grid))
	return p
}

// Object implements Page.
func (p *attendance) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *attendance) Close() {}

// Update implements Page.
func (p *attendance) Update() { refresh(p.env, p.fetch, p.update) }

func (p *attendance) fetch() (gridData, error) {
	_, sessions, err := p.env.fetchCourse(p.target.CourseID)
	d := gridData{sessions: sessions, people: p.env.Store.Roster(p.target.CourseID, p.env.Compare)}
	for _, who := range d.people {
		marks := make([]course.Mark, len(sessions))
		for i, s := range sessions {
			marks[i] = p.env.Store.MarkOf(s.ID, who.Person.ID)
		}
		d.marks = append(d.marks, marks)
		d.counts = append(d.counts, p.env.Store.CountOf(sessions, who.Person.ID, p.env.Day()))
	}
	return d, err
}

func (p *attendance) update(d gridData) {
	p.data = d
	g := kwidget.GridData{}
	for _, s := range d.sessions {
		g.Columns = append(g.Columns, fmt.Sprintf("%d·%d/%d", s.Number, s.Date.Day, s.Date.Month))
	}
	for i, who := range d.people {
		g.Rows = append(g.Rows, p.row(who, d.marks[i], d.counts[i]))
	}
	p.grid.SetData(g)
	if !p.placed {
		p.place()
	}
	p.showNote()
}

// place puts the cursor on the session that was asked for, or the one that is next.
func (p *attendance) place() {
	if len(p.data.people) == 0 {
		return
	}
	p.placed = true
	col := max(course.Held(p.data.sessions, p.env.Day())-1, 0)
	for i, s := range p.data.sessions {
		if s.ID == p.target.SessionID {
			col = i
		}
	}
	p.grid.MoveTo(0, col)
	p.env.Window.Canvas().Focus(p.grid)
}

func (p *attendance) row(who course.Participant, marks []course.Mark, c course.Count) kwidget.GridRow {
	r := kwidget.GridRow{Name: who.Name, Alert: c.NeedsWord()}
	if who.Stopped {
		r.Name += " " + p.env.Loc.T("attendance.stopped")
	}
	r.Right = p.env.Loc.T("attendance.right", "Attended", c.Attended, "Past", c.Past, "Committed", c.Committed)
	if r.Alert {
		r.Name = "! " + r.Name
	}
	for _, m := range marks {
		cell := kwidget.Cell{HasNote: m.Note != ""}
		if m.State != course.Unknown {
			cell.Sign, cell.Color = p.env.Loc.T("sign."+string(m.State)), stateColors[m.State]
		}
		r.Cells = append(r.Cells, cell)
	}
	return r
}

// onKey: 1 to 6 set a state, 0 clears, space goes to the next, a marks everybody,
// n goes to the note.
func (p *attendance) onKey(row, col int, key rune) {
	if row >= len(p.data.people) || col >= len(p.data.sessions) {
		return
	}
	states := course.States()
	switch {
	case key >= '1' && int(key-'1') < len(states):
		p.mark(row, col, states[key-'1'])
	case key == '0':
		p.mark(row, col, course.Unknown)
	case key == ' ':
		p.mark(row, col, next(p.data.marks[row][col].State))
	case key == 'a' || key == 'A':
		p.markAll()
	case key == 'n' || key == 'N':
		p.env.Window.Canvas().Focus(p.note)
	}
}

func next(s course.State) course.State {
	all := course.States()
	for i, x := range all {
		if x == s && i+1 < len(all) {
			return all[i+1]
		}
	}
	if s == course.Unknown {
		return all[0]
	}
	return course.Unknown
}

func (p *attendance) mark(row, col int, st course.State) {
	s, who := p.data.sessions[col], p.data.people[row].Person
	env := p.env
	go func() {
		err := env.Store.Mark(s.ID, who.ID, st)
		fyne.Do(func() {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			key := string(st)
			if st == course.Unknown {
				key = "none"
			}
			p.status.SetText(env.Loc.T("attendance.saved", "Name", who.Name, "State", env.Loc.T("state."+key)))
		})
	}()
}

func (p *attendance) markAll() {
	_, col := p.grid.Cursor()
	if col >= len(p.data.sessions) {
		return
	}
	s := p.data.sessions[col]
	p.env.do(func() error { return p.env.Store.MarkAll(p.target.CourseID, s.ID, course.Present) })
}

func (p *attendance) showNote() {
	row, col := p.grid.Cursor()
	if row >= len(p.data.people) || col >= len(p.data.sessions) {
		return
	}
	s, who := p.data.sessions[col], p.data.people[row]
	p.note.SetText(p.data.marks[row][col].Note)
	p.status.SetText(p.env.Loc.T("attendance.cell", "Name", who.Name, "Number", s.Number, "Date", p.env.date(s.Date, i18n.Medium)))
}

func (p *attendance) saveNote(text string) {
	row, col := p.grid.Cursor()
	if row >= len(p.data.people) || col >= len(p.data.sessions) {
		return
	}
	s, who := p.data.sessions[col], p.data.people[row].Person
	p.env.do(func() error { return p.env.Store.MarkNote(s.ID, who.ID, strings.TrimSpace(text)) })
	p.env.Window.Canvas().Focus(p.grid)
}

func (p *attendance) legend() string {
	var parts []string
	for i, s := range course.States() {
		parts = append(parts, fmt.Sprintf("%d %s (%s)", i+1, p.env.Loc.T("state."+string(s)), p.env.Loc.T("sign."+string(s))))
	}
	return strings.Join(parts, " · ") + " · " + p.env.Loc.T("attendance.keys")
}
