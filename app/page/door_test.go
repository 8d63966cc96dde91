package page

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kring/assets"
	"kring/i18n"
	"kring/internal/contrast"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// atTheDoor is the door of tonight at a place, with some people who came a week ago. The page
// follows the vault, as in the window.
func (s *stage) atTheDoor(x cafe.Place, names ...string) (*doorTab, cafe.Evening) {
	s.Helper()
	tonight, ok := s.env.Cafe.Evening(x.ID, s.env.Day())
	before, ok2 := s.env.Cafe.Evening(x.ID, s.env.Day().AddDays(-7))
	if !ok || !ok2 {
		s.Fatal("there is no evening")
	}
	for _, name := range names {
		if _, err := s.env.Cafe.Known(before, name); err != nil {
			s.Fatal(err)
		}
	}
	p := s.open(Target{Page: Cafes, PlaceID: x.ID, Date: s.env.Day(), Tab: Door}).(*eveningPage)
	s.Cleanup(s.env.Vault.Watch(func(vault.Event) { s.env.OnUI(p.Update) }))
	return p.tab.(*doorTab), tonight
}

// Forty presses as fast as a hand can all come through, and each of forty names that are typed
// without waiting for the vault.
func TestFortyAtTheDoor(t *testing.T) {
	s := newStage(t, "nl")
	var names []string
	for i := range 40 {
		names = append(names, fmt.Sprintf("Bezoeker %02d", i))
	}
	p, tonight := s.atTheDoor(s.placeWith(), names...)
	if len(p.tiles.All()) != 40 {
		t.Fatalf("%d people are offered", len(p.tiles.All()))
	}
	begin := time.Now()
	for i := range 40 {
		p.tiles.Press(i)
	}
	s.await("forty people", func() bool { return len(s.env.Cafe.Here(tonight)) == 40 })
	s.await("forty ticks", func() bool {
		n := 0
		for _, x := range p.tiles.All() {
			if x.On {
				n++
			}
		}
		return n == 40 && p.total.Text == s.env.Loc.N("count.visitors", 40)
	})
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("forty presses took %s", took)
	}
	s.env.Window.Canvas().Focus(p.text)
	for i := range 40 {
		for _, r := range fmt.Sprintf("nieuw %02d", i) {
			p.text.TypedRune(r)
		}
		p.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	s.await("forty more, and all of the last action", func() bool {
		return len(s.env.Cafe.Here(tonight)) == 80 && s.env.Cafe.Counted(tonight, cafe.Newcomers) >= 40
	})
	if got := s.env.Cafe.Counted(tonight, cafe.Newcomers); got != 40 || p.text.Text != "" {
		t.Errorf("%d newcomers, %q is left in the field", got, p.text.Text)
	}
	for _, err := range s.shell.failed {
		t.Error(err)
	}
}

