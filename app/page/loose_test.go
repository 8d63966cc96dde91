package page

import (
	"strings"
	"testing"

	"kring/internal/vault"
)

// What was saved is told without what went with what is lost, in words of the field.
func TestRescueTellsWhatWentWithTheLosses(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, r, _ := aWreck(t, lang)
		loc := s.env.Loc
		tidied := ""
		r.Tidy = func(path, _ string) (map[string]int, error) {
			tidied = path
			return map[string]int{"people": 2, "visits": 31, "kitsigns": 4}, nil
		}
		x := r.show()
		s.await("the copies", func() bool { return len(x.copies) == 2 })
		x.secret.SetText(stagePass)
		s.press("rescue.salvage")
		went := func(id, n string) string { return loc.T("rescue.kindcount", "Kind", loc.T(id), "Count", n) }
		s.await("what went", func() bool { return s.says(went("rescue.kind.visits", "31")) })
		if !s.says(went("rescue.kind.people", "2")) || !s.says(went("rescue.kind.rest", "4")) || !s.says(went("rescue.kind.people", "1")) {
			t.Errorf("%s: not all of what went is said", lang)
		}
		if tidied == "" {
			t.Errorf("%s: nothing was tidied", lang)
		}
	}
}

// Settings offer to clear up what belongs to nothing, and say nothing of it in a sound vault.
func TestSettingsClearUpWhatIsLoose(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		c, err := vault.NewCollection[string](s.env.Vault, "strays")
		if err != nil {
			t.Fatal(err)
		}
		put := func(tx *vault.Tx) error { return c.Put(tx, "k", "x") }
		if err := s.env.Vault.Do(vault.NewAction("action.test"), put); err != nil {
			t.Fatal(err)
		}
		s.env.Dangling = func() (all []vault.Dangling) {
			for k := range c.All() {
				all = append(all, c.Dangles(k, "place"))
			}
			return all
		}
		p := s.open(Target{Page: Settings, Tab: Copying})
		s.await("the offer", func() bool { return strings.Contains(said(p), s.env.Loc.N("count.loose", 1)) })
		button(t, p.Object(), s.env.Loc.T("loose.tidy")).OnTapped()
		s.await("clearing up", func() bool { return c.Len() == 0 && len(s.shell.said) > 0 })
		p.Update()
		s.await("the card to go", func() bool { return !strings.Contains(said(p), s.env.Loc.T("loose.title")) })
	}
}
