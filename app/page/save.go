package page

import (
	"io"
	"path/filepath"
	"slices"

	"kring/app/paper"
)

// save asks where, writes beside the window and says where the file is. The file
// appears under its name only when it is whole.
func (e *Env) save(name string, write func(io.Writer) error) {
	e.unhidden(func() {
		e.chooseAndSave(e.files(), name, func(path string) ([]string, error) { return []string{path}, paper.File(path, write) })
	})
}

// saveFiles is save for what may become several files; write gives their names. It asks before
// the first of them is replaced, too.
func (e *Env) saveFiles(name string, write func(path string) ([]string, error)) {
	f := e.files()
	f.several = slices.Contains([]string{".png", ".txt"}, filepath.Ext(name))
	e.unhidden(func() { e.chooseAndSave(f, name, write) })
}

func (e *Env) chooseAndSave(f Files, name string, write func(path string) ([]string, error)) {
	f.Save(e.Loc.T("dialog.saveas"), paper.FileName(name), func(path string) {
		e.Queue.Beside(func() {
			names, err := write(path)
			e.OnUI(func() {
				if err != nil {
					e.Shell.Fail(err)
					return
				}
				e.Shell.Say(e.Loc.T("common.savedas", "File", e.named(names)))
			})
		})
	})
}

// unhidden asks before names leave the vault while they are covered on the screen.
func (e *Env) unhidden(do func()) {
	if !e.hidden() {
		do()
		return
	}
	e.Shell.Ask(Question{Title: e.Loc.T("hide.savetitle"), Text: e.Loc.T("hide.save"), Yes: e.Loc.T("hide.saveyes"), Do: do})
}

// named says which files there are: the one, or the first and the last.
func (e *Env) named(names []string) string {
	first, last := filepath.Base(names[0]), filepath.Base(names[len(names)-1])
	if len(names) == 1 {
		return first
	}
	return first + " – " + last
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
