package widget

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/edit"
	"kring/internal/typeset"
)

// Field is an entry for text that may mix Dutch and Arabic: typeset lays it out, so that caret,
// selection and arrow keys are where the letters are. Each paragraph has the direction of its
// first letter, or of the field's language (see SetLang). An area of several lines grows with
// its text. It lets the keys of the whole window through: Fyne gives every shortcut to what has
// the focus, and there it ends. Tab leaves it.
type Field struct {
	widget.BaseWidget
	Text        string // change it with SetText
	PlaceHolder string
	MultiLine   bool
	OnChanged   func(string)
	OnSubmitted func(string)
	OnEscape    func()
	OnDown      func()                    // the down key, in a field of one line
	OnLeave     func()                    // the focus went elsewhere
	OnEnter     func()                    // Enter, where it is to begin no new line in a field of several
	OnCaret     func(top, bottom float32) // the caret moved to there, from the field's top
	OnScroll    func(*fyne.ScrollEvent)   // the wheel, where the text does not scroll itself
	MaxRows     int                       // from there on the text of several lines scrolls; 0: the field grows without end
	Secret      bool                      // shows dots, and is not copied
	Names       bool                      // names are typed in it or looked for: dots, while names are covered
	Unsaved     bool                      // what is typed is not in the vault yet: dots, while names are covered, but for what is being typed
	Longest     int                       // how many letters it takes; 0: any number
	OnFull      func()                    // more were typed or pasted, and left out
	PassUndo    bool                      // undo and redo are the window's, where the field has none of its own
	Validator   func(string) error        // what is wrong with the text; judged when the keyboard leaves

	Passing bool // what is typed is not worth keeping: a search

	given    string // what the text was before somebody typed
	wrong    error  // what the validator said last
	onWrong  func(error)
	disabled bool

	lang   string   // its direction is that of the field; "": by the first letter
	marks  bool     // characters without a shape show
	ranges []marked // what is marked of the text

	rows     int // at least
	text     edit.Text
	focused  bool
	open     int64 // the cover under which its letters were typed, and may be seen until it is left
	shift    bool  // held
	at       typeset.Caret
	placed   int64   // the turn of what is covered in which the caret was
	goal     float64 // where up and down aim at, while they are pressed in a row
	vertical bool    // they are
	scroll   float32 // of a single line, to the right
	top      float32 // of several lines, down
	width    float32 // that the parent gave last
	height   float32
	laid     fieldLines
	known    map[string][]fieldLine // the lines of each paragraph, for the next time
	knownAs  look
	force    typeset.Direction // that lifting Control and Shift gives the paragraph
	control  bool              // held
	twice    time.Time         // of the last double click: a third takes the paragraph
}

// NewField makes a field of one line.
func NewField(text string) *Field { return newField(text, 1) }

// tallest is how many rows a field grows to by itself. What it shows is one picture: one of a
// whole book takes all memory, and is black where it is taller than the screen's driver can draw.
const tallest = 100

// NewArea makes a field of several lines that wrap, at least so many.
func NewArea(text string, rows int) *Field { return newField(text, rows) }

func newField(text string, rows int) *Field {
	f := &Field{rows: rows, MultiLine: rows > 1, MaxRows: tallest}
	f.text.Lines = f.MultiLine
	f.ExtendBaseWidget(f)
	f.SetText(text)
	return f
}

// SetText puts another text in the field.
func (f *Field) SetText(text string) {
	f.given = text
	if text == f.Text && text == f.text.String() {
		return
	}
	f.text.Set(text)
	f.changed()
}

// SetPlaceHolder shows a hint while the field is empty.
func (f *Field) SetPlaceHolder(text string) {
	f.PlaceHolder = text
	f.Refresh()
}

// Select selects some of the letters, with the caret after them.
func (f *Field) Select(from, to int) {
	f.text.Select(from, to)
	f.moved()
}

// SetSecret shows dots in the place of the letters, or the letters.
func (f *Field) SetSecret(secret bool) {
	f.secretly()
	f.Secret = secret
	f.laid = fieldLines{}
	f.moved()
}

// changed follows a change of the text.
func (f *Field) changed() {
	f.vertical = false
	f.laid = fieldLines{}
	if f.Secret {
		f.secretly()
	}
	if f.focused {
		f.open = covers.Load()
	}
	before := f.Text
	f.Text = f.text.String()
	f.carry(before)
	f.place()
	f.Refresh()
	if f.wrong != nil && f.Text != before {
		f.judge() // what is mended shows at once
	}
	if f.OnChanged != nil && f.Text != before {
		f.OnChanged(f.Text)
	}
}

// moved follows a move of the caret.
func (f *Field) moved() {
	f.vertical = false
	f.place()
	f.Refresh()
}

// FocusGained implements fyne.Focusable.
func (f *Field) FocusGained() {
	f.focused = true
	intoSight(f)
	f.moved()
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() {
	f.focused, f.shift, f.control = false, false, false
	f.hideTyped()
	f.judge()
	f.Refresh()
	if f.OnLeave != nil {
		f.OnLeave()
	}
}

// MinSize implements fyne.Widget.
func (f *Field) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	pad := 2 * f.Theme().Size(theme.SizeNameInnerPadding)
	high := f.lineHeight() * float32(f.rows)
	if f.MultiLine {
		high = max(high, f.lay().height)
		if f.MaxRows > 0 {
			high = min(high, f.lineHeight()*float32(f.MaxRows))
		}
	}
	return fyne.NewSize(f.lineHeight()*2+pad, float32(math.Ceil(float64(high+pad)))) // a border between pixels is half a border
}
