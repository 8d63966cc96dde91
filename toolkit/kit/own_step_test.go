package kit

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kring/sessions/plan"
)

func ids(steps []SmallStep) (out []string) {
	for _, x := range steps {
		out = append(out, x.ID)
	}
	return out
}

// A step of one's own is suggested, remembered when it helped, and after it was removed what
// was tried keeps its name.
func TestOwnStep(t *testing.T) {
	s, v := open(t)
	today := day(t, "2027-03-01")
	g, err := s.MakeGroup(Group{Name: "A", Start: today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.KeepStep(SmallStep{Title: plan.Text{"nl": " Samen fietsen ", "ar": " "}, Text: plan.Text{"so": "Salaan {name}"}}); err != nil {
		t.Fatal(err)
	}
	own, ok := s.Next(s.Steps(four), g.ID)
	if !ok || !strings.HasPrefix(own.ID, ownPrefix) || own.Title.In("ar") != "Samen fietsen" || own.For(Group{Contact: "Hodan"}, "so") != "Salaan Hodan" {
		t.Fatalf("suggested: %+v", own)
	}
	if err := s.Try(g.ID, own.ID, today); err != nil {
		t.Fatal(err)
	}
	if err := s.Answer(s.Tried(g.ID)[0], Yes); err != nil || s.ListSteps(four)[0].Helped != 1 {
		t.Errorf("%v: it helped, and that is not remembered: %+v", err, s.ListSteps(four)[0])
	}
	if err := s.RemoveOwn(own.ID); err != nil || slices.Contains(ids(s.Steps(four)), own.ID) {
		t.Errorf("removed: %v", err)
	}
	yes := func(string) bool { return true }
	if s.StepNamed(four, own.ID).Title.In("nl") != "Samen fietsen" || len(s.BrokenReferences(yes, yes)) != 0 {
		t.Errorf("what was tried lost its name: %v", s.BrokenReferences(yes, yes))
	}
	if _, err := v.Undo(); err != nil || !slices.Contains(ids(s.Steps(four)), own.ID) {
		t.Errorf("undone: %v", err)
	}
}

// A shipped step is changed and hidden, keeps what is known of it, and can be as it ships.
func TestChangedStep(t *testing.T) {
	s, _ := open(t)
	shipped := []SmallStep{{ID: "a", Title: plan.Text{"nl": "A"}}, {ID: "b", Title: plan.Text{"nl": "B"}}}
	all := func() string {
		var out []string
		for _, x := range s.Steps(shipped) {
			out = append(out, x.Title.In("nl"))
		}
		return strings.Join(out, " ")
	}
	check := func(doing string, err error, want string) {
		t.Helper()
		if err != nil || all() != want {
			t.Errorf("%s: %v, %q, want %q", doing, err, all(), want)
		}
	}
	check("changed", s.KeepStep(SmallStep{ID: "a", Title: plan.Text{"nl": "Anders"}}), "Anders B")
	check("hidden", s.HideStep(shipped[0], true), "B")
	check("changed while hidden", s.KeepStep(SmallStep{ID: "a", Title: plan.Text{"nl": "Weer anders"}}), "B")
	check("shown", s.HideStep(shipped[0], false), "Weer anders B")
	check("as it ships", s.RemoveOwn("a"), "A B")
	check("only hidden", s.HideStep(shipped[1], true), "A")
	if got := s.StepNamed(shipped, "b").Title.In("nl"); got != "B" {
		t.Errorf("a hidden one is called %q", got)
	}
	check("only shown", s.HideStep(shipped[1], false), "A B")
	if s.ownSteps.Len() != 0 {
		t.Errorf("%d records of steps that are as they ship", s.ownSteps.Len())
	}
}

func TestStepsThatCannotBe(t *testing.T) {
	s, _ := open(t)
	for i, c := range []struct{ err, want error }{
		{s.KeepStep(SmallStep{Title: plan.Text{"nl": "  "}}), ErrStepTitle},
		{s.KeepStep(SmallStep{ID: "a", Text: plan.Text{"nl": "Dag"}}), ErrStepTitle},
		{s.KeepStep(SmallStep{Title: plan.Text{"nl": "A"}, Text: plan.Text{"nl": "Dag {vrouw}"}}), ErrStepBlank},
		{s.KeepStep(SmallStep{Title: plan.Text{"nl": "A"}, Text: plan.Text{"nl": "Dag {naam"}}), ErrStepBlank},
		{s.RemoveOwn("x"), ErrNotFound},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%d: %v, want %v", i, c.err, c.want)
		}
	}
	if s.ownSteps.Len() != 0 {
		t.Error("something was kept all the same")
	}
}
