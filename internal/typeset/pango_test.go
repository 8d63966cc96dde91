//go:build compare

package typeset

import (
	"encoding/json"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// pangoLayout is what pango-view --serialize-to writes of a layout.
type pangoLayout struct {
	Output struct {
		Lines []struct {
			Runs []struct {
				Font   struct{ Description string }
				Glyphs []struct{ Glyph uint32 }
			}
		}
	}
}

// pangoEmpty is the glyph of a character that has no shape (PANGO_GLYPH_EMPTY), and
// pangoUnknown marks one that no font has.
const (
	pangoEmpty   = 0x0fffffff
	pangoUnknown = 0x10000000
)

// pangoView lays lines out, a paragraph each, with our fonts and no others (without that
// of signs, which Pango would take for Arabic as well); args are more
// arguments. It gives the folder of what was written, and how long it took.
func pangoView(t testing.TB, lines []string, args func(dir string) []string) (string, time.Duration) {
	t.Helper()
	view, err := exec.LookPath("pango-view")
	if err != nil {
		t.Skip("pango-view is not here (Debian: pango1.0-tools)")
	}
	dir := t.TempDir()
	fonts, err := filepath.Abs("../../assets/fonts")
	if err != nil {
		t.Fatal(err)
	}
	conf := filepath.Join(dir, "fonts.conf")
	write(t, conf, "<?xml version=\"1.0\"?><fontconfig><dir>"+fonts+"</dir><cachedir>"+dir+"</cachedir><selectfont><rejectfont><glob>*/DejaVuSans.ttf</glob></rejectfont></selectfont></fontconfig>")
	text := filepath.Join(dir, "text.txt")
	write(t, text, strings.Join(lines, "\n"))
	run := exec.Command(view, append([]string{"--no-display", "--font=Noto Sans 20", "--language=nl"}, append(args(dir), text)...)...)
	run.Env = append(os.Environ(), "FONTCONFIG_FILE="+conf)
	begin := time.Now()
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("pango-view: %v: %s", err, said)
	}
	return dir, time.Since(begin)
}

// pango gives what Pango makes of lines.
func pango(t testing.TB, lines []string) pangoLayout {
	t.Helper()
	dir, _ := pangoView(t, lines, func(dir string) []string {
		return []string{"--serialize-to=" + filepath.Join(dir, "layout.json"), "-o", filepath.Join(dir, "a.png")}
	})
	data, err := os.ReadFile(filepath.Join(dir, "layout.json"))
	if err != nil {
		t.Fatal(err)
	}
	var l pangoLayout
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	return l
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// tricky are the lines of the corpus.
func tricky(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/tricky.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n") {
		if !strings.HasPrefix(line, "# ") && !strings.Contains(line, "−") { // a minus comes from the font of signs
			out = append(out, line)
		}
	}
	return out
}

func paragraphOf(line string) Paragraph {
	return Plain(line, 20, 0, color.NRGBA{A: 0xff})
}

// Each line has the same glyphs in the same order as Pango gives it from the same font
// files. Pango gets the text with the isolates that typeset puts around numbers and
// names (see isolated), and with its mark for the direction: what is compared is how the
// same characters are ordered and shaped, not which of them are added.
func TestAgainstPango(t *testing.T) {
	lines := tricky(t)
	given := make([]string, len(lines))
	for i, line := range lines {
		p := paragraphOf(line)
		given[i] = string(p.source(p.direction()).runes)
	}
	theirs := pango(t, given).Output.Lines
	if len(theirs) < len(lines) {
		t.Fatalf("Pango has %d lines of %d", len(theirs), len(lines))
	}
	equal := 0
	for i, line := range lines {
		var ours, their []string
		for _, r := range paragraphOf(line).Lay()[0].Runs {
			for _, g := range r.Glyphs {
				name := form(r.Face, g.ID)
				if name == " " && (g.Advance == 0 || []rune(line)[g.Cluster] == '\t') {
					continue // for a joiner, or as wide as a tab; Pango has nothing there
				}
				ours = append(ours, name)
			}
		}
		for _, r := range theirs[i].Runs {
			for _, g := range r.Glyphs {
				switch {
				case g.Glyph == pangoEmpty:
				case g.Glyph >= pangoUnknown:
					their = append(their, "?")
				default:
					their = append(their, form(faceOf(r.Font.Description), uint16(g.Glyph)))
				}
			}
		}
		// A space at the end of a line is cut by us and kept by Pango.
		ours, their = trimmed(line, ours), trimmed(line, their)
		if slices.Equal(ours, their) {
			equal++
			continue
		}
		t.Errorf("%q\n ours  %q\n pango %q", visibleText(line), ours, their)
	}
	fmt.Printf("%d lines: %d have the same glyphs in the same order as Pango, %d differ\n", len(lines), equal, len(lines)-equal)
}

// faceOf is the face that Pango names.
func faceOf(description string) *Face {
	if strings.Contains(description, "Arabic") {
		return arabic
	}
	return latin
}

// nominal are the characters of the glyphs that a face has for them as such.
var nominal = map[*Face]map[uint16]rune{}

// form names a glyph so that two faces can be compared: a digit or a bracket is the same
// from either face (Pango takes those of the first font, we those of the letters around
// them, which fit); a shape that only one face has is that face's own.
func form(face *Face, glyph uint16) string {
	if glyph == 0 {
		return "?"
	}
	if nominal[face] == nil {
		nominal[face] = map[uint16]rune{}
		for r := rune(0xffff); r > 0; r-- {
			if g := face.Glyph(r); g != 0 {
				nominal[face][g] = r
			}
		}
	}
	if r, ok := nominal[face][glyph]; ok {
		return string(r)
	}
	return fmt.Sprintf("%s#%d", face.Name, glyph)
}

// visibleText writes marks that nobody sees as their numbers.
func visibleText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if invisible(r) || r == '\t' {
			fmt.Fprintf(&b, "<%04X>", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// trimmed takes the spaces off both ends of glyphs of a line that has spaces at its ends.
func trimmed(line string, glyphs []string) []string {
	if strings.TrimSpace(line) == line {
		return glyphs
	}
	for len(glyphs) > 0 && glyphs[0] == " " {
		glyphs = glyphs[1:]
	}
	for len(glyphs) > 0 && glyphs[len(glyphs)-1] == " " {
		glyphs = glyphs[:len(glyphs)-1]
	}
	return glyphs
}

// BenchmarkAgainstPango lays out 1,000 mixed paragraphs and says how long each takes, and
// the ratio to Pango: the time of pango-view for that text ten times less its time for it
// once, by nine, without painting.
func BenchmarkAgainstPango(b *testing.B) {
	lines := tricky(b)
	many := make([]string, 1000)
	for i := range many {
		many[i] = lines[i%len(lines)]
	}
	clock := func(times int) time.Duration {
		best := time.Hour
		for range 3 {
			_, took := pangoView(b, slices.Repeat(many, times), func(string) []string { return nil })
			best = min(best, took)
		}
		return best
	}
	theirs := (clock(10) - clock(1)) / 9
	for b.Loop() {
		for _, line := range many {
			paragraphOf(line).Lay()
		}
	}
	each := b.Elapsed() / time.Duration(b.N) / time.Duration(len(many))
	b.ReportMetric(float64(each.Nanoseconds())/1000, "µs/paragraph")
	b.ReportMetric(float64(each)*float64(len(many))/float64(theirs), "of-pango")
}
