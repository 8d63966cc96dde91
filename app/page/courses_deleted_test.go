package page

import (
	"strings"
	"testing"
	"time"
)

// A deleted course is found on the page of courses and comes back in one press.
func TestDeletedCourseComesBack(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.env.Now = func() time.Time { return time.Now() } // the journal goes by the clock of the laptop
		if err := s.env.Store.DeleteCourse(s.course.ID); err != nil {
			t.Fatal(err)
		}
		p := s.open(Target{Page: Courses}).(*courses)
		p.deleted()
		(<-s.ui)()
		over := s.env.Window.Canvas().Overlays().Top()
		if over == nil || !strings.Contains(strings.Join(textsIn(over), "\n"), s.course.Name) {
			t.Fatalf("%s: the course is not offered", lang)
		}
		button(t, over, s.env.Loc.T("courses.back")).OnTapped()
		s.settle()
		if _, ok := s.env.Store.Course(s.course.ID); !ok || len(s.shell.failed) > 0 {
			t.Errorf("%s: it is not back: %v", lang, s.shell.failed)
		}
	}
}
