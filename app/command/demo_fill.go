package command

import (
	"bytes"
	"fmt"
	"time"

	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// fill makes the demo's course: the sign-up list that ships with Kring, six dates of
// which three have been, and their attendance.
func fill(v *vault.Vault, now time.Time) (*course.Store, course.Course, error) {
	var c course.Course
	s, err := open(v)
	if err != nil {
		return nil, c, err
	}
	today := calendar.DateOf(now.In(calendar.Amsterdam))
	first := today.AddDays(-19)
	dates, _ := calendar.Weekly(first, 6, calendar.Public)
	c, err = s.Create(course.Course{
		Programme: "hbbm", Name: "Moeders en vaders Gouda-Oost", Place: "Wijkcentrum De Walvis, Gouda", Region: calendar.Middle,
		Languages: []string{"nl", "ar"}, Mode: course.Physical, ChildCare: true, Trainer: "Ingrid Bos", Assistant: "Samira Haddad",
		Capacity: 16, Start: plan.At(9, 15), End: plan.At(12, 15),
	}, dates)
	if err != nil {
		return nil, c, err
	}
	if err := signUps(s, c, first); err != nil {
		return nil, c, err
	}
	return s, c, live(s, c)
}

func signUps(s *course.Store, c course.Course, on calendar.Date) error {
	tables, err := sheet.ReadFrom(bytes.NewReader(assets.SignUps), "aanmeldingen.xlsx")
	if err != nil {
		return fmt.Errorf("the demo's sign-up list: %w", err)
	}
	rows := people.Preview(tables[0], people.GuessColumns(tables[0].Header), nil)
	_, err = s.Import(c.ID, rows, on)
	return err
}

// live marks three sessions and writes what a duo would have written.
func live(s *course.Store, c course.Course) error {
	roster := s.Roster(c.ID, func(a, b string) int { return bytes.Compare([]byte(a), []byte(b)) })
	sessions := s.Sessions(c.ID)
	exceptions := map[[2]int]course.State{
		{0, 3}: course.Late, {0, 9}: course.Absent, {1, 2}: course.Noticed, {1, 5}: course.Absent,
		{2, 5}: course.Absent, {2, 7}: course.Late, {2, 8}: course.AtHome, {2, 11}: course.Elsewhere,
	}
	for i, x := range sessions[:3] {
		for at, st := range exceptions {
			if at[0] == i && at[1] < len(roster) {
				if err := s.Mark(x.ID, roster[at[1]].Person.ID, st); err != nil {
					return err
				}
			}
		}
		if err := s.MarkAll(c.ID, x.ID, course.Present); err != nil {
			return err
		}
	}
	for _, text := range []string{"Wat we hier delen, blijft hier.", "Iedereen mag praten en iedereen mag zwijgen.", "We beginnen op tijd. Ben je later, kom dan toch.", "Telefoons staan op stil."} {
		if _, err := s.SaveAgreement(course.Agreement{CourseID: c.ID, Text: text}); err != nil {
			return err
		}
	}
	return s.SaveLog(course.Log{SessionID: sessions[2].ID, Went: "Veel herkenning bij de cirkel. Goede sfeer.", LeftOver: "Het rondje over de steen is niet afgekomen."})
}
