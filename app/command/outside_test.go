package command_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"kring/app/command"

	ical "github.com/emersion/go-ical"
)

// demoFiles is a folder with the demo, made once: nobody writes there.
func demoFiles(t *testing.T) string {
	t.Helper()
	dir, err := madeDemo()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var demoDir string

var madeDemo = sync.OnceValues(func() (dir string, err error) {
	demoDir, err = os.MkdirTemp("", "kring-demo")
	if err != nil {
		return "", err
	}
	var said, wrong bytes.Buffer
	if code, ok := command.Run([]string{"demo", "--out", demoDir}, os.Stdin, &said, &wrong); !ok || code != 0 {
		return "", fmt.Errorf("demo gave %d: %s", code, wrong.String())
	}
	return demoDir, nil
})

// outside runs a program of another maker.
func outside(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s\n`make test` installs what this test needs", name, args, err, out)
	}
	return string(out)
}

// What the demo makes can be used with the programs that people have.
func TestOtherProgramsReadTheDemo(t *testing.T) {
	dir := demoFiles(t)
	for _, name := range []string{"presentielijst.pdf", "draaiboek-1.pdf", "toolkit-nl-ar.pdf"} {
		t.Run(name, func(t *testing.T) { checkPDF(t, filepath.Join(dir, name)) })
	}
	t.Run("aanwezigheid.xlsx", func(t *testing.T) { checkSheet(t, filepath.Join(dir, "aanwezigheid.xlsx")) })
	t.Run("cursus.ics", func(t *testing.T) { checkCalendar(t, filepath.Join(dir, "cursus.ics")) })
}

func checkPDF(t *testing.T, path string) {
	outside(t, "qpdf", "--check", path)
	rows := strings.Split(strings.TrimSpace(outside(t, "pdffonts", path)), "\n")
	if len(rows) < 3 {
		t.Fatalf("no fonts:\n%s", strings.Join(rows, "\n"))
	}
	for _, r := range rows[2:] {
		f := strings.Fields(r)
		if is := strings.Join(f[len(f)-5:len(f)-2], " "); is != "yes yes yes" {
			t.Errorf("a font that is not embedded, subset and readable: %s", r)
		}
	}
}

// checkSheet lets LibreOffice open the workbook and say what is in it.
func checkSheet(t *testing.T, path string) {
	out := t.TempDir()
	outside(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", out, path)
	f, err := os.Open(filepath.Join(out, "aanwezigheid.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 16 || len(rows[0]) != 11 { // a head, 14 people, totals; a name, six sessions, four counts
		t.Fatalf("%d rows of %d columns", len(rows), len(rows[0]))
	}
	if total := rows[15][1]; total != "13" {
		t.Errorf("%s were there at the first session, want 13: one of the 14 was absent", total)
	}
	for _, r := range rows[1:15] {
		if r[0] == "" || r[1] == "" || r[4] != "" {
			t.Errorf("a row without a name or a mark, or with one for a session to come: %q", r)
		}
	}
}

func checkCalendar(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cal, err := ical.NewDecoder(f).Decode()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(cal.Events()); n != 6 {
		t.Errorf("%d meetings, want 6", n)
	}
}
