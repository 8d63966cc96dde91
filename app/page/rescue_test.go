package page

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/internal/backup"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

const stagePass = "een lange wachtzin"

// backedUp is a stage whose vault has copies made of it, in a folder of its own.
func backedUp(t *testing.T, lang string) (s *stage, dir string) {
	t.Helper()
	s = newStage(t, lang)
	dir = filepath.Join(t.TempDir(), backup.FolderName)
	k, err := backup.Start(s.env.Vault, dir, time.Now, func() {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.Close(time.Minute) })
	k.Now()
	s.env.Backup = k
	s.env.Describe = func(a vault.Action) string { return "gedaan: " + a.Kind }
	return s, dir
}

func TestSettingsMakeABackup(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, dir := backedUp(t, lang)
		loc := s.env.Loc
		p := s.open(Target{Page: Settings, Tab: Copying})
		if shown := said(p); !strings.Contains(shown, dir) || !strings.Contains(shown, loc.T("backup.place.first")) {
			t.Errorf("%s: Settings show %q", lang, shown)
		}
		before := s.env.Backup.States()[0].Good()
		button(t, p.Object(), loc.T("backup.now")).OnTapped()
		s.await("a copy", func() bool { return len(s.shell.said) > 0 })
		if !s.env.Backup.States()[0].Good().After(before) || s.shell.said[0] != loc.T("backup.made") {
			t.Errorf("%s: nothing was made: %v", lang, s.shell.said)
		}
		s.env.Backup.Close(time.Minute)
		s.env.Backup = nil
		p.Update()
		if !strings.Contains(said(p), loc.T("backup.demo")) {
			t.Errorf("%s: a vault to look around in says nothing of copies", lang)
		}
	}
}

// What is wrong with the copies stands on Today until it is mended.
func TestTodaySaysWhatIsWrongWithTheCopies(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, dir := backedUp(t, lang)
		title := s.env.Loc.T("backup.title")
		shows := func() bool { return strings.Contains(said(s.open(Target{Page: Today})), title) }
		if shows() {
			t.Errorf("%s: Today speaks of copies and nothing is wrong", lang)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		s.env.Backup.Now()
		if !shows() {
			t.Errorf("%s: Today does not say that no copy can be made", lang)
		}
		if err := os.Remove(dir); err != nil {
			t.Fatal(err)
		}
		s.env.Backup.Now()
		if shows() {
			t.Errorf("%s: Today still says it", lang)
		}
	}
}

// A stick that was there lately and is not today is a remark, no warning.
func TestASecondPlaceThatIsAwayIsARemark(t *testing.T) {
	s, _ := backedUp(t, "nl")
	stick := t.TempDir()
	if err := s.env.Backup.Places.Choose(backup.Second, stick); err != nil {
		t.Fatal(err)
	}
	s.env.Backup.Now()
	if err := os.RemoveAll(filepath.Join(stick, backup.FolderName)); err != nil {
		t.Fatal(err)
	}
	s.env.Backup.Now()
	s.env.Now = time.Now
	st := s.env.Backup.States()[1]
	if text, urgent := s.env.backupTrouble(st); text != s.env.Loc.T("backup.away.second") || urgent {
		t.Errorf("%q, urgent %v", text, urgent)
	}
	s.env.Now = func() time.Time { return time.Now().AddDate(0, 0, 20) }
	if _, urgent := s.env.backupTrouble(st); !urgent {
		t.Error("after twenty days it is still a remark")
	}
}

