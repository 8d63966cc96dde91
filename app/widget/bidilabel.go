package widget

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/typeset"
)

// BidiLabel shows a paragraph that may mix Dutch and Arabic, laid out by typeset:
// the same lines that go to paper. It has no padding of its own, so that texts that
// belong together can stand close together. The zero value is an empty paragraph in
// the theme's text size and colour; change a field, then Refresh.
type BidiLabel struct {
	widget.BaseWidget
	Text      string
	Lang      string // BCP 47, decides the direction; "": by the first strong letter
	Bold      bool
	SizeName  fyne.ThemeSizeName
	ColorName fyne.ThemeColorName
	Align     typeset.Align
	Line      LineMode
	ByWindow  bool // begins where the window's language begins, whatever the text's own
	Own       bool // these are the window's own words: nothing of them is covered

	// ShowMarks shows characters without a shape as small chips with their names (see
	// Field.SetShowMarks).
	ShowMarks bool

	// Selectable lets the mouse select and copy the text. It takes the mouse from what the
	// label stands on. Follow, if set as well, is called with the web or mail address in the
	// text that is pressed. Set both before the label is shown.
	Selectable bool
	Follow     func(address string)

	lines  []typeset.Line
	laid   laidOut
	ranges []Range
	styles []Letters
	width  float32     // that the parent gave last
	fixed  color.NRGBA // instead of the theme's colour, where it is not see-through
}

// LineMode says what becomes of a text that is wider than its place.
type LineMode int

// The modes: Wrap breaks it into lines, Whole keeps one line and asks for its whole
// width, Cut keeps one line and ends it with an ellipsis.
const (
	Wrap LineMode = iota
	Whole
	Cut
)

// rowLeading is the height of a line of Arabic over its size (see typeset), for every row
// of an Arabic window.
const rowLeading = 1.7

// laidOut is what lines depend on.
type laidOut struct {
	text, lang string
	bold       bool
	size       float32
	width      float32
	align      typeset.Align
	ink        color.NRGBA
	line       LineMode
	byWindow   bool
	reading    bool
	marks      color.NRGBA
}

// Before a parent has given a width, a wrapping label guesses one.
const guessedWidth float32 = 480

// NewBidiLabel makes a wrapping label.
func NewBidiLabel(text string) *BidiLabel {
	l := &BidiLabel{Text: text}
	l.ExtendBaseWidget(l)
	return l
}

// SetText shows another text.
func (l *BidiLabel) SetText(text string) {
	if text == l.Text {
		return
	}
	l.Text = text
	l.Refresh()
}

// MinSize implements fyne.Widget. The height of a wrapping label is that at the
// width which it has now.
func (l *BidiLabel) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	switch l.Line {
	case Whole:
		return l.extent(l.lay(0))
	case Cut:
		return fyne.NewSize(l.size(), l.extent(l.lay(0)).Height)
	}
	return fyne.NewSize(l.size()*2, l.extent(l.lay(l.wrapWidth())).Height)
}

func (l *BidiLabel) wrapWidth() float32 {
	if l.width > 0 {
		return l.width
	}
	return guessedWidth
}

func (l *BidiLabel) extent(lines []typeset.Line) fyne.Size {
	w := 0.0
	for _, x := range lines {
		w = max(w, x.Width)
	}
	return fyne.NewSize(float32(math.Ceil(w)), float32(math.Ceil(typeset.Height(lines))))
}

func (l *BidiLabel) size() float32 {
	if l.SizeName == "" {
		return l.Theme().Size(theme.SizeNameText)
	}
	return l.Theme().Size(l.SizeName)
}

func (l *BidiLabel) ink() color.NRGBA {
	if l.fixed.A > 0 {
		return l.fixed
	}
	name := l.ColorName
	if name == "" {
		name = theme.ColorNameForeground
	}
	return ink(l, name)
}

// seen is what is drawn of the text.
func (l *BidiLabel) seen() string {
	if l.Own {
		return l.Text
	}
	return Covered(l.Text)
}

// lay gives the lines at a width; 0 is one line. What was laid last is kept.
func (l *BidiLabel) lay(width float32) []typeset.Line {
	text := l.seen()
	want := laidOut{text, l.Lang, l.Bold, l.size(), width, l.Align, l.ink(), l.Line, l.ByWindow, l.placed(), l.markInk()}
	if want != l.laid || l.lines == nil {
		l.lines, l.laid = l.layOut(text, width), want
	}
	return l.lines
}

// layOut lays a text out, with the place of every letter where they are selected or marked.
func (l *BidiLabel) layOut(text string, width float32) []typeset.Line {
	if l.placed() {
		return l.paragraph(text, width).LayToEdit()
	}
	return l.paragraph(text, width).Lay()
}

// placed tells whether the place of every letter is needed.
func (l *BidiLabel) placed() bool { return l.Selectable || len(l.ranges) > 0 }

