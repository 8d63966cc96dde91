package assets

import (
	"embed"
	"io/fs"
)

//go:embed programmes
var programmes embed.FS

// Programmes holds a folder for each programme: programme.toml and its sessions.
func Programmes() fs.FS { return sub(programmes, "programmes") }

//go:embed catalogue
var catalogue embed.FS

// Catalogue holds the ideas for an evening at the drop-in, in files by kind.
func Catalogue() fs.FS { return sub(catalogue, "catalogue") }

//go:embed recipes
var recipes embed.FS

// Recipes holds what a group can cook: the recipes in files by kind, what they are made of,
// and the points of hygiene.
func Recipes() fs.FS { return sub(recipes, "recipes") }

//go:embed skills
var skills embed.FS

// Skills holds what holding the atmosphere of an evening asks for (skills.toml).
func Skills() fs.FS { return sub(skills, "skills") }

//go:embed toolkits
var toolkits embed.FS

// Toolkits holds one text file for each toolkit, in the bilingual text format.
func Toolkits() fs.FS { return sub(toolkits, "toolkits") }

// ToolkitSkeleton is a toolkit with the headings that each has, to be written.
//
//go:embed skeletons/toolkit.md
var ToolkitSkeleton []byte

//go:embed drawings
var drawings embed.FS

// Drawings holds the pictures of the texts that come with Kring, as SVG. They are named by
// what they show and have no words in them, so that they fit every language and direction.
func Drawings() fs.FS { return sub(drawings, "drawings") }

// Icon of the app.
//
//go:embed icons/kring.svg
var Icon []byte

// WindowIcon is the same as a bitmap: Fyne takes a tenth of a second to draw the
// other as large as a window wants it.
//
//go:embed icons/window.png
var WindowIcon []byte

// SignUps is the demo's sign-up list, with the dirt that such lists have.
//
//go:embed demo/aanmeldingen.xlsx
var SignUps []byte

func sub(f embed.FS, dir string) fs.FS {
	s, err := fs.Sub(f, dir)
	if err != nil {
		panic(err) // a wrong name in this file
	}
	return s
}
