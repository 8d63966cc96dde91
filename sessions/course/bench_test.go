package course_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
)

// A big organisation after ten years: 2,000 courses of twelve people and six
// sessions, which is 24,000 people and 144,000 marks.
const (
	bigCourses = 2_000
	bigPeople  = 12
)

var (
	givenNames  = strings.Fields("Samira Fatima Mohamed Anna Piet Zoë Émile Łukasz Şükran Aaltje Yusuf Noor Bilal Hanna Okeke")
	familyNames = []string{"de Vries", "van der Meer", "Haddad", "El Amrani", "Jansen", "Wiśniewski", "Öztürk", "van den Berg", "Bakker", "Al-Sayed", "’t Hart"}
)

func nameOf(i int) string {
	return givenNames[i%len(givenNames)] + " " + familyNames[i/len(givenNames)%len(familyNames)] + fmt.Sprintf(" %c%c", 'A'+i%26, 'a'+i/26%26)
}

// bigVault writes the organisation's vault, a hundred courses to a transaction.
func bigVault(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "groot.kring")
	v := must3(vault.Create(path, passphrase, vault.WithKDF(vault.TestKDF)))(b)
	w := &bigWriter{b: b}
	w.courses = must[*vault.Collection[course.Course]](b)(vault.NewCollection[course.Course](v, "courses"))
	w.sessions = must[*vault.Collection[course.Session]](b)(vault.NewCollection[course.Session](v, "sessions"))
	w.people = must[*vault.Collection[people.Person]](b)(vault.NewCollection[people.Person](v, "people"))
	w.enrolments = must[*vault.Collection[course.Enrolment]](b)(vault.NewCollection[course.Enrolment](v, "enrolments"))
	w.marks = must[*vault.Collection[course.Mark]](b)(vault.NewCollection[course.Mark](v, "marks"))
	for from := 0; from < bigCourses; from += 100 {
		ok(b, v.Do(vault.Action{Kind: "fill"}, func(tx *vault.Tx) error {
			w.tx = tx
			for i := range 100 {
				w.course(from + i)
			}
			return nil
		}))
	}
	ok(b, v.Close())
	return path
}

func must3[T any](v T, _ string, err error) func(testing.TB) T {
	return func(t testing.TB) T { return must[T](t)(v, err) }
}

type bigWriter struct {
	b          *testing.B
	tx         *vault.Tx
	courses    *vault.Collection[course.Course]
	sessions   *vault.Collection[course.Session]
	people     *vault.Collection[people.Person]
	enrolments *vault.Collection[course.Enrolment]
	marks      *vault.Collection[course.Mark]
}

func (w *bigWriter) course(i int) {
	c := aCourse(fmt.Sprintf("Ouders %s %d", familyNames[i%len(familyNames)], i))
	c.ID = vault.NewID()
	ok(w.b, w.courses.Put(w.tx, c.ID, c))
	var who []string
	for j := range bigPeople {
		p := people.Person{ID: vault.NewID(), Name: nameOf(i*bigPeople + j), Phone: "+31612345678", Reads: []string{"nl", "ar"}, Kind: people.Mother}
		who = append(who, p.ID)
		ok(w.b, w.people.Put(w.tx, p.ID, p))
		ok(w.b, w.enrolments.Put(w.tx, c.ID+"+"+p.ID, course.Enrolment{CourseID: c.ID, PersonID: p.ID, Since: firstDay}))
	}
	for n, d := range weeks(6) {
		x := course.Session{ID: vault.NewID(), CourseID: c.ID, Number: n + 1, Date: d.AddDays(-i), Start: c.Start, End: c.End}
		ok(w.b, w.sessions.Put(w.tx, c.ID+"+"+x.ID, x))
		for j, id := range who {
			ok(w.b, w.marks.Put(w.tx, x.ID+"+"+id, course.Mark{State: course.States()[(i+j)%4]}))
		}
	}
}

// openBig is what happens between the right passphrase and the first page.
func openBig(b *testing.B, path string) (*vault.Vault, *course.Store) {
	v := must[*vault.Vault](b)(vault.Open(path, passphrase))
	programmes, err := course.LoadProgrammes(assets.Programmes())
	ok(b, err)
	s, err := course.Open(v, programmes)
	ok(b, err)
	return v, s
}

// BenchmarkOpen opens the big vault with a cheap key derivation: goal under 1 s.
func BenchmarkOpen(b *testing.B) {
	path := bigVault(b)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC() // what the first one made ready to go
	runtime.ReadMemStats(&before)
	for b.Loop() {
		v, s := openBig(b, path)
		b.StopTimer()
		runtime.GC()
		runtime.ReadMemStats(&after)
		s.Close()
		ok(b, v.Close())
		b.StartTimer()
	}
	b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6, "MB-heap")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/open")
}

// BenchmarkSearch types names key by key: goal under 10 ms a key.
func BenchmarkSearch(b *testing.B) {
	v, s := openBig(b, bigVault(b))
	defer v.Close()
	defer s.Close()
	var took []time.Duration
	for b.Loop() {
		for _, typed := range []string{"van der meer", "samira", "oud", "wisn", "فاطمة"} {
			for i := range []rune(typed) {
				start := time.Now()
				s.Search(string([]rune(typed)[:i+1]), "nl", 20)
				took = append(took, time.Since(start))
			}
		}
	}
	slices.Sort(took)
	b.ReportMetric(ms(took[len(took)/2]), "ms-p50/key")
	b.ReportMetric(ms(took[len(took)*99/100]), "ms-p99/key")
}

// BenchmarkAgenda works out Today over the big organisation.
func BenchmarkAgenda(b *testing.B) {
	v, s := openBig(b, bigVault(b))
	defer v.Close()
	defer s.Close()
	for b.Loop() {
		s.Agenda(firstDay, "nl")
	}
}

// BenchmarkImport reads, previews and imports a list of 5,000 rows into a vault that
// knows 24,000 people: goal under 2 s.
func BenchmarkImport(b *testing.B) {
	var csv strings.Builder
	csv.WriteString("Naam;Telefoon;E-mail;Leest\n")
	for i := range 5000 {
		fmt.Fprintf(&csv, "%s;06%08d;p%d@voorbeeld.nl;Nederlands, Arabisch\n", nameOf(i), i, i)
	}
	path := bigVault(b)
	v, s := openBig(b, path)
	defer v.Close()
	defer s.Close()
	c := must[course.Course](b)(s.Create(aCourse("Grote groep"), weeks(6)))
	for b.Loop() {
		tables := must[[]sheet.Table](b)(sheet.ReadFrom(strings.NewReader(csv.String()), "lijst.csv"))
		rows := people.Preview(tables[0], people.GuessColumns(tables[0].Header), s.People(strings.Compare))
		done := must[course.Imported](b)(s.Import(c.ID, rows, calendar.Date{Year: 2027, Month: 1, Day: 5}))
		if done.Added+done.Known < 4900 {
			b.Fatalf("of 5,000 rows %+v were imported", done)
		}
		b.StopTimer()
		must[vault.Action](b)(v.Undo())
		b.StartTimer()
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/5000-rows")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
