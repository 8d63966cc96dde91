package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/toolkit/export"
)

// demoPassphrase opens the demo vault; everybody may know it.
const demoPassphrase = "demo"

// demoDay is the day on which the demo takes place: its papers are the same whenever
// they are made.
var demoDay = time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Amsterdam)

func demo(e env) error {
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
	if err := mayReplace(filepath.Join(*out, demoFile)); err != nil {
		return err
	}
	names, err := e.makeDemo(*out)
	if err != nil {
		return err
	}
	for _, name := range names {
		fmt.Fprintln(e.stdout, filepath.Join(*out, name))
	}
	_, err = fmt.Fprintf(e.stdout, "%s (passphrase %q)\n", filepath.Join(*out, demoFile), demoPassphrase)
	return err
}

const demoFile = "demo.kring"

// mayReplace lets a new demo take the place of an old one; what "demo" does not open
// stays.
func mayReplace(path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if _, err := vault.Check(path, demoPassphrase); err != nil {
		return fmt.Errorf("%s is there and is no demo: %w", path, err)
	}
	return nil
}

// makeDemo makes everything in a folder of its own beside the places of the files, and
// moves it there when all is whole: a demo that fails leaves what was there.
func (e env) makeDemo(out string) (names []string, err error) {
	tmp, err := os.MkdirTemp(out, ".kring-demo-*")
	if err != nil {
		return nil, fmt.Errorf("making the demo: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	if names, err = e.fillDemo(tmp); err != nil {
		return nil, err
	}
	return names, moveAll(tmp, out, append([]string{demoFile}, names...))
}

// moveAll looks before it moves, so that the one thing that can go wrong within a
// folder, a folder that stands in a file's place, leaves nothing half-done.
func moveAll(from, to string, names []string) error {
	for _, name := range names {
		if info, err := os.Stat(filepath.Join(to, name)); err == nil && info.IsDir() {
			return fmt.Errorf("putting the demo in its place: %s is a folder", filepath.Join(to, name))
		}
	}
	for _, name := range names {
		if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return fmt.Errorf("putting the demo in its place: %w", err)
		}
	}
	return nil
}

func (e env) fillDemo(dir string) (names []string, err error) {
	v, _, err := vault.Create(filepath.Join(dir, demoFile), demoPassphrase)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, c, err := fill(v, demoDay)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	places, at, err := fillPlaces(v, demoDay)
	if err != nil {
		return nil, err
	}
	if err := fillReport(s, places, at, demoDay.Year()); err != nil {
		return nil, err
	}
	kits, err := fillGroups(v, s)
	if err != nil {
		return nil, err
	}
	if names, err = e.exports(dir, s, c, places, at[0]); err != nil {
		return nil, err
	}
	texts, err := e.translators(dir, v)
	if err != nil {
		return nil, err
	}
	return append(append(names, texts...), demoSendList), e.sendList(dir, v, kits, s)
}

// exports writes every paper and gives their names.
func (e env) exports(dir string, s *course.Store, c course.Course, places *cafe.Store, at cafe.Place) (names []string, err error) {
	today := calendar.DateOf(demoDay)
	tonight := places.Next(at.ID, today, 1)[0]
	kit, err := paper.ToolkitNamed("luisteren-zonder-oplossen")
	if err != nil {
		return nil, err
	}
	first := s.Sessions(c.ID)[0]
	numbers := paper.Count(places, s, e.loc.Compare, today.Year, today)
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"presentielijst.pdf", func(w io.Writer) error { return paper.AttendanceList(w, s, e.loc, c.ID) }},
		{"aanwezigheid.xlsx", func(w io.Writer) error { return paper.AttendanceXLSX(w, s, e.loc, today) }},
		{"cursus.ics", func(w io.Writer) error { return paper.Calendar(w, s, e.loc, c.ID, demoDay) }},
		{"cafe.ics", func(w io.Writer) error { return paper.CafeCalendar(w, places, e.loc, at.ID, today, demoDay) }},
		{"kookavond.pdf", cookingPaper(places, e.loc, at, today, false)},
		{"kookavond.txt", cookingPaper(places, e.loc, at, today, true)},
		{"rooster.xlsx", func(w io.Writer) error { return paper.Roster(w, places, e.loc, today, today.AddDays(demoSeason)) }},
		{"rapport.xlsx", func(w io.Writer) error { return numbers.Write(w, ".xlsx", e.loc) }},
		{"rapport.pdf", func(w io.Writer) error { return numbers.Write(w, ".pdf", e.loc) }},
		{"rapport.png", func(w io.Writer) error { return numbers.Write(w, ".png", e.loc) }},
		{"programma-poster.pdf", func(w io.Writer) error { return paper.Poster(w, paper.PosterA4, places, at.ID, today.AddDays(15)) }},
		{"programma-poster.png", func(w io.Writer) error { return paper.Poster(w, paper.PosterPhone, places, at.ID, today.AddDays(15)) }},
		{"vaardigheden-nl.pdf", func(w io.Writer) error { return paper.SkillForm(w, places, "nl", demoHolder(places, "Tom Bakker")) }},
		{"vaardigheden-ar.pdf", func(w io.Writer) error {
			return paper.SkillForm(w, places, "ar", demoHolder(places, "نور الحسن"))
		}},
		{"certificaten.pdf", func(w io.Writer) error {
			return paper.Certificates(w, s, c.ID, course.CertificateRule{AtLeast: 3}, []string{"nl", "ar"}, today)
		}},
		{"draaiboek-1.pdf", func(w io.Writer) error { return paper.SessionPlan(w, s, e.loc, first) }},
		{"toolkit-nl-ar.pdf", func(w io.Writer) error { return paper.PrintToolkit(w, kit) }},
		{"toolkit-nl-ar.png", func(w io.Writer) error { return paper.PictureToolkit(w, kit) }},
		{"werkboek-nl-ar.pdf", func(w io.Writer) error { return paper.PrintWorkbook(w, export.Subtitles, false) }},
		{"werkboek-ar.pdf", func(w io.Writer) error { return paper.PrintWorkbook(w, export.Second, false) }},
		{"werkboek-weinig-tekst.pdf", func(w io.Writer) error { return paper.PrintWorkbook(w, export.Subtitles, true) }},
	} {
		if err := paper.File(filepath.Join(dir, f.name), f.write); err != nil {
			return nil, err
		}
		names = append(names, f.name)
	}
	more, err := toolkitFiles(dir, kit)
	if err != nil {
		return nil, err
	}
	names = append(names, more...)
	for _, kind := range paper.EveningKinds() {
		made, err := paper.Evening(filepath.Join(dir, "cafe-avond"+kind), places, e.loc, tonight)
		if err != nil {
			return nil, err
		}
		for _, path := range made {
			names = append(names, filepath.Base(path))
		}
	}
	return names, nil
}
