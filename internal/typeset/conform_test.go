package typeset

import (
	"bufio"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
)

var update = flag.Bool("update", false, "write the lists of what differs anew")

// conform runs every case of one of Unicode's test files (Debian package unicode-data).
// What differs must be just what is listed in testdata.
func conform(t *testing.T, file, differs string, least int, check func(line string) (why string)) {
	t.Helper()
	cases, wrong := 0, []string{}
	for _, line := range linesOf(t, filepath.Join("/usr/share/unicode", file)) {
		cases++
		line, _, _ = strings.Cut(line, "\t#")
		if why := check(line); why != "" {
			wrong = append(wrong, line+" # "+why)
		}
	}
	if cases < least {
		t.Errorf("only %d cases", cases)
	}
	known := filepath.Join("testdata", differs)
	if *update {
		if err := os.WriteFile(known, []byte(strings.Join(append(wrong, ""), "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if listed := linesOf(t, known); !slices.Equal(wrong, listed) {
		t.Errorf("%d of %d cases differ, %d are listed in %s; now: %.300s", len(wrong), cases, len(listed), known, strings.Join(wrong, " | "))
	}
}

// linesOf gives the lines of a file that are neither empty nor comments.
func linesOf(t *testing.T, path string) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("%v: `make test` installs what this test needs", err)
	}
	defer f.Close()
	out := []string{}
	for in := bufio.NewScanner(f); in.Scan(); {
		if line := strings.TrimSpace(in.Text()); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// breaksOf reads a case such as "÷ 0020 × 0301 ÷": the characters, and where a break is.
func breaksOf(line string) (runes []rune, at []int, err error) {
	for _, f := range strings.Fields(line) {
		switch f {
		case "÷":
			at = append(at, len(runes))
		case "×":
		default:
			n, err := strconv.ParseUint(f, 16, 32)
			if err != nil {
				return nil, nil, err
			}
			runes = append(runes, rune(n))
		}
	}
	return runes, at, nil
}

// checkBreaks compares where breaks are with what the segmenter says.
func checkBreaks(line string, segment func(*segmenter.Segmenter) []int) string {
	runes, want, err := breaksOf(line)
	if err != nil {
		return err.Error()
	}
	var seg segmenter.Segmenter
	seg.Init(runes)
	got := segment(&seg)
	if len(want) > 0 && want[0] == 0 {
		want = want[1:] // every text begins
	}
	if !slices.Equal(got, want) {
		return "breaks at " + list(got)
	}
	return ""
}

func list(at []int) string {
	var out []string
	for _, n := range at {
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, " ")
}

// UAX #14. The library follows a later Unicode than Debian's file, which is of version
// 15.0; since then the rules for quotation marks, hyphens and numbers have changed (LB15a,
// LB15b, LB19, LB20a, LB21a, LB25). Those cases are listed.
func TestLineBreaks(t *testing.T) {
	conform(t, "auxiliary/LineBreakTest.txt", "lines-differ.txt", 7_000, func(line string) string {
		return checkBreaks(line, func(s *segmenter.Segmenter) (at []int) {
			for it := s.LineIterator(); it.Next(); {
				l := it.Line()
				at = append(at, l.Offset+len(l.Text))
			}
			return at
		})
	})
}

// UAX #29.
func TestGraphemeBreaks(t *testing.T) {
	conform(t, "auxiliary/GraphemeBreakTest.txt", "graphemes-differ.txt", 600, func(line string) string {
		return checkBreaks(line, func(s *segmenter.Segmenter) (at []int) {
			for it := s.GraphemeIterator(); it.Next(); {
				g := it.Grapheme()
				at = append(at, g.Offset+len(g.Text))
			}
			return at
		})
	})
}
