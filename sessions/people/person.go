// Package people holds a person as a trainer knows one, how Dutch people sort and
// search names, and how a sign-up list becomes people.
package people

import "reflect"

// Person is somebody who signed up. Only the name is required: keep the least.
type Person struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"` // as people say it: "Anna de Vries"
	Phone     string   `json:"phone,omitempty"`
	Email     string   `json:"mail,omitempty"`
	Kind      Kind     `json:"kind,omitempty"`
	Through   Through  `json:"via,omitempty"`
	Reads     []string `json:"reads,omitempty"` // BCP 47
	ChildCare bool     `json:"care,omitempty"`
	Children  int      `json:"kids,omitempty"` // who need the child care
	Note      string   `json:"note,omitempty"`
}

// Kind says what somebody is to the child.
type Kind string

// The kinds; the empty one is not known.
const (
	Mother      Kind = "mother"
	Father      Kind = "father"
	Grandparent Kind = "grandparent"
	Caregiver   Kind = "caregiver"
	OtherKind   Kind = "other"
)

// Kinds lists the kinds in the order of a picker.
func Kinds() []Kind { return []Kind{"", Mother, Father, Grandparent, Caregiver, OtherKind} }

// Through says how somebody came to the course.
type Through string

// The ways; the empty one is not known.
const (
	FamilyCoach      Through = "familycoach"
	SchoolSocialWork Through = "schoolsocialwork"
	GP               Through = "gp"
	PracticeNurse    Through = "practicenurse"
	InfantClinic     Through = "infantclinic"
	Colleague        Through = "colleague"
	WordOfMouth      Through = "wordofmouth"
	ExistingGroup    Through = "existinggroup"
	OtherThrough     Through = "other"
)

// Throughs lists the ways in the order of a picker.
func Throughs() []Through {
	return []Through{
		"", FamilyCoach, SchoolSocialWork, GP, PracticeNurse, InfantClinic,
		Colleague, WordOfMouth, ExistingGroup, OtherThrough,
	}
}

// Languages lists what a participant may read, in the order of a picker (BCP 47).
func Languages() []string {
	return []string{"nl", "ar", "en", "tr", "pl", "ti", "so", "fa", "uk", "fr", "es", "ur", "ku", "zgh", "pt", "de"}
}

// Equal tells whether two records hold the same. A new field counts by itself.
func (p Person) Equal(o Person) bool {
	if len(p.Reads) == 0 && len(o.Reads) == 0 {
		p.Reads, o.Reads = nil, nil
	}
	return reflect.DeepEqual(p, o)
}
