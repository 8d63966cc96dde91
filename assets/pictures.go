package assets

import "embed"

//go:embed pictures
var pictures embed.FS

// Picture is a drawing that a visitor can be found by, as SVG; nil: there is none of the name.
func Picture(name string) []byte {
	b, err := pictures.ReadFile("pictures/" + name + ".svg")
	if err != nil {
		return nil
	}
	return b
}
