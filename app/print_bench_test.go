//go:build linux

package app_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/assets"
)

// BenchmarkPrintAgainstOffice prints a bilingual text of 96 pages as a whole process, and
// has LibreOffice make a PDF of the same text, which it gets as our DOCX, also from start
// to end; in turns, the median of the ratios counts: goal at most 0.35, and a file that is
// no larger.
func BenchmarkPrintAgainstOffice(b *testing.B) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		b.Skip("LibreOffice is not here")
	}
	kring, dir := build(b, "kring"), b.TempDir()
	text, docx := filepath.Join(dir, "boek.md"), filepath.Join(dir, "boek.docx")
	if err := os.WriteFile(text, []byte(strings.Repeat(toolkitText(b), copies)), 0o600); err != nil {
		b.Fatal(err)
	}
	run := func(name string, args ...string) time.Duration {
		cmd := exec.Command(name, args...)
		cmd.Env = append(os.Environ(), "HOME="+dir)
		begin := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%s: %v: %s", name, err, out)
		}
		return time.Since(begin)
	}
	run(kring, "print", text, "--out", docx)
	var ratios, ours, theirs []float64
	for range 5 {
		a := run(kring, "print", text, "--out", filepath.Join(dir, "ours.pdf")).Seconds()
		o := run(office, "--headless", "--convert-to", "pdf", "--outdir", dir, docx).Seconds()
		ours, theirs, ratios = append(ours, a), append(theirs, o), append(ratios, a/o)
	}
	for b.Loop() { // measured above, by hand
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(1000*median(ours), "ms-kring")
	b.ReportMetric(1000*median(theirs), "ms-office")
	b.ReportMetric(median(ratios), "ratio")
	b.ReportMetric(size(b, filepath.Join(dir, "ours.pdf"))/size(b, filepath.Join(dir, "boek.pdf")), "size-ratio")
}

// copies of the toolkit make 96 pages.
const copies = 24

// toolkitText is a toolkit that comes with Kring, without its front matter.
func toolkitText(b *testing.B) string {
	text, err := fs.ReadFile(assets.Toolkits(), "luisteren-zonder-oplossen.md")
	if err != nil {
		b.Fatal(err)
	}
	_, body, _ := strings.Cut(strings.TrimPrefix(string(text), "+++"), "+++")
	return body + "\n---\n"
}

func size(b *testing.B, path string) float64 {
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return float64(info.Size())
}
