package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/internal/typeset"
)

// The gaps between things, in Fyne's units: lines of one thing, things of one card,
// cards of one page.
const (
	gapLines float32 = 3
	gapParts float32 = 8
	gapCards float32 = 12
)

func column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

func beside(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// under puts a page's body under its head, and lets Tab go through them in that order:
// a border of Fyne's has its middle first. There may be no head.
func under(head, body fyne.CanvasObject) *fyne.Container {
	if head == nil {
		return container.NewStack(body)
	}
	return container.New(layout.NewBorderLayout(head, nil, nil, nil), head, body)
}

// stretched gives the left its space and what is at the right its own width, both
// halfway the height.
func stretched(left fyne.CanvasObject, right ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.NewCenter(beside(gapParts, right...)), left)
}

// vscroll scrolls what is higher than its place, with room for the bar.
func vscroll(o fyne.CanvasObject) *container.Scroll { return within(container.NewVScroll(nil), o) }

// within puts something in a scroll, with room for the bar.
func within(s *container.Scroll, o fyne.CanvasObject) *container.Scroll {
	s.Content = kwidget.Unmirrored(inReach{layout.NewCustomPaddedLayout(2, 12, 2, 14), s}, o)
	return s
}

// inReach keeps a scroll from standing past the end of what has become shorter: Fyne would
// show nothing until somebody turned the wheel.
type inReach struct {
	padded fyne.Layout
	of     *container.Scroll
}

// MinSize implements fyne.Layout.
func (l inReach) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.padded.MinSize(objects) }

// Layout implements fyne.Layout. Fyne moves the content after it, by the offset.
func (l inReach) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.padded.Layout(objects, size)
	most := size.Subtract(l.of.Size())
	l.of.Offset.X = min(l.of.Offset.X, max(most.Width, 0))
	l.of.Offset.Y = min(l.of.Offset.Y, max(most.Height, 0))
}

// listLine is a line of a list, with room for the scroll bar: in a window from right to left
// the words begin there.
func listLine(o fyne.CanvasObject) fyne.CanvasObject {
	return kwidget.Unmirrored(layout.NewCustomPaddedLayout(4, 4, 4, 12), o)
}

// halfway centres a line of text beside something taller.
func halfway(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}

// title is a page's heading with what can be done on it at the right.
func title(text string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	l := kwidget.NewBidiLabel(text)
	l.SizeName, l.Bold, l.Line, l.ByWindow = theme.SizeNameHeadingText, true, kwidget.Cut, true
	return container.New(layout.NewCustomPaddedLayout(6, 10, 2, 14), stretched(halfway(l), actions...))
}

// section is the head of a part of a page.
func section(text string) *kwidget.BidiLabel {
	l := kwidget.NewBidiLabel(text)
	l.SizeName, l.Bold = theme.SizeNameSubHeadingText, true
	return l
}

// name is the bold first line of a card.
func name(text string) *kwidget.BidiLabel {
	l := kwidget.NewBidiLabel(text)
	l.Bold, l.ByWindow = true, true
	return l
}

func words(text string) *kwidget.BidiLabel { return kwidget.NewBidiLabel(text) }

// value is what stands after a label: it begins where the label does.
func value(text string) *kwidget.BidiLabel {
	l := words(text)
	l.ByWindow = true
	return l
}

func quiet(text string) *kwidget.BidiLabel {
	l := words(text)
	l.ColorName = theme.ColorNamePlaceHolder
	return l
}

func warning(text string) *kwidget.BidiLabel {
	l := words(text)
	l.ColorName = theme.ColorNameWarning
	return l
}

// notices are warnings that begin where the rest of their card does.
func notices(texts ...string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, text := range texts {
		l := warning(text)
		l.ByWindow = true
		out = append(out, l)
	}
	return out
}

// fact is what is known under a small word: nothing, where it is not.
func (e *Env) fact(label, text string) []fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return []fyne.CanvasObject{column(0, caption(e.Loc.T(label)), e.readable(value(text)))}
}

// add puts objects under each other in a column.
func add(to *fyne.Container, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		to.Add(o)
	}
}

// aside is a quiet text on one line, beside something else.
func aside(text string) *kwidget.BidiLabel {
	l := quiet(text)
	l.Line, l.ByWindow = kwidget.Whole, true
	return l
}

// inLine is a text on one line that ends with an ellipsis where it does not fit.
func inLine(text string) *kwidget.BidiLabel {
	l := words(text)
	l.Line, l.ByWindow = kwidget.Cut, true
	return l
}

