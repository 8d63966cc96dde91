package memory

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// many is how many segments the goal of the issue counts.
const many = 50000

var sentence = regexp.MustCompile(`[^.!?]+[.!?]+["”]?\s*|[^.!?]+$`)

// realistic makes segments out of the sentences of the shipped texts: one to four of them, of
// which some get a new compound, as Dutch makes them, a number, or one word less.
func realistic(b testing.TB, n int) map[string]Unit {
	var all, words []string
	for _, p := range shipped(b) {
		for _, s := range sentence.FindAllString(p.nl, -1) {
			all = append(all, strings.TrimSpace(s))
		}
		words = append(words, strings.Fields(p.nl)...)
	}
	const mostly = ".,!?:“”\"*()"
	r := rand.New(rand.NewPCG(5, 50))
	out := make(map[string]Unit, n)
	for i := range n {
		var parts []string
		for range 1 + r.IntN(4) {
			s := strings.Fields(all[r.IntN(len(all))])
			switch at := r.IntN(len(s)); r.IntN(4) {
			case 0:
				s[at] = strings.Trim(words[r.IntN(len(words))], mostly) + strings.ToLower(strings.Trim(words[r.IntN(len(words))], mostly))
			case 1:
				s = slices.Delete(s, at, at+1)
			case 2:
				s = slices.Insert(s, at, fmt.Sprint(r.IntN(60)))
			}
			parts = append(parts, strings.Join(s, " "))
		}
		out[fmt.Sprintf("%05d", i)] = unit(strings.Join(parts, " "), fmt.Sprintf("ترجمة %d", i))
	}
	return out
}

// BenchmarkFind asks five suggestions among 50,000 segments, for whole segments and for each
// key of one that is typed: goal under 30 ms. Half of what is asked is in the memory, half is
// made of the same sentences in another order.
func BenchmarkFind(b *testing.B) {
	units := realistic(b, many)
	x := NewIndex("ar", maps.All(units))
	var whole, typed []string
	for i, key := range slices.Sorted(maps.Keys(units))[:400] {
		s := units[key].Source
		if i%2 == 1 {
			parts := sentence.FindAllString(s, -1)
			slices.Reverse(parts)
			s = strings.Join(parts, " ")
		}
		whole = append(whole, s)
		for at := range s {
			if i%20 < 2 && at > 0 {
				typed = append(typed, s[:at])
			}
		}
	}
	for _, c := range []struct {
		name  string
		asked []string
		least float64
	}{{"whole", whole, .6}, {"whole-loose", whole, .4}, {"typed", typed, .6}, {"typed-loose", typed, .4}} {
		b.Run(c.name, func(b *testing.B) {
			var took []time.Duration
			found := 0
			for b.Loop() {
				s := c.asked[len(took)*7919%len(c.asked)]
				start := time.Now()
				found += len(x.Find(s, 5, c.least))
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(ms(took[len(took)/2]), "ms-p50")
			b.ReportMetric(ms(took[len(took)*99/100]), "ms-p99")
			b.ReportMetric(ms(took[len(took)-1]), "ms-max")
			b.ReportMetric(float64(found)/float64(len(took)), "found")
		})
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// BenchmarkIndex makes the index of 50,000 segments, and tells what it holds besides them.
func BenchmarkIndex(b *testing.B) {
	units := realistic(b, many)
	var x *Index
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		x = NewIndex("ar", maps.All(units))
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-heap")
	b.ReportMetric(float64(len(x.words)), "words")
	runtime.KeepAlive(units)
}

// BenchmarkPut changes the source of one segment among 50,000.
func BenchmarkPut(b *testing.B) {
	units := realistic(b, many)
	x := NewIndex("ar", maps.All(units))
	keys := slices.Sorted(maps.Keys(units))
	for i := 0; b.Loop(); i++ {
		x.Put(keys[i*31%many], units[keys[(i*31+1)%many]])
	}
}
