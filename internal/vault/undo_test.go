package vault_test

import (
	"errors"
	"maps"
	"path/filepath"
	"testing"

	"kring/internal/vault"

	"pgregory.net/rapid"
)

// TestUndoAgainstModel does, undoes, redoes and reopens at random and compares with
// a list of states.
func TestUndoAgainstModel(t *testing.T) {
	dir := t.TempDir()
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		m := newModel(t, filepath.Join(dir, vault.NewID()+".kring"))
		defer m.close()
		t.Repeat(map[string]func(*rapid.T){
			"do": m.do, "undo": m.undo, "redo": m.redo, "reopen": m.reopen, "": m.compare,
		})
	})
}

type model struct {
	t      *rapid.T
	path   string
	v      *vault.Vault
	c      *vault.Collection[thing]
	states []map[string]thing
	at     int
}

func newModel(t *rapid.T, path string) *model {
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		t.Fatal(err)
	}
	m := &model{t: t, path: path, v: v, states: []map[string]thing{{}}}
	m.load()
	return m
}

func (m *model) load() {
	var err error
	if m.c, err = vault.NewCollection[thing](m.v, "things"); err != nil {
		m.t.Fatal(err)
	}
}

func (m *model) close() {
	if err := m.v.Close(); err != nil {
		m.t.Fatal(err)
	}
	if _, err := vault.Check(m.path, pass); err != nil {
		m.t.Fatal(err)
	}
}

func (m *model) do(t *rapid.T) {
	next := maps.Clone(m.states[m.at])
	err := m.v.Do(vault.Action{Kind: "x"}, func(tx *vault.Tx) error {
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			key := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "key")
			if rapid.Bool().Draw(t, "delete") {
				delete(next, key)
				if err := m.c.Delete(tx, key); err != nil {
					return err
				}
				continue
			}
			next[key] = thing{Name: key, N: rapid.IntRange(0, 3).Draw(t, "n")}
			if err := m.c.Put(tx, key, next[key]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if maps.Equal(next, m.states[m.at]) {
		return
	}
	m.states = append(m.states[:m.at+1], next)
	m.at++
}

func (m *model) undo(t *rapid.T) {
	_, err := m.v.Undo()
	if m.at == 0 {
		if !errors.Is(err, vault.ErrNothingToUndo) {
			t.Fatalf("undo at the beginning: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	m.at--
}

func (m *model) redo(t *rapid.T) {
	_, err := m.v.Redo()
	if m.at == len(m.states)-1 {
		if !errors.Is(err, vault.ErrNothingToRedo) {
			t.Fatalf("redo at the end: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	m.at++
}

func (m *model) reopen(t *rapid.T) {
	if err := m.v.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if m.v, err = vault.Open(m.path, pass); err != nil {
		t.Fatal(err)
	}
	m.load()
}

func (m *model) compare(t *rapid.T) {
	if got := contents(m.c); !maps.Equal(got, m.states[m.at]) {
		t.Fatalf("the vault has %v, expected %v", got, m.states[m.at])
	}
}
