package command

import (
	"flag"
	"fmt"
	"maps"
	"slices"

	"kring/app/guard"
	"kring/app/paper"
	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/privacy"
	"kring/toolkit/book"
	"kring/toolkit/desk"
	"kring/toolkit/glossary"
	"kring/toolkit/kit"
	"kring/toolkit/memory"
)

// Stores are the rooms of one vault.
type Stores struct {
	Courses *course.Store
	Places  *cafe.Store
	Kits    *kit.Store
	Books   *book.Store
	Memory  *memory.Store
	Terms   *glossary.Store
	Desk    *desk.Desk
	Guard   *guard.Keeper
	Privacy *privacy.Store
}

// Close ends what follows the vault.
func (s Stores) Close() {
	s.Courses.Close()
	if s.Desk != nil {
		s.Desk.Close()
	}
}

// OpenStores opens what a vault holds. school may be nil: then no place closes in school
// holidays.
func OpenStores(v *vault.Vault, school *calendar.School) (s Stores, err error) {
	if s.Courses, err = open(v); err != nil {
		return s, err
	}
	if s.Places, err = openPlaces(v, school); err == nil {
		s.Kits, err = kit.Open(v)
	}
	if err == nil {
		s.Guard, err = guard.Open(v)
	}
	if err == nil {
		s.Memory, err = memory.Open(v)
	}
	if err == nil {
		s.Books, err = book.Open(v, s.Memory)
	}
	if err == nil {
		s.Terms, err = openTerms(v)
	}
	if err == nil {
		s.Desk = desk.New(s.Books, s.Memory, s.Terms, paper.Shipped)
	}
	if err == nil {
		s.Privacy, err = s.openPrivacy(v)
	}
	if err == nil {
		s.Courses.OnDelete(s.Kits.CourseGone, s.Kits.PersonGone)
		s.Courses.OnDelete(func(*vault.Tx, string) error { return nil }, s.Privacy.Gone(privacy.Person))
	}
	if err != nil {
		s.Close()
		return Stores{}, err
	}
	return s, nil
}

func openTerms(v *vault.Vault) (*glossary.Store, error) {
	shipped, err := glossary.Load(assets.Glossary())
	if err != nil {
		return nil, err
	}
	return glossary.Open(v, shipped...)
}

func openPlaces(v *vault.Vault, school *calendar.School) (*cafe.Store, error) {
	ideas, err := cafe.LoadCatalogue(assets.Catalogue())
	if err != nil {
		return nil, err
	}
	skills, err := cafe.LoadSkills(assets.Skills())
	if err != nil {
		return nil, err
	}
	return cafe.Open(v, school, ideas, skills...)
}

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
	if _, err := vault.Inspect(plain[0]); err != nil { // before anybody types a passphrase
		return err
	}
	secret, err := e.passphrase(*pass)
	if err != nil {
		return err
	}
	r, err := vault.Check(plain[0], secret, references)
	if err != nil {
		return err
	}
	return e.report(plain[0], r)
}

func (e env) report(file string, r vault.Report) error {
	for _, name := range slices.Sorted(maps.Keys(r.Records)) {
		fmt.Fprintf(e.stdout, "%-12s %6d (%d deleted)\n", name, r.Records[name], r.Deleted[name])
	}
	fmt.Fprintf(e.stdout, "%-12s %6d\n", "journal", r.Journal)
	for _, p := range r.Problems {
		fmt.Fprintln(e.stdout, p)
	}
	if len(r.Problems) > 0 {
		return fmt.Errorf("%s: %d references lead nowhere", file, len(r.Problems))
	}
	_, err := fmt.Fprintln(e.stdout, "ok")
	return err
}

func references(v *vault.Vault) ([]string, error) {
	s, err := OpenStores(v, nil)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	var out []string
	for _, d := range s.Dangling() {
		out = append(out, d.String())
	}
	return out, nil
}
