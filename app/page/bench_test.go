package page

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/sessions/course/coursetest"
	"kring/toolkit/export"
)

// BenchmarkMark presses keys in the grid of a big organisation's vault and measures
// until the mark is on disk (goal: p99 under 16 ms), and until the page shows it.
func BenchmarkMark(b *testing.B) {
	path := filepath.Join(b.TempDir(), "groot.kring")
	if err := coursetest.Big(path, "wachtzin"); err != nil {
		b.Fatal(err)
	}
	v, err := vault.Open(path, "wachtzin")
	if err != nil {
		b.Fatal(err)
	}
	s := stageOver(b, v, "nl")
	c := s.env.Store.Courses()[0]
	p := s.open(Target{Page: Course, CourseID: c.ID, Tab: Attendance}).(*coursePage)
	grid := p.tab.(*attendance).grid
	saved := make(chan time.Time, 1)
	defer v.Watch(func(vault.Event) { saved <- time.Now(); s.env.OnUI(p.Update) })()

	var disk, shown []time.Duration
	for i := 0; b.Loop(); i++ {
		grid.MoveTo(i%coursetest.People, i/coursetest.People%coursetest.Sessions)
		start := time.Now()
		grid.TypedRune(' ') // the next state: always another than before
		select {
		case at := <-saved:
			disk = append(disk, at.Sub(start))
		case <-time.After(time.Second):
			b.Fatal("nothing was saved")
		}
		for range 3 { // that it was done; the page asks anew; what it got
			(<-s.ui)()
		}
		shown = append(shown, time.Since(start))
	}
	report(b, disk, "disk")
	report(b, shown, "shown")
}

func report(b *testing.B, took []time.Duration, name string) {
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(took[len(took)/2]), "ms-p50/"+name)
	b.ReportMetric(ms(took[len(took)*99/100]), "ms-p99/"+name)
}

// BenchmarkPreviewScroll scrolls through the pages of a text of some hundred and fifty, in a
// window of 1280×800 that Fyne's test driver paints anew as a whole: how long a frame takes, to
// compare with the last time. A real window paints what changed; scripts/scroll-fps.sh counts
// its frames (goal: 60 a second).
func BenchmarkPreviewScroll(b *testing.B) {
	s := newStage(b, "nl")
	p := newToolkits(s.env, Target{}).(*toolkits)
	kit, err := paper.ToolkitNamed("luisteren-zonder-oplossen")
	if err != nil {
		b.Fatal(err)
	}
	doc := kit.Doc
	doc.Blocks = slices.Repeat(doc.Blocks, 48)
	book, err := export.LayOut(doc, export.Options{})
	if err != nil {
		b.Fatal(err)
	}
	w := test.NewTempWindow(b, p.Object())
	w.Resize(fyne.NewSize(1280, 800))
	p.update(kitPages{kits: []paper.Toolkit{kit}, pages: book.Pages})
	var frames []time.Duration
	for i := 0; b.Loop(); i++ {
		begin := time.Now()
		p.scroll.ScrollToOffset(fyne.NewPos(0, float32(i*60%50_000)))
		p.sight()
		w.Canvas().Capture()
		frames = append(frames, time.Since(begin))
	}
	report(b, frames, "frame")
	b.ReportMetric(float64(len(book.Pages)), "pages")
}
