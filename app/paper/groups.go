package paper

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

// SendKinds are the kinds of file that a send list becomes.
func SendKinds() []string { return []string{".xlsx", ".csv"} }

// Reach finds in the vault how somebody can be reached.
func Reach(s *course.Store) func(id string) (kit.Reach, bool) {
	return func(id string) (kit.Reach, bool) {
		p, ok := s.Person(id)
		return kit.Reach{Name: p.Name, Phone: p.Phone, Email: p.Email}, ok
	}
}

// SendList writes who gets the toolkit of a slot, and how: as a workbook with the numbers to
// print beside it, or as CSV for a mail merge. Of who reads a language into which the toolkit is
// not translated, or not all of it, it says so.
func SendList(w io.Writer, kind string, kits *kit.Store, courses *course.Store, loc *i18n.Localizer, x kit.Slot, in Spoken) error {
	lines := kits.SendList(loc.Compare, Reach(courses))
	list := sendSheet(kits, loc, x, lines, in)
	switch kind {
	case ".xlsx":
		return sheet.Write(w, []sheet.Page{list, countSheet(loc, lines, in)})
	case ".csv":
		return writeCSV(w, list)
	}
	return fmt.Errorf("%q: %w", kind, ErrKind)
}

func sendSheet(kits *kit.Store, loc *i18n.Localizer, x kit.Slot, lines []kit.SendLine, in Spoken) sheet.Page {
	p := sheet.Page{Name: loc.T("send.title"), RTL: loc.RTL(), Header: []string{
		loc.T("send.group"), loc.T("person.name"), loc.T("member.lang"), loc.T("member.form"), loc.T("send.via"),
		loc.T("person.phone"), loc.T("person.email"), loc.T("group.contact"), loc.T("send.made"), loc.T("send.sent"), loc.T("send.talked"),
		loc.T("send.in"), loc.T("make.note"),
	}}
	for _, l := range lines {
		d := kits.Delivery(x, l.Group.ID)
		p.Rows = append(p.Rows, []any{
			l.Group.Name, l.Reach.Name, SendLanguage(loc, l.Member), formWord(loc, l.Member.Form), loc.T("via." + string(l.Via)),
			diallable(l.Reach.Phone), l.Reach.Email, cell(loc.Facts(l.Group.Contact, diallable(l.Group.Phone))), cellDate(d.MadeOn), cellDate(d.SentOn), cellDate(d.TalkedOn),
			loc.Language(in.In(l.Member.Lang)), cell(loc.Facts(in.Says(loc, l.Member)...)),
		})
	}
	return p
}

// SendLanguage names the language of a member's toolkit.
func SendLanguage(loc *i18n.Localizer, m kit.Member) string {
	if m.Lang == "" {
		return loc.T("language.nl")
	}
	return loc.T("language." + m.Lang)
}

func formWord(loc *i18n.Localizer, f kit.Form) string {
	if f == "" {
		f = kit.AsPDF
	}
	return loc.T("kitform." + string(f))
}

// diallable is a phone number that no spreadsheet takes for a sum: +90… begins with 00.
func diallable(phone string) string {
	shown := people.ShowPhone(phone)
	if rest, ok := strings.CutPrefix(shown, "+"); ok {
		return "00" + rest
	}
	return shown
}

// cell is a sentence of the window without the marks that keep directions apart: a mail merge
// would put them into letters, and some programs show a box for each.
func cell(said string) string { return isolates.Replace(said) }

var isolates = strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u200e", "", "\u200f", "")

func cellDate(d calendar.Date) any {
	if d.IsZero() {
		return nil
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// countSheet says how many toolkits of each form and language are to be made.
func countSheet(loc *i18n.Localizer, lines []kit.SendLine, in Spoken) sheet.Page {
	p := sheet.Page{Name: loc.T("send.counts"), RTL: loc.RTL(), Header: []string{loc.T("member.form"), loc.T("member.lang"), loc.T("send.count")}}
	for _, c := range SendCounts(loc, lines, in) {
		p.Rows = append(p.Rows, []any{c.Form, c.Language, c.N})
	}
	return p
}

// SendCount is how many of one form and language are to be made.
type SendCount struct {
	Form, Language string
	N              int
}

// SendCounts counts a send list by form and by the language that is to be made, in the order of
// the pickers.
func SendCounts(loc *i18n.Localizer, lines []kit.SendLine, in Spoken) []SendCount {
	counts := map[[2]string]int{}
	for _, l := range lines {
		counts[[2]string{formWord(loc, l.Member.Form), loc.T("language." + in.In(l.Member.Lang))}]++
	}
	var out []SendCount
	for _, f := range kit.Forms() {
		for _, lang := range people.Languages() {
			k := [2]string{formWord(loc, f), loc.T("language." + lang)}
			if counts[k] > 0 {
				out = append(out, SendCount{k[0], k[1], counts[k]})
			}
		}
	}
	return out
}

// writeCSV writes a sheet for a mail merge: in UTF-8 with its mark and with semicolons, as a
// Dutch Excel reads it, and with no cell that could run as a formula.
func writeCSV(w io.Writer, p sheet.Page) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	err := out.Write(p.Header)
	for _, row := range p.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			switch c := c.(type) {
			case string:
				cells[i] = sheet.Harmless(c)
			case time.Time:
				cells[i] = c.Format("2-1-2006")
			}
		}
		err = errors.Join(err, out.Write(cells))
	}
	out.Flush()
	if err = errors.Join(err, out.Error()); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

// meetingHours is how long a planned meeting of a group takes in a calendar.
const meetingHours = 2

// GroupCalendar writes the meetings that a group has planned.
func GroupCalendar(w io.Writer, s *kit.Store, loc *i18n.Localizer, g kit.Group, now time.Time) error {
	var events []export.Event
	for _, x := range s.Planned(g.ID, calendar.DateOf(now.In(calendar.Amsterdam))) {
		start := x.Date.At(x.At.Hour(), x.At.Minute())
		events = append(events, export.Event{
			UID: g.ID + "-" + x.ID, Summary: loc.Facts(g.Name, loc.T("planned."+string(x.Kind))), Text: x.Note,
			Start: start, End: start.Add(meetingHours * time.Hour),
		})
	}
	return export.ICS(w, g.Name, now, events)
}
