package app

import (
	"errors"
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"kring/app/page"
	"kring/i18n"
	"kring/internal/vault"
)

// messageTime is how long a short message stays.
const messageTime = 6 * time.Second

// Say implements page.Shell.
func (s *shell) Say(text string) {
	s.messages++
	mine := s.messages
	s.message.SetText(text)
	s.said.Show()
	time.AfterFunc(messageTime, func() {
		fyne.Do(func() {
			if s.messages == mine {
				s.said.Hide()
			}
		})
	})
}

// Explain implements page.Shell.
func (s *shell) Explain(err error) string { return explain(s.loc, err) }

// Fail implements page.Shell: the log gets the whole error, the user one sentence.
func (s *shell) Fail(err error) {
	fyne.LogError("shown to the user", err)
	text := widget.NewLabel(explain(s.loc, err))
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(s.loc.T("error.title"), s.loc.T("common.close"), text, s.win)
	d.Resize(fyne.NewSize(460, 200))
	d.Show()
}

// Ask implements page.Shell.
func (s *shell) Ask(q page.Question) {
	text := widget.NewLabel(q.Text)
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomConfirm(q.Title, q.Yes, s.loc.T("common.cancel"), text, func(yes bool) {
		if yes {
			q.Do()
		}
	}, s.win)
	d.SetConfirmImportance(widget.DangerImportance)
	d.Resize(fyne.NewSize(460, 220))
	d.Show()
}

func (s *shell) undo() { s.step((*vault.Vault).Undo, "undo.did") }
func (s *shell) redo() { s.step((*vault.Vault).Redo, "redo.did") }

func (s *shell) step(do func(*vault.Vault) (vault.Action, error), message string) {
	if s.env == nil {
		return
	}
	v := s.env.Vault
	go func() {
		a, err := do(v)
		fyne.Do(func() {
			switch {
			case errors.Is(err, vault.ErrNothingToUndo):
				s.Say(s.loc.T("undo.nothing"))
			case errors.Is(err, vault.ErrNothingToRedo):
				s.Say(s.loc.T("redo.nothing"))
			case err != nil:
				s.Fail(err)
			default:
				s.Say(s.loc.T(message, "What", describe(s.loc, a)))
			}
		})
	}()
}

// describe says in words what an action was. States are words of their own.
func describe(loc *i18n.Localizer, a vault.Action) string {
	args := maps.Clone(a.Args)
	if st, ok := args["State"]; ok {
		args["State"] = loc.T("state." + stateKey(st))
	}
	var flat []any
	for k, v := range args {
		flat = append(flat, k, v)
	}
	return loc.T(a.Kind, flat...)
}

func stateKey(state string) string {
	if state == "" {
		return "none"
	}
	return state
}

// SetLanguage implements page.Shell.
func (s *shell) SetLanguage(lang string) {
	s.app.Preferences().SetString(prefLanguage, lang)
	s.loc = i18n.New(lang)
	setFyneLanguage(s.loc)
	if s.env == nil {
		s.showWelcome("")
		return
	}
	env := *s.env
	env.Loc = s.loc
	s.env = &env
	s.build()
}

// SetDark implements page.Shell.
func (s *shell) SetDark(d page.Darkness) {
	s.app.Preferences().SetString(prefDarkness, string(d))
	s.app.Settings().SetTheme(newTheme(d))
}

// Darkness implements page.Shell.
func (s *shell) Darkness() page.Darkness {
	return page.Darkness(s.app.Preferences().StringWithFallback(prefDarkness, string(page.Light)))
}

// Lock implements page.Shell.
func (s *shell) Lock() {
	path := s.env.Vault.Path()
	if err := s.closeVault(); err != nil {
		s.Fail(err)
	}
	s.showWelcome(path)
}

func (s *shell) closeVault() error {
	if s.env == nil {
		return nil
	}
	s.unwatch()
	s.current.Close()
	s.env.Store.Close()
	err := s.env.Vault.Close()
	s.env, s.current = nil, nil
	return err
}
