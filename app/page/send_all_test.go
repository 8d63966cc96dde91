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

// sendListOf opens the send list of now, of which the toolkit is a file that ships or none.
func (s *stage) sendListOf(file string) *sendList {
	s.Helper()
	s.aGroup()
	x := kit.Slot{Year: s.env.Day().Year, Period: (int(s.env.Day().Month) + 1) / 2, State: kit.Ready, Theme: "Luisteren", File: file}
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
		f := s.env.makeAll(k, s.env.Kits.SendList(s.env.Compare, s.env.reach()))
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
		m := s.env.making(f.jobs(), dir)
		for done := false; !done; {
			select {
			case <-m.ended:
				done = true
			case f := <-s.ui:
				f()
			}
		}
		s.settle()
		if len(s.shell.failed) > 0 {
			t.Fatal(s.shell.failed)
		}
		files, err := os.ReadDir(filepath.Join(dir, "De Lente"))
		if err != nil || len(files) != 2 || files[0].Name() != "luisteren-zonder-oplossen-ar-kort.txt" || files[1].Name() != "luisteren-zonder-oplossen-nl-ar-a4.pdf" {
			t.Errorf("%s: %v %v", lang, files, err)
		}
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
	f := s.env.makeAll(k, s.env.Kits.SendList(s.env.Compare, s.env.reach()))
	for _, c := range f.kinds {
		c.SetChecked(true)
	}
	parent := t.TempDir()
	m := s.env.making(f.jobs(), filepath.Join(parent, "uit"))
	m.stop()
	<-m.ended
	s.settle()
	if left, err := os.ReadDir(parent); err != nil || len(left) > 0 || len(s.shell.failed) > 0 {
		t.Errorf("%v %v %v", left, err, s.shell.failed)
	}
}