// A tap puts somebody there, another takes it back; the keyboard stays on the wall and letters
// go to the field, in both directions of reading.
func TestDoorByKeys(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p, tonight := s.atTheDoor(s.placeWith(), "Sam", "نور", "Émile")
		key := func(k fyne.KeyName) { p.tiles.TypedKey(&fyne.KeyEvent{Name: k}) }
		canvas := s.env.Window.Canvas()
		p.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if canvas.Focused() != fyne.Focusable(p.tiles) {
			t.Fatalf("%s: down stays in the field", lang)
		}
		key(fyne.KeyEnd)
		at := p.tiles.Cursor()
		who := p.data.people[at]
		key(fyne.KeySpace) // a driver gives the space bar as a key and as a letter
		p.tiles.TypedRune(' ')
		s.await("a tick", func() bool { return p.tiles.All()[at].On })
		if canvas.Focused() != fyne.Focusable(p.tiles) || p.tiles.Cursor() != at || !s.env.Cafe.Here(tonight)[who.ID] {
			t.Errorf("%s: after a refresh the cursor is on %d", lang, p.tiles.Cursor())
		}
		p.press(at)
		s.await("it to be taken back", func() bool { return !p.tiles.All()[at].On })
		p.tiles.TypedRune('e')
		if canvas.Focused() != fyne.Focusable(p.text) || p.text.Text != "e" {
			t.Errorf("%s: a letter does not go to the field: %q", lang, p.text.Text)
		}
		p.text.SetText("emile")
		s.await("one found, with two to add", func() bool { return p.data.text == "emile" && len(p.tiles.All()) == 3 })
		if p.said.Text != s.env.Loc.N("door.same", 1) {
			t.Errorf("%s: of a namesake it says %q", lang, p.said.Text)
		}
		p.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		s.await("Émile", func() bool { return s.env.Cafe.Counted(tonight, cafe.Visitors) == 1 })
		p.text.SetText("Emile")
		s.await("one found again", func() bool { return p.data.text == "Emile" && len(p.tiles.All()) == 3 })
		p.press(1)
		s.await("another Emile", func() bool { return len(s.env.Cafe.Namesakes("emile")) == 2 && len(p.tiles.All()) == 4 })
		if got := s.env.Cafe.Counted(tonight, cafe.Newcomers); got != 1 {
			t.Errorf("%s: %d newcomers", lang, got)
		}
		p.text.SetText("  ")
		p.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		p.text.SetText("Lang bekend")
		s.await("two to add", func() bool { return p.data.text == "Lang bekend" && len(p.tiles.All()) == 2 })
		p.press(1)
		s.await("who came before", func() bool { return len(s.env.Cafe.Namesakes("lang bekend")) == 1 })
		if got := s.env.Cafe.Counted(tonight, cafe.Newcomers); got != 1 || len(s.shell.failed) > 0 {
			t.Errorf("%s: %d newcomers, %v", lang, got, s.shell.failed)
		}
	}
}

// Who is typed in and stays is told apart from who is counted only; the counters add to that.
func TestDoorCounters(t *testing.T) {
	s := newStage(t, "nl")
	p, tonight := s.atTheDoor(s.placeWith(), "Sam")
	p.press(0)
	test.Tap(p.rows[cafe.Newcomers].more)
	s.await("two", func() bool { return p.total.Text == s.env.Loc.N("count.visitors", 2) })
	if p.fresh.Text != s.env.Loc.N("door.fresh", 1) || !p.rows[cafe.Visitors].less.Disabled() {
		t.Errorf("says %q", p.fresh.Text)
	}
	test.Tap(p.rows[cafe.Newcomers].less)
	test.Tap(p.rows[cafe.Supporters].more)
	s.await("one, with a supporter", func() bool {
		return p.total.Text == s.env.Loc.N("count.visitors", 1) && p.rows[cafe.Supporters].number.Text == "1"
	})
	if s.env.Cafe.Counted(tonight, cafe.Newcomers) != 0 {
		t.Error("the newcomer stays")
	}
}

// The door, the card and the list say all their words, in every language, and fit the window.
func TestDoorHasItsWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		x := s.placeWith()
		p, tonight := s.atTheDoor(x, "Sam", "نور")
		d, err := p.fetch("sam")
		if err != nil {
			t.Fatal(err)
		}
		p.update(d)
		later := tonight
		later.Date = later.Date.AddDays(7)
		off := tonight
		off.Change = cafe.Cancelled
		f := s.env.visitorDraft(d.people[0])
		said := append(textsIn(p.Object()), p.early(later), p.early(off), f.color.said.Text, f.picture.said.Text)
		for i := range cafe.Channels() {
			f.channel.sel.SetSelectedIndex(i)
			said = append(said, f.how.Text)
		}
		said = append(said, textsIn(s.open(Target{Page: Cafes, Tab: Visitors}).Object())...)
		for _, text := range said {
			if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
				t.Errorf("%s: %q", lang, text)
			}
		}
		if w := p.Object().MinSize().Width; w > 820 {
			t.Errorf("%s: the door asks for %.0f", lang, w)
		}
		if p.early(tonight) != "" || p.early(later) == "" || p.early(off) == "" {
			t.Errorf("%s: of tonight it says %q", lang, p.early(tonight))
		}
	}
}

