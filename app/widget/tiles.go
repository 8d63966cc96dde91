package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/internal/typeset"
)

// Tile is one of a wall of large buttons: a word beside a disc with a picture, or with the
// first letter of the word; without a word the disc stands alone.
type Tile struct {
	Text    string
	Letter  string        // on the disc, where there is no picture; "": no disc
	Picture fyne.Resource // nil: the letter
	Color   color.Color   // of the disc
	On      bool          // it was pressed; a tick says so too
}

// Tiles is a wall of large buttons that is driven by the keyboard or the mouse: arrow keys
// move, Enter and the space bar press. It keeps the keyboard, and where the cursor is, while
// what it shows changes. Two presses of one tile within a blink are one: people double-click.
type Tiles struct {
	widget.BaseWidget
	OnPress  func(i int)
	OnRune   func(r rune) // another key was typed
	OnEscape func()
	OnUp     func() // up from the first row
	OnMove   func()
	Least    float32 // a tile is at least so wide; 0: wide enough for a name

	tiles   []Tile
	at      int
	ready   bool // Enter elsewhere presses the tile at the cursor: it shows
	focused bool
	width   float32 // that the parent gave last

	pressed int // the tile that was pressed last,
	when    time.Time
	held    bool // the key that pressed is still down
}

// Blink is how long a second press of a tile is taken for a part of the first.
const Blink = 400 * time.Millisecond

// NewTiles makes an empty wall.
func NewTiles() *Tiles {
	t := &Tiles{pressed: -1}
	t.ExtendBaseWidget(t)
	return t
}

// SetTiles shows some tiles. The cursor stays at its place where it can; ready shows it also
// while the keyboard is elsewhere.
func (t *Tiles) SetTiles(all []Tile, ready bool) {
	t.tiles, t.ready = all, ready
	t.at = clamp(t.at, len(all))
	t.Refresh()
}

// All are the tiles that are shown.
func (t *Tiles) All() []Tile { return t.tiles }

// Cursor is the tile under the cursor.
func (t *Tiles) Cursor() int { return t.at }

// MoveTo puts the cursor on a tile.
func (t *Tiles) MoveTo(i int) {
	t.at = clamp(i, len(t.tiles))
	call(t.OnMove)
	t.Refresh()
}

// CursorSpan is where the row of the cursor stands, from the top.
func (t *Tiles) CursorSpan() (top, bottom float32) {
	top = float32(t.at/t.columns()) * (tileHeight + tileGap)
	return top, top + tileHeight
}

// Press presses a tile, unless it was pressed a blink ago.
func (t *Tiles) Press(i int) {
	if i < 0 || i >= len(t.tiles) {
		return
	}
	again := i == t.pressed && time.Since(t.when) < Blink
	t.pressed, t.when = i, time.Now()
	if again {
		return
	}
	t.MoveTo(i)
	if t.OnPress != nil {
		t.OnPress(i)
	}
}

// FocusGained implements fyne.Focusable.
func (t *Tiles) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost implements fyne.Focusable.
func (t *Tiles) FocusLost() { t.focused, t.held = false, false; t.Refresh() }

// KeyDown implements desktop.Keyable.
func (t *Tiles) KeyDown(*fyne.KeyEvent) { t.held = false }

// KeyUp implements desktop.Keyable.
func (t *Tiles) KeyUp(*fyne.KeyEvent) { t.held = false }

// byKey presses the tile at the cursor, once for as long as the key is down.
func (t *Tiles) byKey() {
	if !t.held {
		t.held = true
		t.Press(t.at)
	}
}

// TypedRune implements fyne.Focusable.
func (t *Tiles) TypedRune(r rune) {
	touched()
	switch {
	case r == ' ':
		t.byKey()
	case t.OnRune != nil:
		t.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (t *Tiles) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	n := t.columns()
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		t.byKey()
	case fyne.KeyEscape:
		call(t.OnEscape)
	case fyne.KeyUp:
		if t.at < n {
			call(t.OnUp)
			return
		}
		t.MoveTo(t.at - n)
	case fyne.KeyDown:
		if t.at+n < len(t.tiles) || t.at/n < (len(t.tiles)-1)/n {
			t.MoveTo(t.at + n)
		}
	case fyne.KeyLeft:
		t.MoveTo(t.at - onward())
	case fyne.KeyRight:
		t.MoveTo(t.at + onward())
	case fyne.KeyHome:
		t.MoveTo(0)
	case fyne.KeyEnd:
		t.MoveTo(len(t.tiles) - 1)
	}
}

// TypedShortcut implements fyne.Shortcutable: the keys of the window go on.
func (t *Tiles) TypedShortcut(s fyne.Shortcut) { passOn(t, s) }

// Tapped implements fyne.Tappable.
func (t *Tiles) Tapped(e *fyne.PointEvent) {
	takeKeyboard(t)
	t.Press(t.under(e.Position))
}

// under is the tile at a position; -1: none.
func (t *Tiles) under(p fyne.Position) int {
	if RightToLeft() {
		p.X = t.Size().Width - p.X
	}
	n := t.columns()
	step := (t.Size().Width + tileGap) / float32(n)
	col, row := int(p.X/step), int(p.Y/(tileHeight+tileGap))
	i := row*n + col
	if p.X < 0 || p.Y < 0 || col >= n || i >= len(t.tiles) || p.X-float32(col)*step > step-tileGap || p.Y-float32(row)*(tileHeight+tileGap) > tileHeight {
		return -1
	}
	return i
}

// The measures of a tile, in Fyne's units.
const (
	tileHeight float32 = 52
	tileLeast  float32 = 150 // it is at least so wide
	tileGap    float32 = 8
	discSide   float32 = 36
)

func (t *Tiles) columns() int {
	w := t.width
	if w == 0 {
		w = guessedWidth
	}
	return max(int((w+tileGap)/(t.least()+tileGap)), 1)
}

func (t *Tiles) least() float32 {
	if t.Least > 0 {
		return t.Least
	}
	return tileLeast
}

// MinSize implements fyne.Widget: as high as the tiles are at the width of now.
func (t *Tiles) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	n := t.columns()
	rows := (len(t.tiles) + n - 1) / n
	return fyne.NewSize(t.least(), max(float32(rows)*(tileHeight+tileGap)-tileGap, 0))
}

// NewDisc is the disc of a tile, beside a name that stands elsewhere.
func NewDisc(t Tile) fyne.CanvasObject {
	disc := canvas.NewCircle(t.Color)
	var sign fyne.CanvasObject
	if t.Picture != nil {
		picture := canvas.NewImageFromResource(t.Picture)
		picture.FillMode = canvas.ImageFillContain
		picture.SetMinSize(fyne.NewSquareSize(discSide - 8))
		sign = picture
	} else {
		letter := oneLine(typeset.Center)
		letter.Line, letter.Bold, letter.fixed, letter.Text = Whole, true, onDisc, t.Letter
		sign = letter
	}
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSquareSize(discSide))
	return container.NewCenter(container.NewStack(space, disc, container.NewCenter(sign)))
}
