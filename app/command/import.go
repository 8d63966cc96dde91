package command

import (
	"errors"
	"flag"
	"fmt"
	"time"

	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
)

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
	v, err := e.openVault(*file, *pass)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, err := openCourses(v)
	if err != nil {
		return err
	}
	defer s.Close()
	c, err := s.CourseNamed(*name)
	if err != nil {
		return err
	}
	return e.take(s, c, tables)
}

// take imports the first list and says of every row that is doubtful or left out what
// became of it; nothing in a file vanishes unsaid.
func (e env) take(s *course.Store, c course.Course, tables []sheet.Table) error {
	t := tables[0]
	rows := people.Preview(t, people.GuessColumns(t.Header), s.People(e.loc.Compare))
	done, err := s.Import(c.ID, rows, calendar.DateOf(time.Now().In(calendar.Amsterdam)))
	if err != nil {
		return err
	}
	for _, r := range rows {
		e.sayRow(r)
	}
	for _, other := range tables[1:] {
		fmt.Fprintf(e.stdout, "sheet %q left out: only the first, %q, is read\n", other.Name, t.Name)
	}
	out := len(rows) - done.Added - done.Known
	if _, err := fmt.Fprintf(e.stdout, "%d new, %d known, %d left out\n", done.Added, done.Known, out); err != nil {
		return err
	}
	if out == len(rows) {
		return errors.New("nobody in the list could be taken in")
	}
	return nil
}

func (e env) sayRow(r people.Row) {
	outcome := "left out"
	if r.Take {
		outcome = "taken in"
	}
	for _, p := range r.Problems {
		fmt.Fprintf(e.stdout, "row %d %s: %s\n", r.Line, outcome, e.words.T("problem."+string(p.Code), "Value", p.Value, "Line", p.Line))
	}
}

// openVault looks at the file before it asks for the passphrase: nobody types one for
// a file that is not there or is no vault.
func (e env) openVault(path, passphraseFile string) (*vault.Vault, error) {
	if _, err := vault.Inspect(path); err != nil {
		return nil, err
	}
	secret, err := e.passphrase(passphraseFile)
	if err != nil {
		return nil, err
	}
	return vault.Open(path, secret)
}
