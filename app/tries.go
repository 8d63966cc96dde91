package app

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/guard"
	kwidget "kring/app/widget"
	"kring/internal/vault"
)

// opening is the card that asks for a passphrase. After a wrong one it waits, longer each
// time, and says so while the window goes on.
type opening struct {
	s      *shell
	path   string
	header vault.Header
	tries  *guard.Tries
	pass   *kwidget.Field
	wrong  *kwidget.BidiLabel
	said   string // what went wrong, before the countdown
	button *kwidget.Button
	turn   int // of the countdowns
}

func (s *shell) openCard(path string) fyne.CanvasObject {
	o := &opening{s: s, path: path, pass: secretField(), wrong: problemLabel()}
	o.header, _ = vault.Inspect(path) // what is wrong with the file is said when it is opened
	dir, err := crashDir()
	if err != nil {
		fyne.LogError("counting wrong passphrases", err)
	}
	o.tries = guard.NewTries(dir, o.header.ID, s.now)
	o.button = kwidget.NewButton(s.loc.T("welcome.open"), nil, o.open)
	o.button.Importance = widget.HighImportance
	o.pass.OnSubmitted = func(string) { o.open() }
	file := kwidget.NewBidiLabel(s.loc.T("welcome.file", "File", path))
	card := container.New(layout.NewCustomPaddedVBoxLayout(10), heading(s.loc.T("welcome.opentitle")), file, under(s.loc.T("welcome.passphraseorcode"), o.pass), s.reveal(o.pass), o.wrong, o.button)
	if o.header.Keyring != nil {
		card.Add(kwidget.NewButton(s.loc.T("keyring.open"), theme.ComputerIcon(), o.byKeyring))
	}
	o.count()
	return card
}

func (o *opening) open() {
	if o.tries.Wait() > 0 {
		return
	}
	secret := o.pass.Text
	o.s.openVault(o.path, secret, func(err error) { o.failed(err, true) })
}

// byKeyring falls back on the passphrase, whatever the keyring says.
func (o *opening) byKeyring() {
	o.s.busy(func() (func(), error) {
		secret, err := fromKeyring(o.header.ID)
		if err != nil {
			return nil, err
		}
		v, err := vault.Open(o.path, secret)
		if errors.Is(err, vault.ErrWrongSecret) || errors.Is(err, vault.ErrNoKeyring) {
			err = errors.Join(ErrKeyring, err)
		}
		if err != nil {
			return nil, err
		}
		return o.s.admit(v)
	}, func(err error) { o.failed(err, false) })
}

func (o *opening) failed(err error, counts bool) {
	if counts && errors.Is(err, vault.ErrWrongSecret) {
		if e := o.tries.Wrong(); e != nil {
			fyne.LogError("counting wrong passphrases", e)
		}
	}
	o.said = o.s.Explain(err)
	o.s.win.Canvas().Focus(o.pass)
	o.pass.TypedShortcut(&fyne.ShortcutSelectAll{})
	o.count()
	o.s.offerRescue(err, o.path)
}

// count says how long it still takes, every second, until it is over.
func (o *opening) count() {
	o.turn++
	o.tick(o.turn)
}

func (o *opening) tick(turn int) {
	if turn != o.turn {
		return
	}
	left := o.tries.Wait()
	text := o.said
	if left > 0 {
		seconds := int((left + time.Second - 1) / time.Second)
		text += " " + o.s.loc.N("welcome.wait", seconds)
		o.button.Disable()
		time.AfterFunc(min(left, time.Second), func() { fyne.Do(func() { o.tick(turn) }) })
	} else {
		o.button.Enable()
	}
	o.wrong.Hidden = text == ""
	o.wrong.SetText(text)
	o.wrong.Refresh()
}

// opened forgets the wrong ones.
func opened(v *vault.Vault, now func() time.Time) {
	dir, err := crashDir()
	if err != nil {
		return // none were counted
	}
	id, err := v.ID()
	if err == nil {
		err = guard.NewTries(dir, id, now).Right()
	}
	if err != nil {
		fyne.LogError("forgetting wrong passphrases", err)
	}
}
