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
	"kring/sessions/course/coursetest"
	"kring/sessions/people"
)

// bigVault writes a big organisation's vault.
func bigVault(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "groot.kring")
	ok(b, coursetest.Big(path, passphrase))
	return path
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
		fmt.Fprintf(&csv, "%s;06%08d;p%d@voorbeeld.nl;Nederlands, Arabisch\n", coursetest.Name(i), i, i)
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
