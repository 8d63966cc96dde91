package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MenuItem is one line of a menu.
type MenuItem struct {
	Text   string
	Own    bool          // see BidiLabel
	Icon   fyne.Resource // nil: none
	Do     func()
	Chosen bool // where the menu begins, and marked
}

// menuLine is a button that steps to its neighbours by the arrow keys.
type menuLine struct {
	Button
	menu *menuLines
	at   int
}

// menuLines are the lines of a menu, to step through.
type menuLines struct {
	lines []*menuLine
	names []string
	typed typeAhead
	focus func(fyne.Focusable)
	place *container.Scroll
}

// to gives the keyboard to a line, which is brought in sight; before the first is the last.
func (m *menuLines) to(at int) {
	l := m.lines[(at+len(m.lines))%len(m.lines)]
	m.focus(l)
	top, end := l.Position().Y, l.Position().Y+l.Size().Height
	switch s := m.place; {
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, top))
	case end > s.Offset.Y+s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(0, end-s.Size().Height))
	}
}

// TypedRune implements fyne.Focusable: letters find the line that begins with them.
func (l *menuLine) TypedRune(r rune) {
	if at := l.menu.typed.find(r, time.Now(), l.at, l.menu.names); at >= 0 {
		l.menu.to(at)
	}
}

// TypedKey implements fyne.Focusable.
func (l *menuLine) TypedKey(k *fyne.KeyEvent) {
	touched()
	switch k.Name {
	case fyne.KeyUp:
		l.menu.to(l.at - 1)
	case fyne.KeyDown:
		l.menu.to(l.at + 1)
	case fyne.KeyHome:
		l.menu.to(0)
	case fyne.KeyEnd:
		l.menu.to(-1)
	default:
		l.Button.TypedKey(k)
	}
}

// most is how high a menu grows before it scrolls, as a part of the window; leastOfMenu is how
// much of it shows below its object at the least, where it does not fit: five lines.
const (
	most                = 0.6
	leastOfMenu float32 = 225
)

// ShowMenu unfolds a menu under an object, where the object ends if it does not stretch;
// width is the least that it is wide. Arrows step, letters find, Enter and the space bar choose, Escape
// leaves and gives the keyboard back to who had it.
func ShowMenu(under fyne.CanvasObject, width float32, items ...MenuItem) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(under)
	if c == nil {
		return
	}
	showMenu(c, width, func(size fyne.Size) (fyne.Position, fyne.Size) {
		return menuPlace(driver.AbsolutePositionForObject(under), under.Size(), size, c.Size())
	}, items)
}

// showMenuAt unfolds a menu where the mouse is.
func showMenuAt(c fyne.Canvas, at fyne.Position, items ...MenuItem) {
	showMenu(c, 0, func(size fyne.Size) (fyne.Position, fyne.Size) {
		if RightToLeft() {
			at.X -= size.Width
		}
		return menuPlace(at, fyne.NewSize(size.Width, 0), size, c.Size())
	}, items)
}

// showMenu unfolds a menu at a place that goes by its size, and as high as has room there.
func showMenu(c fyne.Canvas, width float32, place func(fyne.Size) (fyne.Position, fyne.Size), items []MenuItem) {
	before := c.Focused()
	var pop *widget.PopUp
	leave := func() {
		pop.Hide()
		if before != nil {
			c.Focus(before)
		}
	}
	menu, box := &menuLines{focus: c.Focus}, container.NewVBox()
	for _, item := range items {
		box.Add(menu.add(item, leave))
	}
	scroll := container.NewVScroll(Mirror(box))
	menu.place = scroll
	pop = widget.NewPopUp(scroll, c)
	at, size := place(menuSize(box.MinSize(), width, c.Size()))
	pop.Resize(size)
	pop.ShowAtPosition(at)
	begin := 0
	for i, item := range items {
		if item.Chosen {
			begin = i
		}
	}
	scroll.ScrollToOffset(fyne.NewPos(0, menu.lines[begin].Position().Y))
	menu.to(begin)
}

// add adds a line.
func (m *menuLines) add(item MenuItem, leave func()) *menuLine {
	l := &menuLine{menu: m, at: len(m.lines)}
	m.lines, m.names = append(m.lines, l), append(m.names, item.Text)
	l.Text, l.Own, l.Icon = item.Text, item.Own, item.Icon
	l.Alignment, l.Importance = widget.ButtonAlignLeading, widget.LowImportance
	if item.Chosen {
		l.Importance = widget.MediumImportance
	}
	l.OnTapped = func() { leave(); item.Do() }
	l.OnEscape = leave
	l.ExtendBaseWidget(l)
	return l
}

func menuSize(need fyne.Size, width float32, window fyne.Size) fyne.Size {
	pad := 2 * theme.InnerPadding()
	return fyne.NewSize(min(max(need.Width+pad, width), window.Width-2*pad), min(need.Height+pad, window.Height*most))
}

// menuPlace is below the object, or above it where the window ends: beside it, never over it or
// the head of the page. One that fits on neither side scrolls below it, or above where too little
// would show. A menu wider than its object grows towards where reading begins, so that one at the
// end of a line stays in the window.
func menuPlace(at fyne.Position, under, menu, window fyne.Size) (fyne.Position, fyne.Size) {
	x := at.X
	if menu.Width > under.Width && !RightToLeft() {
		x = at.X + under.Width - menu.Width
	}
	edge := theme.InnerPadding()
	y := at.Y + under.Height
	below, above := window.Height-edge-y, at.Y-edge
	switch {
	case menu.Height <= below, menu.Height > above && below >= min(leastOfMenu, above):
		menu.Height = min(menu.Height, below)
	default:
		menu.Height = min(menu.Height, above)
		y = at.Y - menu.Height
	}
	return fyne.NewPos(min(max(x, 0), window.Width-menu.Width), y), menu
}
