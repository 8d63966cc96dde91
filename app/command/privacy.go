package command

import (
	"kring/app/guard"
	"kring/internal/vault"
	"kring/sessions/privacy"
)

// openPrivacy asks every room what it keeps of people.
func (s Stores) openPrivacy(v *vault.Vault) (*privacy.Store, error) {
	return privacy.Open(v, s.Courses.Privacy(), s.Places.Privacy(), s.Kits.Privacy(), s.Books.Privacy(), s.Terms.Privacy(), s.Memory.Privacy(), guard.Privacy())
}
