package vault

import (
	"testing"
	"time"
)

// No other action comes between the file and the memory: one that wrote the same record would
// be lost from memory until the vault is opened again.
func TestExpireIsTakenInBeforeTheNextAction(t *testing.T) {
	v := wide(t)
	defer v.Close()
	was, err := v.Journal(1)
	if err != nil {
		t.Fatal(err)
	}
	v.memory.mu.RLock() // as somebody who reads: nothing is taken in meanwhile
	done := make(chan error, 1)
	go func() {
		done <- v.Expire(Action{Kind: "expire"}, []Change{{Collection: "names", Key: "00007"}})
	}()
	for onDisk := false; !onDisk; time.Sleep(time.Millisecond) {
		now, err := v.Journal(1)
		if err != nil {
			t.Fatal(err)
		}
		onDisk = now[0].Seq > was[0].Seq
	}
	free := false
	for range 20 {
		if free = v.write.TryLock(); free {
			v.write.Unlock()
			break
		}
		time.Sleep(time.Millisecond)
	}
	v.memory.mu.RUnlock()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if free {
		t.Error("another action could begin before this one was taken in")
	}
}
