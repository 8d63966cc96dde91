//go:build compare

package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kring/internal/typeset"
)

// The corpus stands on pages of so many lines, each of one height, wide enough that none
// wraps: a line is known by where it stands.
const (
	linesPerPage = 26
	lineHeight   = 48.0
	pageMargin   = 36.0
	pageWidth    = 2400.0
	letterSize   = 20.0
)

// contour is one closed outline of a glyph on a page: its form, from its own top left, and
// where that is.
type contour struct {
	form []float64
	x, y float64
}

// otherwise are the lines that LibreOffice prints otherwise, with what it does.
var otherwise = map[string]string{
	"\u202bمرحبا\u202c Kring": "the space after an embedding comes from the Arabic font",
	"Zeg مرحبا, en ga zitten": "the comma after an Arabic word comes from the Latin font; Pango and we take the Arabic one",
	"ar: مرحبا, nl: hallo":    "the comma after an Arabic word comes from the Latin font; Pango and we take the Arabic one",
}

// Each line of the corpus has the same outlines in the same places as LibreOffice prints
// them from the same font files: the same order and the same forms of the letters, and
// marks on the same letters. LibreOffice gets the isolates that typeset puts around numbers
// and names. Places may differ by as much as LibreOffice rounds.
func TestAgainstOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not here")
	}
	lines := corpus(t)
	dir := t.TempDir()
	ours, theirs := filepath.Join(dir, "ours.pdf"), filepath.Join(dir, "theirs.pdf")
	printOurs(t, ours, lines)
	printTheirs(t, dir, lines)
	equal, noted := 0, 0
	for i, line := range lines {
		a, b := lineOf(t, ours, i), lineOf(t, theirs, i)
		if why := compareContours(a, b, typeset.Plain(line, letterSize, 0, ink).RTL()); why != "" {
			if otherwise[line] == "" {
				t.Errorf("%q: %s", line, why)
			}
			noted++
			continue
		}
		equal++
	}
	fmt.Printf("%d lines: %d have the same letters in the same places as LibreOffice, %d are known to differ\n", len(lines), equal, noted)
}

// corpus are the tricky lines that are compared with Pango as well.
func corpus(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../../internal/typeset/testdata/tricky.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n") {
		if !strings.HasPrefix(line, "# ") && !strings.ContainsAny(line, "−\t") { // a minus comes from the font of signs; a tab is as wide as its stops
			out = append(out, line)
		}
	}
	return out
}

func printOurs(t *testing.T, name string, lines []string) {
	t.Helper()
	var pages []*Page
	for part := range slices.Chunk(lines, linesPerPage) {
		p := &Page{Paper: Paper{pageWidth, 2*pageMargin + linesPerPage*lineHeight}}
		for i, line := range part {
			p.Lines(pageMargin, pageMargin+float64(i)*lineHeight, typeset.Plain(line, letterSize, pageWidth-2*pageMargin, ink).Lay()[:1])
		}
		pages = append(pages, p)
	}
	var b bytes.Buffer
	if err := WritePDF(&b, pages, Meta{Title: "ours", Lang: "nl"}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// printTheirs writes the lines as a flat OpenDocument text and has LibreOffice print it,
// with our fonts and no others.
func printTheirs(t *testing.T, dir string, lines []string) {
	t.Helper()
	var body strings.Builder
	for i, line := range lines {
		style := "L"
		if typeset.Plain(line, letterSize, 0, ink).RTL() {
			style, line = "R", isolatedText(line)
		}
		if i%linesPerPage == 0 {
			style += "B"
		}
		line = strings.ReplaceAll(escaped(line), "\t", "<text:tab/>")
		for strings.Contains(line, "  ") {
			line = strings.ReplaceAll(line, "  ", " <text:s/>")
		}
		fmt.Fprintf(&body, `<text:p text:style-name="%s">%s</text:p>`, style, line)
	}
	var styles strings.Builder
	for _, s := range []struct{ name, mode, brk string }{{"L", "lr-tb", "auto"}, {"R", "rl-tb", "auto"}, {"LB", "lr-tb", "page"}, {"RB", "rl-tb", "page"}} {
		fmt.Fprintf(&styles, `<style:style style:name="%s" style:family="paragraph"><style:paragraph-properties fo:break-before="%s" style:writing-mode="%s" fo:text-align="start" fo:line-height="%vpt" fo:margin-top="0pt" fo:margin-bottom="0pt"/><style:text-properties fo:font-family="Noto Sans" style:font-family-asian="Noto Sans" style:font-family-complex="Noto Sans Arabic" fo:font-size="%vpt" style:font-size-asian="%vpt" style:font-size-complex="%vpt" fo:language="nl" style:language-complex="ar"/></style:style>`,
			s.name, s.brk, s.mode, lineHeight, letterSize, letterSize, letterSize)
	}
	text := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="%vpt" fo:page-height="%vpt" fo:margin-top="%vpt" fo:margin-bottom="0pt" fo:margin-left="%vpt" fo:margin-right="%vpt"/></style:page-layout>%s</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"/></office:master-styles><office:body><office:text>%s</office:text></office:body></office:document>`,
		pageWidth, 2*pageMargin+linesPerPage*lineHeight, pageMargin, pageMargin, pageMargin, styles.String(), body.String())
	file := filepath.Join(dir, "theirs.fodt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	fonts, err := filepath.Abs("../../assets/fonts")
	if err != nil {
		t.Fatal(err)
	}
	conf := filepath.Join(dir, "fonts.conf")
	if err := os.WriteFile(conf, []byte(`<?xml version="1.0"?><fontconfig><dir>`+fonts+`</dir><cachedir>`+dir+`</cachedir><selectfont><rejectfont><glob>*/DejaVuSans.ttf</glob></rejectfont></selectfont></fontconfig>`), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, file)
	run.Env = append(os.Environ(), "FONTCONFIG_FILE="+conf)
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, said)
	}
}

