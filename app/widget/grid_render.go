package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// CreateRenderer implements fyne.Widget.
func (g *AttendanceGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{grid: g, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.CornerRadius, r.ring.StrokeWidth = 8, 3
	r.Refresh()
	return r
}

// gridRenderer keeps its objects as long as the table keeps its shape: a mark changes
// one cell and redraws one cell.
type gridRenderer struct {
	grid    *AttendanceGrid
	rows    []*rowView
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
}

type rowView struct {
	back   *canvas.Rectangle
	name   *BidiLabel
	cells  []*cellView
	counts []*BidiLabel
}

type cellView struct {
	box  *canvas.Rectangle
	sign *canvas.Text
}

func (r *gridRenderer) Destroy()                     {}
func (r *gridRenderer) MinSize() fyne.Size           { return r.grid.MinSize() }
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh implements fyne.WidgetRenderer.
func (r *gridRenderer) Refresh() {
	if !r.fits() {
		r.build()
	}
	for i, row := range r.grid.data.Rows {
		r.fill(i, row)
	}
	r.Layout(r.grid.Size())
	canvas.Refresh(r.grid)
}

func (r *gridRenderer) fits() bool {
	d := r.grid.data
	if len(r.rows) != len(d.Rows) {
		return false
	}
	return len(r.rows) == 0 || (len(r.rows[0].cells) == len(d.Columns) && len(r.rows[0].counts) == len(d.Counts))
}

func (r *gridRenderer) build() {
	d := r.grid.data
	r.rows, r.objects = nil, nil
	for range d.Rows {
		v := &rowView{back: canvas.NewRectangle(color.Transparent), name: oneLine(typeset.Start)}
		v.back.CornerRadius = 6
		r.objects = append(r.objects, v.back, v.name)
		for range d.Columns {
			c := &cellView{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Black)}
			c.box.CornerRadius, c.box.StrokeWidth = 6, 1
			c.sign.Alignment, c.sign.TextStyle.Bold, c.sign.TextSize = fyne.TextAlignCenter, true, 15
			v.cells = append(v.cells, c)
			r.objects = append(r.objects, c.box, c.sign)
		}
		for range d.Counts {
			l := oneLine(typeset.Center)
			v.counts = append(v.counts, l)
			r.objects = append(r.objects, l)
		}
		r.rows = append(r.rows, v)
	}
	r.objects = append(r.objects, r.ring)
}

func oneLine(align typeset.Align) *BidiLabel {
	l := NewBidiLabel("")
	l.Line, l.Align, l.ByWindow = Cut, align, true
	return l
}

func (r *gridRenderer) fill(i int, row GridRow) {
	v := r.rows[i]
	v.back.FillColor = color.Transparent
	if i%2 == 0 {
		v.back.FillColor = r.color(theme.ColorNameHeaderBackground)
	}
	ink := theme.ColorNameForeground
	switch {
	case row.Alert:
		ink = theme.ColorNameError
	case row.Faded:
		ink = theme.ColorNamePlaceHolder
	}
	v.name.say(row.Name, row.Alert, ink)
	for c, cell := range row.Cells {
		r.fillCell(v.cells[c], cell)
	}
	for c, text := range row.Counts {
		v.counts[c].say(text, false, theme.ColorNameForeground)
	}
}

// say changes what a label shows, and draws it anew only when that differs.
func (l *BidiLabel) say(text string, bold bool, ink fyne.ThemeColorName) {
	if l.Text == text && l.Bold == bold && l.ColorName == ink {
		return
	}
	l.Text, l.Bold, l.ColorName = text, bold, ink
	l.Refresh()
}

func (r *gridRenderer) fillCell(v *cellView, cell Cell) {
	v.box.StrokeColor = r.color(theme.ColorNameInputBorder)
	v.box.FillColor = r.color(theme.ColorNameInputBackground)
	ink := r.color(theme.ColorNameForeground)
	if cell.Color != nil {
		v.box.FillColor, v.box.StrokeColor, ink = cell.Color, cell.Color, color.White
	}
	sign := cell.Sign
	if cell.HasNote {
		sign += "*"
	}
	if v.sign.Text != sign || v.sign.Color != ink {
		v.sign.Text, v.sign.Color = sign, ink
		v.sign.Refresh()
	}
}

func (r *gridRenderer) color(n fyne.ThemeColorName) color.Color {
	return shade(r.grid, n)
}

// Layout implements fyne.WidgetRenderer.
func (r *gridRenderer) Layout(size fyne.Size) {
	m := r.grid.measures(size.Width)
	for i, v := range r.rows {
		v.layout(m, size.Width, cellHeight*float32(i))
	}
	r.ring.StrokeColor = r.color(theme.ColorNameForeground)
	r.ring.Hidden = !r.grid.focused || len(r.rows) == 0
	r.ring.Move(fyne.NewPos(m.name+m.cell*float32(r.grid.col), cellHeight*float32(r.grid.row)))
	r.ring.Resize(fyne.NewSize(m.cell, cellHeight))
	flipAll(size.Width, r.objects...)
}

func (v *rowView) layout(m measures, width, y float32) {
	place(v.back, 0, y, width, cellHeight)
	middle(v.name, 10, y, m.name-16)
	x := m.name
	for _, c := range v.cells {
		place(c.box, x+3, y+3, m.cell-6, cellHeight-6)
		place(c.sign, x, y, m.cell, cellHeight)
		x += m.cell
	}
	for _, l := range v.counts {
		middle(l, x, y, m.count)
		x += m.count
	}
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// middle puts one line of text halfway a row.
func middle(l *BidiLabel, x, y, w float32) {
	h := l.MinSize().Height
	place(l, x, y+(cellHeight-h)/2, w, h)
}
