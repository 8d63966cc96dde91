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
	t.run(env.OnUI, func() func() {
		d, err := steady(env, fetch)
		return func() {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			update(d)
		}
	})
}

// steady fetches so that no action is seen by half: see vault.Steady.
func steady[D any](env *Env, fetch func() (D, error)) (d D, err error) {
	env.Vault.Steady(func() { d, err = fetch() })
	return d, err
}

// run works off Fyne's goroutine and does there what comes of it, unless something newer
// has begun or the page is closed.
func (t *turns) run(onUI func(func()), work func() (show func())) {
	t.last++
	mine := t.last
	go func() {
		show := work()
		onUI(func() {
			if !t.closed && mine == t.last {
				show()
			}
		})
	}()
}
