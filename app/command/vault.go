package command

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"time"

	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
)

func open(v *vault.Vault) (*course.Store, error) {
	programmes, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		return nil, err
	}
	return course.Open(v, programmes)
}

func check(e env) error {
	fs := flag.NewFlagSet("check", flag.ContinueOnError)
	pass := fs.String("passphrase-file", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) != 1 {
		return usage("check FILE")
	}
	secret, err := e.passphrase(*pass)
	if err != nil {
		return err
	}
	r, err := vault.Check(plain[0], secret, references)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(r.Records)) {
		fmt.Fprintf(e.stdout, "%-12s %6d (%d deleted)\n", name, r.Records[name], r.Deleted[name])
	}
	fmt.Fprintf(e.stdout, "%-12s %6d\n", "journal", r.Journal)
	for _, p := range r.Problems {
		fmt.Fprintln(e.stdout, p)
	}
	if len(r.Problems) > 0 {
		return fmt.Errorf("%s: %d references lead nowhere", plain[0], len(r.Problems))
	}
	_, err = fmt.Fprintln(e.stdout, "ok")
	return err
}

func references(v *vault.Vault) ([]string, error) {
	s, err := open(v)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.BrokenReferences(), nil
}

func importList(e env) (err error) {
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	name, file, pass := fs.String("course", "", ""), fs.String("vault", "", ""), fs.String("passphrase-file", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) != 2 || plain[0] != "participants" || *name == "" || *file == "" {
		return usage("import participants FILE --course NAME --vault FILE")
	}
	tables, err := sheet.Read(plain[1])
	if err != nil {
		return fmt.Errorf("%s: %w", plain[1], err)
	}
	secret, err := e.passphrase(*pass)
	if err != nil {
		return err
	}
	v, err := vault.Open(*file, secret)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, err := open(v)
	if err != nil {
		return err
	}
	c, err := s.CourseNamed(*name)
	if err != nil {
		return err
	}
	return e.take(s, c, tables[0])
}

// take imports a table and says what became of each row that was left out.
func (e env) take(s *course.Store, c course.Course, t sheet.Table) error {
	rows := people.Preview(t, people.GuessColumns(t.Header), s.People(e.loc.Compare))
	done, err := s.Import(c.ID, rows, calendar.DateOf(time.Now().In(calendar.Amsterdam)))
	if err != nil {
		return err
	}
	for _, r := range rows {
		for _, p := range r.Problems {
			fmt.Fprintf(e.stdout, "row %d: %s\n", r.Line, e.loc.T("problem."+string(p.Code), "Value", p.Value))
		}
	}
	_, err = fmt.Fprintf(e.stdout, "%d new, %d known, %d left out\n", done.Added, done.Known, len(rows)-done.Added-done.Known)
	return err
}
