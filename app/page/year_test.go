package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

// A toolkit is planned, goes on step by step with the keyboard on its button, is late on Today
// until it was sent, and counts in the year's balance; in each language.
func TestYearPlan(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
		d, err := p.fetch(s.env.Day().Year)
		if err != nil || len(d.slots) != kit.Periods || len(d.kits) == 0 {
			t.Fatalf("%s: %d slots, %d toolkits, %v", lang, len(d.slots), len(d.kits), err)
		}
		if all := len(d.slots[0].falls) + len(d.slots[1].falls); all == 0 {
			t.Errorf("%s: nothing falls in the first months", lang)
		}
		p.update(d)
		p.draft(d, d.slots[0].Slot)
		x := kit.Slot{Year: d.year, Period: 1, File: d.kits[0].File, State: kit.Writing, Who: "Samira سميرة", Deadline: s.env.Day().AddDays(-2)}
		if err := s.env.Kits.Save(x, s.env.Day()); err != nil {
			t.Fatal(err)
		}
		d, _ = p.fetch(d.year)
		served := 0
		for _, n := range d.balance {
			served += n
		}
		if want := len(d.kits[0].Elements()); served != want || want == 0 {
			t.Errorf("%s: the balance is %v, the toolkit serves %d", lang, d.balance, want)
		}
		late := s.env.Loc.N("year.late", 2)
		tonight := s.open(Target{Page: Today}).(*today)
		data, _ := tonight.fetch()
		tonight.update(data)
		if !strings.Contains(strings.Join(textsIn(tonight.Object()), "\n"), late) {
			t.Errorf("%s: today does not say %q", lang, late)
		}
		p = s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
		d, _ = p.fetch(d.year)
		p.hand = 1
		p.update(d)
		if s.env.Window.Canvas().Focused() == nil {
			t.Errorf("%s: the keyboard is gone", lang)
		}
		p.goOn(d.slots[0].Slot)
		s.env.Queue.Wait()
		if got := s.env.Kits.Slot(d.year, 1).State; got != kit.Translating {
			t.Errorf("%s: after writing it is %s", lang, got)
		}
	}
}

// A theme that came with a toolkit goes with it, in whatever language it came; what somebody
// typed stays.
func TestThemesThatCameWithAToolkit(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		b := s.anEmptyKit()
		d, err := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan).fetch(s.env.Day().Year)
		if err != nil {
			t.Fatal(err)
		}
		doc := d.kits[0].Doc
		for theme, want := range map[string]bool{
			"": true, doc.Say("title", "nl"): true, doc.Say("title", "ar"): true, doc.Say("theme", "ar"): true,
			s.env.Books.Title(b.ID): true, "feest": true, "Samen naar het strand": false, "رحلة": false,
		} {
			if d.fromKit(theme) != want {
				t.Errorf("%s: %q came with a toolkit: %v", lang, theme, !want)
			}
		}
	}
}

// Writing a toolkit for a slot, or copying one into it, is one action: one line in the journal,
// and undone at once, the text with its place on the board.
func TestOneOfOnesOwnIsOneAction(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
	d, err := p.fetch(p.year)
	if err != nil {
		t.Fatal(err)
	}
	entries := func() int {
		all, err := s.env.Vault.Journal(1000)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	for name, make := range map[string]func(){
		"writing": func() { p.write(kit.Slot{Year: p.year, Period: 4, Theme: "Zomer"}) },
		"copying": func() {
			p.fillWith(kit.Slot{Year: p.year, Period: 4}, func() (book.Draft, error) { return s.env.copyDraft(d, 0) })
		},
	} {
		before := entries()
		make()
		s.env.Queue.Wait()
		x := s.env.Kits.Slot(p.year, 4)
		if len(s.env.Books.Books()) != 1 || x.File != ownFile+s.env.Books.Books()[0].ID || x.State != kit.Writing {
			t.Fatalf("%s: %d texts, %+v", name, len(s.env.Books.Books()), x)
		}
		if n := entries() - before; n != 1 {
			t.Errorf("%s is %d actions", name, n)
		}
		if _, err := s.env.Vault.Undo(); err != nil || len(s.env.Books.Books()) != 0 || !s.env.Kits.Slot(p.year, 4).Empty() {
			t.Errorf("%s is not undone at once: %v", name, err)
		}
	}
}

// A slot with a toolkit of one's own has four buttons: they stand under its words.
func TestButtonsLeaveRoomForTheWords(t *testing.T) {
	s := newStage(t, "nl")
	year := s.env.Day().Year
	if err := s.env.Kits.Save(kit.Slot{Year: year, Period: kit.Periods, Theme: "Cadeaus en verwachtingen", File: ownFile + s.anEmptyKit().ID, State: kit.Checking}, s.env.Day()); err != nil {
		t.Fatal(err)
	}
	p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
	d, _ := p.fetch(year)
	p.update(d)
	card, _, _ := p.slot(d, d.slots[kit.Periods-1])
	if w := card.MinSize().Width; w > 460 {
		t.Errorf("it needs %v", w)
	}
	card.Resize(fyne.NewSize(460, 400))
	on := button(t, card, s.env.Loc.T("kitnext.checking"))
	if x := fyne.CurrentApp().Driver().AbsolutePositionForObject(on).X; x > 60 {
		t.Errorf("the first button stands at %v, beside the words", x)
	}
}

// The keyboard stays at the months that were changed, emptied or sent: the button that had it is
// made anew.
func TestTheBoardKeepsTheKeyboard(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
		on := func(what, text string) {
			t.Helper()
			s.settle()
			d, _ := p.fetch(p.year)
			p.update(d)
			if b, ok := s.env.Window.Canvas().Focused().(*kwidget.Button); !ok || b.Text != text {
				t.Errorf("%s: after %s the keyboard is on %v", lang, what, s.env.Window.Canvas().Focused())
			}
		}
		d, _ := p.fetch(p.year)
		p.draft(d, d.slots[2].Slot).save()
		on("planning", s.env.Loc.T("common.edit"))
		x := s.env.Kits.Slot(p.year, 3)
		x.State = kit.Ready
		p.goOn(x)
		on("sending", s.env.Loc.T("common.edit"))
		p.clear(s.env.Kits.Slot(p.year, 3))
		on("emptying", s.env.Loc.T("year.plan"))
	}
}

