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

// Each calls fn with every record of a collection.
func (m *MigrationTx) Each(collection string, fn func(key string, val json.RawMessage) error) error {
	pairs, err := m.tx.v.pairs(m.tx.bolt, collPrefix+collection)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		r, err := m.tx.v.decrypt(p.sealed, collection, string(p.key))
		if err != nil {
			return err
		}
		if r.deleted {
			continue
		}
		if err := fn(string(p.key), r.payload); err != nil {
			return err
		}
	}
	return nil
}

// Put writes one record; nil deletes it. Do not call it from within Each.
func (m *MigrationTx) Put(collection, key string, val json.RawMessage) error {
	return m.tx.set(collection, key, val, nil)
}

func (v *Vault) migrate() error {
	steps := slices.Clone(v.opts.migrations)
	slices.SortFunc(steps, func(a, b Migration) int { return a.To - b.To })
	var h Header
	err := v.db.View(func(tx *bolt.Tx) (err error) { h, err = v.header(tx); return err })
	if err != nil {
		return err
	}
	for _, step := range steps {
		if step.To <= h.Schema {
			continue
		}
		if err := v.db.Update(func(b *bolt.Tx) error { return v.runStep(b, step) }); err != nil {
			return fmt.Errorf("bringing the vault to schema %d (%s): %w", step.To, step.Name, err)
		}
	}
	return nil
}

// runStep ends the journal's reach: records have another shape after it, so what
// came before cannot be undone.
func (v *Vault) runStep(b *bolt.Tx, step Migration) error {
	tx := &Tx{v: v, bolt: b, buckets: map[string]*tracked{}, at: map[string]int{}}
	if err := step.Run(&MigrationTx{tx}); err != nil {
		return err
	}
	if err := putSchema(b, v.seal, step.To); err != nil {
		return err
	}
	return tx.finish(Action{Kind: "action.migrate"}, opGone, 0, nil)
}
