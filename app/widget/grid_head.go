package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/typeset"
)

// gridHead shows the number and the date of each session above its column.
type gridHead struct {
	widget.BaseWidget
	grid *AttendanceGrid
}

func newGridHead(g *AttendanceGrid) *gridHead {
	h := &gridHead{grid: g}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{head: h}
	r.Refresh()
	return r
}

type headRenderer struct {
	head    *gridHead
	labels  []*BidiLabel // number and date of each column, then the counts
	objects []fyne.CanvasObject
}

func (r *headRenderer) Destroy()                     {}
func (r *headRenderer) MinSize() fyne.Size           { return fyne.NewSize(r.head.grid.minWidth(), headHeight) }
func (r *headRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh implements fyne.WidgetRenderer.
func (r *headRenderer) Refresh() {
	d := r.head.grid.data
	if len(r.labels) != 2*len(d.Columns)+len(d.Counts) {
		r.build(2*len(d.Columns) + len(d.Counts))
	}
	for i, c := range d.Columns {
		ink := theme.ColorNameForeground
		if c.Strong {
			ink = theme.ColorNamePrimary
		}
		r.labels[2*i].say(c.Number, true, ink)
		r.labels[2*i+1].say(c.Date, c.Strong, ink)
	}
	for i, text := range d.Counts {
		r.labels[2*len(d.Columns)+i].say(text, false, theme.ColorNamePlaceHolder)
	}
	r.Layout(r.head.Size())
	canvas.Refresh(r.head)
}

func (r *headRenderer) build(n int) {
	r.labels, r.objects = nil, nil
	for range n {
		l := oneLine(typeset.Center)
		l.SizeName = theme.SizeNameCaptionText
		r.labels = append(r.labels, l)
		r.objects = append(r.objects, l)
	}
}

// Layout implements fyne.WidgetRenderer.
func (r *headRenderer) Layout(size fyne.Size) {
	g := r.head.grid
	m := g.measures(size.Width)
	half := headHeight / 2
	x := m.name
	for i := range g.data.Columns {
		place(r.labels[2*i], x, 2, m.cell, half)
		place(r.labels[2*i+1], x, half-2, m.cell, half)
		x += m.cell
	}
	for _, l := range r.labels[2*len(g.data.Columns):] {
		place(l, x, half-2, m.count, half)
		x += m.count
	}
	flipAll(size.Width, r.objects...)
}
