package vault

import (
	"encoding/json"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// Migration is one numbered step: it brings a vault of schema To-1 to schema To.
// Steps run in one transaction each, the new number written within it.
type Migration struct {
	To   int
	Name string
	Run  func(*MigrationTx) error
}

// MigrationTx reads and writes records as JSON, for shapes that no Go type has any
// more; valid only inside Run.
type MigrationTx struct{ tx *Tx }

// Each calls fn with every record of a collection, as what was Put so far left it.
func (m *MigrationTx) Each(collection string, fn func(key string, val json.RawMessage) error) error {
	keys, err := m.tx.keys(collection)
	if err != nil {
		return err
	}
	for _, key := range keys {
		val, err := m.tx.current(collection, key)
		if err != nil {
			return err
		}
		if val == nil {
			continue
		}
		if err := fn(key, val); err != nil {
			return err
		}
	}
	return nil
}

// Put writes one record; nil deletes it.
func (m *MigrationTx) Put(collection, key string, val json.RawMessage) error {
	return m.tx.set(collection, key, val)
}

// keys lists the records of a collection, tombstones and staged ones included.
func (tx *Tx) keys(collection string) (keys []string, err error) {
	err = tx.v.protect("collection "+collection, func() error {
		pairs, err := tx.v.pairs(tx.read, collPrefix+collection)
		for _, p := range pairs {
			keys = append(keys, string(p.key))
		}
		return err
	})
	for _, s := range tx.staged {
		if s.collection == collection {
			keys = append(keys, s.key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys), err
}

func (v *Vault) migrate() error {
	steps := slices.Clone(v.opts.migrations)
	slices.SortFunc(steps, func(a, b Migration) int { return a.To - b.To })
	var h Header
	err := v.view("header", func(tx *bolt.Tx) (err error) { h, err = v.header(tx); return err })
	if err != nil {
		return err
	}
	for _, step := range steps {
		if step.To <= h.Schema {
			continue
		}
		if err := v.runStep(step); err != nil {
			return fmt.Errorf("bringing the vault to schema %d (%s): %w", step.To, step.Name, err)
		}
	}
	return nil
}

// runStep ends the journal's reach: records have another shape after it, so what
// came before cannot be undone.
func (v *Vault) runStep(step Migration) error {
	changes, err := v.stage(func(tx *Tx) error { return step.Run(&MigrationTx{tx}) })
	if err != nil {
		return err
	}
	return v.update(func(b *bolt.Tx) error {
		w := v.writer(b)
		for _, s := range changes {
			if err := w.record(s); err != nil {
				return err
			}
		}
		if err := putSchema(b, v.seal, step.To); err != nil {
			return err
		}
		return w.finish(Action{Kind: "action.migrate"}, opGone, 0, nil)
	})
}
