package command

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"kring/app/paper"
	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// demoPassphrase opens the demo vault; everybody may know it.
const demoPassphrase = "demo"

// demoDay is the day of the files: a demo made twice is the same.
var demoDay = time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Amsterdam)

func demo(e env) (err error) {
	fs := flag.NewFlagSet("demo", flag.ContinueOnError)
	out := fs.String("out", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if *out == "" || len(plain) > 0 {
		return usage("demo --out DIR")
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	path := filepath.Join(*out, "demo.kring")
	if err := removeDemo(path); err != nil {
		return err
	}
	v, _, err := vault.Create(path, demoPassphrase)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, c, err := fill(v, demoDay)
	if err != nil {
		return err
	}
	defer s.Close()
	return e.exports(*out, s, c)
}

// removeDemo makes room for a new demo; anything that "demo" does not open stays.
func removeDemo(path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if _, err := vault.Check(path, demoPassphrase); err != nil {
		return fmt.Errorf("%s is there and is no demo: %w", path, err)
	}
	return os.Remove(path)
}

func (e env) exports(dir string, s *course.Store, c course.Course) error {
	today := calendar.DateOf(demoDay)
	kits, err := paper.Toolkits()
	if err != nil {
		return err
	}
	if len(kits) == 0 {
		return errors.New("no toolkit in the build")
	}
	first := s.Sessions(c.ID)[0]
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"presentielijst.pdf", func(w io.Writer) error { return paper.AttendanceList(w, s, e.loc, c.ID) }},
		{"aanwezigheid.xlsx", func(w io.Writer) error { return paper.AttendanceXLSX(w, s, e.loc, today) }},
		{"cursus.ics", func(w io.Writer) error { return paper.Calendar(w, s, e.loc, c.ID, demoDay) }},
		{"draaiboek-1.pdf", func(w io.Writer) error { return paper.SessionPlan(w, s, e.loc, first) }},
		{"toolkit-nl-ar.pdf", func(w io.Writer) error { return paper.PrintToolkit(w, kits[0]) }},
		{"toolkit-nl-ar.png", func(w io.Writer) error { return paper.PictureToolkit(w, kits[0]) }},
	} {
		if err := paper.File(filepath.Join(dir, f.name), f.write); err != nil {
			return err
		}
		fmt.Fprintln(e.stdout, filepath.Join(dir, f.name))
	}
	_, err = fmt.Fprintf(e.stdout, "%s (passphrase %q)\n", filepath.Join(dir, "demo.kring"), demoPassphrase)
	return err
}

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
