package page

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"kring/internal/vault"
)

// fakeLocks remembers what the settings asked of the window.
type fakeLocks struct {
	code    string
	keyring map[string]string // nil: none
	broken  bool
	hidden  bool
}

func (l *fakeLocks) PassphraseProblem(pass, again string) string {
	switch {
	case len(pass) < 10:
		return "welcome.weak"
	case pass != again:
		return "welcome.differ"
	}
	return ""
}
func (l *fakeLocks) PassphraseHint(string) string { return "welcome.hint.fair" }
func (l *fakeLocks) ShowRecovery(code string)     { l.code = code }
func (l *fakeLocks) Keyring() bool                { return l.keyring != nil }
func (l *fakeLocks) KeepInKeyring(id, secret string) error {
	if l.broken {
		return errors.New("the keyring is out of order")
	}
	l.keyring[id] = secret
	return nil
}

func (l *fakeLocks) DropFromKeyring(id string) error {
	if l.keyring == nil {
		return errors.New("there is no keyring")
	}
	delete(l.keyring, id)
	return nil
}
func (l *fakeLocks) Hidden() bool      { return l.hidden }
func (l *fakeLocks) SetHidden(on bool) { l.hidden = on }

// closed closes the stage's vault and gives what opens it.
func (s *stage) openedBy(secrets ...string) (out []bool) {
	s.Helper()
	s.env.Queue.Wait()
	path := s.env.Vault.Path()
	if err := s.env.Vault.Close(); err != nil {
		s.Fatal(err)
	}
	for _, secret := range secrets {
		v, err := vault.Open(path, secret)
		out = append(out, err == nil)
		if err == nil {
			if err := v.Close(); err != nil {
				s.Fatal(err)
			}
		}
	}
	return out
}

func TestPassphraseIsChangedInTheSettings(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.env.ChangePassphrase("")
		fields := fieldsIn(s.env.Window.Canvas().Overlays().Top())
		if len(fields) != 3 {
			t.Fatalf("%d fields", len(fields))
		}
		type try struct{ present, pass, again string }
		for _, x := range []try{{"mis", "een heel andere zin", "een heel andere zin"}, {"een lange wachtzin", "kort", "kort"}, {"een lange wachtzin", "een heel andere zin", "een heel andre zin"}} {
			for i, text := range []string{x.present, x.pass, x.again} {
				fields[i].SetText(text)
			}
			failed := len(textsIn(s.env.Window.Canvas().Overlays().Top()))
			fields[2].OnSubmitted("")
			s.await("a refusal", func() bool { return len(textsIn(s.env.Window.Canvas().Overlays().Top())) >= failed })
			s.env.Queue.Wait()
		}
		fields[2].SetText("een heel andere zin")
		s.await("the button", func() bool {
			fields[2].OnSubmitted("")
			return s.env.Window.Canvas().Overlays().Top() == nil
		})
		if got := s.openedBy("een lange wachtzin", "een heel andere zin"); got[0] || !got[1] {
			t.Errorf("%s: the old one opens: %v, the new one: %v", lang, got[0], got[1])
		}
	}
}

func TestRecoveryCodeIsRenewedInTheSettings(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Settings}).(*settings)
	p.renew()
	f := fieldsIn(s.env.Window.Canvas().Overlays().Top())[0]
	f.SetText("een lange wachtzin")
	f.OnSubmitted("")
	locks := s.env.Locks.(*fakeLocks)
	s.await("a code", func() bool { return locks.code != "" })
	if got := s.openedBy(locks.code); !got[0] {
		t.Error("the new code does not open it")
	}
}

