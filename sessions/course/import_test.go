package course_test

import (
	"slices"
	"strings"
	"testing"

	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/course"
	"kring/sessions/people"
)

// list is a typed sign-up list as it comes out of the reader.
func list(t testing.TB, csv string) sheet.Table {
	t.Helper()
	tables, err := sheet.ReadFrom(strings.NewReader(csv), "lijst.csv")
	if err != nil {
		t.Fatal(err)
	}
	return tables[0]
}

func preview(t testing.TB, csv string, known []people.Person) []people.Row {
	t.Helper()
	l := list(t, csv)
	return people.Preview(l, people.GuessColumns(l.Header), known)
}

const signUps = `Naam;Telefoon;E-mail
Samira Haddad;06-11111111;samira@voorbeeld.nl
;06-22222222;
Piet Jansen;;piet@voorbeeld.nl
`

// Who is known by phone is enrolled and not made anew; only what was empty is filled.
func TestImport(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Samira H.")
	old := who[0]
	old.Phone = "+31611111111"
	must[people.Person](t)(s.SavePerson(old))
	other := must[course.Course](t)(s.Create(aCourse("West"), weeks(6)))

	rows := preview(t, signUps, s.People(strings.Compare))
	done := must[course.Imported](t)(s.Import(other.ID, rows, firstDay))
	if done != (course.Imported{Added: 1, Known: 1}) {
		t.Errorf("%+v", done)
	}
	got, _ := s.Person(old.ID)
	if got.Name != "Samira H." || got.Email != "samira@voorbeeld.nl" {
		t.Errorf("the known person became %+v", got)
	}
	if n := len(s.Roster(c.ID, strings.Compare)); n != 1 {
		t.Errorf("the first course has %d people", n)
	}
	roster := names(s, other.ID)
	if want := []string{"Piet Jansen", "Samira H."}; !slices.Equal(roster, want) {
		t.Errorf("enrolled are %q, want %q", roster, want)
	}
	if bad := rejected(rows); len(bad) != 1 || bad[0].Line != 3 {
		t.Errorf("the row without a name is not among the rejected: %+v", bad)
	}
}

func names(s *course.Store, courseID string) []string {
	var out []string
	for _, p := range s.Roster(courseID, strings.Compare) {
		out = append(out, p.Name)
	}
	slices.Sort(out)
	return out
}

func rejected(rows []people.Row) []people.Row {
	var out []people.Row
	for _, r := range rows {
		if !r.Take {
			out = append(out, r)
		}
	}
	return out
}

func TestImportIsOneUndoableStep(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s, "Al er")
	must[course.Imported](t)(s.Import(c.ID, preview(t, signUps, nil), firstDay))
	a := must[vault.Action](t)(s.Vault().Undo())
	if a.Kind != "action.import" || a.Args["Number"] != "2" {
		t.Errorf("undo took back %+v", a)
	}
	if got := names(s, c.ID); !slices.Equal(got, []string{"Al er"}) || len(s.People(strings.Compare)) != 1 {
		t.Errorf("after undo: %q", got)
	}
	must[vault.Action](t)(s.Vault().Redo())
	if got := names(s, c.ID); len(got) != 3 {
		t.Errorf("after redo: %q", got)
	}
}

// The same list a second time makes nobody twice.
func TestImportTwice(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	for range 2 {
		must[course.Imported](t)(s.Import(c.ID, preview(t, signUps, s.People(strings.Compare)), firstDay))
	}
	if got := names(s, c.ID); !slices.Equal(got, []string{"Piet Jansen", "Samira Haddad"}) {
		t.Errorf("enrolled are %q", got)
	}
}
