package page

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/app/guard"
	kwidget "kring/app/widget"
)

// locking is the card of the settings about who gets into the vault, and when it locks.
func (p *settings) locking() fyne.CanvasObject {
	loc := p.env.Loc
	objects := []fyne.CanvasObject{
		section(loc.T("lock.title")), caption(loc.T("lock.after")), p.minutes(), quiet(loc.T("lock.sleep")),
		beside(gapParts, kwidget.NewButton(loc.T("lock.passphrase"), nil, func() { p.env.afterKey(func() { p.env.ChangePassphrase("") }) }), kwidget.NewButton(loc.T("lock.recovery"), nil, func() { p.env.afterKey(p.renew) })),
	}
	if p.env.Locks.Keyring() || p.env.Vault.HasKeyring() { // one that is away now must be let go of too
		objects = append(objects, p.keyring())
	}
	hide := kwidget.NewCheck(loc.T("hide.check"), nil)
	hide.SetChecked(p.env.Locks.Hidden())
	hide.OnChanged = p.env.Locks.SetHidden
	return card(append(objects, hide, quiet(loc.T("hide.about")))...)
}

// afterKey opens a form when the key that asked for it is over: the space bar would type
// itself into a passphrase, where nobody sees it.
func (e *Env) afterKey(open func()) { go e.OnUI(open) }

// minutes chooses after how long without a hand the vault locks.
func (p *settings) minutes() fyne.CanvasObject {
	loc := p.env.Loc
	var names []string
	for _, n := range guard.Choices {
		if n == guard.Never {
			names = append(names, loc.T("lock.never"))
			continue
		}
		names = append(names, loc.N("lock.minutes", n))
	}
	s := kwidget.NewSelect(names, nil)
	s.SetSelectedIndex(slices.Index(guard.Choices, p.env.Guard.Minutes()))
	s.OnChanged = func(i int) { p.env.do(func() error { return p.env.Guard.SetMinutes(guard.Choices[i]) }) }
	return s
}

// renew asks the present passphrase and shows another recovery code.
func (p *settings) renew() {
	env := p.env
	present := secretField()
	f := env.draft(env.Loc.T("lock.recovery"), env.Loc.T("lock.renew"), column(gapParts, words(env.Loc.T("lock.recoveryabout")), caption(env.Loc.T("lock.present")), present), fyne.NewSize(520, 330), nil)
	var code string
	f.read = func() func() error {
		secret := present.Text
		return func() (err error) { code, err = env.Vault.RenewRecovery(secret); return err }
	}
	f.then = func() {
		env.copyNow()
		env.Locks.ShowRecovery(code)
	}
	f.on(present)
}

// copyNow makes a copy that opens by what was just agreed: the older ones open by what it was.
func (e *Env) copyNow() {
	if e.Backup != nil {
		go e.Backup.Now()
	}
}

// ChangePassphrase asks the present passphrase and twice another one. known is the recovery
// code with which the vault was just opened: then only the new one is asked.
func (e *Env) ChangePassphrase(known string) {
	loc := e.Loc
	present, pass, again := secretField(), secretField(), secretField()
	hint := quiet(loc.T("welcome.hint.empty"))
	pass.OnChanged = func(text string) { hint.SetText(loc.T(e.Locks.PassphraseHint(text))) }
	reveal := kwidget.NewCheck(loc.T("welcome.reveal"), func(on bool) {
		for _, x := range []*kwidget.Field{present, pass, again} {
			x.SetSecret(!on)
		}
	})
	content := column(gapParts)
	fields := []*kwidget.Field{present, pass, again}
	if known == "" {
		add(content, words(loc.T("lock.passphraseabout")), caption(loc.T("lock.present")), present)
	} else {
		add(content, words(loc.T("lock.forgotten")))
		fields = fields[1:]
	}
	add(content, caption(loc.T("lock.fresh")), pass, caption(loc.T("welcome.again")), again, reveal, hint)
	f := e.draft(loc.T("lock.passphrase"), loc.T("lock.change"), content, fyne.NewSize(560, 520), nil)
	f.read = func() func() error {
		if problem := e.Locks.PassphraseProblem(pass.Text, again.Text); problem != "" {
			return func() error { return passphraseError(problem) }
		}
		secret, fresh := present.Text, pass.Text
		if known != "" {
			secret = known
		}
		return func() error { return e.Vault.SetPassphrase(secret, fresh) }
	}
	f.then = func() {
		e.Shell.Say(loc.T("lock.changed"))
		e.copyNow()
	}
	f.on(fields...)
}

// The two ways in which a new passphrase is not good.
var (
	ErrWeak   = errors.New("the passphrase is too weak")
	ErrDiffer = errors.New("the two passphrases differ")
)

func passphraseError(problem string) error {
	if problem == "welcome.differ" {
		return ErrDiffer
	}
	return ErrWeak
}

// keyring lets the system's own keyring open the vault, or no longer.
func (p *settings) keyring() fyne.CanvasObject {
	loc := p.env.Loc
	about := quiet(loc.T("keyring.about"))
	if p.env.Vault.HasKeyring() {
		return column(gapLines, words(loc.T("keyring.on")), about, beside(0, kwidget.NewButton(loc.T("keyring.drop"), theme.DeleteIcon(), p.dropKeyring)))
	}
	return column(gapLines, about, beside(0, kwidget.NewButton(loc.T("keyring.add"), nil, func() { p.env.afterKey(p.addKeyring) })))
}

func (p *settings) addKeyring() {
	env := p.env
	present := secretField()
	f := env.draft(env.Loc.T("keyring.add"), env.Loc.T("keyring.yes"), column(gapParts, words(env.Loc.T("keyring.about")), caption(env.Loc.T("lock.present")), present), fyne.NewSize(520, 360), nil)
	f.read = func() func() error {
		secret := present.Text
		return func() error { return env.toKeyring(secret) }
	}
	f.then = p.Update
	f.on(present)
}

// toKeyring keeps nothing half: without the entry in the keyring the slot goes again.
func (e *Env) toKeyring(present string) error {
	id, err := e.Vault.ID()
	if err != nil {
		return err
	}
	secret, err := e.Vault.AddKeyring(present)
	if err != nil {
		return err
	}
	if err := e.Locks.KeepInKeyring(id, secret); err != nil {
		return errors.Join(err, e.Vault.DropKeyring())
	}
	return nil
}

// dropKeyring takes the vault's slot away first: whatever the keyring does, what it has is
// worth nothing from then on. Where there is none, there is nothing to take away from it.
func (p *settings) dropKeyring() {
	env, there := p.env, p.env.Locks.Keyring()
	env.act(func() error {
		id, err := env.Vault.ID()
		if err == nil {
			err = env.Vault.DropKeyring()
		}
		if err == nil && there {
			err = env.Locks.DropFromKeyring(id)
		}
		return err
	}, func(err error) {
		env.failUnlessNil(err)
		p.Update()
	})
}

func secretField() *kwidget.Field {
	f := kwidget.NewField("")
	f.Secret = true
	return f
}