func escaped(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return strings.ReplaceAll(b.String(), "&#x9;", "\t")
}

// isolatedText puts isolates into the text, as typeset does while it lays out.
func isolatedText(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range typeset.Isolated(text) {
		b.WriteString(text[at:m[0]] + "\u2066" + text[m[0]:m[1]] + "\u2069")
		at = m[1]
	}
	return b.String() + text[at:]
}

var (
	glyphOutline = regexp.MustCompile(`(?s)<(?:symbol|g)[^>]* id="(glyph[^"]*)"[^>]*>\s*<path[^>]* d="([^"]*)"`)
	glyphPlace   = regexp.MustCompile(`<use (?:xlink:)?href="#(glyph[^"]*)" x="([^"]*)" y="([^"]*)"`)
	pathNumber   = regexp.MustCompile(`-?[0-9.]+`)
)

// drawn are the contours of each page of each file.
var drawn = map[string][]contour{}

// lineOf gives the contours of a line of the corpus.
func lineOf(t *testing.T, file string, line int) []contour {
	t.Helper()
	page := line/linesPerPage + 1
	key := fmt.Sprint(file, page)
	if _, ok := drawn[key]; !ok {
		drawn[key] = contoursOf(t, file, page)
	}
	top := pageMargin + float64(line%linesPerPage)*lineHeight
	var out []contour
	for _, c := range drawn[key] {
		if c.y >= top && c.y < top+lineHeight {
			out = append(out, c)
		}
	}
	return out
}

func contoursOf(t *testing.T, file string, page int) []contour {
	t.Helper()
	n := strconv.Itoa(page)
	svg, err := exec.Command("pdftocairo", "-svg", "-f", n, "-l", n, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	outlines := map[string]string{}
	for _, m := range glyphOutline.FindAllStringSubmatch(string(svg), -1) {
		outlines[m[1]] = m[2]
	}
	var out []contour
	for _, m := range glyphPlace.FindAllStringSubmatch(string(svg), -1) {
		x, y := number(m[2]), number(m[3])
		for part := range strings.SplitSeq(outlines[m[1]], "M") {
			if c, ok := contourOf(part, x, y); ok {
				c.y = y // of the line: a mark may reach above it
				out = append(out, c)
			}
		}
	}
	return out
}

func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

func contourOf(path string, x, y float64) (contour, bool) {
	var at []float64
	for _, s := range pathNumber.FindAllString(path, -1) {
		at = append(at, number(s))
	}
	if len(at) < 4 {
		return contour{}, false
	}
	left, top := at[0], at[1]
	for i := 0; i+1 < len(at); i += 2 {
		left, top = min(left, at[i]), min(top, at[i+1])
	}
	for i := range at {
		if i%2 == 0 {
			at[i] -= left
		} else {
			at[i] -= top
		}
	}
	return contour{at, x + left, y + top}, true
}

// How much two contours may differ: in form by what a PDF rounds, in place by what
// LibreOffice rounds at each letter.
const (
	formSlack  = 0.15
	placeSlack = 1.0
	placeDrift = 0.006 // of the distance to where the line begins
)

// compareContours says what is different between two lines, seen from where they begin.
func compareContours(ours, theirs []contour, rtl bool) string {
	if len(ours) != len(theirs) {
		return fmt.Sprintf("%d outlines, LibreOffice has %d", len(ours), len(theirs))
	}
	a, b := edge(ours, rtl), edge(theirs, rtl)
	left := slices.Clone(theirs)
	for _, c := range ours {
		at := slices.IndexFunc(left, func(d contour) bool {
			return math.Abs((c.x-a)-(d.x-b)) <= placeSlack+placeDrift*math.Abs(c.x-a) && sameForm(c.form, d.form)
		})
		if at < 0 {
			return fmt.Sprintf("LibreOffice has no such outline at %.1f from the beginning", c.x-a)
		}
		left = slices.Delete(left, at, at+1)
	}
	return ""
}

func edge(cs []contour, rtl bool) float64 {
	out := math.NaN()
	for _, c := range cs {
		right := c.x
		for i := 0; i < len(c.form); i += 2 {
			right = max(right, c.x+c.form[i])
		}
		switch {
		case math.IsNaN(out):
			out = map[bool]float64{false: c.x, true: right}[rtl]
		case rtl:
			out = max(out, right)
		default:
			out = min(out, c.x)
		}
	}
	return out
}

func sameForm(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > formSlack {
			return false
		}
	}
	return true
}
