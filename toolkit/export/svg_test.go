package export

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/draw"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"kring/toolkit/bilingual"

	"github.com/srwiley/rasterx"
)

// svgOf is a file with this in it.
func svgOf(inner string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180">` + inner + `</svg>`
}

const plainSVG = `<circle cx="120" cy="90" r="60" fill="#C85F3C"/><path d="M20 20q40 60 80 10t80 20" fill="none" stroke="#1F6F6B" stroke-width="9" stroke-linecap="round"/>`

// hostile are files that a drawing may come as, none of which may print or do harm.
var hostile = map[string]string{
	"empty":       "",
	"no svg":      "<html></html>",
	"cut off":     svgOf(plainSVG)[:120],
	"bytes":       "\x00\xff\xfe\x89PNG",
	"bomb":        `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>` + svgOf(`<path d="&b;"/>`),
	"fetches":     `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + svgOf(`<title>&x;</title>`+plainSVG),
	"entity":      svgOf(`<title>&x;</title>` + plainSVG),
	"script":      svgOf(`<script>alert(1)</script>` + plainSVG),
	"foreign":     svgOf(`<foreignObject><b/></foreignObject>`),
	"image":       svgOf(`<image href="http://example.org/a.png"/>`),
	"reference":   svgOf(`<path d="M0 0L9 9L0 9Z" fill="url(http://example.org/a.svg#b)"/>`),
	"own use":     svgOf(`<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/>`),
	"deep":        svgOf(strings.Repeat("<g>", 100_000) + strings.Repeat("</g>", 100_000)),
	"many":        svgOf(strings.Repeat(`<circle cx="9" cy="9" r="9"/>`, maxDrawingParts)),
	"no view":     `<svg xmlns="http://www.w3.org/2000/svg"><circle cx="9" cy="9" r="9"/></svg>`,
	"thin":        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000000 1"/>`,
	"inside out":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 -240 -180"/>`,
	"NaN":         `<svg xmlns="http://www.w3.org/2000/svg" width="NaN" height="NaN"/>`,
	"NaN within":  svgOf(`<circle cx="NaN" cy="9" r="9"/>`),
	"no end":      svgOf(`<circle cx="Inf" cy="9" r="9"/>`),
	"far":         svgOf(`<path d="M0 0L100000 9L0 9Z"/>`),
	"wide line":   svgOf(`<path d="M0 0L100 9" stroke="#000" stroke-width="90000"/>`),
	"no steps":    svgOf(`<path d="M0 0L100 9" stroke="#000" stroke-dasharray="0 0"/>`),
	"back steps":  svgOf(`<path d="M0 0L100 9" stroke="#000" stroke-dasharray="-4 2"/>`),
	"tiny steps":  svgOf(strings.Repeat(`<path d="M0 0L200 9L0 20L200 50" stroke="#000" stroke-dasharray="0.001"/>`, 900)),
	"no colour":   svgOf(`<path d="M0 0L100 9L0 9Z" fill="rgb("/>`),
	"half colour": svgOf(`<path d="M0 0L100 9L0 9Z" fill="hsl(1,,)"/>`),
	"even-odd":    svgOf(`<path fill-rule="evenodd" d="M20 20H220V160H20ZM80 60H160V120H80Z"/>`),
	"text":        svgOf(`<text x="9" y="9">Kring</text>`),
	"hidden":      svgOf(`<g style="display: none">` + plainSVG + `</g>`),
	"clipped":     svgOf(`<g clip-path="url(#a)">` + plainSVG + `</g>`),
}

// A drawing that is none, that asks for too much or that leads out of its file is named
// with its line, at once, and all the rest prints.
func TestHostileDrawings(t *testing.T) {
	for name, file := range hostile {
		t.Run(name, func(t *testing.T) {
			doc := bilingual.Parse([]byte("# Kop\n\n![Bijschrift](a.SVG)\n\nDaarna.\n"))
			from := time.Now()
			book, err := LayOut(doc, Options{Files: fstest.MapFS{"a.SVG": {Data: []byte(file)}}})
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(from); took > 4*time.Second {
				t.Errorf("took %v", took)
			}
			if len(book.Problems) != 1 || book.Problems[0].Code != bilingual.BadPicture || book.Problems[0].Line != 3 {
				t.Errorf("problems %v", book.Problems)
			}
			if text := spokenText(book.Pages); !strings.Contains(text, "Bijschrift") || !strings.Contains(text, "Daarna.") {
				t.Errorf("only %q prints", text)
			}
		})
	}
}

