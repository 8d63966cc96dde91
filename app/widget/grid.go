// Package widget holds Kring's own widgets. They show what they are given and call
// back; none keeps state that the vault has.
package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Cell is what one field of the grid shows: a letter as well as a colour, because
// colour is never the only sign.
type Cell struct {
	Sign    string
	Color   color.Color // nil: empty
	HasNote bool
}

// GridData is everything that an AttendanceGrid shows.
type GridData struct {
	Columns []string // heads, one for each session
	Rows    []GridRow
}

// GridRow is one person.
type GridRow struct {
	Name  string
	Right string // the counts after the cells
	Alert bool   // missed two in a row
	Cells []Cell
}

// AttendanceGrid is people × sessions, driven by the keyboard or the mouse.
type AttendanceGrid struct {
	widget.BaseWidget
	OnKey  func(row, col int, key rune) // a state's key or any other letter
	OnMove func(row, col int)

	data     GridData
	row, col int
	focused  bool
}

// NewAttendanceGrid makes an empty grid.
func NewAttendanceGrid() *AttendanceGrid {
	g := &AttendanceGrid{}
	g.ExtendBaseWidget(g)
	return g
}

// SetData shows new data; the cursor stays where it can.
func (g *AttendanceGrid) SetData(d GridData) {
	g.data = d
	g.row = min(g.row, max(len(d.Rows)-1, 0))
	g.col = min(g.col, max(len(d.Columns)-1, 0))
	g.Refresh()
}

// MoveTo puts the cursor on a cell.
func (g *AttendanceGrid) MoveTo(row, col int) {
	g.row = min(max(row, 0), max(len(g.data.Rows)-1, 0))
	g.col = min(max(col, 0), max(len(g.data.Columns)-1, 0))
	if g.OnMove != nil {
		g.OnMove(g.row, g.col)
	}
	g.Refresh()
}

// Cursor is the cell under the cursor.
func (g *AttendanceGrid) Cursor() (row, col int) { return g.row, g.col }

// FocusGained implements fyne.Focusable.
func (g *AttendanceGrid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost implements fyne.Focusable.
func (g *AttendanceGrid) FocusLost() { g.focused = false; g.Refresh() }

// TypedRune implements fyne.Focusable.
func (g *AttendanceGrid) TypedRune(r rune) {
	if g.OnKey != nil && len(g.data.Rows) > 0 && len(g.data.Columns) > 0 {
		g.OnKey(g.row, g.col, r)
	}
}

// TypedKey implements fyne.Focusable.
func (g *AttendanceGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		g.MoveTo(g.row-1, g.col)
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		g.MoveTo(g.row+1, g.col)
	case fyne.KeyLeft:
		g.MoveTo(g.row, g.col-1)
	case fyne.KeyRight:
		g.MoveTo(g.row, g.col+1)
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
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	row, col := g.at(e.Position)
	if row < 0 || col < 0 || row >= len(g.data.Rows) || col >= len(g.data.Columns) {
		return
	}
	if row == g.row && col == g.col {
		g.TypedRune(' ')
		return
	}
	g.MoveTo(row, col)
}

func (g *AttendanceGrid) at(p fyne.Position) (row, col int) {
	if p.Y < headHeight || p.X < nameWidth {
		return -1, -1
	}
	return int((p.Y - headHeight) / cellHeight), int((p.X - nameWidth) / cellWidth)
}

// The measures of the grid, in Fyne's units.
const (
	nameWidth  float32 = 220
	cellWidth  float32 = 62
	cellHeight float32 = 36
	headHeight float32 = 40
	rightWidth float32 = 130
)

// MinSize is the whole table: it stands in a scroller.
func (g *AttendanceGrid) MinSize() fyne.Size {
	return fyne.NewSize(nameWidth+cellWidth*float32(len(g.data.Columns))+rightWidth, headHeight+cellHeight*float32(len(g.data.Rows))+4)
}

// CreateRenderer implements fyne.Widget.
func (g *AttendanceGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{grid: g}
	r.Refresh()
	return r
}

type gridRenderer struct {
	grid    *AttendanceGrid
	objects []fyne.CanvasObject
}

func (r *gridRenderer) Destroy()                     {}
func (r *gridRenderer) Layout(fyne.Size)             {}
func (r *gridRenderer) MinSize() fyne.Size           { return r.grid.MinSize() }
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh draws the table anew: a course has tens of people, not thousands.
func (r *gridRenderer) Refresh() {
	r.objects = r.objects[:0]
	for c, head := range r.grid.data.Columns {
		r.text(head, nameWidth+cellWidth*float32(c), 0, cellWidth, headHeight, fyne.TextAlignCenter, true, nil)
	}
	for i, row := range r.grid.data.Rows {
		r.row(i, row)
	}
	canvas.Refresh(r.grid)
}

func (r *gridRenderer) row(i int, row GridRow) {
	y := headHeight + cellHeight*float32(i)
	if i%2 == 0 {
		r.rect(0, y, r.grid.MinSize().Width, cellHeight, r.color(theme.ColorNameHeaderBackground), nil)
	}
	var nameColor color.Color
	if row.Alert {
		nameColor = r.color(theme.ColorNameError)
	}
	r.text(row.Name, 8, y, nameWidth-12, cellHeight, fyne.TextAlignLeading, row.Alert, nameColor)
	for c, cell := range row.Cells {
		r.cell(i, c, cell)
	}
	r.text(row.Right, nameWidth+cellWidth*float32(len(row.Cells))+10, y, rightWidth, cellHeight, fyne.TextAlignLeading, false, nil)
}

func (r *gridRenderer) cell(row, col int, cell Cell) {
	x, y := nameWidth+cellWidth*float32(col), headHeight+cellHeight*float32(row)
	var border color.Color = r.color(theme.ColorNameSeparator)
	if row == r.grid.row && col == r.grid.col && r.grid.focused {
		border = r.color(theme.ColorNamePrimary)
	}
	fill := cell.Color
	if fill == nil {
		fill = r.color(theme.ColorNameInputBackground)
	}
	r.rect(x+3, y+3, cellWidth-6, cellHeight-6, fill, border)
	sign := cell.Sign
	if cell.HasNote {
		sign += " *"
	}
	var ink color.Color
	if cell.Color != nil {
		ink = color.White
	}
	r.text(sign, x, y, cellWidth, cellHeight, fyne.TextAlignCenter, true, ink)
}

func (r *gridRenderer) color(n fyne.ThemeColorName) color.Color {
	return r.grid.Theme().Color(n, fyne.CurrentApp().Settings().ThemeVariant())
}

func (r *gridRenderer) rect(x, y, w, h float32, fill, border color.Color) {
	o := canvas.NewRectangle(fill)
	o.CornerRadius = 6
	if border != nil {
		o.StrokeColor, o.StrokeWidth = border, 1
		if border == r.color(theme.ColorNamePrimary) {
			o.StrokeWidth = 3
		}
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	r.objects = append(r.objects, o)
}

func (r *gridRenderer) text(s string, x, y, w, h float32, align fyne.TextAlign, bold bool, ink color.Color) {
	if ink == nil {
		ink = r.color(theme.ColorNameForeground)
	}
	t := canvas.NewText(s, ink)
	t.TextSize, t.Alignment, t.TextStyle.Bold = 15, align, bold
	for t.MinSize().Width > w && len(t.Text) > 2 {
		runes := []rune(t.Text)
		t.Text = string(runes[:len(runes)-2]) + "…"
	}
	t.Move(fyne.NewPos(x, y))
	t.Resize(fyne.NewSize(w, h))
	r.objects = append(r.objects, t)
}
