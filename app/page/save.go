package page

import (
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"kring/app/paper"
)

// save asks where, writes beside the window and says where the file is. The file
// appears under its name only when it is whole.
func (e *Env) save(name string, write func(io.Writer) error) {
	e.files().Save(e.Loc.T("dialog.saveas"), name, func(path string) {
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
	})
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
