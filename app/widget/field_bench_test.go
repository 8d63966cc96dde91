package widget

import (
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// sixtyPages is about 60 pages of Dutch with its Arabic under it.
func sixtyPages() string {
	const dutch = "Je kind komt boos thuis. Nog voor de jas uit is, weet jij al wat er moet gebeuren: bellen met school op 06-12345678, een gesprek met de juf om 10:30, een andere vriend."
	const arabic = "يعود طفلك إلى البيت غاضبًا. قبل أن يخلع معطفه تكون قد عرفت ما يجب فعله: الاتصال بالمدرسة على 06-12345678، الحديث مع المعلمة، صديق آخر."
	var b strings.Builder
	for i := range 560 {
		b.WriteString(dutch + strings.Repeat(" Nog.", i%7) + "\n" + arabic + strings.Repeat(" ثم.", i%5) + "\n")
	}
	return b.String()
}

// BenchmarkTyping presses keys in the middle of 60 pages, each in a paragraph of its own:
// from the key to the painted picture of what is in sight, 900 by 600.
func BenchmarkTyping(b *testing.B) {
	test.NewTempApp(b)
	f := NewArea(sixtyPages(), 3)
	f.MaxRows = 1000
	w := test.NewTempWindow(b, f)
	w.Resize(fyne.NewSize(900, 600))
	f.Resize(fyne.NewSize(900, 600))
	w.Canvas().Focus(f)
	middle := f.text.Len() / 2
	f.goTo(middle)
	r := test.WidgetRenderer(f).(*fieldRenderer)
	var took []time.Duration
	for i := range b.N {
		if i%20 == 0 {
			f.goTo(middle + i*7%3000)
		}
		begin := time.Now()
		f.TypedRune([]rune("abcدرس")[i%6])
		if _, ok := r.draw(900, 600).(*image.NRGBA); !ok {
			b.Fatal("nothing is painted")
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}