// markInk is the colour of the chips; see-through where none show.
func (l *BidiLabel) markInk() color.NRGBA {
	if !l.ShowMarks {
		return color.NRGBA{}
	}
	return ink(l, theme.ColorNamePlaceHolder)
}

func (l *BidiLabel) paragraph(text string, width float32) typeset.Paragraph {
	p := typeset.Paragraph{
		Spans: l.spans(text),
		Lang:  l.Lang, Dir: directionOf(l.Lang), Neutral: windowDirection(), Width: float64(width), Align: l.Align, Marks: l.markInk(),
	}
	if l.Line == Cut && RightToLeft() {
		p.Leading = rowLeading // rows are measured before it is known what they hold
	}
	if l.ByWindow && l.Align == typeset.Start && p.RTL() != RightToLeft() {
		p.Align = typeset.End
	}
	return p
}

// spans are the text, with the addresses in it where they can be followed.
func (l *BidiLabel) spans(text string) []typeset.Span {
	span := typeset.Span{Bold: l.Bold, Size: float64(l.size()), Color: l.ink()}
	if len(l.styles) > 0 && text == l.Text { // not while it is covered, or cut
		return l.styled(span)
	}
	var out []typeset.Span
	at := 0
	for _, a := range l.links(text) {
		before, link := span, span
		before.Text = text[at:a.From]
		link.Text, link.Link, link.Color = text[a.From:a.To], a.URL, ink(l, theme.ColorNamePrimary)
		out = append(out, before, link)
		at = a.To
	}
	span.Text = text[at:]
	return append(out, span)
}

// links are the addresses of a text that can be followed.
func (l *BidiLabel) links(text string) []typeset.Address {
	if !l.Selectable || l.Follow == nil {
		return nil
	}
	return typeset.Addresses(text)
}

// shown gives the lines for the size that the label has.
func (l *BidiLabel) shown(width float32) []typeset.Line {
	switch l.Line {
	case Wrap:
		return l.lay(width)
	case Whole:
		return l.layOut(l.seen(), width+1)
	}
	if whole := l.lay(0); l.extent(whole).Width <= width {
		return l.layOut(l.seen(), width+1)
	}
	return l.cut(width)
}

// cut finds the longest beginning that fits with an ellipsis, by halving.
func (l *BidiLabel) cut(width float32) []typeset.Line {
	runes := []rune(l.seen())
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if l.extent(l.paragraph(string(runes[:mid])+"…", 0).Lay()).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return l.layOut(string(runes[:low])+"…", width+1)
}

// CreateRenderer implements fyne.Widget.
func (l *BidiLabel) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &bidiRenderer{label: l}
	r.raster = canvas.NewRaster(r.draw)
	if l.Selectable {
		r.reader = newReader(l)
	}
	return r
}

type bidiRenderer struct {
	label  *BidiLabel
	raster *canvas.Raster
	reader *reader // of a label whose letters are selected
}

func (r *bidiRenderer) Destroy()           {}
func (r *bidiRenderer) MinSize() fyne.Size { return r.label.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *bidiRenderer) Objects() []fyne.CanvasObject {
	if r.reader != nil {
		return []fyne.CanvasObject{r.reader, r.raster}
	}
	return []fyne.CanvasObject{r.raster}
}

// Layout implements fyne.WidgetRenderer. Another width can mean another height: the
// canvas sees it by MinSize before it paints.
func (r *bidiRenderer) Layout(size fyne.Size) {
	r.label.width = size.Width
	r.raster.Move(fyne.NewPos(-overhang, 0))
	r.raster.Resize(size.AddWidthHeight(2*overhang, 0))
	if r.reader != nil {
		r.reader.Resize(size)
	}
}

// Refresh implements fyne.WidgetRenderer.
func (r *bidiRenderer) Refresh() {
	if r.reader != nil {
		r.reader.follow()
	}
	canvas.Refresh(r.raster)
}

// overhang is the room at either side for the tail of a letter that reaches past its place, as a
// ر at the end of a line does.
const overhang = 4

// draw paints the lines in pixels, each baseline on a whole pixel.
func (r *bidiRenderer) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	width := r.raster.Size().Width - 2*overhang
	if width <= 0 || w == 0 {
		return img
	}
	scale := float64(w) / float64(r.raster.Size().Width)
	left, y := overhang*scale, 0.0
	ranges := inRunes(r.label.seen(), r.label.ranges)
	for _, line := range r.label.shown(width) {
		if r.reader != nil {
			r.reader.mark(img, line, left, y, scale)
		}
		top := math.Round(y+line.Baseline*scale) - line.Baseline*scale
		on := rangeBrush{r.label, img, line, left, top, scale, 0, float64(r.label.size())}
		on.grounds(ranges)
		typeset.Draw(img, line, left, top, scale)
		on.lines(ranges)
		y += line.Height * scale
	}
	return img
}