func TestKeyringInTheSettings(t *testing.T) {
	s := newStage(t, "nl")
	locks := s.env.Locks.(*fakeLocks)
	p := s.open(Target{Page: Settings}).(*settings)
	if all := strings.Join(textsIn(p.Object()), "\n"); strings.Contains(all, s.env.Loc.T("keyring.add")) {
		t.Error("a keyring is offered where there is none")
	}
	locks.keyring, locks.broken = map[string]string{}, true
	if err := s.env.toKeyring("een lange wachtzin"); err == nil || s.env.Vault.HasKeyring() {
		t.Errorf("a keyring that does not work: %v, slot %v", err, s.env.Vault.HasKeyring())
	}
	locks.broken = false
	if err := s.env.toKeyring("een lange wachtzin"); err != nil {
		t.Fatal(err)
	}
	id, err := s.env.Vault.ID()
	secret := locks.keyring[id]
	if err != nil || secret == "" {
		t.Fatal("nothing was kept")
	}
	p.Update()
	p.dropKeyring()
	s.await("the entry to go", func() bool { return locks.keyring[id] == "" && !s.env.Vault.HasKeyring() })
	if got := s.openedBy(secret, "een lange wachtzin"); got[0] || !got[1] {
		t.Errorf("what the keyring had opens it: %v, the passphrase: %v", got[0], got[1])
	}
}

// Saving asks first while names are hidden: in the file they are not.
func TestSavingWarnsWhileNamesAreHidden(t *testing.T) {
	s := newStage(t, "nl")
	s.env.Locks.(*fakeLocks).hidden = true
	s.env.saveFiles("lijst.pdf", func(path string) ([]string, error) { return []string{filepath.Base(path)}, nil })
	if len(s.shell.asked) != 1 || s.env.Window.Canvas().Overlays().Top() != nil {
		t.Fatalf("asked %v", s.shell.asked)
	}
	s.shell.asked[0].Do()
	if s.env.Window.Canvas().Overlays().Top() == nil {
		t.Error("it was not asked where")
	}
}

func TestMinutesUntilItLocks(t *testing.T) {
	s := newStage(t, "ar")
	if got := s.env.Guard.Minutes(); got != 10 {
		t.Errorf("%d minutes at first", got)
	}
	p := s.open(Target{Page: Settings}).(*settings)
	p.minutes()
	if err := s.env.Guard.SetMinutes(3); err == nil {
		t.Error("three minutes are no choice")
	}
	if err := s.env.Guard.SetMinutes(-1); err != nil || s.env.Guard.Minutes() != -1 {
		t.Errorf("%d, %v", s.env.Guard.Minutes(), err)
	}
}

// TestKeyringThatIsAway: a vault that a keyring may open says so and lets go of it, where
// that keyring does not answer now too. What it has opens nothing afterwards.
func TestKeyringThatIsAway(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		locks := s.env.Locks.(*fakeLocks)
		locks.keyring = map[string]string{}
		if err := s.env.toKeyring("een lange wachtzin"); err != nil {
			t.Fatal(err)
		}
		id, err := s.env.Vault.ID()
		if err != nil {
			t.Fatal(err)
		}
		secret := locks.keyring[id]
		locks.keyring = nil
		p := s.open(Target{Page: Settings, Tab: Locking}).(*settings)
		if all := strings.Join(textsIn(p.Object()), "\n"); !strings.Contains(all, s.env.Loc.T("keyring.on")) || !strings.Contains(all, s.env.Loc.T("keyring.drop")) {
			t.Fatalf("%s: nothing says that a keyring opens this vault:\n%s", lang, all)
		}
		button(t, p.Object(), s.env.Loc.T("keyring.drop")).OnTapped()
		s.await("the slot to go", func() bool { return !s.env.Vault.HasKeyring() })
		s.await("the button to go", func() bool {
			return !strings.Contains(strings.Join(textsIn(p.Object()), "\n"), s.env.Loc.T("keyring.on"))
		})
		if len(s.shell.failed) > 0 {
			t.Errorf("%s: it fails: %v", lang, s.shell.failed)
		}
		if got := s.openedBy(secret); got[0] {
			t.Errorf("%s: what the keyring had still opens it", lang)
		}
	}
}
