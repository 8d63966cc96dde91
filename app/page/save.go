package page

import (
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"kring/app/paper"
)

// save asks where, writes beside the window and says where the file is. The file
// appears under its name only when it is whole.
func (e *Env) save(name string, write func(io.Writer) error) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			e.failUnlessNil(err)
			return
		}
		path := w.URI().Path()
		e.failUnlessNil(w.Close())
		go func() {
			err := paper.File(path, write)
			fyne.Do(func() {
				if err != nil {
					e.Shell.Fail(err)
					return
				}
				e.Shell.Say(e.Loc.T("common.savedas", "File", filepath.Base(path)))
			})
		}()
	}, e.Window)
	d.SetFileName(name)
	d.Resize(fileDialogSize)
	d.Show()
}

func (e *Env) failUnlessNil(err error) {
	if err != nil {
		e.Shell.Fail(err)
	}
}

// do runs one user action beside the window and says it when it is on disk.
func (e *Env) do(action func() error) {
	go func() {
		err := action()
		fyne.Do(func() { e.failUnlessNil(err) })
	}()
}
