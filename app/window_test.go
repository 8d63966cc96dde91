//go:build linux

package app_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/course"
)

const passphrase = "drie groene fietsen"

// TestKilledInMidSession uses Kring as a trainer does, in a real window with keyboard
// and mouse, and then takes the power away: what was shown as saved is there.
func TestKilledInMidSession(t *testing.T) {
	t.Parallel()
	w := startWindow(t, build(t, "kring"))
	w.makeVault()
	w.makeCourse("Ouders Oosterwei", "12-1-2027")
	w.addPeople("Samira de Vries", "Piet Jansen")
	before := w.mark()
	w.kill()

	marks := readMarks(t, w.vault())
	want := map[string]course.State{"Samira de Vries 1": course.Present, "Piet Jansen 1": course.Present, "Piet Jansen 2": course.Noticed, "Samira de Vries 2": course.Late}
	for who, state := range want {
		if marks[who] != state {
			t.Errorf("%s is %q after the kill; want %q", who, marks[who], state)
		}
	}
	if len(marks) != len(want) {
		t.Errorf("%d marks after the kill, want %d: %v", len(marks), len(want), marks)
	}

	w.start()
	w.write(passphrase)
	w.turns("the vault to open", func() { w.press("Return") })
	w.showCourse("Oosterwei")
	w.press("ctrl+Next", "ctrl+Next", "ctrl+Next")
	w.settle()
	w.press("Home", "Up")
	w.await("the same marks on the screen", func() bool { return alike(before, w.picture(gridArea)) })
	w.keepToolkit()
}

// Places in the window of 1024×700, where there is no key for what is there.
var (
	newCourseButton = image.Pt(607, 167)
	makeButton      = image.Pt(937, 674)
	secondCell      = image.Pt(570, 212) // second person, second session
	lateChip        = image.Pt(380, 660)
	pdfButton       = image.Pt(358, 609)
	messageArea     = image.Rect(12, 500, 196, 600)
	gridArea        = image.Rect(230, 100, 1000, 330)
	wholeScreen     = image.Rect(0, 0, wide, high)
)

func (w *window) makeVault() {
	w.write(passphrase)
	w.press("Return")
	w.write(passphrase)
	w.turns("the recovery code", func() {
		w.press("Return")
		w.await("a vault", func() bool { return w.fileTime().After(time.Time{}) })
	})
	w.press("Tab", "Tab", "space", "Tab") // past the buttons to "I kept it", then on
	w.settle()
	w.turns("the first page", func() { w.press("Return") })
}

func (w *window) makeCourse(name, first string) {
	w.click(newCourseButton)
	w.write(name)
	w.press("Tab", "Tab")
	w.write(first)
	w.saved("a course", func() { w.click(makeButton) })
	w.settle()
}

// addPeople adds them on the page of participants, where Tab goes past five tabs and
// the button to read a list; after each the focus comes back to the button.
func (w *window) addPeople(names ...string) {
	w.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
	for _, n := range names {
		w.press("Return")
		w.settle()
		w.write(n)
		w.saved(n, func() { w.press("Return") })
		w.settle()
	}
}

// mark marks everybody present at the first session and, one cell on, notice for the
// second; then with the mouse somebody else as late. It gives the picture of the grid.
func (w *window) mark() *image.RGBA {
	w.press("ctrl+Next")
	w.settle()
	w.press("Home", "Up")
	w.saved("all present", func() { w.press("a") })
	w.press("Right")
	w.saved("a notice", func() { w.press("3") })
	w.click(secondCell)
	w.saved("a late one", func() { w.click(lateChip) })
	w.press("Home", "Up")
	w.settle()
	return w.picture(gridArea)
}

// keepToolkit keeps the first toolkit as a PDF where the sheet begins, and sees that said.
func (w *window) keepToolkit() {
	w.press("alt+5")
	w.settle()
	before := w.picture(messageArea)
	w.click(pdfButton)
	w.settle()
	w.press("Return")
	w.await("a PDF", func() bool {
		found, err := filepath.Glob(filepath.Join(w.home, "*.pdf"))
		return err == nil && len(found) == 1
	})
	w.await("a word about it", func() bool { return !alike(before, w.picture(messageArea)) })
}

func (w *window) showCourse(part string) {
	w.settle()
	w.press("ctrl+k")
	w.settle()
	w.write(part)
	w.settle()
	w.press("Return")
	w.settle()
}

