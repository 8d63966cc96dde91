package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"kring/i18n"
)

// fileDialogSize is as large as the smallest window allows.
var fileDialogSize = fyne.NewSize(880, 580)

// Files asks for files to read and to write.
type Files struct {
	Window fyne.Window
	Loc    *i18n.Localizer
	Fail   func(error)
}

// Open asks for a file with one of the extensions and gives its path; leaving the
// dialog gives nothing.
func (f Files) Open(title string, extensions []string, then func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			f.failed(err)
			return
		}
		path := r.URI().Path()
		f.failed(r.Close())
		then(path)
	}, f.Window)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	f.show(d, title, "common.open")
}

// Save asks for a place for a file and gives its path. The dialog has made an empty
// file there, or emptied the one that was there: then writes over it.
func (f Files) Save(title, name string, then func(path string)) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			f.failed(err)
			return
		}
		path := w.URI().Path()
		f.failed(w.Close())
		then(path)
	}, f.Window)
	d.SetFileName(name)
	f.show(d, title, "common.save")
}

// Folder asks for a folder and gives its path.
func (f Files) Folder(title string, then func(path string)) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil || dir == nil {
			f.failed(err)
			return
		}
		then(dir.Path())
	}, f.Window)
	f.show(d, title, "common.open")
}

func (f Files) show(d *dialog.FileDialog, title, yes string) {
	d.SetTitleText(title)
	d.SetConfirmText(f.Loc.T(yes))
	d.SetDismissText(f.Loc.T("common.cancel"))
	d.Resize(fileDialogSize)
	d.Show()
}

func (f Files) failed(err error) {
	if err != nil {
		f.Fail(err)
	}
}

func (e *Env) files() Files { return Files{e.Window, e.Loc, e.Shell.Fail} }
