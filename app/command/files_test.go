package command_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/plan"

	"github.com/rogpeppe/go-internal/testscript"
)

// passphrase of the vaults that makevault makes.
const passphrase = "een lange wachtzin"

// makeVault makes a vault with courses of these names: makevault k.kring Oost West.
// Its key derivation is cheap.
func makeVault(ts *testscript.TestScript, _ bool, args []string) {
	v, _, err := vault.Create(ts.MkAbs(args[0]), passphrase, vault.WithKDF(vault.TestKDF))
	ts.Check(err)
	programmes, err := course.LoadProgrammes(assets.Programmes())
	ts.Check(err)
	s, err := course.Open(v, programmes)
	ts.Check(err)
	dates, _ := calendar.Weekly(calendar.DateOf(time.Date(2026, 11, 23, 0, 0, 0, 0, calendar.Amsterdam)), 6, calendar.Public)
	for _, name := range args[1:] {
		_, err := s.Create(course.Course{
			Programme: "hbbm", Name: name, Region: calendar.Middle, Languages: []string{"nl", "ar"}, Mode: course.Physical,
			Start: plan.At(9, 15), End: plan.At(12, 15),
		}, dates)
		ts.Check(err)
	}
	s.Close()
	ts.Check(v.Close())
}

// makeXLSX makes a workbook of text files, a sheet for each: makexlsx l.xlsx a.txt b.txt.
// Cells are parted by | and numbers are numbers, as Excel makes of a phone number.
func makeXLSX(ts *testscript.TestScript, _ bool, args []string) {
	var pages []sheet.Page
	for _, name := range args[1:] {
		p := sheet.Page{Name: strings.TrimSuffix(name, filepath.Ext(name))}
		for i, l := range strings.Split(strings.TrimRight(ts.ReadFile(name), "\n"), "\n") {
			cells := strings.Split(l, "|")
			if i == 0 {
				p.Header = cells
				continue
			}
			p.Rows = append(p.Rows, numbers(cells))
		}
		pages = append(pages, p)
	}
	var b bytes.Buffer
	ts.Check(sheet.Write(&b, pages))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o600))
}

func numbers(cells []string) []any {
	var row []any
	for _, c := range cells {
		if n, err := strconv.Atoi(c); err == nil {
			row = append(row, n)
		} else {
			row = append(row, c)
		}
	}
	return row
}

// kindOf looks into a file that was made: kindof pdf FILE [a text in it], or
// kindof png FILE [its size in pixels].
func kindOf(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[1]))
	switch args[0] {
	case "pdf":
		if !bytes.HasPrefix(b, []byte("%PDF-1.")) || !bytes.HasSuffix(bytes.TrimSpace(b), []byte("%%EOF")) {
			ts.Fatalf("%s is no whole PDF", args[1])
		}
		if len(args) > 2 && !bytes.Contains(b, []byte(args[2])) {
			ts.Fatalf("%s has no %s", args[1], args[2])
		}
	case "png":
		img, err := png.Decode(bytes.NewReader(b))
		ts.Check(err)
		if got := fmt.Sprintf("%dx%d", img.Bounds().Dx(), img.Bounds().Dy()); len(args) > 2 && got != args[2] {
			ts.Fatalf("%s is %s", args[1], got)
		}
	}
}

// cutOff copies the first n bytes of a file, or all but the last -n: cutoff FROM TO N.
func cutOff(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	if n < 0 {
		n += len(b)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b[:n], 0o600))
}

// flip copies a file with the byte changed that is a share of the way in: flip FROM TO 40.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	percent, err := strconv.Atoi(args[2])
	ts.Check(err)
	b[len(b)*percent/100] ^= 0x41
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}

// damaged changes a byte of every thousand in a copy of a vault: each time check says
// what is damaged in one line, or finds everything whole, and the copy stays as it is.
func damaged(ts *testscript.TestScript, _ bool, args []string) {
	whole, noticed := []byte(ts.ReadFile(args[0])), 0
	path := ts.MkAbs("damaged.kring")
	for at := 700; at < len(whole); at += 1000 {
		b := bytes.Clone(whole)
		b[at] ^= 0x41
		ts.Check(os.WriteFile(path, b, 0o600))
		if err := ts.Exec("kring", "check", path); err != nil {
			noticed++
			oneLine(ts, false, nil)
			if said := ts.ReadFile("stderr"); !strings.Contains(said, "is damaged: ") {
				ts.Fatalf("byte %d: %s", at, said)
			}
		}
		if ts.ReadFile("damaged.kring") != string(b) {
			ts.Fatalf("byte %d: the file was written to", at)
		}
	}
	if noticed == 0 {
		ts.Fatalf("no damage was noticed")
	}
	ts.Check(os.Remove(path))
}

// same: two files have the same bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if equal := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); equal == neg {
		ts.Fatalf("%s and %s: same is %v", args[0], args[1], equal)
	}
}

// alone: a folder holds these files and nothing else, hidden ones included.
func alone(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	have := map[string]bool{}
	for _, e := range entries {
		have[e.Name()] = true
	}
	for _, want := range args[1:] {
		if !have[want] {
			ts.Fatalf("%s is not there", want)
		}
		delete(have, want)
	}
	if len(have) > 0 {
		ts.Fatalf("left behind: %v", have)
	}
}

// onlyCopy gives the one backup in a folder a plain name: onlycopy DIR FILE.
func onlyCopy(ts *testscript.TestScript, _ bool, args []string) {
	all, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(all) != 1 || filepath.Ext(all[0].Name()) != ".kring" {
		ts.Fatalf("in the folder: %v", all)
	}
	b := ts.ReadFile(filepath.Join(args[0], all[0].Name()))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b), 0o600))
}
