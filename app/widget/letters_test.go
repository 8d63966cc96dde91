package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kring/internal/typeset"
)

// Parts of a text show bold, slanted or quiet; all of the text shows, also where the parts are
// those of another text.
func TestLettersShow(t *testing.T) {
	test.NewTempApp(t)
	l := NewBidiLabel("**vet** en ب")
	l.SetLetters([]Letters{{From: 0, To: 2, Quiet: true}, {From: 2, To: 5, Bold: true}, {From: 5, To: 7, Quiet: true}})
	spans := l.spans(l.Text)
	if len(spans) != 4 || spans[0].Color == spans[1].Color || !spans[1].Bold || spans[1].Text != "vet" || spans[3].Bold {
		t.Errorf("%+v", spans)
	}
	for _, text := range []string{"**vet** en ب", "kort", ""} {
		l.SetText(text)
		if got := join(l.spans(text)); got != text {
			t.Errorf("%q shows as %q", text, got)
		}
	}
}

func join(spans []typeset.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
