package page

// turns counts the refreshes of one page. What an older refresh brings is dropped
// when a newer one has begun, and everything is once the page is closed.
type turns struct {
	last   int
	closed bool
}

// Close implements Page.
func (t *turns) Close() { t.closed = true }

// refresh runs fetch off Fyne's goroutine and hands what it built to update on
// it. An error goes to the shell's funnel instead. Call it on Fyne's goroutine.
func refresh[D any](env *Env, t *turns, fetch func() (D, error), update func(D)) {
	t.last++
	mine := t.last
	go func() {
		d, err := fetch()
		env.OnUI(func() {
			switch {
			case t.closed || mine != t.last:
			case err != nil:
				env.Shell.Fail(err)
			default:
				update(d)
			}
		})
	}()
}
