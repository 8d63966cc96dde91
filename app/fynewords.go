package app

import (
	"encoding/json"

	"fyne.io/fyne/v2"
)

// fyneWords are the words of Fyne's own dialogs and menus and our messages for them.
var fyneWords = map[string]string{
	"OK": "common.ok", "Cancel": "common.cancel", "Yes": "common.yes", "No": "common.no",
	"Open": "common.open", "Save": "common.save", "Confirm": "common.confirm", "Error": "error.title",
	"Copy": "common.copy", "Cut": "common.cut", "Paste": "common.paste", "Select all": "common.selectall",
	"Undo": "common.undo", "Redo": "common.redo", "File": "common.file", "Folder": "common.folder",
	"Quit": "common.quit", "Advanced": "dialog.advanced", "Create Folder": "dialog.newfolder", "New Folder": "dialog.newfolder",
	"Enter filename": "dialog.filename", "Show Hidden Files": "dialog.hidden", "(Parent)": "dialog.parent",
	"file.parent": "dialog.parent", "file.name": "dialog.name", "Favourites": "dialog.favourites",
}

func marshal(words map[string]any) []byte {
	b, err := json.Marshal(words)
	if err != nil { // a map of strings cannot fail
		fyne.LogError("writing Fyne's words", err)
		return []byte("{}")
	}
	return b
}
