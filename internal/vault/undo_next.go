package vault

import (
	bolt "go.etcd.io/bbolt"
)

// Next says what Undo would take back, and which actions it would go past first: those done
// since the last one that can be taken back or was. The newest comes first. Where nothing is
// left to take back the error is ErrNothingToUndo, and what is gone past is still given.
func (v *Vault) Next() (next Action, past []Action, err error) {
	err = v.view("journal", func(tx *bolt.Tx) error {
		b := tx.Bucket(bucketJournal)
		c := b.Cursor()
		for k, val := c.Last(); k != nil; k, val = c.Prev() {
			if _, op, _ := head(k, val); op != opPast && op != opGone {
				break
			}
			e, err := v.readEntry(k, val)
			if err != nil {
				return err
			}
			past = append(past, e.Action)
		}
		seq := undoTarget(b.Cursor())
		if seq == 0 {
			return ErrNothingToUndo
		}
		e, err := v.readEntry(seqKey(seq), b.Get(seqKey(seq)))
		next = e.Action
		return err
	})
	return next, past, err
}
