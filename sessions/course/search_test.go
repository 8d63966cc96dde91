package course_test

import (
	"slices"
	"testing"

	"kring/sessions/course"
	"kring/sessions/people"
)

func TestSearch(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Zoë van der Vries", "فاطمة الزهراء", "Łukasz Wiśniewski", "Vincent Oost")
	theme, _ := s.Template(s.Sessions(c.ID)[2])
	for query, want := range map[string][]string{
		"OOST":   {"Ouders Oosterwei", "Vincent Oost"},
		"zoe":    {"Zoë van der Vries"},
		"vries":  {"Zoë van der Vries"},
		"lukasz": {"Łukasz Wiśniewski"},
		"WISN":   {"Łukasz Wiśniewski"},
		"فاطم":   {"فاطمة الزهراء"},
		"gouda":  {"Ouders Oosterwei"}, // its place
		"qqq":    nil,
		"  ":     nil,
	} {
		if got := foundNames(s.Search(query, "nl", 20)); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	found := s.Search(theme.Theme.In("nl"), "nl", 20)
	if len(found) != 1 || found[0].Kind != course.FoundSession || found[0].SessionNo != 3 || found[0].CourseID != c.ID {
		t.Errorf("the third session's theme finds %+v", found)
	}
	who[0].Name = "Zoë Klaassen"
	must[people.Person](t)(s.SavePerson(who[0]))
	if got := s.Search("vries", "nl", 20); len(got) != 0 {
		t.Errorf("the old name still finds %+v", got)
	}
	ok(t, s.DeletePerson(who[0].ID))
	if got := s.Search("klaassen", "nl", 20); len(got) != 0 {
		t.Errorf("somebody deleted is found: %+v", got)
	}
}

// Names that begin with what was typed come first, then words that do.
func TestSearchBestFirst(t *testing.T) {
	s := newStore(t)
	group(t, s, "Marianne", "Joanna", "Sofie Anders", "Anna")
	if got, want := foundNames(s.Search("an", "nl", 3))[:3], []string{"Anna", "Sofie Anders", "Joanna"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func foundNames(all []course.Found) []string {
	var out []string
	for _, f := range all {
		out = append(out, f.Name)
	}
	return out
}
