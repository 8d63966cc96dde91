package command

import (
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
	if s.Courses, err = openCourses(v); err != nil {
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

func openCourses(v *vault.Vault) (*course.Store, error) {
	programmes, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		return nil, err
	}
	return course.Open(v, programmes)
}

// openPrivacy asks every room what it keeps of people.
func (s Stores) openPrivacy(v *vault.Vault) (*privacy.Store, error) {
	return privacy.Open(v, s.Courses.Privacy(), s.Places.Privacy(), s.Kits.Privacy(), s.Books.Privacy(), s.Terms.Privacy(), s.Memory.Privacy(), guard.Privacy())
}
