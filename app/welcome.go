package app

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/command"
	"kring/app/page"
	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/course"
)

// showWelcome offers to open a vault, to make one, or to look around.
func (s *shell) showWelcome(vaultFile string) {
	if vaultFile == "" {
		vaultFile = s.app.Preferences().String(prefVault)
	}
	if _, err := os.Stat(vaultFile); err != nil {
		vaultFile = ""
	}
	start := fyne.CanvasObject(s.newVaultCard())
	if vaultFile != "" {
		start = s.openCard(vaultFile)
	}
	s.welcome(start)
}

func (s *shell) welcome(card fyne.CanvasObject) {
	sub := widget.NewLabel(s.loc.T("welcome.about"))
	sub.Wrapping = fyne.TextWrapWord
	look := widget.NewButton(s.loc.T("welcome.demo"), s.openDemo)
	other := widget.NewButton(s.loc.T("welcome.openother"), s.chooseVault)
	fresh := widget.NewButton(s.loc.T("welcome.new"), func() { s.welcome(s.newVaultCard()) })
	look.Importance, other.Importance, fresh.Importance = widget.LowImportance, widget.LowImportance, widget.LowImportance
	languages := container.NewHBox(layout.NewSpacer())
	for _, l := range []string{"nl", "en"} {
		languages.Add(widget.NewButton(s.loc.T("language."+l), func() { s.SetLanguage(l) }))
	}
	content := container.NewVBox(
		container.NewHBox(logo(), heading(s.loc.T("app.name")), layout.NewSpacer(), languages),
		sub, widget.NewSeparator(), card, widget.NewSeparator(),
		container.NewHBox(fresh, other, look),
	)
	s.win.SetContent(container.NewVScroll(container.NewCenter(container.New(layout.NewGridWrapLayout(fyne.NewSize(640, 560)), content))))
	focusFirst(s.win, card)
}

func (s *shell) openCard(path string) fyne.CanvasObject {
	pass := widget.NewPasswordEntry()
	pass.SetPlaceHolder(s.loc.T("welcome.passphraseorcode"))
	open := func() { s.openVault(path, pass.Text) }
	pass.OnSubmitted = func(string) { open() }
	button := widget.NewButton(s.loc.T("welcome.open"), open)
	button.Importance = widget.HighImportance
	file := widget.NewLabel(s.loc.T("welcome.file", "File", filepath.Base(path)))
	return container.NewVBox(heading(s.loc.T("welcome.opentitle")), file, pass, button)
}

func (s *shell) newVaultCard() fyne.CanvasObject {
	pass, again := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	pass.SetPlaceHolder(s.loc.T("welcome.passphrase"))
	again.SetPlaceHolder(s.loc.T("welcome.again"))
	hint := widget.NewLabel(s.loc.T("welcome.hint.empty"))
	hint.Wrapping = fyne.TextWrapWord
	pass.OnChanged = func(p string) { hint.SetText(s.loc.T("welcome.hint." + string(strength(p)))) }
	create := func() { s.createVault(pass.Text, again.Text) }
	again.OnSubmitted = func(string) { create() }
	button := widget.NewButton(s.loc.T("welcome.create"), create)
	button.Importance = widget.HighImportance
	explain := widget.NewLabel(s.loc.T("welcome.newabout"))
	explain.Wrapping = fyne.TextWrapWord
	return container.NewVBox(heading(s.loc.T("welcome.new")), explain, pass, again, hint, button)
}

func (s *shell) createVault(pass, again string) {
	switch {
	case strength(pass) == weak || pass == "":
		s.Inform(s.loc.T("welcome.weak"))
		return
	case pass != again:
		s.Inform(s.loc.T("welcome.differ"))
		return
	}
	s.files().Save(s.loc.T("dialog.newvault"), "kring.kring", func(path string) {
		s.failUnlessNil(removeEmpty(path))
		s.makeVault(path, pass)
	})
}

func (s *shell) files() page.Files { return page.Files{Window: s.win, Loc: s.loc, Fail: s.Fail} }

// removeEmpty takes away the empty file that the save dialog made under the name.
func removeEmpty(path string) error {
	info, err := os.Stat(path)
	if err != nil || info.Size() > 0 {
		return err
	}
	return os.Remove(path)
}

func (s *shell) makeVault(path, pass string) {
	s.busy(func() error {
		v, recovery, err := vault.Create(path, pass)
		if err != nil {
			return err
		}
		return s.admit(v, func() { s.showRecovery(recovery) })
	})
}

func (s *shell) openVault(path, secret string) {
	s.busy(func() error {
		v, err := vault.Open(path, secret)
		if err != nil {
			return err
		}
		return s.admit(v, func() {})
	})
}

func (s *shell) chooseVault() {
	s.files().Open(s.loc.T("dialog.openvault"), []string{".kring"}, func(path string) { s.welcome(s.openCard(path)) })
}

func (s *shell) openDemo() {
	s.busy(func() error {
		v, err := command.DemoVault(s.now())
		if err != nil {
			return err
		}
		return s.admit(v, func() {})
	})
}

// admit loads the store and shows it, then does what comes next.
func (s *shell) admit(v *vault.Vault, then func()) error {
	programmes, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		return err
	}
	store, err := course.Open(v, programmes)
	if err != nil {
		return err
	}
	fyne.Do(func() {
		if !command.IsDemo(v.Path()) {
			s.app.Preferences().SetString(prefVault, v.Path())
		}
		s.enter(v, store)
		then()
	})
	return nil
}

// busy runs something slow beside the window and says that it is at work.
func (s *shell) busy(do func() error) {
	bar := widget.NewProgressBarInfinite()
	d := dialog.NewCustomWithoutButtons(s.loc.T("welcome.busy"), bar, s.win)
	d.Show()
	go func() {
		err := do()
		fyne.Do(func() {
			bar.Stop()
			d.Hide()
			s.failUnlessNil(err)
		})
	}()
}

func (s *shell) failUnlessNil(err error) {
	if err != nil {
		s.Fail(err)
	}
}

// Inform says something that needs reading, without an error.
func (s *shell) Inform(text string) {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom(s.loc.T("app.name"), s.loc.T("common.close"), l, s.win)
	d.Resize(fyne.NewSize(440, 180))
	d.Show()
}

func (s *shell) showRecovery(code string) {
	text := widget.NewLabel(s.loc.T("recovery.about"))
	text.Wrapping = fyne.TextWrapWord
	show := widget.NewLabel(code)
	show.TextStyle = fyne.TextStyle{Monospace: true, Bold: true}
	show.Alignment = fyne.TextAlignCenter
	show.SizeName = theme.SizeNameSubHeadingText
	show.Selectable = true
	print := widget.NewButtonWithIcon(s.loc.T("recovery.print"), theme.DocumentPrintIcon(), func() { s.printRecovery(code) })
	d := dialog.NewCustom(s.loc.T("recovery.title"), s.loc.T("recovery.done"), container.NewVBox(text, show, print), s.win)
	d.Resize(fyne.NewSize(560, 320))
	d.Show()
}