// A card changes how somebody is known, and keeps no number of who wants no message.
func TestVisitorCard(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p, _ := s.atTheDoor(s.placeWith(), "Sam")
		f := s.env.visitorDraft(p.data.people[0])
		if !f.reach.Disabled() {
			t.Errorf("%s: a number is asked for nothing", lang)
		}
		f.channel.sel.SetSelectedIndex(1)
		f.picture.tiles.Press(3)
		f.reach.SetText("geen nummer")
		if _, err := f.draft(); err == nil {
			t.Errorf("%s: a number that is none is taken", lang)
		}
		f.reach.SetText("06 12345678")
		v, err := f.draft()
		if err != nil || v.Reach != "+31612345678" || v.Channel != cafe.Message || v.Picture != cafe.Pictures()[2] {
			t.Errorf("%s: %+v, %v", lang, v, err)
		}
		if got := f.looks.All()[0]; got.Picture == nil || got.Text != "Sam" {
			t.Errorf("%s: it will look like %+v", lang, got)
		}
		f.channel.sel.SetSelectedIndex(0)
		if v, err = f.draft(); err != nil || v.Reach != "" {
			t.Errorf("%s: %q stays, %v", lang, v.Reach, err)
		}
	}
}

// Who is known by name is found, changed and taken away, after a question.
func TestVisitorsPage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.placeWith()
		s.atTheDoor(x, "Sam", "نور")
		p := s.open(Target{Page: Cafes, Tab: Visitors, PlaceID: x.ID, Date: s.env.Day()}).(*visitors)
		if got := p.fetch("", false); len(got) != 2 || got[0].times != 1 || got[0].at.ID != x.ID {
			t.Errorf("%s: %+v", lang, got)
		}
		if got := p.fetch("", true); len(got) != 0 {
			t.Errorf("%s: %d were not there for long", lang, len(got))
		}
		p.update(p.fetch("نور", false))
		for _, text := range textsIn(p.Object()) {
			if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") {
				t.Errorf("%s: %q", lang, text)
			}
		}
		test.Tap(button(t, p.Object(), s.env.Loc.T("visitors.delete")))
		if len(s.shell.asked) != 1 {
			t.Fatalf("%s: asked %d times", lang, len(s.shell.asked))
		}
		s.shell.asked[0].Do()
		s.await("somebody to be gone", func() bool { return len(p.fetch("", false)) == 1 })
		p.update(nil)
		p.leave()
		if went := s.shell.went; went[len(went)-1].Tab != Door {
			t.Errorf("%s: it leaves for %+v", lang, went)
		}
	}
}

// Today and the evening afterwards say who was missed; done, they do so no more.
func TestMissedIsSaid(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.env.Now = func() time.Time { return clock.AddDate(0, 0, 21) }
		x := s.placeWith()
		var nights []cafe.Evening
		for i := range 4 {
			e, _ := s.env.Cafe.Evening(x.ID, calendar.DateOf(clock).AddDays(7*i-7))
			nights = append(nights, e)
		}
		sam, err := s.env.Cafe.Known(nights[0], "Sam سام")
		if err == nil {
			sam.Channel, sam.Reach = cafe.Phone, "+31612345678"
			sam, err = s.env.Cafe.SaveVisitor(sam)
		}
		if err == nil {
			err = s.env.Cafe.SetHere(nights[1], sam.ID, true)
		}
		for _, e := range nights[2:] {
			if err == nil {
				_, err = s.env.Cafe.Known(e, "Iemand "+e.Date.String())
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range []Target{{Page: Today}, {Page: Cafes, PlaceID: x.ID, Date: nights[3].Planned, Tab: After}} {
			p := s.open(target)
			all := strings.Join(textsIn(p.Object()), "\n")
			for _, want := range []string{sam.Name, s.env.Loc.N("missed.away", 2, "Place", x.Name), "06-12345678"} {
				if !strings.Contains(all, want) {
					t.Errorf("%s, %s does not say %q:\n%s", lang, target.Page, want, all)
				}
			}
			if target.Page == Today {
				continue
			}
			a := s.env.absent()[0]
			for _, l := range []string{"nl", "ar"} {
				s.env.copyMissed(a, l)
				if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, sam.Name) || !strings.Contains(got, x.Name) {
					t.Errorf("%s: the text is %q", l, got)
				}
			}
			test.Tap(button(t, p.Object(), s.env.Loc.T("missed.done")))
			s.await("it to be done", func() bool { return len(s.env.absent()) == 0 })
		}
	}
}

