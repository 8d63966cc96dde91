package paper_test

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

func aKit(t testing.TB) paper.Toolkit {
	t.Helper()
	k, err := paper.ToolkitNamed("luisteren-zonder-oplossen")
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func lineOf(group, name, lang string, f kit.Form) kit.SendLine {
	return kit.SendLine{Group: kit.Group{ID: group, Name: group}, Member: kit.Member{Lang: lang, Form: f}, Reach: kit.Reach{Name: name}}
}

// jobs are those of two groups that have the same name, one with an Arabic one, and one with a
// name that no file can have.
func jobs(t testing.TB, kinds ...paper.Make) []paper.Job {
	t.Helper()
	lines := []kit.SendLine{
		lineOf("1", "Amal", "ar", kit.AsPDF), lineOf("1", "Fatma", "tr", kit.AsPDF), lineOf("1", "Ans", "", kit.AsPDF), lineOf("1", "Nour", "ar", kit.Short),
		lineOf("2", "Ben", "ar", kit.AsPDF), lineOf("3", "Cor", "nl", kit.AsPDF), lineOf("4", "Dina", "ar", kit.AsPDF),
	}
	for i, name := range map[string]string{"1": "De Lente", "2": "de lente", "3": "مجموعة الياسمين", "4": `Wie/wat: hoe*? "<|>" \ con. `} {
		for n := range lines {
			if lines[n].Group.ID == i {
				lines[n].Group.Name = name
			}
		}
	}
	return paper.JobsOf(lines, aKit(t), aKit(t).Spoken(nil), kinds, true)
}

// All groups get what they read, in folders that every system takes; what is the same is made
// once; a list says what is for whom.
func TestMakeAll(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "toolkit")
	var told []string
	last, all := 0, 0
	made, err := paper.MakeAll(t.Context(), dir, jobs(t, paper.Makes()...), i18n.New("nl"), func(done, of int, name string) {
		if done != last+1 || of < done || all != 0 && of != all {
			t.Errorf("%d of %d after %d of %d", done, of, last, all)
		}
		last, all, told = done, of, append(told, name)
	})
	if err != nil || last != all || len(told) != 5*len(paper.Makes()) {
		t.Fatalf("%d of %d, %v", last, all, err)
	}
	folders := namesIn(t, dir)
	if want := []string{"De Lente", "Wie-wat- hoe-- ----- - con", "de lente (2)", "overzicht.xlsx", "مجموعة الياسمين"}; !slices.Equal(folders, want) {
		t.Errorf("%q", folders)
	}
	for _, path := range made {
		info, err := os.Stat(path)
		if err != nil || info.Size() < 100 {
			t.Errorf("%s: %v", path, err)
		}
	}
	first := filepath.Join("De Lente", "luisteren-zonder-oplossen-nl-ar-a4.pdf")
	if !same(t, filepath.Join(dir, first), filepath.Join(dir, "de lente (2)", filepath.Base(first))) {
		t.Error("what two groups get was made twice")
	}
	for _, want := range []string{"luisteren-zonder-oplossen-nl-a4.pdf", "luisteren-zonder-oplossen-ar-kort.txt", "luisteren-zonder-oplossen-ar-telefoon-1.png", "luisteren-zonder-oplossen-nl-ar-mail.eml", "luisteren-zonder-oplossen-nl-ar.html", "luisteren-zonder-oplossen-nl-ar.docx"} {
		if !slices.Contains(namesIn(t, filepath.Join(dir, "De Lente")), want) {
			t.Errorf("%s is not there: %q", want, namesIn(t, filepath.Join(dir, "De Lente")))
		}
	}
	tables, err := sheet.Read(filepath.Join(dir, "overzicht.xlsx"))
	if err != nil || len(tables[0].Rows) != len(told) {
		t.Fatalf("%d rows, %v", len(tables[0].Rows), err)
	}
	if row := tables[0].Rows[0]; row[0] != "De Lente" || row[1] != "Arabisch" || row[4] != "Amal, Nour" {
		t.Errorf("%q", row)
	}
}

func namesIn(t testing.TB, dir string) (out []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		out = append(out, x.Name())
	}
	return out
}

func same(t testing.TB, a, b string) bool {
	t.Helper()
	x, err := os.Stat(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := os.Stat(b)
	if err != nil {
		t.Fatal(err)
	}
	return os.SameFile(x, y)
}

// What could not be printed is said in the list, beside each file that lacks it.
func TestMakeAllSaysWhatIsMissing(t *testing.T) {
	k := paper.Toolkit{File: "eigen", Doc: bilingual.Parse([]byte("# Eigen toolkit\n\n![Een foto](weg.png)\n"))}
	line := lineOf("1", "Ans", "nl", kit.AsPDF)
	dir := filepath.Join(t.TempDir(), "uit")
	other := lineOf("2", "Cor", "nl", kit.AsPDF)
	if _, err := paper.MakeAll(t.Context(), dir, paper.JobsOf([]kit.SendLine{line, other}, k, k.Spoken(nil), []paper.Make{paper.MakePDF}, false), i18n.New("nl"), nil); err != nil {
		t.Fatal(err)
	}
	tables, err := sheet.Read(filepath.Join(dir, "overzicht.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range tables[0].Rows {
		if row[3] != row[0]+"/eigen-toolkit-nl-a4.pdf" || row[5] == "" {
			t.Errorf("%q", row)
		}
	}
}

// A second time the folder gets a number, and the first stays as it was.
func TestMakeAllAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "toolkit")
	for range 3 {
		if _, err := paper.MakeAll(t.Context(), dir, jobs(t, paper.MakeChat), i18n.New("ar"), nil); err != nil {
			t.Fatal(err)
		}
	}
	if got := namesIn(t, filepath.Dir(dir)); !slices.Equal(got, []string{"toolkit", "toolkit-2", "toolkit-3"}) {
		t.Errorf("%q", got)
	}
}

