package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kring/toolkit/bilingual"
)

// Who begins with "1. " or "- " writes a list: while it is typed, and for each line that is pasted.
// What only looks like it stays text, and a block that is one already stays what it is.
func TestListsBeginAsPeopleTypeThem(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		b := s.anEmptyKit()
		p := s.writing(b)
		p.hand.field.SetText("1. ")
		if p.hand.kind.id() != "numbered" || p.hand.field.Text != "" {
			t.Fatalf("%s: %s %q", lang, p.hand.kind.id(), p.hand.field.Text)
		}
		p.hand.field.SetText("Waar speelde je?")
		p.press1(fyne.KeyReturn)
		p.hand.field.SetText("Met wie?")
		p.press1(fyne.KeyReturn)
		p.hand.kind.sel.SetSelectedIndex(slices.Index(writeKinds(), "text"))
		p.hand.field.SetText("2026. Een goed jaar.")
		p.press1(fyne.KeyReturn)
		p.hand.field.SetText("Neem mee:\n- een jas\n- brood\nVeel plezier!")
		p.press1(fyne.KeyReturn)
		s.calm(p)
		want := []string{"h1 Samen vieren", "numbered Waar speelde je?", "numbered Met wie?", "text 2026. Een goed jaar.", "text Neem mee:", "bullet een jas", "bullet brood", "text Veel plezier!"}
		if got := s.blocks(b); !slices.Equal(got[:min(len(want), len(got))], want) {
			t.Errorf("%s:\n%s", lang, strings.Join(got, "\n"))
		}
		p.take(p.index(s.entry(b, "Neem mee:").ID))
		p.hand.field.SetText("- Neem mee:")
		if p.hand.kind.id() != "bullet" || p.hand.field.Text != "Neem mee:" {
			t.Errorf("%s: before words that were there: %s %q", lang, p.hand.kind.id(), p.hand.field.Text)
		}
		p.hand.fill("1. Waar slaap je?", "") // as one that was kept before "1. " meant something
		p.hand.kind.show("text")
		p.hand.block = bilingual.Block{Text: "1. Waar slaap je?"}
		p.hand.field.Select(100, 100)
		p.hand.field.TypedRune('?')
		p.hand.field.TypedRune('!')
		if p.hand.field.Text != "Waar slaap je??!" {
			t.Errorf("%s: typed at the end it is %q", lang, p.hand.field.Text)
		}
		p.search.SetText("jas")
		p.newUnder()
		if p.search.Text != "" || p.row() < 0 {
			t.Errorf("%s: a new block does not show: %q", lang, p.search.Text)
		}
		for _, err := range s.shell.failed {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

// In every window the title of a new text is asked for in the language in which it is written.
func TestTheTitleIsAskedForInDutch(t *testing.T) {
	for lang, want := range map[string]string{"nl": "Samen vieren", "ar": "بالهولندية", "en": "in Dutch"} {
		s := newStage(t, lang)
		for _, id := range []string{"workbook.titlehint", "workbook.themehint"} {
			if hint := s.env.Loc.T(id); lang != "nl" && !strings.Contains(hint, want) {
				t.Errorf("%s: %q", lang, hint)
			}
		}
	}
}
