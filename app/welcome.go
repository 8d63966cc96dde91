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
	"kring/internal/typeset"
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
	look := kwidget.NewButton(s.loc.T("welcome.demo"), theme.VisibilityIcon(), s.openDemo)
	other := kwidget.NewButton(s.loc.T("welcome.openother"), theme.FolderOpenIcon(), s.chooseVault)
	fresh := kwidget.NewButton(s.loc.T("welcome.new"), theme.ContentAddIcon(), func() { s.welcome(s.newVaultCard()) })
	ways := container.NewGridWithColumns(3, look, other, fresh)
	languages := container.NewHBox()
	for _, l := range []string{"nl", "en"} {
		b := kwidget.NewButton(s.loc.T("language."+l), nil, func() { s.SetLanguage(l) })
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
	button := kwidget.NewButton(s.loc.T("welcome.open"), nil, open)
	button.Importance = widget.HighImportance
	file := kwidget.NewBidiLabel(s.loc.T("welcome.file", "File", filepath.Base(path)))
	return container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.opentitle")), file, pass, button)
}

func (s *shell) newVaultCard() fyne.CanvasObject {
	pass, again := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	pass.SetPlaceHolder(s.loc.T("welcome.passphrase"))
	again.SetPlaceHolder(s.loc.T("welcome.again"))
	hint := kwidget.NewBidiLabel(s.loc.T("welcome.hint.empty"))
	pass.OnChanged = func(p string) {
		hint.ColorName = theme.ColorNameForeground
		hint.SetText(s.loc.T("welcome.hint." + string(strength(p))))
	}
	create := func() {
		if problem := s.createVault(pass.Text, again.Text); problem != "" {
			hint.ColorName = theme.ColorNameError
			hint.SetText(s.loc.T(problem))
		}
	}
	again.OnSubmitted = func(string) { create() }
	pass.OnSubmitted = func(string) { s.win.Canvas().Focus(again) }
	button := kwidget.NewButton(s.loc.T("welcome.create"), nil, create)
	button.Importance = widget.HighImportance
	return container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.new")),
		kwidget.NewBidiLabel(s.loc.T("welcome.newabout")), pass, again, hint, button)
}

// createVault asks where the vault goes, or gives the message of what is wrong.
func (s *shell) createVault(pass, again string) (problem string) {
	switch {
	case strength(pass) == weak || pass == "":
		return "welcome.weak"
	case pass != again:
		return "welcome.differ"
	}
	s.files().Save(s.loc.T("dialog.newvault"), "kring.kring", func(path string) {
		s.failUnlessNil(removeEmpty(path))
		s.makeVault(path, pass)
	})
	return ""
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

// showRecovery shows the recovery code, once. It goes only when somebody says that
// they have kept it.
func (s *shell) showRecovery(code string) {
	show := kwidget.NewBidiLabel(code)
	show.Bold, show.Align, show.SizeName = true, typeset.Center, theme.SizeNameHeadingText
	copied := kwidget.NewButton(s.loc.T("common.copy"), theme.ContentCopyIcon(), func() { s.app.Clipboard().SetContent(code) })
	print := kwidget.NewButton(s.loc.T("recovery.print"), theme.DocumentPrintIcon(), func() { s.printRecovery(code) })
	var d *dialog.CustomDialog
	done := kwidget.NewButton(s.loc.T("recovery.done"), nil, func() { d.Hide() })
	done.Importance = widget.HighImportance
	done.Disable()
	kept := widget.NewCheck(s.loc.T("recovery.kept"), func(on bool) {
		if on {
			done.Enable()
			return
		}
		done.Disable()
	})
	body := container.New(layout.NewCustomPaddedVBoxLayout(14), kwidget.NewBidiLabel(s.loc.T("recovery.about")), kwidget.NewPanel(show),
		container.NewCenter(container.NewHBox(print, copied)), kept, container.NewHBox(layout.NewSpacer(), done))
	d = dialog.NewCustomWithoutButtons(s.loc.T("recovery.title"), container.New(layout.NewCustomPaddedLayout(6, 6, 8, 8), body), s.win)
	d.Resize(fyne.NewSize(620, 380))
	d.Show()
	s.win.Canvas().Focus(print)
}
