package course_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"kring/assets"
	"kring/sessions/course"
	"kring/sessions/plan"
)

func TestShippedProgrammesAreSoundAndBilingual(t *testing.T) {
	all, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 || all[0].Number != len(all[0].Sessions) {
		t.Fatal("no programme, or not all its sessions")
	}
	for _, p := range all {
		for _, m := range p.Sessions {
			texts := []plan.Text{m.Theme, m.Goal, m.Task, m.TaskLowText}
			for _, b := range append(append([]plan.Block{}, m.Blocks...), m.Alternatives...) {
				texts = append(append(append(texts, b.Title, b.Aim), b.Steps...), b.Materials...)
			}
			for _, x := range texts {
				if !x.Has("nl") || !x.Has("ar") {
					t.Errorf("%s session %d: not in both languages: %v", p.Key, m.Number, x)
				}
			}
		}
	}
}

func TestFaultsNameTheirFile(t *testing.T) {
	head := "key='x'\nkind='course'\nsessions=1\nminutes=60\nname={nl='X'}\n"
	block := "number=1\n[[block]]\nid='a'\npart='write'\nminutes=60\ntitle={nl='A'}\n"
	for want, files := range map[string][2]string{
		"unknown key":          {head + "naam='x'\n", block},
		"13 sessions":          {strings.Replace(head, "sessions=1", "sessions=13", 1), block},
		"says that it":         {head, strings.Replace(block, "number=1", "number=2", 1)},
		"add up to 50":         {head, strings.Replace(block, "minutes=60", "minutes=50", 1)},
		"low-text alternative": {head, block},
	} {
		fsys := fstest.MapFS{"x/programme.toml": {Data: []byte(files[0])}, "x/session-1.toml": {Data: []byte(files[1])}}
		if _, err := course.LoadProgrammes(fsys); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("expected %q, got %v", want, err)
		}
	}
}
