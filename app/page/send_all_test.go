package page

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/kit"
)

// nowSlot is that of the months of today, as far as it is planned.
func (s *stage) nowSlot() kit.Slot {
	return s.env.Kits.Slot(s.env.Day().Year, (int(s.env.Day().Month)+1)/2)
}

// madeFor counts the groups that the send list says it was made for.
func (s *stage) madeFor() (n int) {
	for _, g := range s.env.Kits.AllGroups(s.env.Compare) {
		if !s.env.Kits.Delivery(s.nowSlot(), g.ID).MadeOn.IsZero() {
			n++
		}
	}
	return n
}

// sendListOf opens the send list of now, of which the toolkit is a file that ships or none.
func (s *stage) sendListOf(file string) *sendList {
	s.Helper()
	s.aGroup()
	x := s.nowSlot()
	x.State, x.Theme, x.File = kit.Ready, "Luisteren", file
	if err := s.env.Kits.Save(x, s.env.Day()); err != nil {
		s.Fatal(err)
	}
	return s.open(Target{Page: Toolkits, Tab: SendTo, Date: x.First()}).(*sendList)
}

// Everything for all groups comes out of the send list: what was asked for is ticked, nothing
// ticked is said, the files are in a folder for each group, in what its members read.
func TestMakeEverything(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.at(60)
		p := s.sendListOf("luisteren-zonder-oplossen")
		if got := said(p); strings.Contains(got, s.env.Loc.T("make.notoolkit")) {
			t.Errorf("%s: no toolkit on %q", lang, got)
		}
		before := s.env.Window.Canvas().Overlays().Top()
		walk(p.Object(), func(o fyne.CanvasObject) {
			if b, ok := o.(*kwidget.Button); ok && b.Text == s.env.Loc.T("make.all") {
				b.OnTapped()
			}
		})
		s.await("the question what to make", func() bool { return s.env.Window.Canvas().Overlays().Top() != before })
		k, err := paper.ToolkitNamed("luisteren-zonder-oplossen")
		if err != nil {
			t.Fatal(err)
		}
		f := s.env.makeAll(s.nowSlot(), k, k.Spoken(s.env.Books), s.env.Kits.SendList(s.env.Compare, s.env.reach()))
		if got := strs(f.chosen()); !slices.Equal(got, []string{"pictures"}) {
			t.Errorf("%s: %v is ticked", lang, got)
		}
		for _, c := range f.kinds {
			c.SetChecked(false)
		}
		f.start()
		if !f.wrong.Visible() {
			t.Errorf("%s: nothing to make, and nothing is said", lang)
		}
		f.kinds[3].SetChecked(true)
		f.kinds[0].SetChecked(true)
		dir := filepath.Join(t.TempDir(), "uit")
		s.makes(f, dir)
		files, err := os.ReadDir(filepath.Join(dir, "De Lente"))
		want := map[string][]string{
			"nl": {"luisteren-zonder-oplossen-ar-kort.txt", "luisteren-zonder-oplossen-nl-ar-a4.pdf"},
			"ar": {"الإصغاء-دون-تقديم-الحلول-ar-قصير.txt", "الإصغاء-دون-تقديم-الحلول-nl-ar-a4.pdf"},
		}[lang]
		if err != nil || len(files) != 2 || files[0].Name() != want[0] || files[1].Name() != want[1] {
			t.Errorf("%s: %v %v", lang, files, err)
		}
	}
}

// makes makes what a form asks for, and waits until the list of it is shown.
func (s *stage) makes(f *makeAllForm, dir string) {
	s.Helper()
	m := s.env.making(f.jobs(), dir, f.ticked)
	for done := false; !done; {
		select {
		case <-m.ended:
			done = true
		case f := <-s.ui:
			f()
		}
	}
	s.settle()
	s.settle() // what was made first, what was ticked then
	if len(s.shell.failed) > 0 {
		s.Fatal(s.shell.failed)
	}
}

// When everybody in a group got what they asked for the send list says so by itself, in one
// action that is undone in one; something else than that leaves it as it is.
func TestMadeIsTicked(t *testing.T) {
	s := newStage(t, "nl")
	s.at(60)
	s.sendListOf("luisteren-zonder-oplossen")
	k, err := paper.ToolkitNamed("luisteren-zonder-oplossen")
	if err != nil {
		t.Fatal(err)
	}
	f := s.env.makeAll(s.nowSlot(), k, k.Spoken(s.env.Books), s.env.Kits.SendList(s.env.Compare, s.env.reach()))
	f.kinds[2].SetChecked(false) // pictures, which is what was asked for
	f.kinds[3].SetChecked(true)
	s.makes(f, filepath.Join(t.TempDir(), "kort"))
	if n := s.madeFor(); n != 0 {
		t.Errorf("%d ticked, and nobody asked for a short text", n)
	}
	if got := strings.Join(textsIn(s.env.Window.Canvas().Overlays().Top()), "\n"); !strings.Contains(got, s.env.Loc.N("make.wait", 1)) {
		t.Errorf("nothing is said of the group that waits: %q", got)
	}
	f.kinds[2].SetChecked(true)
	s.makes(f, filepath.Join(t.TempDir(), "uit"))
	if n := s.madeFor(); n != 1 {
		t.Errorf("%d ticked", n)
	}
	if got := strings.Join(textsIn(s.env.Window.Canvas().Overlays().Top()), "\n"); !strings.Contains(got, s.env.Loc.N("make.ticked", 1)) {
		t.Errorf("nothing is said of it: %q", got)
	}
	if _, err := s.env.Vault.Undo(); err != nil || s.madeFor() != 0 {
		t.Errorf("undone: %d, %v", s.madeFor(), err)
	}
}

// Stopped in the middle nothing is there; without a toolkit the page says what to do first.
func TestStopMaking(t *testing.T) {
	s := newStage(t, "nl")
	s.at(60)
	p := s.sendListOf("")
	if got := said(p); !strings.Contains(got, s.env.Loc.T("make.notoolkit")) || strings.Contains(got, s.env.Loc.T("make.all")) {
		t.Errorf("%q", got)
	}
	k, err := paper.ToolkitNamed("luisteren-zonder-oplossen")
	if err != nil {
		t.Fatal(err)
	}
	f := s.env.makeAll(s.nowSlot(), k, k.Spoken(s.env.Books), s.env.Kits.SendList(s.env.Compare, s.env.reach()))
	for _, c := range f.kinds {
		c.SetChecked(true)
	}
	parent := t.TempDir()
	m := s.env.making(f.jobs(), filepath.Join(parent, "uit"), f.ticked)
	m.stop()
	<-m.ended
	s.settle()
	if left, err := os.ReadDir(parent); err != nil || len(left) > 0 || len(s.shell.failed) > 0 {
		t.Errorf("%v %v %v", left, err, s.shell.failed)
	}
}
