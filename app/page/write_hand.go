package page

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// heldBlock is a block that somebody has in hand. One that is new has no id until it is in the
// vault; what is written next stands after it all the same.
type heldBlock struct {
	id    string     // as the page knows it
	made  string     // as the queue does, which alone uses it once something was written
	after *heldBlock // of a new one: after which; nil: before the first
	fresh bool       // it was begun here
}

// anchor is the block after which a new one stands, as far as the page knows.
func (x *heldBlock) anchor() string {
	for x = x.after; x != nil; x = x.after {
		if x.id != "" {
			return x.id
		}
	}
	return ""
}

// writeHand is the block in hand: what kind it is, its words, and what belongs to its kind.
type writeHand struct {
	page    *writePage
	object  fyne.CanvasObject
	held    *heldBlock
	block   bilingual.Block // as the vault has it, or as a new one begins
	place   int             // where it stood when it was last seen
	typed   bool            // something is not in the vault
	idle    *time.Timer     // until what was typed is kept
	soon    *time.Timer     // until the pages show it
	field   *kwidget.Field
	kind    *choice
	style   *fyne.Container
	extra   *fyne.Container
	address *kwidget.Field
	other   *kwidget.Button // asks for another picture; of a block that is one
	problem *kwidget.BidiLabel
	scroll  *container.Scroll
}

// soonKeys is after how long without a key the pages show what is typed.
const soonKeys = 500 * time.Millisecond

func newWriteHand(p *writePage) *writeHand {
	h := &writeHand{page: p, extra: column(gapParts)}
	loc := p.env.Loc
	h.field = kwidget.NewArea("", 3)
	h.field.MaxRows = 7
	h.field.SetLang(book.Source)
	h.field.OnEnter = h.enterWords
	h.field.OnEscape = p.toList
	h.field.OnChanged = func(string) { h.changed() }
	h.address = kwidget.NewField("")
	h.address.SetPlaceHolder("https://")
	h.address.SetLang(book.Source) // an address runs from left to right
	h.address.OnSubmitted = func(string) { h.enter() }
	h.address.OnEscape = h.field.OnEscape
	h.address.OnChanged = func(string) { h.changed() }
	h.problem = warning("")
	h.problem.ColorName = theme.ColorNameError
	h.problem.Hide()
	h.kind = newChoice(loc.T, "write.kind.", writeKinds(), "text")
	h.kind.sel.OnChanged = func(int) { h.turn() }
	h.kind.sel.Unfolds = true
	bold, italic := low(loc.T("write.bold"), func() { h.wrap("**") }), low(loc.T("write.italic"), func() { h.wrap("*") })
	h.style = container.NewHBox(bold, italic)
	gone := iconButton(theme.DeleteIcon(), p.remove)
	top := container.NewHBox(h.kind.sel, h.style, layout.NewSpacer(), gone)
	next := primary(loc.T("write.next"), h.enter)
	under := kwidget.NewButton(loc.T("write.under"), nil, p.newUnder)
	foot := container.NewHBox(under, layout.NewSpacer(), next)
	h.scroll = vscroll(column(gapParts, h.field, h.extra, h.problem))
	low := container.New(layout.NewCustomPaddedLayout(0, gapParts, 0, 0), foot)
	h.object = container.New(layout.NewBorderLayout(top, low, nil, nil), top, h.scroll, low) // Tab goes in this order
	return h
}

// first is where the keyboard goes for the block in hand.
func (h *writeHand) first() fyne.Focusable {
	if h.field.Visible() {
		return h.field
	}
	return h.kind.sel
}

// wrap makes what is selected bold or italic, or takes that away.
func (h *writeHand) wrap(sign string) {
	if h.field.Visible() {
		h.field.Wrap(sign, sign)
		h.page.env.Window.Canvas().Focus(h.field)
	}
}

// take shows a block. What was typed for the one before must have been kept.
func (h *writeHand) take(x *heldBlock, b bilingual.Block, hint string) {
	h.stop()
	h.held, h.block, h.typed = x, b, false
	h.fill(b.Text, b.Path)
	h.field.Select(math.MaxInt, math.MaxInt)
	h.field.SetPlaceHolder("")
	if hint != "" {
		h.field.SetPlaceHolder(h.page.env.Loc.T(hint))
	}
	h.kind.show(kindOf(b))
	h.show()
	h.scroll.ScrollToTop()
}

// fill puts words in the fields without that counting as typed.
func (h *writeHand) fill(text, path string) {
	h.field.OnChanged, h.address.OnChanged = nil, nil
	h.field.SetText(text)
	h.address.SetText(path)
	h.field.OnChanged = func(string) { h.changed() }
	h.address.OnChanged = h.field.OnChanged
}

// see follows what the vault now has of the block in hand.
func (h *writeHand) see(x bilingual.Segment) {
	h.place = h.page.index(x.ID)
	if h.typed {
		h.block.Part, h.block.Low, h.block.Number, h.block.Translations = x.Part, x.Low, x.Number, x.Translations
		return
	}
	same := x.Kind == h.block.Kind && x.Level == h.block.Level
	h.block = x.Block
	if pieces := book.Pieces(h.field.Text); len(pieces) != 1 || pieces[0] != x.Text || x.Path != h.address.Text {
		h.fill(x.Text, x.Path)
	}
	if !same || kindOf(x.Block) != h.kind.id() && !h.waits() {
		h.kind.show(kindOf(x.Block))
	}
	h.show()
}

// waits tells whether a kind was chosen that becomes one only with an address or a picture.
func (h *writeHand) waits() bool { return h.kind.id() == "link" && h.block.Kind != bilingual.Link }

func (h *writeHand) changed() {
	if h.held == nil {
		return
	}
	h.typed = true
	h.turnToList()
	h.stop()
	ui := h.page.env.OnUI
	h.idle = time.AfterFunc(calmKeys, func() { ui(h.keep) })
	h.soon = time.AfterFunc(soonKeys, func() { ui(h.page.preview.renew) })
	if !h.problem.Hidden {
		h.good()
	}
	if at := h.page.row(); at >= 0 && h.held.id == "" {
		h.page.list.RefreshItem(at)
	}
}

func (h *writeHand) stop() {
	for _, t := range []*time.Timer{h.idle, h.soon} {
		if t != nil {
			t.Stop()
		}
	}
}

// good tells whether what is typed can be kept, and says what is wrong.
func (h *writeHand) good() bool {
	err := error(nil)
	if h.kind.id() == "link" && h.address.Text != "" {
		_, err = webAddress(h.address.Text)
	}
	h.problem.Hidden = err == nil
	if err != nil {
		h.problem.SetText(h.page.env.Shell.Explain(err))
		h.page.env.Window.Canvas().Focus(h.address)
	}
	h.problem.Refresh()
	h.scroll.Refresh()
	if err != nil {
		h.scroll.ScrollToBottom()
	}
	return err == nil
}
