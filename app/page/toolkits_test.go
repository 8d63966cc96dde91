package page

import (
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
)

// The workbook stands above the toolkits; it shows on A5, and with few words it is thinner.
// The toolkits are on A4, and have no such choice.
func TestWorkbookAmongToolkits(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Toolkits}).(*toolkits)
		if len(p.kits) < 2 || !p.kits[0].IsWorkbook() || p.chosen != p.kits[1].Key || shows(p, p.low) {
			t.Fatalf("%s: %d texts, %s is chosen", lang, len(p.kits), p.chosen)
		}
		firstButton(p).OnTapped()
		(<-s.ui)()
		full := len(p.laid)
		if p.chosen != p.kits[0].Key || full < 40 || p.sheet.id() != string(paper.A5) || !shows(p, p.low) {
			t.Errorf("%s: %d pages of text %s on %s", lang, full, p.chosen, p.sheet.id())
		}
		p.low.SetChecked(true)
		(<-s.ui)()
		if low := len(p.laid); low >= full || low < 30 {
			t.Errorf("%s: %d pages with few words, %d with more", lang, low, full)
		}
		p.choose(p.kits[1])
		(<-s.ui)()
		if p.sheet.id() != string(paper.A4) || len(p.laid) > 5 || shows(p, p.low) {
			t.Errorf("%s: a toolkit on %d pages of %s", lang, len(p.laid), p.sheet.id())
		}
	}
}

// After another text was chosen the keyboard is on its first choice, and not at the top of the
// window.
func TestTheKeyboardGoesToTheChosenText(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Toolkits}).(*toolkits)
	b := firstButton(p)
	s.env.Window.Canvas().Focus(b)
	b.OnTapped()
	(<-s.ui)()
	if s.env.Window.Canvas().Focused() != fyne.Focusable(p.layout.sel) {
		t.Errorf("the keyboard is at %+v", s.env.Window.Canvas().Focused())
	}
	p.sheet.sel.SetSelectedIndex(2)
	(<-s.ui)()
	s.env.Window.Canvas().Focus(p.sheet.sel)
	p.size.sel.SetSelectedIndex(1)
	(<-s.ui)()
	if s.env.Window.Canvas().Focused() != fyne.Focusable(p.sheet.sel) {
		t.Error("another choice takes the keyboard away")
	}
}

// firstButton is the one of the text at the top.
func firstButton(p *toolkits) (first *kwidget.Button) {
	walk(p.side, func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok && first == nil {
			first = b
		}
	})
	return first
}

// shows tells whether an object stands among the choices.
func shows(p *toolkits, want fyne.CanvasObject) (found bool) {
	walk(p.side, func(o fyne.CanvasObject) { found = found || o == want })
	return found
}
