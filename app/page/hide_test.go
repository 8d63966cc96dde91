package page

import (
	"encoding/json"
	"iter"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/command"
	"kring/app/guard"
	kwidget "kring/app/widget"
	"kring/sessions/calendar"
)

// everyPage are the pages of a vault, each with what a full one has to show there.
func (s *stage) everyPage() (out []Target) {
	for _, n := range []Name{Today, Courses, Cafes, People, Toolkits, Workbook, Settings, NewCourse} {
		out = append(out, Target{Page: n})
	}
	for _, tab := range settingsTabs {
		out = append(out, Target{Page: Settings, Tab: tab})
	}
	for _, c := range s.env.Store.Courses() {
		for _, tab := range tabs {
			out = append(out, Target{Page: Course, CourseID: c.ID, Tab: tab})
		}
		for _, x := range s.env.Store.Sessions(c.ID) {
			out = append(out, Target{Page: Course, CourseID: c.ID, Tab: Sessions, SessionID: x.ID})
		}
	}
	for _, tab := range []Tab{Season, Team, Ideas, Visitors, Reports} {
		out = append(out, Target{Page: Cafes, Tab: tab})
	}
	for _, p := range s.env.Cafe.Places(s.env.Compare) {
		out = append(out, Target{Page: Cafes, PlaceID: p.ID})
		for day := range 36 { // an evening before and some to come
			d := calendar.DateOf(s.env.Now()).AddDays(day - 1)
			if _, ok := s.env.Cafe.Evening(p.ID, d); ok {
				for _, tab := range eveningTabs {
					out = append(out, Target{Page: Cafes, PlaceID: p.ID, Date: d, Tab: tab})
				}
			}
		}
	}
	for _, tab := range []Tab{Glossary, YearPlan, SmallSteps, Groups} {
		out = append(out, Target{Page: Toolkits, Tab: tab})
	}
	for _, g := range s.env.Kits.Groups(s.env.Day(), s.env.Compare) {
		out = append(out, Target{Page: Toolkits, Tab: Groups, GroupID: g.ID})
	}
	return out
}

// texts are those of the vault, each with where it stands.
func (s *stage) texts(t *testing.T) iter.Seq2[string, string] {
	return func(yield func(at, text string) bool) {
		t.Helper()
		err := s.env.Vault.Each(func(collection, _ string, value []byte) error {
			var x any
			err := json.Unmarshal(value, &x)
			guard.Texts(collection, x, func(at, text string) { yield(at, text) })
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// planted are the names and the notes of a vault, as they stand there.
func planted(t *testing.T, s *stage) (names, notes []string) {
	t.Helper()
	err := s.env.Vault.Each(func(collection, _ string, value []byte) error {
		var x any
		if err := json.Unmarshal(value, &x); err != nil {
			return err
		}
		guard.Texts(collection, x, func(at, text string) {
			if !guard.Known(at) {
				t.Errorf("nobody has said what stands in %s: put it into app/guard/kinds.go", at)
			}
			switch {
			case guard.KindOf(at) == guard.Named && len(text) > 4:
				names = append(names, text)
			case guard.KindOf(at) == guard.Noted && len(strings.Fields(text)) > 1 && len(text) > 12: // a word is covered by itself alone
				notes = append(notes, text)
			}
		})
		return nil
	})
	if err != nil || len(names) < 20 || len(notes) < 20 {
		t.Fatalf("%d names, %d notes: %v", len(names), len(notes), err)
	}
	return names, notes
}

// Every text that any page of a full vault draws while names are hidden goes through the
// one gate, and none has a planted name or note in it.
func TestNoPageShowsANameWhileTheyAreHidden(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		v, err := command.DemoVault(clock)
		if err != nil {
			t.Fatal(err)
		}
		s := stageOver(t, v, lang)
		names, notes := planted(t, s)
		c, err := guard.NewCover(v)
		if err != nil {
			t.Fatal(err)
		}
		var mu sync.Mutex
		drawn, asked := map[string]bool{}, map[string]bool{}
		kwidget.Cover(func(text string) string {
			out := c.Text(text)
			mu.Lock()
			defer mu.Unlock()
			drawn[out], asked[text] = true, true
			return out
		})
		defer kwidget.Cover(nil)
		for _, target := range s.everyPage() {
			p := s.open(target)
			walk(p.Object(), func(o fyne.CanvasObject) { o.MinSize() }) // lays every text out
			p.Close()
		}
		would := 0
		for _, secret := range append(names, notes...) {
			for text := range asked {
				if strings.Contains(text, secret) {
					would++
				}
			}
			for text := range drawn {
				if strings.Contains(text, secret) {
					t.Errorf("%s: %q shows %q", lang, text, secret)
				}
			}
		}
		if would < 50 {
			t.Errorf("%s: the pages would have shown only %d names and notes: they were not opened", lang, would)
		}
	}
}
