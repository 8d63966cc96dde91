//go:build linux

package app_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// rests waits until the program has done what it was told: on a machine with other work, keys
// come faster than it takes them.
func (w *window) rests() {
	w.t.Helper()
	w.await("a program at rest", func() bool { return w.idleFor(60 * time.Millisecond) })
}

// idleFor tells whether the program was neither at work nor waiting for its turn in most of
// the time to come.
func (w *window) idleFor(d time.Duration) bool {
	w.t.Helper()
	before := w.worked()
	time.Sleep(d)
	return w.worked()-before < d/2
}

// worked is how long all threads of the program ran or waited to run (Linux, schedstat:
// nanoseconds of each).
func (w *window) worked() (sum time.Duration) {
	w.t.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", w.run.Process.Pid))
	if err != nil || len(threads) == 0 {
		w.t.Fatalf("the program is gone (%v)", err)
	}
	for _, name := range threads {
		b, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
			continue // the thread has ended
		}
		var ran, waited time.Duration
		if _, scan := fmt.Sscan(string(b), &ran, &waited); err != nil || scan != nil {
			w.t.Fatal(errors.Join(err, scan))
		}
		sum += ran + waited
	}
	return sum
}
