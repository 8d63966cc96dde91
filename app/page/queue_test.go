package page

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is added from one goroutine is done in that order, and Wait returns only
// when the last of it is done.
func TestQueueKeepsTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := NewQueue()
		var want, got []int
		for round := range rapid.IntRange(1, 4).Draw(t, "rounds") {
			for i := range rapid.IntRange(0, 50).Draw(t, "jobs") {
				n := round*100 + i
				want = append(want, n)
				q.Add(func() { got = append(got, n) })
			}
			if rapid.Bool().Draw(t, "wait") {
				q.Wait()
				if !slices.Equal(got, want) {
					t.Fatalf("did %v, want %v", got, want)
				}
			}
		}
		q.Wait()
		if !slices.Equal(got, want) {
			t.Fatalf("did %v, want %v", got, want)
		}
	})
}
