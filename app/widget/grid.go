// Package widget holds Kring's own widgets. They show what they are given and call
// back; none keeps state that the vault has.
package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Cell is what one field of the grid shows: a letter as well as a colour, because
// colour is never the only sign.
type Cell struct {
	Sign    string
	Color   color.Color // nil: empty
	HasNote bool
}

// Column is the head of one session.
type Column struct {
	Number, Date string
	Strong       bool // the session that it is about now
}

// GridData is everything that an AttendanceGrid shows.
type GridData struct {
	Columns []Column
	Counts  []string // heads of the counts after the cells
	Rows    []GridRow
}

// GridRow is one person.
type GridRow struct {
	Name   string
	Alert  bool // missed two in a row
	Faded  bool // left the course
	Cells  []Cell
	Counts []string
}

// AttendanceGrid is people × sessions, driven by the keyboard or the mouse. Its heads
// are a widget of their own (Head), so that they stay when the people scroll.
type AttendanceGrid struct {
	widget.BaseWidget
	OnKey  func(row, col int, key rune) // a state's key or any other letter
	OnMove func(row, col int)

	data     GridData
	row, col int
	focused  bool
	head     *gridHead
}

// NewAttendanceGrid makes an empty grid.
func NewAttendanceGrid() *AttendanceGrid {
	g := &AttendanceGrid{}
	g.ExtendBaseWidget(g)
	g.head = newGridHead(g)
	return g
}

// Head is the row of heads, to stand above the grid at the same width.
func (g *AttendanceGrid) Head() fyne.CanvasObject { return g.head }

// SetData shows new data; the cursor stays where it can.
func (g *AttendanceGrid) SetData(d GridData) {
	g.data = d
	g.row = clamp(g.row, len(d.Rows))
	g.col = clamp(g.col, len(d.Columns))
	g.Refresh()
	g.head.Refresh()
}

func clamp(i, n int) int { return min(max(i, 0), max(n-1, 0)) }

// MoveTo puts the cursor on a cell.
func (g *AttendanceGrid) MoveTo(row, col int) {
	g.row, g.col = clamp(row, len(g.data.Rows)), clamp(col, len(g.data.Columns))
	if g.OnMove != nil {
		g.OnMove(g.row, g.col)
	}
	g.Refresh()
}

// Cursor is the cell under the cursor.
func (g *AttendanceGrid) Cursor() (row, col int) { return g.row, g.col }

// CursorSpan is where the cursor's row stands, from the grid's top.
func (g *AttendanceGrid) CursorSpan() (top, bottom float32) {
	top = cellHeight * float32(g.row)
	return top, top + cellHeight
}

// FocusGained implements fyne.Focusable.
func (g *AttendanceGrid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost implements fyne.Focusable.
func (g *AttendanceGrid) FocusLost() { g.focused = false; g.Refresh() }

// TypedRune implements fyne.Focusable.
func (g *AttendanceGrid) TypedRune(r rune) {
	touched()
	if g.OnKey != nil && len(g.data.Rows) > 0 && len(g.data.Columns) > 0 {
		g.OnKey(g.row, g.col, r)
	}
}

// TypedKey implements fyne.Focusable.
func (g *AttendanceGrid) TypedKey(e *fyne.KeyEvent) {
	if pressed(e) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		g.MoveTo(g.row-1, g.col)
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		g.MoveTo(g.row+1, g.col)
	case fyne.KeyLeft:
		g.MoveTo(g.row, g.col-onward())
	case fyne.KeyRight:
		g.MoveTo(g.row, g.col+onward())
	case fyne.KeyHome:
		g.MoveTo(g.row, 0)
	case fyne.KeyEnd:
		g.MoveTo(g.row, len(g.data.Columns)-1)
	case fyne.KeyPageUp:
		g.MoveTo(0, g.col)
	case fyne.KeyPageDown:
		g.MoveTo(len(g.data.Rows)-1, g.col)
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.TypedRune('0')
	}
}

// Tapped puts the cursor on a cell; on the cell that has it, goes on to the next state.
func (g *AttendanceGrid) Tapped(e *fyne.PointEvent) {
	focused := g.focused
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	row, col := g.at(e.Position)
	if row < 0 || col < 0 || row >= len(g.data.Rows) || col >= len(g.data.Columns) {
		return
	}
	if focused && row == g.row && col == g.col {
		g.TypedRune(' ')
		return
	}
	g.MoveTo(row, col)
}

// onward is how many sessions the right arrow key goes on.
func onward() int {
	if RightToLeft() {
		return -1
	}
	return 1
}

func (g *AttendanceGrid) at(p fyne.Position) (row, col int) {
	if RightToLeft() {
		p.X = g.Size().Width - p.X
	}
	m := g.measures(g.Size().Width)
	if p.Y < 0 || p.X < m.name {
		return -1, -1
	}
	return int(p.Y / cellHeight), int((p.X - m.name) / m.cell)
}
