package paper_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// secretName is in every name and text of the vault that is not of a place.
const secretName = "Geheim"

// reported is a vault with a year and a half, of which a report is made.
type reported struct {
	testing.TB
	cafe    *cafe.Store
	courses *course.Store
	vault   *vault.Vault
}

var day = calendar.Date{Year: 2026, Month: time.June, Day: 30}

// newReported opens a vault with visits by name: visitor i came to place p on the dates that
// come tells. They stand there before the store is opened.
func newReported(t testing.TB, places, visitors int, begin calendar.Date, weeks int, come func(place, week, visitor int) bool) *reported {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	r := &reported{TB: t, vault: v}
	r.open()
	var ids []string
	for i := range places {
		rule, err := calendar.NewRule(calendar.Week, begin.Weekday(), begin)
		r.must(err)
		p, err := r.cafe.SavePlace(cafe.Place{
			Name: []string{"Gouda", "Waddinxveen", "Zuidplas", "Bodegraven", "Krimpen"}[i], Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0),
			KeyHolder: secretName, Door: secretName, Agreements: secretName,
		})
		r.must(err)
		ids = append(ids, p.ID)
	}
	r.visit(ids, visitors, begin, weeks, come)
	r.open()
	return r
}

func (r *reported) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// open opens the rooms (anew).
func (r *reported) open() {
	r.Helper()
	var err error
	r.cafe, err = cafe.Open(r.vault, nil, nil)
	r.must(err)
	r.courses, err = course.Open(r.vault, nil)
	r.must(err)
	r.Cleanup(r.courses.Close)
}

func (r *reported) visit(places []string, visitors int, begin calendar.Date, weeks int, come func(place, week, visitor int) bool) {
	r.Helper()
	who, err := vault.NewCollection[cafe.Visitor](r.vault, "visitors")
	r.must(err)
	visits, err := vault.NewCollection[cafe.Visit](r.vault, "visits")
	r.must(err)
	r.must(r.vault.Do(vault.NewAction("action.tally"), func(tx *vault.Tx) error {
		for i := range visitors {
			id := fmt.Sprintf("v%04d", i)
			if err := who.Put(tx, id, cafe.Visitor{ID: id, Name: secretName, Before: true}); err != nil {
				return err
			}
			for p, place := range places {
				for w := range weeks {
					d := begin.AddDays(7 * w)
					if !come(p, w, i) {
						continue
					}
					if err := visits.Put(tx, place+"+"+d.String()+"+"+id, cafe.Visit{PlaceID: place, Date: d, VisitorID: id}); err != nil {
						return err
					}
				}
			}
		}
		return nil
	}))
}

// group makes a course that began on a date, with fathers and mothers.
func (r *reported) group(first calendar.Date, mothers, fathers int) {
	r.Helper()
	dates, _ := calendar.Weekly(first, 6, calendar.Public)
	c, err := r.courses.Create(course.Course{Name: secretName, Place: secretName, Trainer: secretName, Start: plan.At(9, 0), End: plan.At(12, 0)}, dates)
	r.must(err)
	for i := range mothers + fathers {
		p := people.Person{Name: fmt.Sprint(secretName, i), Note: secretName, Email: "geheim@example.nl", Kind: people.Mother, Reads: []string{"nl"}}
		if i >= mothers {
			p.Kind, p.Reads = people.Father, []string{"ar"}
		}
		_, err := r.courses.AddParticipant(c.ID, p, first)
		r.must(err)
	}
	for _, x := range r.courses.Sessions(c.ID) {
		r.must(r.courses.MarkAll(c.ID, x.ID, course.Present))
	}
}

// usual is a year and a half of two places: of the first the second quarter is small, and 3
// people came to the second who came nowhere else.
func usual(t testing.TB) *reported {
	r := newReported(t, 2, 60, calendar.Date{Year: 2025, Month: time.January, Day: 7}, 77, func(place, week, visitor int) bool {
		if place == 1 {
			return visitor >= 57 && week%8 == 0 || visitor < 20 && week%4 == 0
		}
		return visitor < 57 && (visitor+week)%5 == 0 && week < 65
	})
	rank := func(a, b string) int { return strings.Compare(a, b) }
	at := r.cafe.Places(rank)
	h, err := r.cafe.SaveHolder(cafe.Holder{Name: secretName, Seen: calendar.Date{Year: 2025, Month: 1, Day: 1}})
	r.must(err)
	for _, e := range r.cafe.Evenings(at[0].ID, calendar.Date{Year: 2026, Month: 5, Day: 1}, day)[:2] {
		r.must(r.cafe.Count(e, cafe.Newcomers, 2))
		r.must(r.cafe.SetTurns(e, []string{h.ID}))
		r.must(r.cafe.SaveDebrief(cafe.Debrief{PlaceID: at[0].ID, Date: e.Planned, Well: secretName}, day))
		r.must(r.cafe.AddWatch(e, secretName, 7))
	}
	_, err = r.cafe.SaveWish(cafe.Wish{PlaceID: at[0].ID, Text: secretName})
	r.must(err)
	r.must(r.cafe.Agree(cafe.Agreed{PlaceID: at[0].ID, Year: 2026, Visits: 543, People: 61, Evenings: 29}))
	r.group(calendar.Date{Year: 2026, Month: time.March, Day: 5}, 11, 2)
	r.group(calendar.Date{Year: 2025, Month: time.March, Day: 5}, 9, 7)
	return r
}

