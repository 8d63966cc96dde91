package vault_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kring/internal/vault"
)

// BenchmarkBackup copies the big vault and reads the copy back, again and again, while marks
// are written: what one takes, and what the other waits.
func BenchmarkBackup(b *testing.B) {
	v, marks := openBig(b, big(b))
	keys := []string{}
	for k := range marks.All() {
		keys = append(keys, k)
	}
	stop, done := make(chan struct{}), make(chan []time.Duration)
	go func() {
		var took []time.Duration
		defer func() { done <- took }()
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond): // faster than anybody presses keys
			}
			start := time.Now()
			err := v.Do(vault.Action{Kind: "action.mark"}, func(tx *vault.Tx) error {
				return marks.Put(tx, keys[i*7919%len(keys)], benchMark{State: 1, Note: fmt.Sprint(i)})
			})
			if err != nil {
				b.Error(err)
				return
			}
			took = append(took, time.Since(start))
		}
	}()
	dir, n := b.TempDir(), 0
	for b.Loop() {
		n++
		path := filepath.Join(dir, fmt.Sprintf("%d.kring", n))
		if _, err := v.Backup(path); err != nil {
			b.Fatal(err)
		}
		if err := os.Remove(path); err != nil {
			b.Fatal(err)
		}
	}
	close(stop)
	took := <-done
	if len(took) == 0 {
		b.Fatal("no mark was written")
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-mark-p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-mark-p99")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "ms-mark-worst")
	if err := v.Close(); err != nil {
		b.Fatal(err)
	}
}
