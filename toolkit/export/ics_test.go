package export_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"kring/sessions/calendar"
	"kring/toolkit/export"

	ical "github.com/emersion/go-ical"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// events go over the change of the clock on 28 March 2027, and have what a calendar
// must escape.
func events() []export.Event {
	var out []export.Event
	for i, d := range []calendar.Date{{Year: 2027, Month: 3, Day: 23}, {Year: 2027, Month: 3, Day: 30}} {
		out = append(out, export.Event{
			UID: []string{"eerste", "tweede"}[i], Summary: "Ouders Gouda, bijeenkomst; lang genoeg om over de 75 tekens van een regel te gaan",
			Place: "Huis van de Wijk, zaal 2", Text: "Mijn cirkel van invloed\nدائرة تأثيري",
			Start: d.At(9, 30), End: d.At(12, 30),
		})
	}
	return out
}

func TestCalendar(t *testing.T) {
	var b bytes.Buffer
	now := time.Date(2027, 1, 5, 12, 0, 0, 0, time.UTC)
	if err := export.ICS(&b, "Ouders Gouda", now, events()); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/course.ics"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("the calendar is not as in %s:\n%s", golden, b.String())
	}
	checkLines(t, b.String())
	checkParsed(t, &b)
}

// checkLines: RFC 5545 3.1 wants CRLF and at most 75 octets a line.
func checkLines(t *testing.T, text string) {
	t.Helper()
	for _, l := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if strings.ContainsAny(l, "\r\n") || len(l) > 75 {
			t.Errorf("a line of %d octets: %q", len(l), l)
		}
	}
}

// checkParsed reads the calendar with another maker's parser.
func checkParsed(t *testing.T, r io.Reader) {
	t.Helper()
	dec := ical.NewDecoder(r)
	cal, err := dec.Decode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := dec.Decode(); !errors.Is(err, io.EOF) {
		t.Errorf("after the calendar comes %v", err)
	}
	got := cal.Events()
	for i, want := range events() {
		start, err1 := got[i].DateTimeStart(time.UTC)
		end, err2 := got[i].DateTimeEnd(time.UTC)
		if err1 != nil || err2 != nil || !start.Equal(want.Start) || !end.Equal(want.End) {
			t.Errorf("event %d is from %v to %v (%v, %v)", i, start, end, err1, err2)
		}
		for name, text := range map[string]string{"SUMMARY": want.Summary, "LOCATION": want.Place, "DESCRIPTION": want.Text, "UID": want.UID + "@kring"} {
			if is, err := got[i].Props.Text(name); err != nil || is != text {
				t.Errorf("event %d: %s is %q, %v", i, name, is, err)
			}
		}
	}
	if a, b := got[0].Props.Get("DTSTART").Value, got[1].Props.Get("DTSTART").Value; a != "20270323T083000Z" || b != "20270330T073000Z" {
		t.Errorf("half past nine is %s in winter time and %s in summer time", a, b)
	}
}

// Whatever a meeting is called, in whatever script, another maker's parser reads it as it was
// written, and no line is longer than a calendar may have.
func TestCalendarOfAnything(t *testing.T) {
	part := rapid.SampledFrom([]string{"Ouders", "دائرة تأثيري ", "é", "👩‍👧", ",", ";", ":", `\`, `\n`, "\n", `"`, "=", " ", "een lang woord dat over de regel gaat "})
	rapid.Check(t, func(r *rapid.T) {
		text := func(label string) string { return strings.Join(rapid.SliceOfN(part, 0, 30).Draw(r, label), "") }
		want := export.Event{UID: "een", Summary: text("summary"), Place: text("place"), Text: text("text"), Start: events()[0].Start, End: events()[0].End}
		var b bytes.Buffer
		if err := export.ICS(&b, "Ouders Gouda", want.Start, []export.Event{want}); err != nil {
			r.Fatal(err)
		}
		for _, l := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if strings.ContainsAny(l, "\r\n") || len(l) > 75 || !utf8.ValidString(l) {
				r.Fatalf("a line of %d octets: %q", len(l), l)
			}
		}
		cal, err := ical.NewDecoder(&b).Decode()
		if err != nil {
			r.Fatal(err)
		}
		for name, text := range map[string]string{"SUMMARY": want.Summary, "LOCATION": want.Place, "DESCRIPTION": want.Text} {
			if is, err := cal.Events()[0].Props.Text(name); err != nil || is != text {
				r.Fatalf("%s %q is read as %q, %v", name, text, is, err)
			}
		}
	})
}
