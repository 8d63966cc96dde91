package page

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/command"
)

// early calls do with a page that has not fetched anything, and tells what became of it.
func (s *stage) early(target Target, do func(p Page)) (err error) {
	p := New(s.env, target)
	s.env.Window.SetContent(p.Object())
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%+v: %v", target, r)
		}
		for o := s.env.Window.Canvas().Overlays(); o.Top() != nil; {
			o.Remove(o.Top())
		}
		p.Close()
		s.settle() // what it asked for
	}()
	do(p)
	return nil
}

// What comes before a page has what it shows is no crash, whichever key or button it is: on a
// slow laptop somebody types ahead.
func TestKeysBeforeThereIsAnything(t *testing.T) {
	v, err := command.DemoVault(clock)
	if err != nil {
		t.Fatal(err)
	}
	s := stageOver(t, v, "nl")
	targets := s.everyPage()
	for _, b := range s.env.Books.Books() {
		targets = append(targets, writeTarget(b.ID), Target{Page: Workbook, BookID: b.ID, Lang: "ar"})
	}
	fail := func(err error) {
		if err != nil {
			t.Error(err)
		}
	}
	keys := []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyHome, fyne.KeyUp, fyne.KeyDown, fyne.KeyRight, fyne.KeyDelete, fyne.KeyEscape}
	for _, target := range targets {
		fail(s.early(target, func(p Page) {
			if m, ok := p.(Maker); ok {
				m.New()
			}
		}))
		for _, k := range Keys() {
			fail(s.early(target, func(p Page) {
				if x, ok := p.(Keyed); ok {
					x.Key(k.Name, k.Modifier)
				}
			}))
		}
		fail(s.early(target, func(p Page) {
			var all []fyne.CanvasObject
			walk(p.Object(), func(o fyne.CanvasObject) { all = append(all, o) })
			for _, o := range all {
				if f, ok := o.(fyne.Focusable); ok {
					s.env.Window.Canvas().Focus(f)
					for _, k := range keys {
						f.TypedKey(&fyne.KeyEvent{Name: k})
					}
					f.TypedRune('a')
				}
				if x, ok := o.(fyne.Tappable); ok {
					x.Tapped(&fyne.PointEvent{})
				}
			}
		}))
	}
}
