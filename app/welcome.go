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
	kwidget "kring/app/widget"
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
	look := widget.NewButtonWithIcon(s.loc.T("welcome.demo"), theme.VisibilityIcon(), s.openDemo)
	other := widget.NewButtonWithIcon(s.loc.T("welcome.openother"), theme.FolderOpenIcon(), s.chooseVault)
	fresh := widget.NewButtonWithIcon(s.loc.T("welcome.new"), theme.ContentAddIcon(), func() { s.welcome(s.newVaultCard()) })
	ways := container.NewGridWithColumns(3, look, other, fresh)
	languages := container.NewHBox()
	for _, l := range []string{"nl", "en"} {
		b := widget.NewButton(s.loc.T("language."+l), func() { s.SetLanguage(l) })
		b.Importance = widget.LowImportance
		languages.Add(b)
	}
	head := container.NewBorder(nil, nil, container.NewHBox(logo(), heading(s.loc.T("app.name"))), languages)
	content := container.New(layout.NewCustomPaddedVBoxLayout(14), head, kwidget.NewBidiLabel(s.loc.T("welcome.about")), kwidget.NewPanel(card), ways)
	s.win.SetContent(container.NewVScroll(container.New(middleColumn(welcomeWidth), content)))
	focusFirst(s.win, card)
}

// welcomeWidth is a line that reads well.
const welcomeWidth = 660

func (s *shell) openCard(path string) fyne.CanvasObject {
	pass := widget.NewPasswordEntry()
	pass.SetPlaceHolder(s.loc.T("welcome.passphraseorcode"))
	open := func() { s.openVault(path, pass.Text) }
	pass.OnSubmitted = func(string) { open() }
	button := widget.NewButton(s.loc.T("welcome.open"), open)
	button.Importance = widget.HighImportance
	file := kwidget.NewBidiLabel(s.loc.T("welcome.file", "File", filepath.Base(path)))
	return container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.opentitle")), file, pass, button)
}

func (s *shell) newVaultCard() fyne.CanvasObject {
	pass, again := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	pass.SetPlaceHolder(s.loc.T("welcome.passphrase"))
	again.SetPlaceHolder(s.loc.T("welcome.again"))
	hint := kwidget.NewBidiLabel(s.loc.T("welcome.hint.empty"))
	pass.OnChanged = func(p string) { hint.SetText(s.loc.T("welcome.hint." + string(strength(p)))) }
	create := func() { s.createVault(pass.Text, again.Text) }
	again.OnSubmitted = func(string) { create() }
	pass.OnSubmitted = func(string) { s.win.Canvas().Focus(again) }
	button := widget.NewButton(s.loc.T("welcome.create"), create)
	button.Importance = widget.HighImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.new")),
		kwidget.NewBidiLabel(s.loc.T("welcome.newabout")), pass, again, hint, button)
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
