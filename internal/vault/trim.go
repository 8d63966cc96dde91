package vault

import (
	"fmt"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
)

// keep is how much the heap may grow, in percent of what is in use, before it is
// cleaned. A vault in memory changes little, and a laptop in a community centre has
// little memory: a quarter of Go's own 100 costs 30 ms of one core now and then.
const keep = 25

// Trim gives back the memory that loading took and nothing needs any more: what
// decrypting left behind, and the pages of the file, which come back when bbolt reads
// them. It takes some 50 ms for a big vault: call it beside the window.
func (v *Vault) Trim() error {
	debug.SetGCPercent(keep)
	debug.FreeOSMemory()
	return v.view("file", func(tx *bolt.Tx) error { // no other mapping may take its place meanwhile
		if err := dropPages(tx.DB().Info().Data, uintptr(tx.Size())); err != nil {
			return fmt.Errorf("giving memory back: %w", err)
		}
		return nil
	})
}
