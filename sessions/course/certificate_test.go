package course_test

import (
	"errors"
	"strings"
	"testing"

	"kring/sessions/course"
)

// Who was there as often as the organisation asks gets a certificate, late or not; the rule is
// kept, and undone.
func TestWhoGetsACertificate(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Piet", "Samira", "Noor")
	x := s.Sessions(c.ID)
	for i, n := range []int{6, 3, 2} {
		for k := range n {
			state := course.Present
			if k%2 == 1 {
				state = course.Late
			}
			ok(t, s.Mark(x[k].ID, who[i].ID, state))
		}
	}
	ok(t, s.Mark(x[5].ID, who[2].ID, course.Noticed))
	last := x[len(x)-1].Date
	names := func(least int) string {
		var out []string
		for _, p := range s.Certified(c.ID, course.CertificateRule{AtLeast: least}, last, strings.Compare) {
			out = append(out, p.Name)
		}
		return strings.Join(out, " ")
	}
	for least, want := range map[int]string{1: "Noor Piet Samira", 3: "Piet Samira", 4: "Piet", 7: ""} {
		if got := names(least); got != want {
			t.Errorf("at least %d: %q, want %q", least, got, want)
		}
	}
	if got := s.CertificateRule().AtLeast; got != 4 {
		t.Errorf("before anybody chose: %d", got)
	}
	if err := s.SetCertificateRule(course.CertificateRule{}); !errors.Is(err, course.ErrRule) {
		t.Errorf("none at all: %v", err)
	}
	ok(t, s.SetCertificateRule(course.CertificateRule{AtLeast: 5}))
	if got := s.CertificateRule().AtLeast; got != 5 {
		t.Errorf("chosen: %d", got)
	}
	if a, err := s.Vault().Undo(); err != nil || a.Kind != "action.certificaterule" || s.CertificateRule().AtLeast != 4 {
		t.Errorf("undone: %v, %v", a, err)
	}
}