// White can be read on every colour, and every picture is there and can be drawn.
func TestVisitorLooks(t *testing.T) {
	white := visitorColors[""]
	white.R, white.G, white.B = 0xff, 0xff, 0xff
	for _, c := range append(cafe.Colors(), "") {
		if _, ok := visitorColors[c]; !ok {
			t.Errorf("no %s", c)
		}
		if r := contrast.Ratio(white, colorOf(c)); r < contrast.Text {
			t.Errorf("white on %s has %.2f", c, r)
		}
	}
	for _, p := range cafe.Pictures() {
		if pictureOf(p) == nil || len(assets.Picture(string(p))) == 0 {
			t.Errorf("no drawing of a %s", p)
		}
	}
	if pictureOf("draak") != nil || assets.Picture("draak") != nil {
		t.Error("there is a dragon")
	}
	for name, want := range map[string]string{"sam": "S", "نور": "ن", " (Émile)": "É", "…": "?"} {
		if got := initial(name); got != want {
			t.Errorf("%q begins with %q", name, got)
		}
	}
}

// BenchmarkDoor taps people at the door of an organisation with 100,000 visits and measures
// until the tap is on disk, and until the page shows it (goal: a frame or two, 33 ms).
func BenchmarkDoor(b *testing.B) {
	v, _, err := vault.Create(filepath.Join(b.TempDir(), "groot.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		b.Fatal(err)
	}
	today := calendar.DateOf(clock)
	rule, err := calendar.NewRule(calendar.Week, today.Weekday(), today.AddDays(-7*520))
	if err != nil {
		b.Fatal(err)
	}
	x := cafe.Place{ID: "gouda", Name: "Gouda", Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)}
	if err := manyVisits(v, x, today); err != nil {
		b.Fatal(err)
	}
	s := stageOver(b, v, "nl")
	s.env.Window.Resize(fyne.NewSize(820, 600))
	p := s.open(Target{Page: Cafes, PlaceID: x.ID, Date: today, Tab: Door}).(*eveningPage).tab.(*doorTab)
	saved := make(chan time.Time, 1)
	defer v.Watch(func(vault.Event) { saved <- time.Now(); s.env.OnUI(p.Update) })()
	var disk, shown []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		p.press(i % 40)
		select {
		case at := <-saved:
			disk = append(disk, at.Sub(start))
		case <-time.After(time.Second):
			b.Fatal("nothing was saved")
		}
		for range 3 { // that it was done; the page asks anew; what it got
			(<-s.ui)()
		}
		shown = append(shown, time.Since(start))
	}
	report(b, disk, "disk")
	report(b, shown, "shown")
}

// manyVisits writes 1,000 visitors and 100,000 visits of them to five places.
func manyVisits(v *vault.Vault, x cafe.Place, today calendar.Date) error {
	places, err := vault.NewCollection[cafe.Place](v, "places")
	if err != nil {
		return err
	}
	visitors, err := vault.NewCollection[cafe.Visitor](v, "visitors")
	if err != nil {
		return err
	}
	visits, err := vault.NewCollection[cafe.Visit](v, "visits")
	if err != nil {
		return err
	}
	return v.Do(vault.NewAction("action.import"), func(tx *vault.Tx) error {
		for i := range 5 {
			if i > 0 {
				x.ID = "plek" + itoa(i)
			}
			if err := places.Put(tx, x.ID, x); err != nil {
				return err
			}
			for k := range 20_000 {
				d := today.AddDays(-7 * (1 + k/40))
				who := fmt.Sprintf("v%03d", (k%40+k/400*7+200*i)%1000)
				if err := visits.Put(tx, x.ID+"+"+d.String()+"+"+who, cafe.Visit{PlaceID: x.ID, Date: d, VisitorID: who}); err != nil {
					return err
				}
			}
		}
		for i := range 1000 {
			id := fmt.Sprintf("v%03d", i)
			if err := visitors.Put(tx, id, cafe.Visitor{ID: id, Name: "Bezoeker " + id, Picture: cafe.Pictures()[i%12], Color: cafe.Colors()[i%7]}); err != nil {
				return err
			}
		}
		return nil
	})
}