func TestRestoreSaysWhatIsNewerAndMakesANewFile(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, _ := backedUp(t, lang)
		loc := s.env.Loc
		if _, err := s.env.Store.AddParticipant(s.course.ID, people.Person{Name: "Nieuw Hier", Kind: people.Father}, s.env.Store.Sessions(s.course.ID)[0].Date); err != nil {
			t.Fatal(err)
		}
		var opened string
		s.env.OpenVault = func(path string) { opened = path }
		before, err := os.ReadFile(s.env.Vault.Path())
		if err != nil {
			t.Fatal(err)
		}
		p := s.open(Target{Page: Settings, Tab: Copying})
		button(t, p.Object(), loc.T("backup.restore")).OnTapped()
		newer := loc.T("rescue.kindcount", "Kind", loc.T("rescue.kind.people"), "Count", loc.Int(1))
		s.await("what is newer", func() bool { return s.says(newer) })
		last := calendar.DateOf(s.env.Backup.States()[0].Good().Add(400 * 24 * time.Hour).In(calendar.Amsterdam))
		if !s.says(loc.T("rescue.until", "Date", loc.Date(last.Year, last.Month, last.Day, i18n.Medium))) {
			t.Errorf("%s: it does not say until when the copy is there", lang)
		}
		if !s.says(loc.T("rescue.kindcount", "Kind", loc.T("rescue.kind.people"), "Count", loc.Int(3))) || !s.says("gedaan: ") {
			t.Errorf("%s: it does not say what is in the copy", lang)
		}
		s.press("rescue.restore")
		s.await("the new vault", func() bool { return opened != "" })
		got, err := vault.Look(opened, stagePass)
		if err != nil || got.Records["people"] != 3 || filepath.Dir(opened) != filepath.Dir(s.env.Vault.Path()) {
			t.Errorf("%s: %s has %d people, %v", lang, opened, got.Records["people"], err)
		}
		if now, err := os.ReadFile(s.env.Vault.Path()); err != nil || string(now) != string(before) {
			t.Errorf("%s: the present vault was touched (%v)", lang, err)
		}
	}
}

// A copy on the laptop and one on a stick may be of the same minute: each line says where it is.
func TestCopiesOfTwoPlacesSayWhereTheyAre(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, dir := backedUp(t, lang)
		stick := filepath.Join(t.TempDir(), "BLAUWE STICK")
		if err := os.Mkdir(stick, 0o700); err != nil {
			t.Fatal(err)
		}
		p := s.open(Target{Page: Settings, Tab: Copying})
		button(t, p.Object(), s.env.Loc.T("backup.restore")).OnTapped()
		s.await("the copy", func() bool { return s.says(s.env.Loc.T("rescue.same")) })
		if s.says(filepath.Base(filepath.Dir(dir))) {
			t.Errorf("%s: one place is named where there is no other", lang)
		}
		if err := s.env.Backup.Places.Choose(backup.Second, stick); err != nil {
			t.Fatal(err)
		}
		s.env.Backup.Now()
		s.env.restore()
		s.await("where the copies are", func() bool { return s.says("BLAUWE STICK") })
	}
}

