package page

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
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
