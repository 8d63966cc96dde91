package page

import (
	"io"
	"path/filepath"

	"kring/app/paper"
)

// save asks where, writes beside the window and says where the file is. The file
// appears under its name only when it is whole.
func (e *Env) save(name string, write func(io.Writer) error) {
	e.files().Save(e.Loc.T("dialog.saveas"), name, func(path string) {
		go func() {
			err := paper.File(path, write)
			e.OnUI(func() {
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

// do runs one user action beside the window, after those before it. An error goes to
// the funnel.
func (e *Env) do(action func() error) { e.act(action, e.failUnlessNil) }

// act is do with what comes next, on Fyne's goroutine: the action is on disk, or not.
func (e *Env) act(action func() error, then func(error)) {
	e.Queue.Add(func() {
		err := action()
		e.OnUI(func() { then(err) })
	})
}
