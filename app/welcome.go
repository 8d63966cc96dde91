package app

import (
	"errors"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/command"
	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/typeset"
	"kring/internal/vault"
)

// showWelcome offers to open a vault, to make one, or to look around.
func (s *shell) showWelcome(vaultFile string) {
	if _, err := os.Stat(vaultFile); err != nil {
		vaultFile = s.app.Preferences().String(prefVault)
	}
	s.asked = vaultFile
	_, err := os.Stat(vaultFile)
	switch {
	case vaultFile == "":
		s.welcome(s.newVaultCard())
	case err != nil:
		s.welcome(s.awayCard(vaultFile))
	default:
		s.welcome(s.openCard(vaultFile))
	}
}

// awayCard is for a vault that is not where it was: on a stick that is out, most often. Who
// were asked to make a new one instead would think that all is lost.
func (s *shell) awayCard(path string) fyne.CanvasObject {
	again := kwidget.NewButton(s.loc.T("welcome.lookagain"), theme.ViewRefreshIcon(), func() { s.showWelcome(path) })
	again.Importance = widget.HighImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.away")),
		kwidget.NewBidiLabel(s.loc.T("welcome.file", "File", path)), kwidget.NewBidiLabel(s.loc.T("welcome.awayabout")), again)
}

func (s *shell) welcome(card fyne.CanvasObject) {
	look := kwidget.NewButton(s.loc.T("welcome.demo"), theme.VisibilityIcon(), s.openDemo)
	other := kwidget.NewButton(s.loc.T("welcome.openother"), theme.FolderOpenIcon(), s.chooseVault)
	fresh := kwidget.NewButton(s.loc.T("welcome.new"), theme.ContentAddIcon(), func() { s.welcome(s.newVaultCard()) })
	ways := container.NewVBox(container.NewGridWithColumns(3, look, other, fresh), s.rescueButton())
	languages := container.NewHBox()
	for _, l := range i18n.Languages() {
		b := kwidget.NewButton(i18n.OwnName(l), nil, func() { s.SetLanguage(l) })
		b.Importance = widget.LowImportance
		languages.Add(b)
	}
	head := container.NewBorder(nil, nil, container.NewHBox(logo(), heading(s.loc.T("app.name"))), languages)
	content := container.New(layout.NewCustomPaddedVBoxLayout(14), head, kwidget.NewBidiLabel(s.loc.T("welcome.about")), kwidget.NewPanel(card), ways)
	s.middle(content)
	focusFirst(s.win, card)
}

// middle shows one column and nothing else.
func (s *shell) middle(column fyne.CanvasObject) {
	s.clear()
	s.win.SetContent(kwidget.Mirror(container.NewVScroll(container.New(middleColumn(welcomeWidth), column))))
}

// welcomeWidth is a line that reads well.
const welcomeWidth = 660

func secretField() *kwidget.Field {
	f := kwidget.NewField("")
	f.Secret = true
	return f
}

// reveal is for who would rather see what they type.
func (s *shell) reveal(fields ...*kwidget.Field) fyne.CanvasObject {
	return kwidget.NewCheck(s.loc.T("welcome.reveal"), func(on bool) {
		for _, f := range fields {
			f.SetSecret(!on)
		}
	})
}

// under puts a field under its name.
func under(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(3), kwidget.NewBidiLabel(name), field)
}

func problemLabel() *kwidget.BidiLabel {
	l := kwidget.NewBidiLabel("")
	l.ColorName = theme.ColorNameError
	l.Hide()
	return l
}

func (s *shell) newVaultCard() fyne.CanvasObject {
	pass, again := secretField(), secretField()
	hint := kwidget.NewBidiLabel(s.loc.T("welcome.hint.empty"))
	pass.OnChanged = func(p string) {
		hint.ColorName = theme.ColorNameForeground
		hint.SetText(s.loc.T("welcome.hint." + string(strength(p))))
	}
	where := newVaultDir()
	place := kwidget.NewBidiLabel(s.loc.T("welcome.place", "Folder", where))
	elsewhere := kwidget.NewButton(s.loc.T("welcome.elsewhere"), theme.FolderOpenIcon(), func() {
		s.files().Folder(s.loc.T("dialog.newvault"), func(dir string) {
			where = dir
			place.SetText(s.loc.T("welcome.place", "Folder", where))
		})
	})
	elsewhere.Importance = widget.LowImportance
	create := func() {
		if problem := passphraseProblem(pass.Text, again.Text); problem != "" {
			hint.ColorName = theme.ColorNameError
			hint.SetText(s.loc.T(problem))
			return
		}
		s.makeVault(where, pass.Text)
	}
	again.OnSubmitted = func(string) { create() }
	pass.OnSubmitted = func(string) { s.win.Canvas().Focus(again) }
	button := kwidget.NewButton(s.loc.T("welcome.create"), nil, create)
	button.Importance = widget.HighImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.new")),
		kwidget.NewBidiLabel(s.loc.T("welcome.newabout")), under(s.loc.T("welcome.passphrase"), pass), under(s.loc.T("welcome.again"), again), s.reveal(pass, again), hint,
		container.NewBorder(nil, nil, nil, elsewhere, container.NewVBox(layout.NewSpacer(), place, layout.NewSpacer())), button)
}

