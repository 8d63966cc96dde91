package page

import "fyne.io/fyne/v2"

// refresh runs fetch off Fyne's goroutine and hands what it built to update on
// it. An error goes to the shell's funnel instead.
func refresh[D any](env *Env, fetch func() (D, error), update func(D)) {
	go func() {
		d, err := fetch()
		fyne.Do(func() {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			update(d)
		})
	}()
}
