package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kring/app/guard"
	kwidget "kring/app/widget"
)

// guardian locks the vault when nobody is there.
type guardian struct {
	idle    guard.Idle
	had     fyne.Focusable  // the keyboard, at the last look
	warning *kwidget.Dialog // a minute before
}

// watchHands looks every second whether somebody is there, and hears from the system
// before it sleeps. Where that says nothing, a clock that jumped tells it afterwards.
func (s *shell) watchHands() {
	kwidget.WhenTouched(s.touch)
	kwidget.WhenPrivate(s.private)
	go func() {
		for range time.Tick(time.Second) {
			fyne.Do(func() { s.look(time.Now()) })
		}
	}()
	go onSleep(func() {
		fyne.DoAndWait(s.Lock)
		s.closing.Wait()
	})
}

// touch is called on Fyne's goroutine for every key and press.
func (s *shell) touch() {
	s.hands.idle.Touch(time.Now())
	s.warn(false)
}

func (s *shell) look(now time.Time) {
	if s.env == nil {
		s.hands = guardian{}
		return
	}
	if f := s.win.Canvas().Focused(); f != s.hands.had {
		s.hands.had = f
		s.touch()
	}
	switch s.hands.idle.Look(now, s.env.Guard.Minutes()) {
	case guard.Lock:
		s.Lock()
	case guard.Warn:
		s.warn(true)
	case guard.Nothing:
		s.warn(false)
	}
}

// warn shows that the vault is about to lock, over whatever is there, or takes that away.
func (s *shell) warn(on bool) {
	if on == (s.hands.warning != nil) {
		return
	}
	if !on {
		d := s.hands.warning
		s.hands.warning = nil
		d.Hide()
		s.hands.had = s.win.Canvas().Focused()
		return
	}
	stay := kwidget.NewButton(s.loc.T("lock.stay"), nil, s.touch)
	stay.Importance = widget.HighImportance
	body := container.NewBorder(kwidget.NewBidiLabel(s.loc.T("lock.soon")), container.NewHBox(layout.NewSpacer(), stay), nil, nil)
	s.hands.warning = kwidget.ShowDialog(s.loc.T("lock.soontitle"), kwidget.NewGround(body), fyne.NewSize(480, 190), s.win)
	s.win.Canvas().Focus(stay)
	s.hands.had = stay
}