// Cancelled in the middle, or with the disk taken away, nothing of it is left.
func TestMakeAllLeavesNothingHalf(t *testing.T) {
	for name, stop := range map[string]func(dir string, cancel func()){
		"cancelled": func(_ string, cancel func()) { cancel() },
		"disk gone": func(dir string, _ func()) {
			found, err := filepath.Glob(filepath.Join(dir, ".kring-*", "*"))
			if err != nil || len(found) != 1 || os.RemoveAll(found[0]) != nil {
				t.Fatalf("%v %v", found, err)
			}
		},
	} {
		for _, after := range []int{1, 2, 4} {
			parent := t.TempDir()
			ctx, cancel := context.WithCancel(t.Context())
			made, err := paper.MakeAll(ctx, filepath.Join(parent, "toolkit"), jobs(t, paper.MakeChat, paper.MakeWord), i18n.New("nl"), func(done, _ int, _ string) {
				if done == after {
					stop(parent, cancel)
				}
			})
			cancel()
			if err == nil || len(made) > 0 || name == "cancelled" && !errors.Is(err, context.Canceled) {
				t.Errorf("%s after %d: %d files, %v", name, after, len(made), err)
			}
			if left := namesIn(t, parent); len(left) > 0 {
				t.Errorf("%s after %d: %q is left", name, after, left)
			}
		}
	}
	if _, err := paper.MakeAll(t.Context(), filepath.Join(t.TempDir(), "geen", "map"), jobs(t, paper.MakeChat), i18n.New("nl"), nil); err == nil {
		t.Error("a folder that is not there takes a folder")
	}
	if _, err := paper.MakeAll(t.Context(), filepath.Join(t.TempDir(), "toolkit"), nil, i18n.New("nl"), nil); !errors.Is(err, paper.ErrNobody) {
		t.Errorf("for nobody: %v", err)
	}
}

// A picture for a phone is 1080 by 1350 pixels, as message groups show them whole.
func TestPhonePictures(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "uit")
	made, err := paper.MakeAll(t.Context(), dir, jobs(t, paper.MakePictures)[1:2], i18n.New("nl"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range made[:len(made)-1] {
		if w, h := pictureSize(t, path); w != 1080 || h != 1350 {
			t.Errorf("%s is %d by %d", filepath.Base(path), w, h)
		}
	}
}

// BenchmarkMakeAll makes a toolkit for fifty groups, PDF and pictures, and for ten of them by
// itself, which five times over is what fifty take: goal at most 0.1 of that.
func BenchmarkMakeAll(b *testing.B) {
	const groups = 50
	k := aKit(b)
	var all []paper.Job
	for i := range groups {
		all = append(all, paper.Job{Group: fmt.Sprintf("Groep %d", i+1), Kit: k, Kinds: []paper.Make{paper.MakePDF, paper.MakePictures}, Parts: []paper.JobPart{{Lang: "nl"}, {Lang: "ar", Both: true}}})
	}
	n := 0
	run := func(jobs []paper.Job) {
		n++
		if _, err := paper.MakeAll(b.Context(), filepath.Join(b.TempDir(), fmt.Sprint(n)), jobs, i18n.New("nl"), nil); err != nil {
			b.Fatal(err)
		}
	}
	run(all[:1])
	var together, single float64
	for b.Loop() {
		begin := b.Elapsed()
		run(all)
		middle := b.Elapsed()
		for i := range groups / 5 {
			run(all[i : i+1])
		}
		together, single = together+(middle-begin).Seconds(), single+5*(b.Elapsed()-middle).Seconds()
	}
	b.ReportMetric(together*1000/float64(b.N), "ms/50groups")
	b.ReportMetric(together/single, "ratio")
}

// BenchmarkWorkbook makes the PDF of the workbook, 60 pages and more of A5.
func BenchmarkWorkbook(b *testing.B) {
	pages := 0
	for b.Loop() {
		n, err := workbookPages()
		if err != nil {
			b.Fatal(err)
		}
		pages = n
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/float64(pages), "ms/page")
}

// workbookPages makes the workbook once and tells how many pages it has.
func workbookPages() (int, error) {
	book, err := paper.Workbook()
	if err != nil {
		return 0, err
	}
	laid, err := export.LayOut(book.Doc, paper.WithDrawings(export.Options{Paper: export.A5}))
	if err != nil {
		return 0, err
	}
	return len(laid.Pages), export.WritePDF(io.Discard, laid.Pages, export.Meta{Title: "Werkboek", Lang: "nl", Chapters: laid.Chapters})
}

func pictureSize(t testing.TB, path string) (w, h int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := png.DecodeConfig(f)
	if err != nil {
		t.Fatal(err)
	}
	return c.Width, c.Height
}
