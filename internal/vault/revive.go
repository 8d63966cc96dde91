package vault

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// ErrNothingToRevive says that nothing of what an action deleted is still away.
var ErrNothingToRevive = errors.New("nothing of it is away")

// Since lists the actions of a kind from a time on, the newest first, without those that took
// another one back.
func (v *Vault) Since(kind string, from time.Time) ([]Entry, error) {
	var out []Entry
	err := v.view("journal", func(tx *bolt.Tx) error {
		c := tx.Bucket(bucketJournal).Cursor()
		for k, val := c.Last(); k != nil; k, val = c.Prev() {
			e, err := v.readEntry(k, val)
			if err != nil {
				return err
			}
			if stampTime(e.Stamp).Before(from) {
				return nil
			}
			if seq, op, _ := head(k, val); op == opDo && e.Action.Kind == kind {
				out = append(out, e.public(seq, op))
			}
		}
		return nil
	})
	return out, err
}

// Revive brings back what the action with a number in the journal deleted, as an action of its
// own, however much was done since: records that are still away come as they were, and those
// that it changed go back where nothing changed them after. keep may leave records out, where
// what they refer to is gone.
func (v *Vault) Revive(a Action, seq uint64, keep func(Change) bool) error {
	e, err := v.entry(seq)
	if err != nil {
		return err
	}
	return v.Do(a, func(tx *Tx) error {
		some := false
		for _, c := range e.Changes {
			now, err := tx.current(c.Collection, c.Key)
			if err != nil {
				return err
			}
			if c.Before == nil || !bytes.Equal(now, c.After) || !keep(Change{Collection: c.Collection, Key: c.Key}) {
				continue
			}
			some = some || c.After == nil
			if err := tx.set(c.Collection, c.Key, c.Before); err != nil {
				return err
			}
		}
		if !some {
			return fmt.Errorf("bringing back: %w", ErrNothingToRevive)
		}
		return nil
	})
}

// entry reads one of the journal by its number.
func (v *Vault) entry(seq uint64) (e journalled, err error) {
	err = v.view("journal", func(tx *bolt.Tx) error {
		k := seqKey(seq)
		val := tx.Bucket(bucketJournal).Get(k)
		if val == nil {
			return fmt.Errorf("journal entry %d: %w", seq, ErrNothingToRevive)
		}
		e, err = v.readEntry(k, val)
		return err
	})
	return e, err
}
