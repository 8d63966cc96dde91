// Package app is the desktop app: the only room that imports fyne. Main picks the
// window or one of the commands in app/command.
package app

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"

	"kring/app/command"
	"kring/i18n"
	"kring/internal/typeset"
)

// ID under which Fyne keeps preferences: language, darkness and the last vault.
const ID = "nl.kring.desktop"

// Main runs a command, or the window when no command is named, and gives the exit
// code: 0, 1 for a failure, 2 for a wrong use.
func Main(args []string, stdin *os.File, stdout, stderr io.Writer) int {
	useEmoji()
	if code, ok := command.Run(args, stdin, stdout, stderr); ok {
		return code
	}
	fs := flag.NewFlagSet("kring", flag.ContinueOnError)
	fs.SetOutput(stderr)
	vaultFile := fs.String("vault", "", "file of the vault to open")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if !hasDisplay() {
		fmt.Fprintln(stderr, i18n.New(os.Getenv("LANG")).T("command.nodisplay"))
		return 1
	}
	go typeset.Warm() // while Fyne looks for its own fonts
	debug.SetGCPercent(starting)
	time.AfterFunc(calm, func() { debug.SetGCPercent(100) })
	a := withChoices(func() fyne.App { return fyneapp.NewWithID(ID) })
	s := newShell(a)
	s.usual = usualBackups
	s.start(*vaultFile)
	if report := startCrashReports(); report != "" {
		s.tell(s.loc.T("crash.title"), s.loc.T("crash.text", "File", report))
	}
	a.Run()
	return 0
}

// useEmoji lends the emoji that Fyne ships to our own text, on screen and on paper. A
// build without them has none.
func useEmoji() {
	if font := theme.DefaultEmojiFont(); font != nil {
		typeset.UseEmoji(font.Name(), font.Content())
	}
}

// starting is how much the heap may grow, in percent, until the first page stands: Go
// would clean it seven times on the way, while somebody waits.
const starting = 400

// hasDisplay: on Linux and the BSDs a window needs a server; elsewhere it is there.
func hasDisplay() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// windowSize fits the smallest laptop that Kring is made for, 1024×700.
var windowSize = fyne.NewSize(1024, 680)
