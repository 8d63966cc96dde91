package app

import (
	"encoding/json"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/guard"
	"kring/app/page"
	kwidget "kring/app/widget"
)

// typed is what stands in the fields of the window and is not as it was given.
func (s *shell) typed() []guard.Unsaved {
	target, err := json.Marshal(s.target)
	if err != nil {
		fyne.LogError("remembering the page", err)
	}
	var out []guard.Unsaved
	for _, t := range kwidget.TypedIn(s.win.Canvas()) {
		out = append(out, guard.Unsaved{Where: t.Where, Label: t.Label, Text: t.Text, Page: string(target), At: s.now().UTC()})
	}
	return out
}

// keepUnsaved puts away what is in no record: a field that saves itself has done so.
func keepUnsaved(env *page.Env, typed []guard.Unsaved) error {
	if len(typed) == 0 {
		return nil
	}
	saved := map[string]bool{}
	err := env.Vault.Each(func(collection, _ string, value []byte) error {
		var x any
		if err := json.Unmarshal(value, &x); err != nil {
			return fmt.Errorf("reading %s: %w", collection, err)
		}
		guard.Texts(collection, x, func(_, text string) { saved[strings.TrimSpace(text)] = true })
		return nil
	})
	if err != nil {
		return err
	}
	var keep []guard.Unsaved
	for _, u := range typed {
		if !saved[strings.TrimSpace(u.Text)] {
			keep = append(keep, u)
		}
	}
	return env.Guard.Keep(keep)
}

// offerUnsaved goes back to the page where somebody was typing and shows the texts that
// were kept, to copy, until they are told that they may go.
func (s *shell) offerUnsaved() {
	keys, texts := s.env.Guard.Kept()
	if len(keys) == 0 {
		return
	}
	var back page.Target
	if err := json.Unmarshal([]byte(texts[len(texts)-1].Page), &back); err == nil && back.Page != "" {
		s.Go(back)
	}
	box := container.New(layout.NewCustomPaddedVBoxLayout(12), kwidget.NewBidiLabel(s.loc.T("unsaved.about")))
	var d *kwidget.Dialog
	for _, u := range texts {
		box.Add(s.unsaved(u, func() { d.Hide() }))
	}
	later := kwidget.NewButton(s.loc.T("unsaved.later"), nil, func() { d.Hide() })
	gone := kwidget.NewButton(s.loc.T("unsaved.done"), nil, func() {
		d.Hide()
		s.dropUnsaved(keys)
	})
	later.OnEscape, gone.OnEscape = func() { d.Hide() }, func() { d.Hide() }
	foot := container.NewHBox(layout.NewSpacer(), gone, later)
	later.Importance = widget.HighImportance
	scroll := container.NewVScroll(kwidget.Unmirrored(layout.NewCustomPaddedLayout(2, 12, 2, 14), box))
	d = kwidget.ShowDialog(s.loc.T("unsaved.title"), container.New(layout.NewBorderLayout(nil, foot, nil, nil), scroll, foot), fyne.NewSize(640, 480), s.win)
	s.win.Canvas().Focus(later)
}

func (s *shell) dropUnsaved(keys []string) {
	env := s.env
	env.Queue.Add(func() {
		err := env.Guard.Drop(keys)
		fyne.Do(func() { s.failUnlessNil(err) })
	})
}

// unsaved is one text with where it was typed. It can be taken along to the page of its form;
// it stays kept until somebody says that it may go.
func (s *shell) unsaved(u guard.Unsaved, leave func()) fyne.CanvasObject {
	where := u.Label
	if u.Where != "" && u.Where != u.Label {
		where = s.loc.Facts(u.Where, u.Label)
	}
	head := kwidget.NewBidiLabel(where)
	head.ColorName, head.ByWindow = theme.ColorNamePlaceHolder, true
	var copied *kwidget.Button
	copied = kwidget.NewButton(s.loc.T("common.copy"), theme.ContentCopyIcon(), func() {
		kwidget.Copy(u.Text, true)
		copied.SetText(s.loc.T("common.copied"))
	})
	words := kwidget.NewBidiLabel(u.Text)
	words.ByWindow = true
	copied.OnEscape = leave
	buttons := container.NewVBox(copied)
	var back page.Target
	if json.Unmarshal([]byte(u.Page), &back) == nil && back.Page != "" {
		open := kwidget.NewButton(s.loc.T("unsaved.open"), nil, func() {
			kwidget.Copy(u.Text, true)
			leave()
			s.Go(back)
			s.Say(s.loc.T("unsaved.paste"))
		})
		open.OnEscape = leave
		buttons.Add(open)
	}
	text := container.NewBorder(nil, nil, nil, buttons, words)
	return kwidget.NewPanel(container.New(layout.NewCustomPaddedVBoxLayout(4), head, text))
}
