package widget

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestTypeAhead(t *testing.T) {
	dutch := []string{"Albanees", "Amhaars", "Tamil", "Tigrinya", "Turks"}
	arabic := []string{"الألبانية", "التركية", "الفارسية"}
	for _, c := range []struct {
		typed string
		pause time.Duration
		names []string
		want  int
	}{
		{"tu", 0, dutch, 4},
		{"TI", 0, dutch, 3},
		{"tt", 0, dutch, 3},
		{"aaa", 0, dutch, 1},
		{"x", 0, dutch, -1},
		{"ta", 2 * time.Second, dutch, 0}, // the second letter begins anew
		{"ت", 0, arabic, 1},
		{"الف", 0, arabic, 2},
	} {
		var a typeAhead
		now, got := time.Now(), -1
		if c.typed[0] != 'x' {
			got = 0
		}
		for _, r := range c.typed {
			if at := a.find(r, now, max(got, 0), c.names); at >= 0 {
				got = at
			}
			now = now.Add(c.pause + time.Millisecond)
		}
		if got != c.want {
			t.Errorf("%q is at %d, want %d", c.typed, got, c.want)
		}
	}
}

// A choice of many is found by its first letters, unfolded or not; Home and End go to its ends.
func TestChoosingByLetters(t *testing.T) {
	s := NewSelect([]string{"Albanees", "Tigrinya", "Turks", "Zweeds"}, nil)
	w := shown(t, s, 300, 300)
	w.Canvas().Focus(s)
	s.TypedRune('t')
	s.TypedRune('u')
	if s.Selected() != "Turks" {
		t.Fatalf("folded: %q", s.Selected())
	}
	s.TypedKey(key(fyne.KeyHome))
	if s.Selected() != "Albanees" {
		t.Fatalf("Home: %q", s.Selected())
	}
	s.TypedRune(' ')
	type typist interface {
		TypedRune(rune)
		TypedKey(*fyne.KeyEvent)
	}
	line := func() typist { return w.Canvas().Focused().(typist) }
	line().TypedKey(key(fyne.KeyEnd))
	line().TypedRune('t')
	line().TypedRune('u')
	line().TypedKey(key(fyne.KeyReturn))
	if s.Selected() != "Turks" || w.Canvas().Focused() != fyne.Focusable(s) {
		t.Errorf("unfolded: %q", s.Selected())
	}
}