func (r *reported) file(kind, lang string) []byte {
	r.Helper()
	loc := i18n.New(lang)
	var b bytes.Buffer
	r.must(paper.Count(r.cafe, r.courses, loc.Compare, 2026, day).Write(&b, kind, loc))
	return b.Bytes()
}

// rows are those of all sheets.
func (r *reported) rows() string {
	r.Helper()
	tables, err := sheet.ReadFrom(bytes.NewReader(r.file(".xlsx", "nl")), "rapport.xlsx")
	r.must(err)
	var all strings.Builder
	for _, x := range tables {
		for _, row := range append([][]string{x.Header}, x.Rows...) {
			all.WriteString(strings.Join(row, "|") + "\n")
		}
	}
	return all.String()
}

// The sheet has the two years beside each other, with what was agreed; what is small is
// hidden with what would give it away, and quarters to come are empty.
func TestReportSheet(t *testing.T) {
	all := usual(t).rows()
	for _, want := range []string{
		"\nGouda|•|137|•|148||159||149|152|593|543|\nWaddinxveen|•|66|•|86||63||66|149|281||\nSamen|234|203|67|234||222||215|301|874||\n", // visits
		"\nGouda|•|•|?|•||•||•|•|•|61|\nWaddinxveen|23|23|23|23||23||23|23|23||\nSamen|60|60|23|60||60||60|60|60||\n",                     // people: 3 came only to the second
		"\nGouda|0|0|•|0||0||0|•|0\n",             // newcomers
		"\nGouda|13|12|13|13||14||13|26|52|29|\n", // evenings
		"\nGouda|0|0|6|0||0||0|6|0\n",             // hours
		"\nBegonnen|1|1|0|0||0||0|1|1\nAfgerond|0|0|1|1||0||0|1|1\nDeelnemers|13|16|0|0||0||0|13|16\nAanwezig|||||||||100%|100%\n",
		"\nWie deed mee|vader|•|7\nWie deed mee|Samen|13|16\n", "\nWat mensen lezen|Arabisch|•|7\n",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q", want)
		}
	}
}

// text is what can be read in a file: of the sheet all that is in it, of the PDF its text.
func (r *reported) text(kind, lang string) string {
	r.Helper()
	b := r.file(kind, lang)
	switch kind {
	case ".xlsx":
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		r.must(err)
		var out strings.Builder
		for _, f := range z.File {
			in, err := f.Open()
			r.must(err)
			text, err := io.ReadAll(in)
			r.must(err)
			out.Write(text)
		}
		return out.String()
	case ".pdf":
		path := filepath.Join(r.TempDir(), "a.pdf")
		r.must(os.WriteFile(path, b, 0o600))
		out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
		r.must(err)
		return string(out)
	}
	return string(b)
}

// Nobody's name is in any of the files, nor a word that somebody wrote.
func TestNobodyIsNamedInAReport(t *testing.T) {
	r := usual(t)
	for _, lang := range []string{"nl", "ar"} {
		for _, kind := range paper.ReportKinds() {
			text := r.text(kind, lang)
			if strings.Contains(strings.ToLower(text), strings.ToLower(secretName)) {
				t.Errorf("a name is in %s, %s", kind, lang)
			}
			if kind != ".png" && !strings.Contains(text, "Gouda") {
				t.Errorf("%s, %s does not say of where it is", kind, lang)
			}
		}
	}
}

// No hidden number stands in what can be read of the PDF: 57 people came to the first place,
// of whom the report says nothing, for it would tell of the 3 who came only to the second.
func TestHiddenNumbersAreNotInThePDF(t *testing.T) {
	text := usual(t).text(".pdf", "nl")
	if !strings.Contains(text, "152 van 543 afgesproken") || !strings.Contains(text, "• van 61 afgesproken") {
		t.Errorf("what was agreed is not said in\n%s", text)
	}
	if slices.Contains(strings.Fields(text), "57") {
		t.Errorf("57 is in\n%s", text)
	}
}

// Ten years of five places, with 26,000 activities and 100,000 visits by name of 2,000
// visitors: five reports, each of a year beside the one before it.
func BenchmarkReport(b *testing.B) {
	begin := calendar.Date{Year: 2017, Month: time.January, Day: 3}
	r := newReported(b, 5, 2000, begin, 520, func(place, week, visitor int) bool {
		return (visitor*7+week*11+place*29)%52 == 0
	})
	loc := i18n.New("nl")
	n := 0
	for _, p := range r.cafe.Places(loc.Compare) {
		for range 10 {
			_, err := r.cafe.SaveActivity(cafe.Activity{PlaceID: p.ID, Title: "Iets", Rule: p.Rule})
			r.must(err)
		}
		for _, e := range r.cafe.Evenings(p.ID, begin, begin.AddDays(3652)) {
			n += len(r.cafe.VisitsOn(e))
		}
	}
	for b.Loop() {
		for year := 2018; year <= 2026; year += 2 {
			r.must(paper.Count(r.cafe, r.courses, loc.Compare, year, calendar.Date{Year: 2027}).Write(io.Discard, ".xlsx", loc))
		}
	}
	b.ReportMetric(float64(n), "visits")
}
