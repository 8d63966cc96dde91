package course_test

import (
	"testing"

	"kring/sessions/course"
	"kring/sessions/plan"
)

// A group's plan is its own copy: the template and the other groups keep theirs.
func TestAPlanIsTheGroupsOwn(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	other := must[course.Course](t)(s.Create(aCourse("Ouders West"), weeks(6)))
	x := s.Sessions(c.ID)[0]
	blocks, own := s.Plan(x)
	if own || len(blocks) == 0 {
		t.Fatalf("a new course has %d blocks, own: %v", len(blocks), own)
	}
	template := plan.CloneAll(blocks)
	changed := must[[]plan.Block](t)(plan.Move(blocks, 0, 2))
	ok(t, s.SavePlan(x, "action.plan.move", changed))

	if got, own := s.Plan(x); !own || !plan.Equal(got, changed) {
		t.Errorf("the plan was not kept (own: %v)", own)
	}
	if got, own := s.Plan(s.Sessions(other.ID)[0]); own || !plan.Equal(got, template) {
		t.Error("the other group's plan changed along")
	}
	ok(t, s.ResetPlan(x))
	if got, own := s.Plan(x); own || !plan.Equal(got, template) {
		t.Error("the template's version did not come back")
	}
}

// A plan that was changed back to the template's is no copy of it: a better template
// later reaches this group too.
func TestAPlanChangedBackIsNoCopy(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	x := s.Sessions(c.ID)[0]
	blocks, _ := s.Plan(x)
	moved := must[[]plan.Block](t)(plan.Move(blocks, 0, 1))
	ok(t, s.SavePlan(x, "action.plan.move", moved))
	ok(t, s.SavePlan(x, "action.plan.move", must[[]plan.Block](t)(plan.Move(moved, 1, 0))))
	if _, own := s.Plan(x); own {
		t.Error("it is kept as a copy")
	}
}

func TestWhatIsCarriedOver(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	ss := s.Sessions(c.ID)
	if _, there := s.CarriedOver(ss[0], "nl"); there {
		t.Error("something came before the first session")
	}
	template, _ := s.Template(ss[0])
	got, there := s.CarriedOver(ss[1], "ar")
	if !there || got.Task != template.Task.In("ar") || got.LeftOver != "" {
		t.Errorf("%+v, want the template's task in Arabic", got)
	}
	ok(t, s.SaveLog(course.Log{SessionID: ss[0].ID, Task: "schrijf je ouder een brief", LeftOver: "de video"}))
	if got, _ := s.CarriedOver(ss[1], "nl"); got.Task != "schrijf je ouder een brief" || got.LeftOver != "de video" || got.From.ID != ss[0].ID {
		t.Errorf("%+v, want the duo's own", got)
	}
}
