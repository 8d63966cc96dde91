package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/course"
)

// attendance is the grid of people × sessions. A cell shows a state only after the
// vault has it on disk: the grid is filled from the vault alone.
type attendance struct {
	turns
	env    *Env
	target Target
	object fyne.CanvasObject
	body   *fyne.Container
	grid   *kwidget.AttendanceGrid
	scroll *container.Scroll
	note   *kwidget.Field
	status *kwidget.BidiLabel
	data   gridData
	placed bool
}

type gridData struct {
	sessions []course.Session
	people   []course.Participant
	marks    [][]course.Mark // people × sessions
	counts   []course.Count
}

func newAttendanceTab(env *Env, t Target) Page {
	p := &attendance{env: env, target: t, grid: kwidget.NewAttendanceGrid(), status: inLine("")}
	p.status.Bold = true
	p.grid.OnKey, p.grid.OnMove = p.onKey, func(int, int) { p.onMove() }
	p.note = kwidget.NewField("")
	p.note.SetPlaceHolder(env.Loc.T("attendance.note"))
	p.note.OnSubmitted = func(string) { env.Window.Canvas().Focus(p.grid) }
	p.note.OnEscape = func() { p.note.SetText(p.stored()); env.Window.Canvas().Focus(p.grid) }
	p.note.OnLeave = p.saveNote
	p.scroll = container.NewVScroll(p.grid)
	p.body = container.NewStack()
	p.object = p.body
	return p
}

// table is the grid with, under it, the cell that the cursor is on and the keys.
func (p *attendance) table() fyne.CanvasObject {
	all := kwidget.NewButton(p.env.Loc.T("attendance.all"), nil, p.markAll)
	note := container.NewBorder(nil, nil, nil, all, p.note)
	foot := kwidget.NewPanel(column(gapParts, p.status, note, p.keys()))
	return container.NewBorder(p.grid.Head(), container.NewBorder(spaceHigh(6), spaceHigh(6), nil, nil, foot), nil, nil, p.scroll)
}

// Object implements Page.
func (p *attendance) Object() fyne.CanvasObject { return p.object }

// Update implements Page.
func (p *attendance) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

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
	if len(d.people) == 0 {
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(emptyPage(p.env.Loc.T("attendance.empty"), p.env.Loc.T("course.tab.participants"), func() {
			p.env.Shell.Go(Target{Page: Course, CourseID: p.target.CourseID, Tab: Participants})
		}))}
		return
	}
	if len(p.body.Objects) == 0 {
		p.body.Objects = []fyne.CanvasObject{p.table()}
		p.body.Refresh()
	}
	p.grid.SetData(p.gridData(d))
	if !p.placed {
		p.place()
	}
	p.showCell()
}

func (p *attendance) gridData(d gridData) kwidget.GridData {
	loc := p.env.Loc
	g := kwidget.GridData{Counts: []string{loc.T("attendance.attended"), loc.T("attendance.committed")}}
	next := course.Held(d.sessions, p.env.Day().AddDays(-1))
	for i, s := range d.sessions {
		date := loc.T("date.daymonth", "Day", loc.Int(s.Date.Day), "Month", loc.ShortMonth(s.Date.Month))
		g.Columns = append(g.Columns, kwidget.Column{Number: loc.Int(s.Number), Date: date, Strong: i == next})
	}
	for i, who := range d.people {
		g.Rows = append(g.Rows, p.row(who, d.marks[i], d.counts[i]))
	}
	return g
}

// place puts the cursor on the session that was asked for, or the last one held.
func (p *attendance) place() {
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
	loc := p.env.Loc
	r := kwidget.GridRow{Name: who.Name, Alert: c.NeedsWord() && !who.Stopped, Faded: who.Stopped}
	if who.Stopped {
		r.Name += " " + loc.T("attendance.stopped")
	}
	if r.Alert {
		r.Name = "! " + r.Name
	}
	r.Counts = []string{p.of(c.Attended, c.Past), p.of(c.Committed, c.Past)}
	for _, m := range marks {
		cell := kwidget.Cell{HasNote: m.Note != ""}
		if m.State != course.Unknown {
			cell.Sign, cell.Color = loc.T("sign."+string(m.State)), stateColors[m.State]
		}
		r.Cells = append(r.Cells, cell)
	}
	return r
}

func (p *attendance) of(n, all int) string {
	return p.env.Loc.T("attendance.of", "Number", p.env.Loc.Int(n), "All", p.env.Loc.Int(all))
}

// onMove shows the cell under the cursor and keeps its row in sight.
func (p *attendance) onMove() {
	p.showCell()
	top, bottom := p.grid.CursorSpan()
	at, high := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case top < at:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > at+high && high > 0:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom-high))
	}
}

// at is the cell under the cursor.
func (p *attendance) at() (row, col int, ok bool) {
	row, col = p.grid.Cursor()
	return row, col, row < len(p.data.people) && col < len(p.data.sessions)
}

// showCell says whose cell it is, what is marked in it, and that person's counts.
func (p *attendance) showCell() {
	row, col, ok := p.at()
	if !ok {
		return
	}
	loc, s, who, m := p.env.Loc, p.data.sessions[col], p.data.people[row], p.data.marks[row][col]
	state := loc.T("state.none")
	if m.State != course.Unknown {
		state = loc.T("state." + string(m.State))
	}
	p.status.SetText(loc.T("attendance.cell", "Name", who.Name, "Number", s.Number, "Date", p.env.date(s.Date, i18n.Short), "State", state))
	if p.env.Window.Canvas().Focused() != fyne.Focusable(p.note) {
		p.note.SetText(m.Note)
	}
}

// stored is the note that the vault has for the cell under the cursor.
func (p *attendance) stored() string {
	row, col, ok := p.at()
	if !ok {
		return ""
	}
	return p.data.marks[row][col].Note
}

// saveNote saves the note of the cell under the cursor when the field is left, by
// Enter or by a click elsewhere: the grid takes the focus before it moves the cursor.
func (p *attendance) saveNote() {
	row, col, ok := p.at()
	text := strings.TrimSpace(p.note.Text)
	if !ok || text == p.stored() {
		return
	}
	s, who := p.data.sessions[col], p.data.people[row].Person
	p.env.do(func() error { return p.env.Store.MarkNote(s.ID, who.ID, text) })
}

// Close implements Page.
func (p *attendance) Close() {
	p.saveNote()
	p.turns.Close()
}

// keys says what each key does and which sign it puts in the cell.
func (p *attendance) keys() fyne.CanvasObject {
	loc := p.env.Loc
	box := container.New(layout.NewRowWrapLayoutWithCustomPadding(14, 4))
	for i, s := range course.States() {
		text := loc.T("attendance.key", "Key", loc.Int(i+1), "State", loc.T("state."+string(s)))
		box.Add(kwidget.NewKeyChip(loc.T("sign."+string(s)), text, stateColors[s], func() { p.press(rune('1' + i)) }))
	}
	box.Add(kwidget.NewKeyChip("", loc.T("attendance.key", "Key", loc.Int(0), "State", loc.T("attendance.clear")), nil, func() { p.press('0') }))
	return box
}

// press does what a key does, and gives the keys back to the grid.
func (p *attendance) press(key rune) {
	row, col, ok := p.at()
	if !ok {
		return
	}
	p.env.Window.Canvas().Focus(p.grid)
	p.onKey(row, col, key)
}
