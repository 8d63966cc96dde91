//go:build linux && soak

package app_test

import (
	"bytes"
	"fmt"
	"image"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf16"

	"kring/app/command"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

// planted are forty texts that stand in the vault of the day, each in a way of its own.
var planted = []string{
	"Roxana Vlasblom", "Ghizlane Ouazzani", "Berend-Jan Kwakkel", "Semhar Tesfazghi", "زينب القرطبي", "عبد الرحيم التازي", "ትዕግስት ገብረማርያም", "Özgür Çelikbaş", "Wietske Ypma", "Dieuwertje Zeilstra",
	"+31687654321", "+31698712345", "+31612098765", "+31633445566", "+31677889911", "0182-765432", "+32470112299", "+31655667788", "+31644332211", "+31622119988",
	"roxana@vlasblom.test", "ghizlane@ouazzani.test", "berendjan@kwakkel.test", "semhar@tesfazghi.test",
	"kan slecht tegen harde geluiden", "is net gescheiden en slaapt slecht", "هي متعبة جدا هذه الأيام", "wil niet dat haar broer het weet", "heeft schulden bij de buurman", "huilde na de oefening met de steen",
	"Moedergroep Veldbloem", "Huiskamer De Zwaluwstaart", "Wijkgebouw Kievitsnest", "de trein van kwart over zeven", "Praatgroep Morgenster", "مجموعة نجمة الصباح", "verjaardag van de tweeling", "liever geen foto's van ons", "belde drie keer in de nacht", "de sleutel ligt bij Wietske",
}

// dayVault makes the vault of the day.
func dayVault(t *testing.T, path string) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Dir(path), 0o700))
	v, _, err := vault.Create(path, passphrase, vault.WithKDF(vault.TestKDF))
	must(err)
	s, err := command.OpenStores(v, nil)
	must(err)
	today := calendar.DateOf(time.Now().In(calendar.Amsterdam))
	dates, _ := calendar.Weekly(today.AddDays(-14), 6, calendar.Public)
	c, err := s.Courses.Create(course.Course{Programme: "hbbm", Name: planted[30], Place: planted[32], Languages: []string{"nl", "ar"}, Mode: course.Physical, Trainer: planted[9], Capacity: 16, Start: plan.At(9, 15), End: plan.At(12, 15)}, dates)
	must(err)
	for i, name := range planted[:8] {
		p := people.Person{Name: name, Phone: planted[10+i], Note: planted[24+i%6]}
		if i < 4 {
			p.Email = planted[20+i]
		}
		_, err := s.Courses.AddParticipant(c.ID, p, today)
		must(err)
	}
	must(s.Courses.SaveLog(course.Log{SessionID: s.Courses.Sessions(c.ID)[0].ID, Went: planted[29], LeftOver: planted[36]}))
	_, err = s.Courses.SaveAgreement(course.Agreement{CourseID: c.ID, Text: planted[37]})
	must(err)
	rule, err := calendar.NewRule(calendar.Week, today.Weekday(), today.AddDays(-70))
	must(err)
	p, err := s.Places.SavePlace(cafe.Place{Name: planted[31], Audience: cafe.Young, Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
	must(err)
	e := s.Places.Next(p.ID, today, 1)[0]
	for _, name := range planted[8:10] {
		_, err := s.Places.Newcomer(e, name)
		must(err)
	}
	must(s.Places.AddWatch(e, planted[38], 14))
	must(s.Places.SaveDebrief(cafe.Debrief{PlaceID: p.ID, Date: e.Planned, Well: planted[33], Word: planted[39]}, today))
	for i, name := range []string{planted[34], planted[35]} {
		_, err := s.Kits.MakeGroup(kit.Group{Name: name, Contact: planted[i], Phone: planted[18+i], Start: today}, nil)
		must(err)
	}
	text := "# " + planted[33] + "\nar> " + planted[26] + "\n\nWie komt, neemt de bus.\n"
	_, err = s.Books.Make(book.Draft{Kind: book.Workbook, Doc: bilingual.Parse([]byte(text))}, book.By{Who: planted[8]})
	must(err)
	s.Close()
	must(v.Close())
}

// day is what somebody does with Kring in a day: every page, every tab, people who are found and
// added, marks, what is taken back, papers, a language, a lock.
func (w *window) day() {
	w.unlock()
	for _, page := range strings.Fields("alt+1 alt+2 alt+3 alt+4 alt+5 alt+6 alt+7") {
		w.press(page)
		w.settle()
	}
	w.showCourse("Veldbloem")
	w.press("ctrl+Next", "ctrl+Next")
	w.settle()
	w.addPeople("Jildou Feenstra-Bakboord")
	w.press("ctrl+Next")
	w.settle()
	w.press("Home", "Up")
	w.saved("all present", func() { w.press("a") })
	w.press("ctrl+Next")
	w.settle()
	w.saved("undo", func() { w.press("ctrl+z") })
	w.settle()
	w.saved("redo", func() { w.press("ctrl+y") })
	w.settle()
	for _, name := range []string{"Roxana", "Wietske", "Zwaluwstaart", "Morgenster"} {
		w.showCourse(name)
		w.press("ctrl+Next")
		w.settle()
	}
	w.press("alt+5")
	w.settle()
	w.click(image.Pt(358, 685)) // as a PDF: the text of one's own above it moves the button down
	w.settle()
	w.press("Return")
	w.await("a PDF", func() bool {
		found, err := filepath.Glob(filepath.Join(w.home, "*.pdf"))
		return err == nil && len(found) == 1
	})
	w.settle()
	w.press("ctrl+l")
	w.settle()
	w.unlock()
}

// unlock types the passphrase, once more where a busy laptop lost a key.
func (w *window) unlock() {
	open := func() bool { _, err := os.Stat(w.vault() + ".pid"); return err == nil }
	for range 3 {
		w.press("ctrl+a")
		w.write(passphrase)
		w.press("Return")
		w.settle()
		if open() {
			break
		}
	}
	w.await("an open vault", open)
	w.settle()
}

// dayWindow is a window with the vault of the day, all that it writes under its home folder.
func dayWindow(t *testing.T) *window {
	t.Helper()
	w := &window{t: t, bin: build(t, "kring"), home: t.TempDir(), screen: startScreen(t)}
	for _, dir := range []string{"tmp", "run", ".config", ".cache"} {
		if err := os.MkdirAll(filepath.Join(w.home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("TMPDIR", filepath.Join(w.home, "tmp"))
	t.Setenv("XDG_RUNTIME_DIR", filepath.Join(w.home, "run"))
	t.Setenv("XDG_CACHE_HOME", filepath.Join(w.home, ".cache"))
	t.Setenv("XDG_DATA_HOME", filepath.Join(w.home, ".local", "share"))
	dayVault(t, w.vault())
	w.args = []string{"--vault", w.vault()}
	return w
}

// TestDayLeavesNoTraces looks through all that a day leaves on the disk, the report of a crash
// and what was said on the terminal too, for what stands in the vault. The vault itself and what
// stands beside it are looked through as well: nothing in them is readable.
func TestDayLeavesNoTraces(t *testing.T) {
	w := dayWindow(t)
	said, err := os.Create(filepath.Join(w.home, "terminal.txt"))
	if err != nil {
		t.Fatal(err)
	}
	w.terminal = said
	w.start()
	w.day()
	if title, err := w.command("xdotool", "getactivewindow", "getwindowname").Output(); err == nil {
		if err := os.WriteFile(filepath.Join(w.home, "title.txt"), title, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.run.Process.Signal(syscall.SIGABRT); err != nil { // as if it had crashed
		t.Fatal(err)
	}
	w.run.Wait()
	w.start() // and tells of it
	w.kill()
	report := filepath.Join(w.home, ".cache", "kring", "crash-last.txt")
	if b, err := os.ReadFile(report); err != nil || !bytes.Contains(b, []byte("goroutine ")) {
		t.Errorf("there is no report of the crash: %d bytes, %v", len(b), err)
	}
	texts := append(slices.Clone(planted), "Jildou Feenstra-Bakboord", passphrase)
	files, found := lookThrough(t, w.home, texts)
	for _, f := range found {
		t.Error(f)
	}
	if err := os.WriteFile(filepath.Join(w.home, "planted.txt"), slices.Concat([]byte("x"), encodings(planted[4])["UTF-16 LE"]), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, again := lookThrough(t, w.home, texts); len(again) != len(found)+1 {
		t.Errorf("what is planted is not found: %v", again)
	}
	t.Logf("%d files, %d texts, in UTF-8 and UTF-16: %s", len(files), len(planted)+2, strings.Join(files, " "))
}

// lookThrough reads every file of a folder, and says where a text stands in one or in its name.
func lookThrough(t *testing.T, dir string, texts []string) (files, found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		files = append(files, name)
		for _, s := range texts {
			for form, as := range encodings(s) {
				if bytes.Contains(b, as) || bytes.Contains([]byte(name), as) {
					found = append(found, fmt.Sprintf("%q stands in %s, as %s", s, name, form))
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, found
}

func encodings(s string) map[string][]byte {
	out := map[string][]byte{"UTF-8": []byte(s), "UTF-8 in JSON": []byte(strings.Trim(fmt.Sprintf("%+q", s), `"`))}
	var little, big []byte
	for _, u := range utf16.Encode([]rune(s)) {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	out["UTF-16 LE"], out["UTF-16 BE"] = little, big
	return out
}

var (
	socketCall  = regexp.MustCompile(`\bsocket\(([A-Z0-9_]+)`)
	socketPair  = regexp.MustCompile(`\bsocketpair\(([A-Z0-9_]+)`)
	connectCall = regexp.MustCompile(`\b(?:connect|bind|sendto)\(.*sa_family=([A-Z0-9_]+)(?:, sun_path=(@?"[^"]*"))?`)
	madeFile    = regexp.MustCompile(`\bopenat\([^,]*, "([^"]*)", [^)]*O_CREAT`)
)

// TestDayWithoutNetwork spends the day where there is no network at all, and looks at every
// socket that is asked for: those of the display and of D-Bus, on this laptop, and no other.
func TestDayWithoutNetwork(t *testing.T) {
	if out, err := exec.Command("strace", "-qq", "-o", "/dev/null", "-e", "trace=socket", "true").CombinedOutput(); err != nil {
		t.Skipf("NOT TESTED: strace may not look at programs here: %v %s", err, out)
	}
	none := []string{"unshare", "-r", "-n"}
	if out, err := exec.Command(none[0], append(none[1:], "true")...).CombinedOutput(); err != nil {
		t.Logf("NOT TESTED without a network, only watched: no namespace may be made here: %v %s", err, out)
		none = nil
	}
	w := dayWindow(t)
	log := filepath.Join(t.TempDir(), "calls")
	w.args = slices.Concat([]string{"-D", "-f", "-qq", "--seccomp-bpf", "-s", "200", "-o", log, "-e", "trace=socket,socketpair,connect,bind,sendto,openat"}, none, []string{w.bin}, w.args)
	w.bin = "strace"
	w.start()
	w.day()
	w.kill()
	time.Sleep(time.Second) // strace writes the rest
	b, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, re := range []*regexp.Regexp{socketCall, socketPair, connectCall} {
		for _, m := range re.FindAllStringSubmatch(string(b), -1) {
			seen[strings.Join(m[1:], " ")]++
			if m[1] != "AF_UNIX" {
				t.Errorf("a socket that is not of this laptop: %s", m[0])
			}
		}
	}
	if len(seen) == 0 {
		t.Error("not even the display was asked for: nothing was watched")
	}
	made := map[string]bool{}
	for _, m := range madeFile.FindAllStringSubmatch(string(b), -1) {
		made[strings.Replace(m[1], w.home, "~", 1)] = true
	}
	for what, n := range seen {
		t.Logf("%4d× %s", n, what)
	}
	for name := range made {
		if !strings.Contains(name, "mesa_shader_cache") {
			t.Logf("made %s", name)
		}
		if !strings.HasPrefix(name, "~/") && !strings.HasPrefix(name, "/dev/shm/") && name != "/dev/null" {
			t.Errorf("a file outside the home folder: %s", name)
		}
	}
}
