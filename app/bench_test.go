//go:build linux

package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kring/sessions/course/coursetest"
)

// starts is how often each program is started, in turns; the median of the ratios counts.
const starts = 21

// BenchmarkColdStart compares the time from starting the program to the first frame
// with that of a bare Fyne window, in turns on one screen: goal at most 1.3 times.
func BenchmarkColdStart(b *testing.B) {
	kring, bare := build(b, "kring"), build(b, "kring/app/testdata/bare")
	s := startScreen(b)
	var took, yard, ratios []float64
	for range starts {
		a, b := s.firstFrame(kring).Seconds(), s.firstFrame(bare).Seconds()
		took, yard, ratios = append(took, a), append(yard, b), append(ratios, a/b)
	}
	for b.Loop() { // measured above, by hand
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(1000*median(took), "ms-kring")
	b.ReportMetric(1000*median(yard), "ms-bare")
	b.ReportMetric(median(ratios), "ratio")
}

// BenchmarkMemory compares the resident memory of Kring with a big organisation's
// vault open to that of a bare window: goal at most twice.
func BenchmarkMemory(b *testing.B) {
	kring, bare := build(b, "kring"), build(b, "kring/app/testdata/bare")
	path := filepath.Join(b.TempDir(), "groot.kring")
	if err := coursetest.Big(path, passphrase); err != nil {
		b.Fatal(err)
	}
	w := &window{t: b, bin: kring, home: b.TempDir(), screen: startScreen(b), args: []string{"--vault", path}}
	w.start()
	before := w.picture(wholeScreen)
	w.write(passphrase)
	w.press("Return")
	w.await("the vault to open", func() bool { return !alike(before, w.picture(wholeScreen)) && !w.busy() })
	time.Sleep(5 * time.Second) // what opening took is given back by then
	open := resident(b, w.run.Process.Pid)
	w.kill()
	w.bin, w.args = bare, nil
	w.start()
	empty := resident(b, w.run.Process.Pid)
	for b.Loop() { // measured above, by hand
	}
	b.ReportMetric(0, "ns/op") // not a time
	b.ReportMetric(open, "MB-kring")
	b.ReportMetric(empty, "MB-bare")
	b.ReportMetric(open/empty, "ratio")
}

// busy tells whether the program used the processor during the last tenth of a second
// for more than half of it.
func (w *window) busy() bool {
	before := w.processor()
	time.Sleep(100 * time.Millisecond)
	return w.processor()-before > 5
}

// processor is the time that the program has used, in ticks of 10 ms (proc(5), stat).
func (w *window) processor() int {
	w.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.run.Process.Pid))
	if err != nil {
		w.t.Fatal(err)
	}
	f := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	user, err1 := strconv.Atoi(f[11])
	system, err2 := strconv.Atoi(f[12])
	if err1 != nil || err2 != nil {
		w.t.Fatalf("reading %q: %v, %v", stat, err1, err2)
	}
	return user + system
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

// resident is the memory of a process in MB (proc(5), statm).
func resident(b *testing.B, pid int) float64 {
	b.Helper()
	statm, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		b.Fatal(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(statm))[1])
	if err != nil {
		b.Fatal(err)
	}
	return float64(pages*os.Getpagesize()) / 1e6
}

// firstFrame starts a program and waits until something stands in the middle of the
// screen, which is black before.
func (s *screen) firstFrame(bin string) time.Duration {
	s.t.Helper()
	s.waitFor(false)
	cmd := exec.Command(bin)
	cmd.Env = append(os.Environ(), "HOME="+s.t.TempDir(), "DISPLAY="+s.display, "LIBGL_ALWAYS_SOFTWARE=1", "XDG_CONFIG_HOME=")
	start := time.Now()
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.waitFor(true)
	took := time.Since(start)
	if err := cmd.Process.Kill(); err != nil {
		s.t.Fatal(err)
	}
	cmd.Wait() // says that it was killed
	return took
}

// waitFor waits until the middle of the screen is drawn on, or not.
func (s *screen) waitFor(drawn bool) {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if s.drawn() == drawn {
			return
		}
	}
	s.t.Fatalf("waited in vain for a screen that is drawn on: %v", drawn)
}
