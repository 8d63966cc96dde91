package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/guard"
	kwidget "kring/app/widget"
	"kring/internal/vault"
)

// Hidden implements page.Locks.
func (s *shell) Hidden() bool { return s.hidden.Load() }

// SetHidden implements page.Locks: names become initials and notes dots, everywhere, until
// it is asked for again or the vault locks.
func (s *shell) SetHidden(on bool) {
	if s.env == nil || on == s.Hidden() {
		return
	}
	s.hidden.Store(on)
	if err := s.cover(s.env.Vault); err != nil {
		s.hidden.Store(false)
		s.Fail(err)
		return
	}
	s.app.Settings().SetTheme(newTheme(s.Darkness(), s.loc.RTL())) // all is drawn anew, dialogs too, and nothing that was typed is lost
	s.fillSidebar()
	s.current.Update() // what is being typed, and the tick of the settings
}

// cover reads anew what is to be covered: also after each change of the vault.
func (s *shell) cover(v *vault.Vault) error {
	if !s.hidden.Load() {
		kwidget.Cover(nil)
		return nil
	}
	c, err := guard.NewCover(v)
	if err != nil {
		return err
	}
	kwidget.Cover(c.Text)
	return nil
}

// hiddenSign says in the sidebar that names are covered, and shows them again.
func (s *shell) hiddenSign() fyne.CanvasObject {
	b := kwidget.NewButton(s.loc.T("hide.sign"), theme.VisibilityOffIcon(), func() { s.SetHidden(false) })
	b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.HighImportance
	return b
}

// private tells whether a text that is copied has a name or a note in it.
func (s *shell) private(text string) bool {
	if s.env == nil {
		return false
	}
	c, err := guard.NewCover(s.env.Vault)
	return err != nil || c.Text(text) != text
}
