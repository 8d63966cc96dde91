package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kring/app/page"
	kwidget "kring/app/widget"
)

// What was said goes when it is over, and what is said then shows.
func TestWhatIsOverIsSaidNoMore(t *testing.T) {
	s := newShell(test.NewTempApp(t))
	s.env = &page.Env{Loc: s.loc}
	s.message = kwidget.NewBidiLabel("")
	s.sidebar, s.said = &fyne.Container{}, kwidget.NewPanel(s.message)
	for _, text := range []string{"Kring leest…", "", "Klaar."} {
		if s.Say(text); s.said.Visible() != (text != "") || text != "" && s.message.Text != text {
			t.Errorf("%q: it shows %q, %v", text, s.message.Text, s.said.Visible())
		}
	}
}
