//go:build linux

package app_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// screen is an X server of 1024×700 that lives as long as a test. Its dots are read from its
// file, without asking it: a picture takes a millisecond.
type screen struct {
	t       testing.TB
	display string
	dots    string // the file, in XWD format
}

const wide, high = 1024, 700

func startScreen(t testing.TB) *screen {
	t.Helper()
	r, wr, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	dir := t.TempDir()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1024x700x24", "-nolisten", "tcp", "-noreset", "-fbdir", dir)
	x.ExtraFiles = []*os.File{wr}
	if err := x.Start(); err != nil {
		t.Fatalf("%v: `make test` installs what this test needs", err)
	}
	wr.Close()
	t.Cleanup(func() { x.Process.Kill(); x.Wait() })
	number, err := bufio.NewReader(r).ReadString('\n') // all of it: a closed pipe would end Xvfb
	if err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	s := &screen{t, ":" + strings.TrimSpace(number), filepath.Join(dir, "Xvfb_screen0")}
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(s.dots); err == nil {
			return s
		}
	}
	t.Fatal("Xvfb writes no picture of its screen")
	return nil
}

// rows reads n rows of dots from the one at y on, 4 bytes a dot: blue, green, red, nothing. An
// XWD file has a header whose length is its first word, then a table of as many colours of 12
// bytes as its 20th word says, then the dots.
func (s *screen) rows(y, n int) []byte {
	s.t.Helper()
	f, err := os.Open(s.dots)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	head := make([]byte, 100)
	if _, err := f.ReadAt(head, 0); err != nil {
		s.t.Fatal(err)
	}
	from := int64(binary.BigEndian.Uint32(head)) + 12*int64(binary.BigEndian.Uint32(head[76:]))
	out := make([]byte, n*4*wide)
	if _, err := f.ReadAt(out, from+int64(y)*4*wide); err != nil {
		s.t.Fatal(err)
	}
	return out
}

// picture gives a part of the screen, a row of it after the other.
func (s *screen) picture(area image.Rectangle) *image.RGBA {
	s.t.Helper()
	dots := s.rows(area.Min.Y, area.Dy())
	img := image.NewRGBA(area)
	for y := range area.Dy() {
		row := dots[y*4*wide+4*area.Min.X:]
		to := img.Pix[y*img.Stride:]
		for i := 0; i < 4*area.Dx(); i += 4 {
			to[i], to[i+1], to[i+2], to[i+3] = row[i+2], row[i+1], row[i], 0xff
		}
	}
	return img
}

// drawn tells whether something stands in the middle of the screen, which is black at first.
func (s *screen) drawn() bool {
	s.t.Helper()
	return bytes.ContainsFunc(s.rows(high/2, 1), func(r rune) bool { return r != 0 })
}

// alike tells whether two pictures of one area differ by no more than a blinking caret.
func alike(a, b *image.RGBA) bool {
	const caret = 120
	differ := 0
	for y := 0; y < len(a.Pix); y += a.Stride {
		ra, rb := a.Pix[y:y+a.Stride], b.Pix[y:y+b.Stride]
		if bytes.Equal(ra, rb) {
			continue
		}
		for i := 0; i < len(ra); i += 4 {
			if !bytes.Equal(ra[i:i+4], rb[i:i+4]) {
				differ++
			}
		}
	}
	return differ <= caret
}

// programs are those that were made for the tests, each once.
var programs struct {
	sync.Mutex
	dir  string
	made map[string]string // by package
}

func TestMain(m *testing.M) {
	code := m.Run()
	if programs.dir != "" {
		os.RemoveAll(programs.dir)
	}
	os.Exit(code)
}

// build makes a program as the Makefile does.
func build(t testing.TB, pkg string) string {
	t.Helper()
	p := &programs
	p.Lock()
	defer p.Unlock()
	if bin, ok := p.made[pkg]; ok {
		return bin
	}
	if p.dir == "" {
		dir, err := os.MkdirTemp("", "kring-programs")
		if err != nil {
			t.Fatal(err)
		}
		p.dir, p.made = dir, map[string]string{}
	}
	bin := filepath.Join(p.dir, filepath.Base(pkg))
	out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", bin, pkg).CombinedOutput()
	if err != nil {
		t.Fatalf("building: %v\n%s", err, out)
	}
	p.made[pkg] = bin
	noteSources(t)
	return bin
}

// noteSources looks at every file that the programs are made of: `go test` keeps the result of
// a test until something changes that it was seen to look at, and does not see what go build
// reads.
func noteSources(t testing.TB) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != ".." && (d.Name()[0] == '.' || d.Name() == "bin" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !d.IsDir() && !strings.HasSuffix(path, "_test.go") {
			_, err = os.Stat(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
