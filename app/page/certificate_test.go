package page

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// The dialog names who gets one before anything is made; a number that nobody reaches is
// refused, and what is made has a page for each.
func TestCertificates(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.env.Store.Sessions(s.course.ID)
		for _, p := range s.people[1:] {
			for i := range 3 {
				if err := s.env.Store.Mark(x[i].ID, p.ID, course.Present); err != nil {
					t.Fatal(err)
				}
			}
		}
		p := newOverviewTab(s.env, s.course.ID).(*overview)
		c, ss, err := s.env.fetchCourse(s.course.ID)
		if err != nil {
			t.Fatal(err)
		}
		s.env.Now = func() time.Time { return clock.AddDate(0, 2, 0) }
		f := p.certificates(overviewData{course: c, sessions: ss})
		said := strings.Join(textsIn(f.scroll), "\n")
		if !strings.Contains(said, s.env.Loc.N("certificate.many", 0)) {
			t.Errorf("%s: of four sessions it says %q", lang, said)
		}
		var b bytes.Buffer
		for least, want := range map[int]int{3: 2, 6: 0} {
			b.Reset()
			err := paper.Certificates(&b, s.env.Store, c.ID, course.CertificateRule{AtLeast: least}, []string{"nl", "ar"}, s.env.Day())
			if want == 0 && !errors.Is(err, paper.ErrNobody) || want > 0 && (err != nil || bytes.Count(b.Bytes(), []byte("/Type/Page/")) != want) {
				t.Errorf("%s: at least %d: %v, %d pages", lang, least, err, bytes.Count(b.Bytes(), []byte("/Type/Page/")))
			}
		}
	}
}

// With another number the dialog says who gets one by it and who does not any more, against the
// rule of the last time; with the same one it says nothing.
func TestCertificatesSayWhatChanged(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		x := s.env.Store.Sessions(s.course.ID)
		for at, p := range s.people {
			for i := range 3 + at {
				if err := s.env.Store.Mark(x[i].ID, p.ID, course.Present); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.env.Store.SetCertificateRule(course.CertificateRule{AtLeast: 4}); err != nil {
			t.Fatal(err)
		}
		s.env.Now = func() time.Time { return clock.AddDate(0, 2, 0) }
		p := newOverviewTab(s.env, s.course.ID).(*overview)
		c, ss, err := s.env.fetchCourse(s.course.ID)
		if err != nil {
			t.Fatal(err)
		}
		f := p.certificates(overviewData{course: c, sessions: ss})
		var least *kwidget.Select
		walk(f.scroll.Content, func(o fyne.CanvasObject) {
			if sel, ok := o.(*kwidget.Select); ok && least == nil {
				least = sel
			}
		})
		says := func() string {
			var out []string
			walk(f.scroll.Content, func(o fyne.CanvasObject) {
				if l, ok := o.(*kwidget.BidiLabel); ok && l.Visible() {
					out = append(out, l.Text)
				}
			})
			return strings.Join(out, "\n")
		}
		gone := s.env.Loc.T("certificate.gone", "Names", s.people[1].Name)
		added := s.env.Loc.T("certificate.added", "Names", s.people[0].Name)
		for at, want := range map[int]string{4: gone, 2: added, 3: ""} {
			least.SetSelectedIndex(at)
			got := says()
			if strings.Contains(got, gone) != (want == gone) || strings.Contains(got, added) != (want == added) {
				t.Errorf("%s: at least %d: %s", lang, at+1, got)
			}
		}
	}
}

// In two languages the certificate names the programme in both, and the course once where it has
// no programme.
func TestCertificateNamesTheProgrammeInBothLanguages(t *testing.T) {
	s := newStage(t, "nl")
	x := s.env.Store.Sessions(s.course.ID)
	for i := range 3 {
		if err := s.env.Store.Mark(x[i].ID, s.people[1].ID, course.Present); err != nil {
			t.Fatal(err)
		}
	}
	s.env.Now = func() time.Time { return clock.AddDate(0, 2, 0) }
	programme, ok := s.env.Store.Programme(s.course.Programme)
	if !ok {
		t.Fatal("the course has no programme")
	}
	for langs, want := range map[string]int{"nl": 0, "nl ar": 1} {
		var b bytes.Buffer
		if err := paper.Certificates(&b, s.env.Store, s.course.ID, course.CertificateRule{AtLeast: 3}, strings.Fields(langs), s.env.Day()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "c.pdf")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command("pdftotext", path, "-").Output()
		if err != nil {
			t.Fatalf("%v: `make test` installs what this test needs", err)
		}
		if n := strings.Count(string(said), strings.Fields(programme.Name.In("ar"))[0]); n != want || !strings.Contains(string(said), programme.Name.In("nl")) {
			t.Errorf("%s: the programme is named in Arabic %d times:\n%s", langs, n, said)
		}
	}
}
