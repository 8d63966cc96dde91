package app

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"kring/sessions/cafe"
	"kring/sessions/course"
)

// What is logged says what went wrong and names nobody.
func TestNameless(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("%q on 2026-11-25: %w", "Samira", cafe.ErrThere), "error.there"},
		{fmt.Errorf("course %q: %w", "Moeders Samira", course.ErrNotFound), "error.notfound"},
		{errors.Join(errors.New("Samira"), &os.PathError{Op: "open", Path: "/home/samira/Samira.pdf", Err: syscall.ENOSPC}), "*fs.PathError"},
		{errors.Join(errors.New("Samira"), &os.PathError{Op: "open", Path: "/home/samira/Samira.pdf", Err: syscall.ENOSPC}), "error.diskfull"},
	} {
		got := nameless(c.err).Error()
		if strings.Contains(strings.ToLower(got), "samira") || !strings.Contains(got, c.want) {
			t.Errorf("%q: has a name in it, or no %q", got, c.want)
		}
	}
}
