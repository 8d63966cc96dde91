// Package command does Kring's main jobs without a window: for people who script,
// for tests, and to see what it does on a machine without a display.
package command

import (
	"errors"
	"fmt"
	"io"
	"os"

	"kring/i18n"
)

// usageError makes the exit code 2.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func usage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// env is what a command may use.
type env struct {
	args           []string
	stdin          *os.File
	stdout, stderr io.Writer
	loc            *i18n.Localizer
}

var commands = map[string]func(env) error{
	"demo":   demo,
	"print":  printFile,
	"import": importList,
	"check":  check,
	"help":   help,
}

// Run runs the command that the arguments name. ok is false when they name none: then
// the window is meant. A failure is one line on stderr and code 1, a wrong use 2.
func Run(args []string, stdin *os.File, stdout, stderr io.Writer) (code int, ok bool) {
	if len(args) == 0 || args[0][:min(1, len(args[0]))] == "-" {
		return 0, false
	}
	do, known := commands[args[0]]
	if !known {
		fmt.Fprintf(stderr, "kring: no command %q; kring help lists them\n", args[0])
		return 2, true
	}
	err := do(env{args[1:], stdin, stdout, stderr, i18n.New("nl")})
	var wrong usageError
	switch {
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "kring: %v\n", err)
		return 2, true
	case err != nil:
		fmt.Fprintf(stderr, "kring: %v\n", err)
		return 1, true
	}
	return 0, true
}

func help(e env) error {
	_, err := fmt.Fprint(e.stdout, `kring [--vault FILE]                      the desktop app
kring demo --out DIR                      a demo vault (passphrase "demo") and every export, as files
kring print FILE.md --out FILE.pdf|.png   a bilingual text; --layout subtitles|first|second, --paper a4|a5, --text-size 12
kring import participants FILE --course NAME --vault FILE
kring check FILE                          reads and decrypts everything, checks every reference
The passphrase comes from a prompt, from KRING_PASSPHRASE or --passphrase-file FILE.
`)
	return err
}