// readMarks gives each mark in a vault by name and number of the session.
func readMarks(t *testing.T, path string) map[string]course.State {
	t.Helper()
	v, err := vault.Open(path, passphrase)
	if err != nil {
		t.Fatalf("opening the vault after the kill: %v", err)
	}
	defer v.Close()
	programmes, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		t.Fatal(err)
	}
	store, err := course.Open(v, programmes)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	out := map[string]course.State{}
	for _, c := range store.Courses() {
		for _, s := range store.Sessions(c.ID) {
			for _, p := range store.People(strings.Compare) {
				if m := store.MarkOf(s.ID, p.ID); m.State != course.Unknown {
					out[p.Name+" "+strconv.Itoa(s.Number)] = m.State
				}
			}
		}
	}
	return out
}

// window is Kring on a screen of its own, with hands.
type window struct {
	t    testing.TB
	bin  string
	args []string
	home string
	run  *exec.Cmd
	*screen

	terminal io.Writer // what the program says there; nil: nothing
}

func startWindow(t *testing.T, bin string) *window {
	t.Helper()
	w := &window{t: t, bin: bin, home: t.TempDir(), screen: startScreen(t)}
	w.start()
	return w
}

func (w *window) start() {
	w.t.Helper()
	w.run = exec.Command(w.bin, w.args...)
	w.run.Env, w.run.Stdout, w.run.Stderr = w.env(), w.terminal, w.terminal
	if err := w.run.Start(); err != nil {
		w.t.Fatal(err)
	}
	run := w.run
	w.t.Cleanup(func() { run.Process.Kill(); run.Wait() })
	var id string
	w.await("a window", func() bool {
		out, err := w.command("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(run.Process.Pid)).Output()
		id, _, _ = strings.Cut(string(out), "\n")
		return err == nil && id != ""
	})
	w.settle()
	w.do("xdotool", "windowmove", id, "0", "0", "windowsize", id, "1024", "700")
	w.settle()
}

// kill takes the power away.
func (w *window) kill() {
	w.t.Helper()
	if err := w.run.Process.Kill(); err != nil {
		w.t.Fatal(err)
	}
	w.run.Wait() // says that it was killed
}

func (w *window) env() []string {
	return append(os.Environ(), "HOME="+w.home, "DISPLAY="+w.display, "LANG=nl_NL.UTF-8", "XDG_CONFIG_HOME=", "LIBGL_ALWAYS_SOFTWARE=1")
}

func (w *window) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = w.env()
	return cmd
}

func (w *window) do(name string, args ...string) {
	w.t.Helper()
	if out, err := w.command(name, args...).CombinedOutput(); err != nil {
		w.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

func (w *window) press(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.do("xdotool", "key", k)
		w.rests()
	}
}

func (w *window) write(text string) {
	w.t.Helper()
	w.do("xdotool", "type", "--delay", "20", text)
	w.rests()
}

func (w *window) click(p image.Point) {
	w.t.Helper()
	w.do("xdotool", "mousemove", strconv.Itoa(p.X), strconv.Itoa(p.Y))
	w.rests()
	w.do("xdotool", "click", "1")
	time.Sleep(400 * time.Millisecond) // Fyne waits for a second click
	w.rests()
}

func (w *window) vault() string { return filepath.Join(w.home, "Kring", "kring.kring") }

func (w *window) fileTime() time.Time {
	info, err := os.Stat(w.vault())
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// saved does something that must reach the disk.
func (w *window) saved(what string, do func()) {
	w.t.Helper()
	before := w.fileTime()
	do()
	w.await(what+" on disk", func() bool { return w.fileTime().After(before) })
}

// await waits for something that must come; the picture of what came instead is kept.
func (w *window) await(what string, there func() bool) {
	w.t.Helper()
	for end := time.Now().Add(40 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if there() {
			return
		}
	}
	dir := os.Getenv("KRING_TEST_PICTURES")
	if dir == "" {
		dir = os.TempDir()
	}
	kept := filepath.Join(dir, "kring-test-window.png")
	var b bytes.Buffer
	err := errors.Join(png.Encode(&b, w.picture(wholeScreen)), os.WriteFile(kept, b.Bytes(), 0o600))
	w.t.Fatalf("waited in vain for %s; the window is in %s (%v)", what, kept, err)
}

// turns does what turns to another page, which may take a while, and waits for it.
func (w *window) turns(what string, do func()) {
	w.t.Helper()
	before := w.picture(wholeScreen)
	do()
	w.await(what, func() bool { return !alike(before, w.picture(wholeScreen)) })
	w.settle()
}

// settle waits until the screen stands still, but for a caret.
func (w *window) settle() {
	w.t.Helper()
	last := w.picture(wholeScreen)
	w.await("a screen that stands still", func() bool {
		idle := w.idleFor(150 * time.Millisecond)
		now := w.picture(wholeScreen)
		same := alike(last, now)
		last = now
		return same && idle
	})
}