// A year in which nothing is planned says what will be here; and Escape leaves a form from a
// choice too, not only from its fields.
func TestAnEmptyYearTeaches(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
		if !strings.Contains(said(p), s.env.Loc.T("year.empty")) {
			t.Errorf("%s: the empty year says nothing", lang)
		}
		d, _ := p.fetch(p.year)
		for n := range 2 { // the toolkit, and how far it is
			f := p.draft(d, d.slots[2].Slot)
			var choices []*kwidget.Select
			walk(f.scroll, func(o fyne.CanvasObject) {
				if c, ok := o.(*kwidget.Select); ok {
					choices = append(choices, c)
				}
			})
			choices[n].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if s.env.Window.Canvas().Overlays().Top() != nil {
				t.Fatalf("%s: Escape does not leave from choice %d", lang, n)
			}
		}
		f := p.draft(d, d.slots[2].Slot)
		f.save()
		s.settle()
		d, _ = p.fetch(p.year)
		p.update(d)
		if strings.Contains(said(p), s.env.Loc.T("year.empty")) {
			t.Errorf("%s: a planned year is taught", lang)
		}
	}
}

// Who plans a toolkit finds what was written here first, before what comes with Kring; each gives
// its own theme.
func TestOwnToolkitsArePlannedFirst(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		b := s.anEmptyKit()
		p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
		d, err := p.fetch(s.env.Day().Year)
		if err != nil {
			t.Fatal(err)
		}
		f := p.draft(d, d.slots[1].Slot)
		selects, fields := selectsIn(f.scroll), fieldsIn(f.scroll)
		ships, theme := selects[0], fields[0]
		ships.SetSelectedIndex(1)
		if theme.Text != s.env.Books.About(b.ID).Theme {
			t.Errorf("%s: the own toolkit gives %q", lang, theme.Text)
		}
		ships.SetSelectedIndex(2)
		if want := d.kits[0].Doc.Say("theme", lang); theme.Text != want {
			t.Errorf("%s: the first that ships gives %q, want %q", lang, theme.Text, want)
		}
		ships.SetSelectedIndex(1)
		f.save()
		s.settle()
		if got := s.env.Kits.Slot(d.year, d.slots[1].Period).File; got != d.own[0].file() {
			t.Errorf("%s: planned is %q", lang, got)
		}
	}
}

// selectsIn are the pickers.
func selectsIn(o fyne.CanvasObject) (out []*kwidget.Select) {
	walk(o, func(o fyne.CanvasObject) {
		if x, ok := o.(*kwidget.Select); ok {
			out = append(out, x)
		}
	})
	return out
}

// A toolkit that is ready goes to its send list first; before and after that the list is in the menu.
func TestWhatIsReadyGoesToItsSendList(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Toolkits, Tab: YearPlan}).(*yearPlan)
		d, err := p.fetch(s.env.Day().Year)
		if err != nil {
			t.Fatal(err)
		}
		for _, state := range kit.States() {
			x := kit.Slot{Year: d.year, Period: 2, File: d.kits[0].File, State: state}
			if err := s.env.Kits.Save(x, s.env.Day()); err != nil {
				t.Fatal(err)
			}
			d, _ = p.fetch(d.year)
			_, _, next := p.slot(d, d.slots[1])
			word := s.env.Loc.T("kitnext." + string(state))
			if state == kit.Ready {
				word = s.env.Loc.T("send.title")
			}
			if b, ok := next.(*kwidget.Button); state != kit.Sent && (!ok || b.Text != word) {
				t.Errorf("%s: %s goes on with %+v, want %q", lang, state, next, word)
			}
			if state == kit.Ready {
				next.(*kwidget.Button).OnTapped()
			}
		}
		if n := len(s.shell.went); n != 1 || s.shell.went[0].Tab != SendTo {
			t.Errorf("%s: it went to %+v", lang, s.shell.went)
		}
	}
}
