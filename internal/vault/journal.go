package vault

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// What a journal entry did.
const (
	opDo   byte = 'd'
	opUndo byte = 'u'
	opRedo byte = 'r'
	opGone byte = 'e' // undo reaches no further back: a migration, a salvage
	opPast byte = 'x' // it holds nothing to undo; undo goes past it
)

// journalHeader stands in the clear before the sealed entry, so that undo finds its
// way without decrypting: the op and the entry that it undoes or redoes.
const journalHeader = 1 + 8

// Entry is one action in the journal.
type Entry struct {
	Seq     uint64
	Action  Action
	Undo    bool // took back an earlier action
	At      time.Time
	Device  string
	Changes []Change
}

// Change names a record that an action changed.
type Change struct {
	Collection, Key string
	Deleted         bool
}

type journalled struct {
	Action  Action    `json:"a"`
	Stamp   uint64    `json:"t"`
	Device  [8]byte   `json:"d"`
	Changes []jchange `json:"c"`
}

type jchange struct {
	Collection string          `json:"c"`
	Key        string          `json:"k"`
	Before     json.RawMessage `json:"b,omitempty"`
	After      json.RawMessage `json:"a,omitempty"`
}

func (w *writer) journal(a Action, op byte, ref uint64, changes []staged) error {
	t, err := w.tracked(string(bucketJournal))
	if err != nil {
		return err
	}
	e := journalled{Action: a, Stamp: w.v.clock.next(), Device: w.v.device}
	for _, s := range changes {
		if !s.unjournalled {
			e.Changes = append(e.Changes, jchange{s.collection, s.key, s.before, s.after})
		}
	}
	return w.putEntry(t, lastSeq(t.bucket)+1, op, ref, e)
}

func (w *writer) putEntry(t *tracked, seq uint64, op byte, ref uint64, e journalled) error {
	b, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	head := binary.BigEndian.AppendUint64([]byte{op}, ref)
	value := append(head, w.v.seal.seal(b, journalPlace(seq, head))...)
	return t.put(seqKey(seq), value)
}

func journalPlace(seq uint64, head []byte) string {
	return place("journal", string(seqKey(seq))+string(head))
}

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

func lastSeq(b *bolt.Bucket) uint64 {
	k, _ := b.Cursor().Last()
	if len(k) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(k)
}

func (v *Vault) readEntry(k, value []byte) (journalled, error) {
	plain, err := v.entryText(k, value)
	if err != nil {
		return journalled{}, err
	}
	return v.parseEntry(k, plain)
}

// entryText is an entry in the clear, as it was written.
func (v *Vault) entryText(k, value []byte) ([]byte, error) {
	if len(k) != 8 || len(value) < journalHeader {
		return nil, v.damage("journal", fmt.Errorf("entry of %d bytes", len(value)))
	}
	seq := binary.BigEndian.Uint64(k)
	plain, err := v.seal.open(value[journalHeader:], journalPlace(seq, value[:journalHeader]))
	if err != nil {
		return nil, v.damage(fmt.Sprintf("journal entry %d", seq), err)
	}
	return plain, nil
}

func (v *Vault) parseEntry(k, plain []byte) (e journalled, err error) {
	if err := json.Unmarshal(plain, &e); err != nil {
		return e, v.damage(fmt.Sprintf("journal entry %d", binary.BigEndian.Uint64(k)), err)
	}
	return e, nil
}

// Journal lists the last actions, newest first.
func (v *Vault) Journal(limit int) ([]Entry, error) {
	var out []Entry
	err := v.view("journal", func(tx *bolt.Tx) error {
		c := tx.Bucket(bucketJournal).Cursor()
		for k, val := c.Last(); k != nil && len(out) < limit; k, val = c.Prev() {
			e, err := v.readEntry(k, val)
			if err != nil {
				return err
			}
			out = append(out, e.public(binary.BigEndian.Uint64(k), val[0]))
		}
		return nil
	})
	return out, err
}

// Entries goes over what is in the journal after an entry, the oldest first, and gives the
// number of the last; only over those in which one of some words stands.
func (v *Vault) Entries(after uint64, words []string, fn func(Entry)) (last uint64, err error) {
	m := Traces{IDs: words}.Matcher()
	last = after
	err = v.view("journal", func(tx *bolt.Tx) error {
		c := tx.Bucket(bucketJournal).Cursor()
		for k, val := c.Seek(seqKey(after + 1)); k != nil; k, val = c.Next() {
			plain, err := v.entryText(k, val)
			if err != nil {
				return err
			}
			last = binary.BigEndian.Uint64(k)
			if !m.In("", plain) {
				continue
			}
			e, err := v.parseEntry(k, plain)
			if err != nil {
				return err
			}
			fn(e.public(last, val[0]))
		}
		return nil
	})
	return last, err
}

func (e journalled) public(seq uint64, op byte) Entry {
	out := Entry{Seq: seq, Action: e.Action, Undo: op == opUndo, At: stampTime(e.Stamp), Device: fmt.Sprintf("%x", e.Device)}
	for _, c := range e.Changes {
		out.Changes = append(out.Changes, Change{c.Collection, c.Key, c.After == nil})
	}
	return out
}