// A drawing of more than 2 MB is too large, and said to be so.
func TestLargeDrawing(t *testing.T) {
	doc := bilingual.Parse([]byte("![Groot](a.svg)\n"))
	big := svgOf("<desc>" + strings.Repeat("a", maxDrawingFile) + "</desc>" + plainSVG)
	book, err := LayOut(doc, Options{Files: fstest.MapFS{"a.svg": {Data: []byte(big)}}})
	if err != nil || len(book.Problems) != 1 || book.Problems[0].Code != bilingual.HugePicture {
		t.Errorf("problems %v, %v", book.Problems, err)
	}
}

// soundDrawings are files of every kind that is drawn.
var soundDrawings = map[string]string{
	"plain":       svgOf(plainSVG),
	"one scale":   svgOf(`<g transform="translate(20 10) scale(3)"><rect x="5" y="5" width="40" height="30" rx="5" ry="5"/><path d="M5 45L60 45" stroke="#4C7CB0" stroke-width="3"/></g>`),
	"turned":      svgOf(`<g transform="rotate(30 120 90)"><ellipse cx="120" cy="90" rx="70" ry="20" fill="none" stroke="#E3B23C" stroke-width="12"/></g>`),
	"dashed":      svgOf(`<path d="M20 90L220 90" stroke="#2B2A33" stroke-width="14" stroke-dasharray="30 20" fill="none"/>`),
	"see-through": svgOf(`<circle cx="90" cy="90" r="50" fill="#4F8F5E"/><circle cx="150" cy="90" r="50" fill="#C85F3C" fill-opacity="0.5"/>`),
	"gradient":    svgOf(`<defs><linearGradient id="a"><stop offset="0" stop-color="#FFFFFF"/><stop offset="1" stop-color="#1F6F6B"/></linearGradient></defs><rect x="20" y="20" width="200" height="140" fill="url(#a)"/>`),
	"styled":      svgOf(`<rect x="20" y="20" width="100" height="60" style="fill:#C85F3C;stroke:#2B2A33;stroke-width:8;stroke-linejoin:round"/>`),
}

// What is kept of a drawing looks like the drawing: its outlines, filled, differ from what
// the library paints by no more than the edges of shapes.
func TestOutlinesAreTheDrawing(t *testing.T) {
	for name, file := range soundDrawings {
		alike(t, name, []byte(file))
	}
	kring := os.DirFS("../../assets/drawings").(interface {
		ReadFile(string) ([]byte, error)
	})
	names, err := os.ReadDir("../../assets/drawings")
	if err != nil || len(names) < 30 {
		t.Fatalf("%d drawings, %v", len(names), err)
	}
	for _, n := range names {
		data, err := kring.ReadFile(n.Name())
		if err != nil {
			t.Fatal(err)
		}
		alike(t, n.Name(), data)
	}
}

func alike(t *testing.T, name string, data []byte) {
	t.Helper()
	d, err := readDrawing(data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	ours, theirs := d.paint(480, 360), image.NewRGBA(image.Rect(0, 0, 480, 360))
	d.trace(rasterx.NewScannerGV(480, 360, theirs, theirs.Bounds()), 480, 360)
	off := difference(onPaper(ours), onPaper(theirs))
	if off > 0.004 {
		t.Errorf("%s: %.4f of the picture differs", name, off)
	}
	if blank := difference(onPaper(ours), onPaper(image.NewRGBA(ours.Bounds()))); blank < 0.01 {
		t.Errorf("%s: nothing is drawn (%.4f)", name, blank)
	}
}

func onPaper(img image.Image) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	return out
}

// difference is how far two pictures are apart, from 0 to 1.
func difference(a, b *image.RGBA) float64 {
	sum := 0.0
	for i := range a.Pix {
		sum += math.Abs(float64(a.Pix[i]) - float64(b.Pix[i]))
	}
	return sum / 255 / float64(len(a.Pix))
}

// What the library reads otherwise than a drawing means it is put right: a line of no said
// width is one unit wide, one scale is for both directions, and lines grow with their group.
func TestCorrected(t *testing.T) {
	for name, c := range map[string]struct {
		inner string
		wide  int
	}{
		"no width":  {`<path d="M40 90H200" stroke="#000000"/>`, 1},
		"one scale": {`<g transform="scale(4)"><path d="M10 22.5H50" stroke="#000000" stroke-width="3"/></g>`, 12},
	} {
		d, err := readDrawing([]byte(svgOf(c.inner)))
		if err != nil {
			t.Fatal(err)
		}
		img, wide := d.paint(240*4, 180*4), 0
		for y := range 180 * 4 {
			if img.RGBAAt(120*4, y).A > 0x80 {
				wide++
			}
		}
		if wide < c.wide*4-1 || wide > c.wide*4+1 {
			t.Errorf("%s: %d quarters of a unit wide", name, wide)
		}
	}
}

