package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	kwidget "kring/app/widget"
)

// What is shorter than where the scroll stands is still seen.
func TestAScrollDoesNotStandPastItsEnd(t *testing.T) {
	test.NewTempApp(t)
	box := column(gapLines)
	for range 40 {
		box.Add(words("een regel"))
	}
	s := vscroll(box)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(300, 200))
	s.ScrollToBottom()
	deep := s.Offset.Y
	shorten := func(n int) {
		box.Objects = box.Objects[:n]
		test.WidgetRenderer(s).Layout(s.Size()) // what a window does when contents have become smaller
	}
	shorten(12)
	most := s.Content.MinSize().Height - s.Size().Height
	if deep < 500 || s.Offset.Y != most || s.Content.Position().Y != -most {
		t.Errorf("from %v it stands at %v, the content at %v; want %v", deep, s.Offset.Y, s.Content.Position().Y, most)
	}
	shorten(1)
	if s.Offset.Y != 0 || s.Content.Position().Y != 0 {
		t.Errorf("one line stands at %v, the content at %v", s.Offset.Y, s.Content.Position().Y)
	}
}

// Typing brings the field into sight, wherever somebody had scrolled to.
func TestTypingBringsTheFieldIntoSight(t *testing.T) {
	test.NewTempApp(t)
	f := kwidget.NewArea("", 3)
	box := column(gapLines, f)
	for range 40 {
		box.Add(words("een regel"))
	}
	s := vscroll(box)
	caretInSight(s, f)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(f)
	s.ScrollToBottom()
	test.Type(f, "a")
	if at := s.Offset.Y; at > f.Size().Height {
		t.Errorf("the field is out of sight: the scroll stands at %v", at)
	}
}
