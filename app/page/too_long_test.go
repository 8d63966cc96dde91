package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
)

// A name of pages is refused in the form, which keeps it; a long text has its own field, and
// an address is as long as it is.
func TestALineCanBeTooLong(t *testing.T) {
	long := strings.Repeat("ي", longestLine)
	link := kwidget.NewField("https://voorbeeld.nl/" + long)
	for typed, refused := range map[string]bool{long: false, long + "ي": true} {
		s := newStage(t, "nl")
		name, saved := kwidget.NewField(typed), false
		f := s.env.draft("Titel", "Bewaren", name, fyne.NewSize(300, 200), func() func() error {
			return func() error { saved = true; return nil }
		})
		f.on(kwidget.NewField("kort"), name, kwidget.NewArea(long+long, 2), link)
		f.save()
		if refused {
			if s.env.Window.Canvas().Focused() != fyne.Focusable(name) || !f.problem.Visible() || name.Text != typed {
				t.Error("the form does not say which line is too long")
			}
			continue
		}
		s.await("the form to close", func() bool { return saved && s.env.Window.Canvas().Overlays().Top() == nil })
	}
}