// A drawing takes three fifths of the width of a text, and no more than it was drawn for.
func TestDrawingSize(t *testing.T) {
	for _, c := range []struct {
		view  string
		width float64
		wide  float64
	}{
		{"0 0 240 180", 464, 0.6 * 464},
		{"0 0 2400 1800", 464, 0.6 * 464},
		{"0 0 32 32", 464, 32 * drawingUnit},
		{"0 0 240 180", 220, drawingLeast},
		{"0 0 240 180", 150, 150},
	} {
		d, err := readDrawing(fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s"><circle cx="9" cy="9" r="9"/></svg>`, c.view))
		if err != nil {
			t.Fatal(err)
		}
		p := &picture{drawing: d}
		p.fit(c.width, 430)
		if math.Abs(p.w-c.wide) > 0.01 {
			t.Errorf("%s in %g: %g wide", c.view, c.width, p.w)
		}
	}
}

// A heading goes with the drawing under it to the next page.
func TestHeadingStaysWithDrawing(t *testing.T) {
	text := "# Begin\n\n" + strings.Repeat("Regel.\n\n", 22) + "## Slot\n\n![Tekening](a.svg)\n"
	book, err := LayOut(bilingual.Parse([]byte(text)), Options{Files: fstest.MapFS{"a.svg": {Data: []byte(svgOf(plainSVG))}}})
	if err != nil || len(book.Pages) != 2 {
		t.Fatalf("%d pages, %v", len(book.Pages), err)
	}
	if at := book.Chapters[1].Page; at != 1 {
		t.Errorf("the heading stands on page %d", at+1)
	}
}

// In a PDF and a page for the browser a drawing is outlines; colours that run into each
// other are pixels. Nothing of the file itself is in either.
func TestDrawingAsOutlines(t *testing.T) {
	secret := `<metadata>geheim</metadata><title>geheim</title>`
	doc := bilingual.Parse([]byte("![Een](een.svg)\n\n![Twee](twee.svg)\n"))
	files := fstest.MapFS{"een.svg": {Data: []byte(svgOf(secret + plainSVG))}, "twee.svg": {Data: []byte(soundDrawings["gradient"])}}
	book, err := LayOut(doc, Options{Files: files})
	if err != nil || len(book.Problems) > 0 {
		t.Fatal(book.Problems, err)
	}
	var pdf, page bytes.Buffer
	if err := WritePDF(&pdf, book.Pages, Meta{Lang: "nl"}); err != nil {
		t.Fatal(err)
	}
	if forms, images := bytes.Count(pdf.Bytes(), []byte("/Subtype/Form")), bytes.Count(pdf.Bytes(), []byte("/ColorSpace/DeviceRGB")); forms != 1 || images != 1 {
		t.Errorf("%d forms and %d images", forms, images)
	}
	if _, err := WriteHTML(&page, doc, Options{Files: files}); err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`data:image/svg\+xml;base64,([^"]+)`).FindSubmatch(page.Bytes())
	if found == nil || !strings.Contains(page.String(), "data:image/png") {
		t.Fatalf("one drawing and one picture should be in %.300s", page.String())
	}
	svg, err := base64.StdEncoding.DecodeString(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(svg), "geheim") {
		t.Error("the file's own words are in the page")
	}
	alike(t, "written anew", svg)
}

// Whatever a file holds, reading it ends, and what it gives can be painted and written.
func FuzzSVG(f *testing.F) {
	for _, file := range hostile {
		if len(file) < 4096 {
			f.Add([]byte(file))
		}
	}
	for _, file := range soundDrawings {
		f.Add([]byte(file))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		d, err := readDrawing(data)
		if err != nil {
			return
		}
		p := &picture{drawing: d}
		p.fit(464, 430)
		if !(p.w > 0 && p.w <= 464 && p.h > 0 && p.h <= 430) {
			t.Errorf("%g by %g on paper", p.w, p.h)
		}
		if _, err := p.object(&pdf{}); err != nil {
			t.Error(err)
		}
		if _, _, err := p.file(); err != nil {
			t.Error(err)
		}
	})
}
