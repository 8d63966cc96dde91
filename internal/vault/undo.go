package vault

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// Undo takes the last action back and tells which it was. It reaches back over
// restarts; a new action after it ends what Redo can bring back.
func (v *Vault) Undo() (Action, error) {
	return v.step(opUndo, undoTarget, ErrNothingToUndo)
}

// Redo does again what the last Undo took back.
func (v *Vault) Redo() (Action, error) {
	return v.step(opRedo, redoTarget, ErrNothingToRedo)
}

func (v *Vault) step(op byte, target func(*bolt.Cursor) uint64, none error) (Action, error) {
	var a Action
	seq, e, err := v.target(target, none)
	if err != nil {
		return a, err
	}
	err = v.commit(e.Action, op, seq, func(tx *Tx) error { return tx.replay(op, e) })
	if err != nil {
		return a, fmt.Errorf("taking back or doing again: %w", err)
	}
	return e.Action, nil
}

func (v *Vault) target(find func(*bolt.Cursor) uint64, none error) (seq uint64, e journalled, err error) {
	err = v.view("journal", func(tx *bolt.Tx) error {
		b := tx.Bucket(bucketJournal)
		if seq = find(b.Cursor()); seq == 0 {
			return none
		}
		e, err = v.readEntry(seqKey(seq), b.Get(seqKey(seq)))
		return err
	})
	return seq, e, err
}

// replay writes each record of an entry as it was before it, or after it. A record
// that is not as the entry left it was changed by something else: nothing happens.
func (tx *Tx) replay(op byte, e journalled) error {
	for _, c := range slices.Backward(e.Changes) {
		from, to := c.After, c.Before
		if op == opRedo {
			from, to = c.Before, c.After
		}
		now, err := tx.current(c.Collection, c.Key)
		if err != nil {
			return err
		}
		if !bytes.Equal(now, from) {
			return fmt.Errorf("%s/%s: %w", c.Collection, c.Key, ErrConflict)
		}
		if err := tx.set(c.Collection, c.Key, to); err != nil {
			return err
		}
	}
	return nil
}

// undoTarget is the newest action that has not been taken back; 0 for none.
func undoTarget(c *bolt.Cursor) uint64 {
	decided := map[uint64]bool{} // the newest word on an action counts
	for k, val := c.Last(); k != nil; k, val = c.Prev() {
		seq, op, ref := head(k, val)
		switch op {
		case opUndo:
			if _, ok := decided[ref]; !ok {
				decided[ref] = false
			}
		case opRedo:
			if _, ok := decided[ref]; !ok {
				decided[ref] = true
			}
		case opDo:
			if done, ok := decided[seq]; !ok || done {
				return seq
			}
		case opPast:
		default:
			return 0
		}
	}
	return 0
}

// redoTarget is the action taken back last, provided that nothing new was done since.
func redoTarget(c *bolt.Cursor) uint64 {
	var tail []uint64
	var ops []byte
	for k, val := c.Last(); k != nil; k, val = c.Prev() {
		_, op, ref := head(k, val)
		if op == opPast {
			continue
		}
		if op != opUndo && op != opRedo {
			break
		}
		tail, ops = append(tail, ref), append(ops, op)
	}
	var stack []uint64
	for i, ref := range slices.Backward(tail) {
		if ops[i] == opUndo {
			stack = append(stack, ref)
		} else if len(stack) > 0 {
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) == 0 {
		return 0
	}
	return stack[len(stack)-1]
}

func head(k, val []byte) (seq uint64, op byte, ref uint64) {
	if len(k) != 8 || len(val) < journalHeader {
		return 0, 0, 0
	}
	return binary.BigEndian.Uint64(k), val[0], binary.BigEndian.Uint64(val[1:])
}
