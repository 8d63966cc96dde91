package assets

import (
	"embed"
	"io/fs"
)

//go:embed glossary
var glossary embed.FS

// Glossary holds the agreed words that come with Kring, in files by subject.
func Glossary() fs.FS { return sub(glossary, "glossary") }
