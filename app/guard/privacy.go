package guard

import (
	"kring/internal/backup"
	"kring/sessions/privacy"
)

// Privacy says what of people stands in what a vault keeps for its laptops: in a text that
// was being typed anything, in a folder's path somebody's name.
func Privacy() privacy.Room {
	return privacy.Room{Holdings: []privacy.Holding{
		{Collection: colUnsaved, Label: "kept.unsaved", Notes: true},
		{Collection: colLaptops, Of: privacy.Numbers, Label: "kept.laptops"},
		{Collection: backup.Collection, Label: "kept.copies"},
	}}
}
