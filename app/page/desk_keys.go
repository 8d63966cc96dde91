package page

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/toolkit/bilingual"
)

// Keyed is a page with keys of its own, of those that Keys lists. It tells whether the key
// did something.
type Keyed interface {
	Key(fyne.KeyName, fyne.KeyModifier) bool
}

// PageKey is a key with what is held down with it.
type PageKey struct {
	Name     fyne.KeyName
	Modifier fyne.KeyModifier
}

// Keys are those that pages have of their own, which the window passes on to them.
func Keys() []PageKey {
	var out []PageKey
	for _, k := range append((&deskPage{hand: &deskHand{}}).deskKeys(), (&writePage{hand: &writeHand{}}).writeKeys()...) {
		if x := (PageKey{k.key, k.mod}); !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// Key implements Keyed.
func (p *deskPage) Key(key fyne.KeyName, mod fyne.KeyModifier) bool {
	for _, k := range p.deskKeys() {
		if k.key == key && k.mod == mod {
			k.do()
			return true
		}
	}
	return false
}

// deskKey is a key that does something at the desk.
type deskKey struct {
	key fyne.KeyName
	mod fyne.KeyModifier
	say string // as it is called
	id  string // what it does
	do  func()
}

func (p *deskPage) deskKeys() []deskKey {
	ctrl, alt := fyne.KeyModifierControl, fyne.KeyModifierAlt
	keys := []deskKey{
		{fyne.KeyReturn, ctrl, "Ctrl+Enter", "desk.agree", func() { p.hand.done(bilingual.Agreed) }},
		{fyne.KeyDown, alt, "Alt+↓", "desk.next", func() { p.step(1) }},
		{fyne.KeyUp, alt, "Alt+↑", "desk.back", func() { p.step(-1) }},
		{fyne.KeyJ, ctrl, "Ctrl+J", "desk.jump", p.jump},
		{fyne.KeyD, ctrl, "Ctrl+D", "desk.copysource", p.hand.copySource},
		{fyne.KeyE, ctrl, "Ctrl+E", "desk.source", p.hand.editSource},
		{fyne.KeyM, ctrl, "Ctrl+M", "desk.usefirst", func() { p.hand.use(0) }},
		{fyne.KeyP, ctrl, "Ctrl+P", "desk.pagesorlist", func() { p.sheet.turn() }},
		{fyne.KeyB, ctrl, "Ctrl+B", "desk.marks", p.hand.showMarks},
		{fyne.KeyF, ctrl, "Ctrl+F", "desk.search", func() { p.env.Window.Canvas().Focus(p.search) }},
	}
	for i := range insertKeys {
		digit := fyne.KeyName(strconv.Itoa(i + 1))
		keys = append(keys, deskKey{digit, ctrl, "Ctrl+" + string(digit), "desk.insert", func() { p.hand.insert(i) }})
	}
	return keys
}

// ListKeys implements KeyLister.
func (p *deskPage) ListKeys() {
	loc := p.env.Loc
	box := column(gapLines, container.NewGridWithColumns(2, name("Enter"), words(loc.T("desk.done"))))
	for i, k := range p.deskKeys() {
		if k.id == "desk.insert" && i > 0 && p.deskKeys()[i-1].id == k.id {
			continue // the first digit stands for all
		}
		box.Add(container.NewGridWithColumns(2, name(k.say), words(loc.T(k.id))))
	}
	p.env.listKeys(box)
}
