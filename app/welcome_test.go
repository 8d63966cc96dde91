package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/vault"
)

// A vault on a stick that is out is not lost: the welcome says so, and opens it when it is back.
func TestWelcomeOfAVaultThatIsAway(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		a := test.NewTempApp(t)
		a.Preferences().SetString(prefLanguage, lang)
		s := newShell(a)
		path := filepath.Join(t.TempDir(), "proef.kring")
		s.showWelcome("")
		if loc := i18n.New(lang); !shows(s, loc.T("welcome.newabout")) || shows(s, loc.T("welcome.away")) {
			t.Errorf("%s: who has no vault yet is not asked to make one", lang)
		}
		a.Preferences().SetString(prefVault, path)
		s.showWelcome("")
		if !shows(s, s.loc.T("welcome.away")) || !shows(s, path) || shows(s, s.loc.T("welcome.newabout")) {
			t.Errorf("%s: it does not say that the vault is away", lang)
		}
		v, _, err := vault.Create(path, "een lange wachtzin", vault.WithKDF(vault.TestKDF))
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		press(t, s, "welcome.lookagain")
		if !shows(s, s.loc.T("welcome.opentitle")) {
			t.Errorf("%s: the vault is back and cannot be opened", lang)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// shows tells whether a text is in the window.
func shows(s *shell, text string) bool {
	there := false
	everything(s.win.Content(), func(o fyne.CanvasObject) {
		if l, ok := o.(*kwidget.BidiLabel); ok && strings.Contains(l.Text, text) {
			there = true
		}
	})
	return there
}

func press(t *testing.T, s *shell, id string) {
	t.Helper()
	var found *kwidget.Button
	everything(s.win.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok && b.Text == s.loc.T(id) {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", s.loc.T(id))
	}
	found.OnTapped()
}

// everything visits what is drawn, also within widgets.
func everything(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	var parts []fyne.CanvasObject
	switch w := o.(type) {
	case *fyne.Container:
		parts = w.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(w).Objects()
	}
	for _, p := range parts {
		everything(p, visit)
	}
}
