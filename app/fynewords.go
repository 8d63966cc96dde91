package app

import (
	"encoding/json"

	"fyne.io/fyne/v2"
)

// fyneWords are the words that Fyne shows, or translates for our fields, and our messages
// for them.
var fyneWords = map[string]string{
	"Copy": "common.copy", "Cut": "common.cut", "Paste": "common.paste", "Select all": "common.selectall", "Quit": "common.quit",
}

func marshal(words map[string]any) []byte {
	b, err := json.Marshal(words)
	if err != nil { // a map of strings cannot fail
		fyne.LogError("writing Fyne's words", err)
		return []byte("{}")
	}
	return b
}
