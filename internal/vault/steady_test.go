package vault_test

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"kring/internal/vault"
)

// twins are two collections in which each action writes the same number.
type twins struct {
	v           *vault.Vault
	left, right *vault.Collection[thing]
}

func newTwins(t *testing.T) twins {
	t.Helper()
	v, _, _ := create(t)
	right, err := vault.NewCollection[thing](v, "right")
	if err != nil {
		t.Fatal(err)
	}
	return twins{v, things(t, v), right}
}

func (x twins) write(n int) error {
	return x.v.Do(vault.Action{Kind: "x"}, func(tx *vault.Tx) error {
		if err := x.left.Put(tx, "k", thing{N: n}); err != nil {
			return err
		}
		return x.right.Put(tx, "k", thing{N: n})
	})
}

// An action that comes between two readings is read again, and one that nobody crosses is read
// once.
func TestSteadyReadsAgain(t *testing.T) {
	x := newTwins(t)
	for _, crossed := range []bool{true, false} {
		runs := 0
		var a, b thing
		x.v.Steady(func() {
			runs++
			a, _ = x.left.Get("k")
			if crossed && runs == 1 {
				if err := x.write(7); err != nil {
					t.Fatal(err)
				}
			}
			b, _ = x.right.Get("k")
		})
		if a.N != 7 || b.N != 7 || crossed != (runs == 2) || !crossed && runs != 1 {
			t.Errorf("crossed %v: %d and %d after %d readings", crossed, a.N, b.N, runs)
		}
	}
}

// Who is written to without end is left alone after a few tries.
func TestSteadyEnds(t *testing.T) {
	x := newTwins(t)
	runs := 0
	x.v.Steady(func() {
		runs++
		if err := x.write(runs); err != nil {
			t.Fatal(err)
		}
	})
	if runs < 2 || runs > 9 {
		t.Errorf("it read %d times", runs)
	}
}

// While actions and undo come one after the other, each after every reader has read once more,
// the readers see each whole.
func TestSteadySeesActionsWhole(t *testing.T) {
	x := newTwins(t)
	var over atomic.Bool
	var readers sync.WaitGroup
	var times [3]atomic.Int64 // that each has read
	for i := range times {
		readers.Go(func() {
			for !over.Load() {
				var a, b thing
				x.v.Steady(func() {
					a, _ = x.left.Get("k")
					time.Sleep(100 * time.Microsecond) // a page reads on meanwhile
					b, _ = x.right.Get("k")
				})
				if a.N != b.N {
					t.Errorf("half of an action: %d and %d", a.N, b.N)
				}
				times[i].Add(1)
			}
		})
	}
	for n := range 60 {
		for i := range times {
			for was := times[i].Load(); times[i].Load() == was; {
				time.Sleep(20 * time.Microsecond)
			}
		}
		var err error
		if n%5 == 4 {
			_, err = x.v.Undo()
		} else {
			err = x.write(n + 1)
		}
		if err != nil {
			t.Error(err)
		}
	}
	over.Store(true)
	readers.Wait()
}

// An index that follows a collection has an action when the collection has it, however long it
// takes.
func TestSteadySeesIndexesWhole(t *testing.T) {
	x := newTwins(t)
	var index atomic.Int64
	began, goOn := make(chan struct{}), make(chan struct{})
	x.left.Watch(func(_ string, val thing, _ bool) {
		close(began)
		<-goOn
		index.Store(int64(val.N))
	})
	done := make(chan error)
	go func() { done <- x.write(3) }()
	<-began
	read := make(chan [2]int64)
	go x.v.Steady(func() {
		a, _ := x.left.Get("k")
		read <- [2]int64{int64(a.N), index.Load()}
	})
	select {
	case got := <-read:
		t.Errorf("the record is %d, and the index still says %d", got[0], got[1])
		close(goOn)
	case <-time.After(50 * time.Millisecond):
		close(goOn)
		if got := <-read; got != [2]int64{3, 3} {
			t.Errorf("the record and the index say %v", got)
		}
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}