// bullets is a list, each line hanging under its own text.
func bullets(lines []fyne.CanvasObject) fyne.CanvasObject {
	box := column(gapLines)
	for _, l := range lines {
		dot := words("•")
		dot.Line = kwidget.Whole
		box.Add(container.NewBorder(nil, nil, beside(0, gap(6), column(0, dot), gap(8)), nil, l))
	}
	return box
}

// inSight scrolls so that the caret of a field can be seen, which may be longer than the
// scroll is high; the wheel over the field moves the scroll.
func inSight(s *container.Scroll, f *kwidget.Field) {
	f.OnScroll = s.Scrolled
	caretInSight(s, f)
	follow := f.OnCaret
	f.OnCaret = func(top, bottom float32) {
		s.Refresh() // what was typed may have made the field longer
		follow(top, bottom)
	}
}

// caretInSight is inSight for a field that scrolls by itself when it has become long.
func caretInSight(s *container.Scroll, f *kwidget.Field) {
	f.OnCaret = func(top, bottom float32) {
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(f).Y - driver.AbsolutePositionForObject(s).Y
		switch {
		case at+top < 0:
			s.ScrollToOffset(s.Offset.AddXY(0, at+top-gapParts))
		case at+bottom > s.Size().Height:
			s.ScrollToOffset(s.Offset.AddXY(0, at+bottom-s.Size().Height+gapParts))
		}
	}
}

// along scrolls a row to where reading begins, and from there no further than it takes
// to see one of its objects whole.
func along(s *container.Scroll, o fyne.CanvasObject) {
	x, rest := o.Position().X, max(s.Content.MinSize().Width-s.Size().Width, 0)
	if kwidget.RightToLeft() {
		s.ScrollToOffset(fyne.NewPos(min(rest, x), 0))
		return
	}
	s.ScrollToOffset(fyne.NewPos(min(rest, max(x+o.Size().Width-s.Size().Width, 0)), 0))
}

// gap is empty space of a width.
func gap(w float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, w, 0))
}

func primary(text string, do func()) *kwidget.Button {
	b := kwidget.NewButton(text, nil, do)
	b.Importance = widget.HighImportance
	return b
}

func low(text string, do func()) *kwidget.Button {
	b := kwidget.NewButton(text, nil, do)
	b.Importance = widget.LowImportance
	return b
}

func iconButton(icon fyne.Resource, do func()) *kwidget.Button {
	b := kwidget.NewButton("", icon, do)
	b.Importance = widget.LowImportance
	return b
}

// formItem is a field of a form after its label; a field that needs none has "".
type formItem struct {
	label string
	field fyne.CanvasObject
}

func item(label string, field fyne.CanvasObject) formItem { return formItem{label, field} }

// formOf puts fields under each other, each after its label.
func formOf(items ...formItem) *fyne.Container {
	box := container.New(layout.NewFormLayout())
	for _, i := range items {
		l := aside(i.label)
		l.ColorName, l.Bold = theme.ColorNameForeground, true
		box.Add(container.New(layout.NewCustomPaddedLayout(labelDrop, 0, 4, gapParts), l))
		box.Add(i.field)
	}
	return box
}

// labelDrop puts a label at the height of the first line of its field.
const labelDrop float32 = 9

// card frames things that belong together.
func card(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return kwidget.NewPanel(column(gapParts, objects...))
}

// choiceOf is one thing that a menu button offers.
type choiceOf struct {
	text string
	do   func()
}

// more is a button that unfolds what is done seldom, in words.
func more(choices ...choiceOf) fyne.CanvasObject {
	var b *kwidget.Button
	b = iconButton(theme.MoreVerticalIcon(), func() {
		items := make([]kwidget.MenuItem, len(choices))
		for i, c := range choices {
			items[i] = kwidget.MenuItem{Text: c.text, Do: c.do}
		}
		kwidget.ShowMenu(b, 0, items...)
	})
	return b
}

// emptyPage teaches: it says what will be here and offers the first step, or other ones.
func emptyPage(text, action string, do func(), others ...choiceOf) fyne.CanvasObject {
	l := words(text)
	l.Align = typeset.Center
	steps := beside(gapParts, primary(action, do))
	for _, o := range others {
		steps.Add(kwidget.NewButton(o.text, nil, o.do))
	}
	return card(gap(0), l, container.NewCenter(steps), gap(0))
}
