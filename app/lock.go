package app

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/app/command"
	"kring/app/page"
	kwidget "kring/app/widget"
)

// Lock implements page.Shell: the window shows nothing of the vault from now on. What was
// being typed is kept in the vault, what is being saved is finished first, and then the
// vault closes, beside the window.
//
// The key and the collections leave memory as far as Go lets them: the key is wiped, the
// rest is collected and its pages are given back to the system, which empties them. Not
// promised: texts that were typed, which Go cannot wipe before it collects them, what Fyne
// still holds of the pages that were drawn last (the widget that was pressed, its cache of
// what stands on which canvas), what the system wrote to swap or to disk when the laptop
// slept, and what is drawn on a screen until the next picture.
func (s *shell) Lock() {
	if s.env == nil {
		return
	}
	path := s.env.Vault.Path()
	done := s.leave()
	s.empty()
	s.closing.Go(func() {
		err := done()
		fyne.Do(func() {
			s.showWelcome(path) // of the last vault when it was the one to look around in
			s.failUnlessNil(err)
		})
		overwriteFreed()
	})
}

func (s *shell) closeVault() error {
	if s.env == nil {
		return nil
	}
	return s.leave()()
}

// leave takes the pages away and gives what closes the vault, which may wait for a file
// that is being written.
func (s *shell) leave() (done func() error) {
	s.warn(false)
	env, typed, backups := s.env, s.typed(), s.backups
	s.win.Canvas().Unfocus() // what saves itself when the keyboard leaves does so now
	s.unwatch()
	s.current.Close()
	s.env, s.unwatch, s.current, s.body, s.sidebar, s.message, s.said = nil, nil, nil, nil, nil, nil, nil
	s.backups = nil
	s.hidden.Store(false)
	kwidget.Cover(nil)
	kwidget.ForgetSecrets()
	return func() error {
		env.Queue.Wait()
		kwidget.Cover(nil) // the last action may have read the names again
		kept := keepUnsaved(env, typed)
		over := env.Cafe.ExpireWatches(env.Day())
		stopBackups(backups)
		env.Store.Close()
		env.Desk.Close()
		return errors.Join(kept, over, env.Vault.Close(), command.ForgetDemo(env.Vault.Path()))
	}
}

// empty shows that the vault is closing, and nothing else.
func (s *shell) empty() {
	s.clear()
	l := kwidget.NewBidiLabel(s.loc.T("lock.locking"))
	l.SizeName = theme.SizeNameSubHeadingText
	s.middle(l)
}

// guard makes what the settings ask for. The system's keyring is looked for beside the
// window: it may have to start first.
func (s *shell) guard(env *page.Env) {
	env.Locks = s
	s.keyring = false
	go func() {
		there := keyringThere()
		fyne.Do(func() {
			s.keyring = there
			if there && s.env != nil && s.target.Page == page.Settings {
				s.current.Update()
			}
		})
	}()
}

// PassphraseProblem implements page.Locks.
func (s *shell) PassphraseProblem(pass, again string) string { return passphraseProblem(pass, again) }

// PassphraseHint implements page.Locks.
func (s *shell) PassphraseHint(pass string) string { return "welcome.hint." + string(strength(pass)) }

// ShowRecovery implements page.Locks: the pages come back when somebody has kept the code.
func (s *shell) ShowRecovery(code string) { s.showRecovery(code, s.build) }
