package vault_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"kring/internal/vault"
)

// The shape of a big organisation after ten years: 2,000 courses, 24,000 people
// and 144,000 attendance marks.
const (
	benchCourses = 2_000
	benchPeople  = 24_000
	benchMarks   = 144_000
)

type benchCourse struct {
	Name  string `json:"n"`
	Place string `json:"p"`
	Text  string `json:"t"`
}

type benchPerson struct {
	Name  string   `json:"n"`
	Phone string   `json:"p,omitempty"`
	Reads []string `json:"r,omitempty"`
	Note  string   `json:"o,omitempty"`
}

type benchMark struct {
	State int    `json:"s"`
	Note  string `json:"n,omitempty"`
}

func fill[T any](b *testing.B, v *vault.Vault, name string, n int, make func(i int) (string, T)) []string {
	b.Helper()
	c, err := vault.NewCollection[T](v, name)
	if err != nil {
		b.Fatal(err)
	}
	keys := []string{}
	// In actions of a real size: the journal entry of one huge action would be
	// written anew beside each of the next few marks.
	for start := 0; start < n; start += 1000 {
		err := v.Do(vault.Action{Kind: "fill"}, func(tx *vault.Tx) error {
			for i := start; i < min(n, start+1000); i++ {
				k, val := make(i)
				keys = append(keys, k)
				if err := c.Put(tx, k, val); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return keys
}

// big writes the big organisation's vault with real-looking keys.
func big(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "big.kring")
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		b.Fatal(err)
	}
	fill(b, v, "courses", benchCourses, func(i int) (string, benchCourse) {
		return vault.NewID(), benchCourse{fmt.Sprintf("Groep %d", i), "Buurthuis De Spil", "dinsdagochtend"}
	})
	people := fill(b, v, "people", benchPeople, func(i int) (string, benchPerson) {
		return vault.NewID(), benchPerson{fmt.Sprintf("Fatima van der Meer %d", i), "+31612345678", []string{"nl", "ar"}, "komt met de bus"}
	})
	sessions := make([]string, benchMarks/12)
	for i := range sessions {
		sessions[i] = vault.NewID()
	}
	fill(b, v, "marks", benchMarks, func(i int) (string, benchMark) {
		return sessions[i/12] + "+" + people[(i*12+i%12)%len(people)], benchMark{State: 1 + i%5}
	})
	if err := v.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func openBig(b *testing.B, path string) (*vault.Vault, *vault.Collection[benchMark]) {
	b.Helper()
	v, err := vault.Open(path, pass)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := vault.NewCollection[benchCourse](v, "courses"); err != nil {
		b.Fatal(err)
	}
	if _, err := vault.NewCollection[benchPerson](v, "people"); err != nil {
		b.Fatal(err)
	}
	marks, err := vault.NewCollection[benchMark](v, "marks")
	if err != nil {
		b.Fatal(err)
	}
	return v, marks
}

// BenchmarkLoad opens the big vault and loads all of it, without the key derivation.
func BenchmarkLoad(b *testing.B) {
	path := big(b)
	if s, err := os.Stat(path); err == nil {
		b.ReportMetric(float64(s.Size())/1e6, "MB-file")
	}
	var open time.Duration
	for b.Loop() {
		start := time.Now()
		v, err := vault.Open(path, pass)
		if err != nil {
			b.Fatal(err)
		}
		open += time.Since(start)
		if err := v.Close(); err != nil {
			b.Fatal(err)
		}
		v, _ = openBig(b, path)
		if err := v.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(open.Milliseconds())/float64(b.N), "ms-open")
	b.ReportMetric(heapOf(b, path), "MB-heap")
}

func heapOf(b *testing.B, path string) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	v, marks := openBig(b, path)
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(marks)
	if err := v.Close(); err != nil {
		b.Fatal(err)
	}
	return float64(after.HeapAlloc-before.HeapAlloc) / 1e6
}

// BenchmarkMark writes one attendance mark to disk, in the big vault.
func BenchmarkMark(b *testing.B) {
	v, marks := openBig(b, big(b))
	keys := []string{}
	for k := range marks.All() {
		keys = append(keys, k)
	}
	var took []time.Duration
	i := 0
	for b.Loop() {
		start := time.Now()
		err := v.Do(vault.Action{Kind: "action.mark"}, func(tx *vault.Tx) error {
			return marks.Put(tx, keys[i*7919%len(keys)], benchMark{State: 1, Note: fmt.Sprint(i)})
		})
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		i++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	if err := v.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkAll goes over every mark in memory.
func BenchmarkAll(b *testing.B) {
	v, marks := openBig(b, big(b))
	for b.Loop() {
		n := 0
		for range marks.All() {
			n++
		}
		if n != marks.Len() {
			b.Fatalf("%d of %d", n, marks.Len())
		}
	}
	if err := v.Close(); err != nil {
		b.Fatal(err)
	}
}
