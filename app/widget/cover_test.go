package widget

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Every place where letters are laid out asks what is covered. A new one has to come here,
// with the reason why it may.
func TestLettersAreLaidOutBehindTheGate(t *testing.T) {
	letters := regexp.MustCompile(`typeset\.(Span|Paragraph)\{|typeset\.Plain\(|canvas\.NewText\(|widget\.NewLabel\(|widget\.NewEntry\(`)
	known := map[string]int{
		"widget/bidilabel.go":    2, // asks
		"widget/field_layout.go": 1, // asks
		"widget/field_render.go": 1, // asks
		"widget/grid_render.go":  1, // the sign of a state
		"widget/key_chip.go":     1, // the name of a key
	}
	found := map[string]int{}
	err := filepath.Walk("..", func(path string, info os.FileInfo, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata") || strings.HasPrefix(path, filepath.Join("..", "paper")) {
			return err
		}
		b, err := os.ReadFile(path)
		if n := len(letters.FindAll(b, -1)); n > 0 {
			name, _ := filepath.Rel("..", path)
			found[filepath.ToSlash(name)] = n
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, n := range found {
		if known[name] != n {
			t.Errorf("%s lays letters out in %d places, %d are known", name, n, known[name])
		}
	}
	if len(found) != len(known) {
		t.Errorf("found %v", found)
	}
}

func TestCoveredLettersAreNotDrawn(t *testing.T) {
	test.NewTempApp(t)
	Cover(func(s string) string { return strings.ReplaceAll(s, "Anna", "A.") })
	t.Cleanup(func() { Cover(nil) })
	l := NewBidiLabel("Anna komt")
	f := NewField("Anna")
	f.Resize(fyne.NewSize(200, 40))
	if got := f.letters(); got != "●●●●" {
		t.Errorf("the field shows %q", got)
	}
	l.Line = Whole
	before := l.MinSize().Width
	Cover(nil)
	if whole := l.MinSize().Width; whole <= before {
		t.Errorf("shown %v wide, covered %v", whole, before)
	}
	if got := f.letters(); got != "Anna" {
		t.Errorf("the field shows %q afterwards", got)
	}
	f.TypedRune('!')
	if f.Text != "Anna!" && f.Text != "!Anna" {
		t.Errorf("typing gave %q", f.Text)
	}
}

func TestTypedTextsOfAWindow(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	note, secret, search, same := NewArea("oud", 3), NewField(""), NewField(""), NewField("gegeven")
	secret.Secret, search.Passing = true, true
	w.SetContent(NewGround(container.NewVBox(NewBidiLabel("Notitie"), NewPanel(note), secret, search, same)))
	inDialog := NewField("")
	ShowDialog("Iemand erbij", container.NewVBox(NewBidiLabel("Naam"), inDialog), fyne.NewSize(300, 200), w)
	for _, f := range []*Field{note, secret, search, inDialog} {
		for _, r := range "هنا x" {
			f.TypedRune(r)
		}
	}
	got := TypedIn(w.Canvas())
	if len(got) != 2 || got[0].Label != "Notitie" || got[0].Where != "" || got[1].Where != "Iemand erbij" || got[1].Label != "Naam" || got[1].Text != "هنا x" {
		t.Fatalf("%+v", got)
	}
	note.SetText("bewaard")
	if got := TypedIn(w.Canvas()); len(got) != 1 {
		t.Errorf("what was saved counts as typed: %+v", got)
	}
}

func TestClipboardForgetsOnlyWhatItStillHolds(t *testing.T) {
	app := test.NewTempApp(t)
	Copy("een notitie", true)
	forgetCopied("iets van eerder")
	if got := app.Clipboard().Content(); got != "een notitie" {
		t.Errorf("it holds %q", got)
	}
	forgetCopied("een notitie")
	if got := app.Clipboard().Content(); got != "" {
		t.Errorf("it still holds %q", got)
	}
}

func TestEveryKeyIsATouch(t *testing.T) {
	test.NewTempApp(t)
	n := 0
	WhenTouched(func() { n++ })
	t.Cleanup(func() { WhenTouched(func() {}) })
	key := &fyne.KeyEvent{Name: fyne.KeyHome}
	all := []fyne.Focusable{NewField("a"), NewButton("a", nil, nil), NewCheck("a", nil), NewSelect([]string{"a"}, nil), NewTiles(), NewAttendanceGrid()}
	for _, f := range all {
		n = 0
		f.TypedKey(key)
		if n == 0 {
			t.Errorf("a key for %T is no touch", f)
		}
	}
	n = 0
	NewGround(NewBidiLabel("")).MouseMoved(nil)
	if n == 0 {
		t.Error("the mouse does not count")
	}
}
