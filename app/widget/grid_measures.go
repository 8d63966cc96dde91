package widget

import "fyne.io/fyne/v2"

// The measures of the grid, in Fyne's units. A course of six has wide cells; one of
// twelve still fits a small laptop.
const (
	nameMin    float32 = 170
	nameMax    float32 = 280
	cellMin    float32 = 42
	cellMax    float32 = 66
	cellHeight float32 = 33
	headHeight float32 = 46
	countWidth float32 = 74
)

// measures are the widths of the columns at one width of the grid.
type measures struct{ name, cell, count float32 }

func (g *AttendanceGrid) measures(width float32) measures {
	cols, counts := float32(len(g.data.Columns)), countWidth*float32(len(g.data.Counts))
	m := measures{nameMin, cellMin, countWidth}
	if cols == 0 {
		return m
	}
	m.cell = min(max((width-nameMin-counts)/cols, cellMin), cellMax)
	m.name = min(max(width-counts-m.cell*cols, nameMin), nameMax)
	return m
}

// MinSize is the whole table: it stands in a scroller.
func (g *AttendanceGrid) MinSize() fyne.Size {
	return fyne.NewSize(g.minWidth(), cellHeight*float32(len(g.data.Rows)))
}

func (g *AttendanceGrid) minWidth() float32 {
	return nameMin + cellMin*float32(len(g.data.Columns)) + countWidth*float32(len(g.data.Counts))
}