// passphraseProblem is the message of what is wrong with a new passphrase, or nothing.
func passphraseProblem(pass, again string) string {
	switch {
	case strength(pass) == weak || pass == "":
		return "welcome.weak"
	case pass != again:
		return "welcome.differ"
	}
	return ""
}

func (s *shell) files() page.Files {
	return page.Files{Window: s.win, Loc: s.loc, Explain: s.Explain, OnUI: fyne.Do}
}

func (s *shell) makeVault(dir, pass string) {
	s.busy(func() (func(), error) {
		path, err := newVaultPath(dir)
		if err != nil {
			return nil, err
		}
		v, recovery, err := vault.Create(path, pass)
		if err != nil {
			return nil, err
		}
		enter, err := s.admit(v)
		return func() { s.showRecovery(recovery, enter) }, err
	}, s.Fail)
}

func (s *shell) openVault(path, secret string, failed func(error)) {
	s.busy(func() (func(), error) {
		v, err := vault.Open(path, secret)
		if err != nil {
			return nil, err
		}
		opened(v, s.now)
		enter, err := s.admit(v)
		if !v.Recovered() {
			return enter, err // which holds nothing of the passphrase
		}
		return func() { enter(); s.forgotten(secret) }, err
	}, failed)
}

// forgotten asks a new passphrase: the vault was opened by its recovery code.
func (s *shell) forgotten(code string) { s.env.ChangePassphrase(code) }

func (s *shell) chooseVault() {
	s.files().Open(s.loc.T("dialog.openvault"), []string{".kring"}, func(path string) { s.welcome(s.openCard(path)) })
}

func (s *shell) openDemo() {
	s.busy(func() (func(), error) {
		v, err := command.DemoVault(s.now())
		if err != nil {
			return nil, err
		}
		return s.admit(v)
	}, s.Fail)
}

// admit loads what is in a vault and gives what shows it.
func (s *shell) admit(v *vault.Vault) (enter func(), err error) {
	stores, err := command.OpenStores(v, page.School())
	if err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return func() { s.enter(v, stores) }, nil
}

// busy runs something slow beside the window and says that it is at work. What comes
// next waits until that message is gone: with it, Fyne takes away all that lies over it.
func (s *shell) busy(do func() (next func(), err error), failed func(error)) {
	bar := widget.NewProgressBarInfinite()
	d := kwidget.ShowDialog(s.loc.T("welcome.busy"), bar, fyne.NewSize(360, 100), s.win)
	go func() {
		next, err := do()
		fyne.Do(func() {
			bar.Stop()
			d.Hide()
			if err != nil {
				failed(err)
				return
			}
			next()
		})
	}()
}

func (s *shell) failUnlessNil(err error) {
	if err != nil {
		s.Fail(err)
	}
}

// showRecovery shows the recovery code, once, in place of everything else: the vault
// opens only when somebody says that they have kept it.
func (s *shell) showRecovery(code string, enter func()) {
	show := kwidget.NewBidiLabel(code)
	show.Bold, show.Align, show.SizeName = true, typeset.Center, theme.SizeNameHeadingText
	var copied *kwidget.Button
	copied = kwidget.NewButton(s.loc.T("common.copy"), theme.ContentCopyIcon(), func() {
		kwidget.Copy(code, true)
		copied.SetText(s.loc.T("common.copied"))
	})
	print := kwidget.NewButton(s.loc.T("recovery.print"), theme.DocumentPrintIcon(), func() { s.printRecovery(code) })
	done := kwidget.NewButton(s.loc.T("recovery.done"), nil, enter)
	done.Importance = widget.HighImportance
	done.Disable()
	kept := kwidget.NewCheck(s.loc.T("recovery.kept"), func(on bool) {
		if on {
			done.Enable()
			return
		}
		done.Disable()
	})
	card := container.New(layout.NewCustomPaddedVBoxLayout(14), heading(s.loc.T("recovery.title")), kwidget.NewBidiLabel(s.loc.T("recovery.about")),
		kwidget.NewPanel(show), container.NewCenter(container.NewHBox(print, copied)), kept, container.NewHBox(layout.NewSpacer(), done))
	s.middle(kwidget.NewPanel(card))
	s.win.Canvas().Focus(print)
}
