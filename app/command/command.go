// Package command does Kring's main jobs without a window: for people who script,
// for tests, and to see what it does on a machine without a display.
package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	_ "kring/app/command/locale" // before Fyne looks
	"kring/i18n"
)

// usageError makes the exit code 2.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func usage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// errHelp asks for the help that a flag -h or --help wants.
var errHelp = errors.New("help")

// env is what a command may use.
type env struct {
	args           []string
	stdin          *os.File
	stdout, stderr io.Writer
	loc            *i18n.Localizer // of the papers
	words          *i18n.Localizer // of what is printed, as English as the reasons are
}

var commands = map[string]func(env) error{
	"demo":      demo,
	"print":     printFile,
	"import":    importList,
	"translate": translate,
	"check":     check,
	"help":      help,
	"backup":    makeBackup,
	"restore":   restore,
}

// Run runs the command that the arguments name. ok is false when they name none: then
// the window is meant. A failure is one line on stderr and code 1, a wrong use 2.
func Run(args []string, stdin *os.File, stdout, stderr io.Writer) (code int, ok bool) {
	if len(args) > 0 && (args[0] == "-h" || args[0] == "--help") {
		args = []string{"help"}
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return 0, false
	}
	e := env{args[1:], stdin, stdout, stderr, i18n.New("nl"), i18n.New("en")}
	do, known := commands[args[0]]
	if !known {
		return e.end(usage("no command %q; kring help lists them", args[0])), true
	}
	return e.end(do(e)), true
}

// end says why a command failed and gives its exit code.
func (e env) end(err error) int {
	if errors.Is(err, errHelp) {
		err = help(e)
	}
	if err == nil {
		return 0
	}
	fmt.Fprintf(e.stderr, "kring: %s\n", oneLine(err))
	if wrong := (usageError{}); errors.As(err, &wrong) {
		return 2
	}
	return 1
}

// oneLine: joined errors and those of parsers are several lines, a reason is one.
func oneLine(err error) string {
	var parts []string
	for s := range strings.Lines(err.Error()) {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "; ")
}

func help(e env) error {
	_, err := fmt.Fprint(e.stdout, `kring [--vault FILE]                      the desktop app
kring demo --out DIR                      a demo vault (passphrase "demo") and every export, as files
kring print FILE.md|.docx --out FILE      a bilingual text, or a Word document, as .pdf, .png, .docx, .html, .eml or .txt;
                                          --layout subtitles|columns|facing|first|second,
                                          --paper a4|a5|booklet|phone, --text-size 11 (large print: 18), --contents,
                                          --low-text for the exercises with few words, --languages nl,ar,ti (the first large)
kring import participants FILE --course NAME --vault FILE
kring translate export --format xliff|xliff12|po|text --lang ar --vault FILE --out FILE
                                          a text for a translator; --text NAME where there are several, --only empty for what asks for work
kring translate import FILE --vault FILE  takes back what a translator made of it, and says what changed; --dry-run only says it,
                                          --take-conflicts takes the file's words where both sides changed
kring check FILE                          reads and decrypts everything, checks every reference
kring backup --vault FILE --out DIR       a copy that was read back, under its date; older copies there are thinned out
kring restore FILE --out FILE             a new vault of a copy; --vault FILE, the vault of now: says who was erased since, as a number;
                                          --salvage: of what can still be read of a damaged file; --copies DIR: a copy there
                                          gives the key, where the file has lost it
The passphrase comes from a prompt, from KRING_PASSPHRASE or --passphrase-file FILE.
`)
	return err
}
