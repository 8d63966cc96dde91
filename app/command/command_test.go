package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/command"
	"kring/internal/vault"

	"github.com/rogpeppe/go-internal/testscript"
)

// setup gives a script a text in an encoding that a script itself cannot have.
func setup(e *testscript.Env) error {
	e.Setenv("LANG", "C")
	return os.WriteFile(filepath.Join(e.Getenv("TMPDIR"), "latin.md"), []byte("# Caf\xe9\n"), 0o600)
}

// TestMain makes of this binary the programs that the scripts start.
func TestMain(m *testing.M) {
	testscript.Main(tidy{m}, map[string]func(){"kring": kring, "holdvault": holdVault})
}

// tidy runs the tests and takes away what several of them used.
type tidy struct{ *testing.M }

func (m tidy) Run() int {
	code := m.M.Run()
	if demoDir != "" {
		os.RemoveAll(demoDir)
	}
	return code
}

// kring is the real command without the window that no arguments would open.
func kring() {
	code, ok := command.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if !ok {
		os.Stderr.WriteString("kring: the window\n")
		os.Exit(3)
	}
	os.Exit(code)
}

// holdVault opens a vault and keeps it until it is killed. Once it is open the file
// READY stands beside it.
func holdVault() {
	_, err := vault.Open(os.Args[1], passphrase)
	if err == nil {
		err = os.WriteFile("READY", nil, 0o600)
	}
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	time.Sleep(time.Minute)
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"makevault": makeVault, "makexlsx": makeXLSX, "code": code, "within": within, "await": await,
			"oneline": oneLine, "kindof": kindOf, "cutoff": cutOff, "damaged": damaged, "flip": flip, "same": same, "alone": alone,
			"onlycopy": onlyCopy, "erasepeople": erasePeople, "loserecords": loseRecords, "losekey": loseKey, "maketext": makeText, "replace": replace,
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setup,
	})
}

// code runs a program and expects an exit code: code 1 kring check x.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program [args]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = string(rune('0' + exit.ExitCode()))
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, not %s", got, args[0])
	}
}

// within runs a program that may fail but not wait: within 3s kring check x.
func within(ts *testscript.TestScript, neg bool, args []string) {
	most, err := time.ParseDuration(args[0])
	ts.Check(err)
	start := time.Now()
	if err := ts.Exec(args[1], args[2:]...); neg == (err == nil) {
		ts.Fatalf("%v", err)
	}
	if took := time.Since(start); took > most {
		ts.Fatalf("it took %v", took)
	}
}

// await waits for a file of a program in the background.
func await(ts *testscript.TestScript, _ bool, args []string) {
	for range 500 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	ts.Fatalf("%s did not come", args[0])
}

// oneline: the last program said one reason, on stderr, and nothing on stdout unless
// the argument is "stdout".
func oneLine(ts *testscript.TestScript, _ bool, args []string) {
	said := ts.ReadFile("stderr")
	if !strings.HasPrefix(said, "kring: ") || strings.Count(said, "\n") != 1 || !strings.HasSuffix(said, "\n") {
		ts.Fatalf("no reason of one line: %q", said)
	}
	if strings.Contains(said, "goroutine") || strings.Contains(said, ".go:") {
		ts.Fatalf("a stack trace: %q", said)
	}
	if out := ts.ReadFile("stdout"); out != "" && len(args) == 0 {
		ts.Fatalf("also on stdout: %q", out)
	}
}
