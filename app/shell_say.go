package app

import (
	"errors"
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/vault"
)

// messageTime is how long a short message stays.
const messageTime = 6 * time.Second

// Say implements page.Shell. An empty text takes away what was said: it is over.
func (s *shell) Say(text string) {
	s.messages++
	mine := s.messages
	if s.env == nil {
		return // the vault is closed: there is nothing to say it in
	}
	if text == "" {
		s.said.Hide()
		s.sidebar.Refresh()
		return
	}
	s.message.SetText(short(kwidget.Covered(text)))
	s.said.Show()
	s.sidebar.Refresh() // Fyne makes room by itself only when more changes in the same frame
	time.AfterFunc(messageTime, func() {
		fyne.Do(func() {
			if s.messages == mine && s.env != nil {
				s.said.Hide()
				s.sidebar.Refresh()
			}
		})
	})
}

// longest is how much of a message has room above Undo.
const longest = 120

// short cuts a message with a very long name in it.
func short(text string) string {
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	return string(runes[:longest-1]) + "…"
}

// Explain implements page.Shell.
func (s *shell) Explain(err error) string { return explain(s.loc, err) }

// Fail implements page.Shell: the log gets the kind of error, the user one sentence.
func (s *shell) Fail(err error) {
	logError("shown to the user", err)
	s.tell(s.loc.T("error.title"), explain(s.loc, err))
}

// tell says something that must be read before going on. Enter and Escape close it.
func (s *shell) tell(title, text string) {
	var d *kwidget.Dialog
	ok := kwidget.NewButton(s.loc.T("common.close"), nil, func() { d.Hide() })
	ok.Importance = widget.HighImportance
	ok.OnEscape = ok.OnTapped
	d = s.sheet(title, text, ok)
	s.win.Canvas().Focus(ok)
}

// sheet is a dialog of one text above buttons.
func (s *shell) sheet(title, text string, buttons ...fyne.CanvasObject) *kwidget.Dialog {
	foot := container.NewHBox(append([]fyne.CanvasObject{layout.NewSpacer()}, buttons...)...)
	return kwidget.ShowDialog(title, container.NewBorder(kwidget.NewBidiLabel(text), foot, nil, nil), fyne.NewSize(480, 180), s.win)
}

// Ask implements page.Shell: Enter does not destroy, it takes a step to get there.
func (s *shell) Ask(q page.Question) {
	before := s.win.Canvas().Focused()
	var d *kwidget.Dialog
	leave := func() {
		d.Hide()
		if before != nil {
			s.win.Canvas().Focus(before)
		}
	}
	no := kwidget.NewButton(s.loc.T("common.cancel"), nil, leave)
	yes := kwidget.NewButton(q.Yes, nil, func() { leave(); q.Do() })
	yes.Importance = widget.DangerImportance
	no.OnEscape, yes.OnEscape = leave, leave
	d = s.sheet(q.Title, q.Text, no, yes)
	s.win.Canvas().Focus(no)
}

func (s *shell) redo() { s.step((*vault.Vault).Redo, "redo.did") }

func (s *shell) step(do func(*vault.Vault) (vault.Action, error), message string) {
	if s.env == nil {
		return
	}
	v := s.env.Vault
	s.env.Queue.Add(func() {
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
	})
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
	s.app.Settings().SetTheme(newTheme(s.Darkness(), s.loc.RTL()))
	setFyneLanguage(s.loc)
	if s.env == nil {
		s.showWelcome(s.asked)
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
	s.app.Settings().SetTheme(newTheme(d, s.loc.RTL()))
}

// Darkness implements page.Shell.
func (s *shell) Darkness() page.Darkness {
	return page.Darkness(s.app.Preferences().StringWithFallback(prefDarkness, string(page.Light)))
}
