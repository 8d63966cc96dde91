//go:build unix

package mishap_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os/user"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"kring/app/command"
	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// TestWhatFilesSayOfThemselves: a file that is made to hold names holds them on its pages, not in
// what it says of itself; and nothing there tells who sat at the laptop, or when.
func TestWhatFilesSayOfThemselves(t *testing.T) {
	v, _ := smallVault(t, t.TempDir())
	s, err := command.OpenStores(v, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	today := calendar.Date{Year: 2026, Month: 11, Day: 25}
	dates, _ := calendar.Weekly(today, 6, calendar.Public)
	c, err := s.Courses.Create(course.Course{Programme: "hbbm", Name: "Moedergroep Veldbloem", Languages: []string{"nl"}, Mode: course.Physical, Trainer: "Dieuwertje", Capacity: 9, Start: plan.At(9, 0), End: plan.At(12, 0)}, dates)
	if err == nil {
		_, err = s.Courses.AddParticipant(c.ID, people.Person{Name: "Ghizlane Ouazzani", Phone: "+31687654321"}, today)
	}
	if err != nil {
		t.Fatal(err)
	}
	loc := i18n.New("nl")
	var pdf, xlsx bytes.Buffer
	if err := paper.AttendanceList(&pdf, s.Courses, loc, c.ID); err != nil {
		t.Fatal(err)
	}
	if err := paper.AttendanceXLSX(&xlsx, s.Courses, loc, today); err != nil {
		t.Fatal(err)
	}
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	for name, said := range map[string]string{"the PDF": infoOf(t, pdf.Bytes()), "the sheet": propsOf(t, xlsx.Bytes())} {
		if !strings.Contains(said, "Kring") || name == "the PDF" && !strings.Contains(said, "Presentielijst") {
			t.Errorf("%s says of itself %q", name, said)
		}
		for _, no := range []string{"Ghizlane", "Ouazzani", "687654321", "Dieuwertje", "xuri", me.HomeDir, "CreationDate", "ModDate"} {
			if strings.Contains(said, no) {
				t.Errorf("%s says %q of itself: %q", name, no, said)
			}
		}
	}
}

var (
	info = regexp.MustCompile(`<</Title.*/Producer.*>>`)
	wide = regexp.MustCompile(`<FEFF([0-9A-F]*)>`) // a text in UTF-16
)

// infoOf is the information dictionary of a PDF (ISO 32000-1, 14.3.3), its texts readable.
func infoOf(t *testing.T, b []byte) string {
	t.Helper()
	found := info.Find(b)
	if found == nil {
		t.Fatal("no information in the PDF")
	}
	return string(wide.ReplaceAllFunc(found, func(s []byte) []byte {
		raw, err := hex.DecodeString(string(s[5 : len(s)-1]))
		if err != nil {
			t.Fatal(err)
		}
		var units []uint16
		for i := 0; i+1 < len(raw); i += 2 {
			units = append(units, binary.BigEndian.Uint16(raw[i:]))
		}
		return []byte(string(utf16.Decode(units)))
	}))
}

// propsOf is what a workbook has in docProps.
func propsOf(t *testing.T, b []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "docProps/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return out.String()
}