// aWreck is a stage with a damaged copy of its vault, and a good copy in a folder.
func aWreck(t *testing.T, lang string) (s *stage, r Rescue, opened *string) {
	t.Helper()
	s, dir := backedUp(t, lang)
	all, err := backup.List(dir, "")
	if err != nil || len(all) != 1 {
		t.Fatalf("%d copies, %v", len(all), err)
	}
	b, err := os.ReadFile(all[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	half := strings.Replace(all[0].Path, all[0].At.Format("20060102"), "20990101", 1)
	damaged := filepath.Join(t.TempDir(), "proef.kring")
	b[40] ^= 1
	for path, bytes := range map[string][]byte{damaged: b, half: b[:len(b)/2]} {
		if err := os.WriteFile(path, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	opened = new(string)
	r = Rescue{
		Files: s.env.files(), Damaged: damaged, Folders: []string{dir, filepath.Join(dir, "weg")}, Describe: s.env.Describe,
		Open: func(path, secret string) { *opened = path + " " + secret },
	}
	return s, r, opened
}

func TestRescueWithACopy(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, r, opened := aWreck(t, lang)
		x := r.show()
		s.await("the copies", func() bool { return len(x.copies) == 2 })
		if !x.copies[x.chosen].Good || x.copies[0].Good || !s.says(s.env.Loc.T("rescue.damaged")) {
			t.Errorf("%s: %+v is chosen of %+v", lang, x.chosen, x.copies)
		}
		x.secret.SetText("fout")
		x.secret.OnSubmitted("fout")
		s.await("the error", func() bool { return s.says("uitleg: ") })
		if !x.yes.Disabled() {
			t.Errorf("%s: a copy that did not open can be brought back", lang)
		}
		x.secret.SetText(stagePass)
		x.secret.OnSubmitted(stagePass)
		s.await("what is in it", func() bool { return !x.yes.Disabled() })
		if s.env.Window.Canvas().Focused() != fyne.Focusable(x.yes) {
			t.Errorf("%s: the keyboard is not on what comes next", lang)
		}
		x.yes.OnTapped()
		s.await("the new vault", func() bool { return *opened != "" })
		path, secret, _ := strings.Cut(*opened, " ")
		if _, err := vault.Look(path, secret); err != nil || filepath.Dir(path) != filepath.Dir(r.Damaged) {
			t.Errorf("%s: %s: %v", lang, *opened, err)
		}
	}
}

// Who looked in another folder is asked for the passphrase next, and can type it at once.
func TestRescueElsewhereAsksForThePassphrase(t *testing.T) {
	s, r, _ := aWreck(t, "nl")
	dir := r.Folders[0]
	r.Folders = nil
	x := r.show()
	s.await("no copies", func() bool { return s.says(s.env.Loc.T("rescue.nocopies")) })
	s.env.Window.Canvas().Focus(x.list)
	x.lookIn(dir)
	s.await("the copies", func() bool { return len(x.copies) == 2 })
	if s.env.Window.Canvas().Focused() != fyne.Focusable(x.secret) {
		t.Error("the keyboard is not on the passphrase")
	}
	x.secret.SetText(stagePass)
	s.env.Window.Canvas().Focus(x.list)
	x.lookIn(dir)
	s.await("what is in it", func() bool { return !x.yes.Disabled() })
}

func TestRescueWithoutACopy(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, r, opened := aWreck(t, lang)
		r.Folders = []string{t.TempDir()}
		x := r.show()
		s.await("no copies", func() bool { return s.says(s.env.Loc.T("rescue.nocopies")) })
		s.press("rescue.salvage")
		if !s.says(s.env.Loc.T("rescue.asksecret")) {
			t.Errorf("%s: it does not ask for the passphrase", lang)
		}
		x.secret.SetText(stagePass)
		s.press("rescue.salvage")
		s.await("what was saved", func() bool { return s.says(s.env.Loc.T("rescue.nothinglost")) })
		s.press("common.open")
		path, secret, _ := strings.Cut(*opened, " ")
		if got, err := vault.Look(path, secret); err != nil || got.Records["people"] != 3 {
			t.Errorf("%s: %s has %d people, %v", lang, path, got.Records["people"], err)
		}
	}
}

// A vault may open and yet have a piece that no copy can be made of: from the welcome, what is
// left of it can be saved too.
func TestRescueOfAVaultThatOpens(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s, r, opened := aWreck(t, lang)
		r.Damaged, r.Asked, r.Folders = "", r.Damaged, nil
		x := r.show()
		s.await("no copies", func() bool { return s.says(s.env.Loc.T("rescue.nocopies")) })
		if s.says(s.env.Loc.T("rescue.damaged")) {
			t.Errorf("%s: a vault that opens is called damaged", lang)
		}
		x.secret.SetText(stagePass)
		s.press("rescue.salvage")
		s.await("what was saved", func() bool { return s.says(s.env.Loc.T("rescue.nothinglost")) })
		s.press("common.open")
		if path, _, _ := strings.Cut(*opened, " "); filepath.Dir(path) != filepath.Dir(r.Asked) {
			t.Errorf("%s: it went to %q", lang, path)
		}
		e := *s.env
		damaged := backup.State{Slot: backup.First, Err: fmt.Errorf("copying: %w", &vault.DamageError{What: "journal entry 7"})}
		if text, urgent := e.backupTrouble(damaged); text != s.env.Loc.T("backup.damaged") || !urgent {
			t.Errorf("%s: %q", lang, text)
		}
	}
}

// Escape leaves the sheet wherever the keyboard is, and gives it back.
func TestRescueIsLeftByEscape(t *testing.T) {
	s, r, _ := aWreck(t, "nl")
	x := r.show()
	s.await("the copies", func() bool { return len(x.copies) == 2 })
	n := 0
	walk(s.env.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok {
			n++
			if b.OnEscape == nil {
				t.Errorf("%q does not know Escape", b.Text)
			}
		}
	})
	x.secret.OnEscape()
	if s.env.Window.Canvas().Overlays().Top() != nil || n != 4 {
		t.Errorf("the sheet stays, or has not its %d buttons", n)
	}
}

func TestNamesOfWhatIsBroughtBackStayShort(t *testing.T) {
	dir := t.TempDir()
	x := &rescueSheet{Rescue: Rescue{NewDir: dir}}
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	for in, want := range map[string]string{"kring": "kring-2026-11-25", "kring-2026-11-01": "kring-2026-11-25", "kring-2026-11-01-2": "kring-2026-11-25", "kring-2": "kring-2-2026-11-25"} {
		got, err := x.newPath(in, at)
		if err != nil || got != filepath.Join(dir, want+".kring") {
			t.Errorf("%s becomes %s, %v", in, got, err)
		}
	}
}
