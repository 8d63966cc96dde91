package paper_test

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// circle is a vault with a group of three, one of whom has a name that a spreadsheet would
// run and one of whom took the toolkit back.
func circle(t *testing.T) (*kit.Store, *course.Store, kit.Group) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	courses, err := course.Open(v, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(courses.Close)
	kits, err := kit.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	p, err := courses.SavePerson(people.Person{Name: "هدى سليمان", Phone: "+905321234567", Email: "h@voorbeeld.nl"})
	if err != nil {
		t.Fatal(err)
	}
	on := calendar.Date{Year: 2026, Month: 11, Day: 1}
	g, err := kits.MakeGroup(kit.Group{Name: "صديقات; الجسر", Contact: "هدى", Phone: "+31612345678", Start: on}, []kit.Member{
		{PersonID: p.ID, Name: "Huda", Lang: "ar", Form: kit.Pictures, Since: on},
		{Name: "=cmd|' /C calc'!A0", Lang: "nl", Form: kit.OnPaper, Since: on},
		{Name: "Nam terug", Lang: "nl", Form: kit.OnPaper, Since: on, Withdrawn: on},
	})
	if err != nil {
		t.Fatal(err)
	}
	return kits, courses, g
}

// inDutch is a toolkit of which there is no translation.
var inDutch = paper.Toolkit{}.Spoken(nil)

// A send list has who asked for the toolkit, by the name and the number that the vault has
// now, and no cell that runs; in both kinds of file and in each language.
func TestSendList(t *testing.T) {
	kits, courses, g := circle(t)
	x := kit.Slot{Year: 2026, Period: 6}
	if err := kits.SaveDelivery(kit.Delivery{Year: 2026, Period: 6, GroupID: g.ID, MadeOn: calendar.Date{Year: 2026, Month: 11, Day: 3}}); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"nl", "en", "ar"} {
		loc := i18n.New(lang)
		for _, kind := range paper.SendKinds() {
			var b bytes.Buffer
			if err := paper.SendList(&b, kind, kits, courses, loc, x, inDutch); err != nil {
				t.Fatal(err)
			}
			if kind == ".csv" {
				if strings.ContainsAny(b.String(), "\u2066\u2067\u2068\u2069\u200e\u200f") {
					t.Errorf("%s: marks of direction in a mail merge: %q", lang, b.String())
				}
				for _, cell := range strings.FieldsFunc(strings.TrimPrefix(b.String(), "\ufeff"), func(r rune) bool { return r == ';' || r == '\n' || r == '"' }) {
					if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") {
						t.Errorf("%s: a cell that runs: %q", lang, cell)
					}
				}
			}
			tables, err := sheet.ReadFrom(bytes.NewReader(b.Bytes()), "lijst"+kind)
			if err != nil {
				t.Fatalf("%s %s: %v", lang, kind, err)
			}
			list := tables[0]
			if len(list.Rows) != 2 || list.Header[0] != loc.T("send.group") {
				t.Fatalf("%s %s: %+v", lang, kind, list)
			}
			arabic := slices.IndexFunc(list.Rows, func(r []string) bool { return r[1] == "هدى سليمان" })
			if arabic < 0 {
				t.Fatalf("%s %s: not by the name of the vault: %q", lang, kind, list.Rows)
			}
			row := list.Rows[arabic]
			if row[0] != g.Name || row[2] != loc.T("language.ar") || row[5] != "00905321234567" || row[6] != "h@voorbeeld.nl" || !strings.Contains(row[8], "2026") {
				t.Errorf("%s %s: %q", lang, kind, row)
			}
			if row[11] != loc.T("language.nl") || !strings.Contains(row[12], loc.T("language.ar")) {
				t.Errorf("%s %s: who gets the Dutch: %q", lang, kind, row)
			}
			if other := list.Rows[1-arabic]; other[11] != loc.T("language.nl") || len(other) > 12 && other[12] != "" {
				t.Errorf("%s %s: who reads Dutch: %q", lang, kind, other)
			}
			if kind == ".xlsx" && (len(tables) != 2 || len(tables[1].Rows) != 2) {
				t.Errorf("%s: the numbers to make: %+v", lang, tables[1:])
			}
		}
	}
	if err := paper.SendList(io.Discard, ".pdf", kits, courses, i18n.New("nl"), x, inDutch); !errors.Is(err, paper.ErrKind) {
		t.Errorf("as PDF: %v", err)
	}
}

// What a group has planned goes into a calendar, what was does not.
func TestGroupCalendar(t *testing.T) {
	kits, _, g := circle(t)
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Amsterdam)
	for _, x := range []kit.Sign{
		{GroupID: g.ID, Kind: kit.Meeting, Date: calendar.Date{Year: 2026, Month: 12, Day: 9}, At: 10*60 + 30, Note: "De Brug"},
		{GroupID: g.ID, Kind: kit.Meeting, Date: calendar.Date{Year: 2026, Month: 11, Day: 20}},
	} {
		if err := kits.SaveSign(x); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := paper.GroupCalendar(&b, kits, i18n.New("ar"), g, now); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if strings.Count(got, "BEGIN:VEVENT") != 1 || !strings.Contains(got, "DTSTART:20261209T093000Z") || !strings.Contains(got, "DTEND:20261209T113000Z") || !strings.Contains(got, "De Brug") {
		t.Errorf("%s", got)
	}
	b.Reset()
	if err := paper.GroupCalendar(&b, kits, i18n.New("nl"), g, now); err != nil || !strings.Contains(b.String(), "bij elkaar komen") || strings.Contains(b.String(), "geweest") {
		t.Errorf("what is still to come is over: %v %s", err, b.String())
	}
}
