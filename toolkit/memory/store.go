package memory

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strings"

	"kring/internal/vault"
)

// colMemory are kept by "lang+hash": the same translation of the same words is one record on
// every laptop, whichever text it came from.
const colMemory = "memory"

// Store keeps the units that outlive their text: those of a chapter that was removed, or of a
// file that was brought in. It is safe for use from several goroutines.
type Store struct {
	vault *vault.Vault
	units *vault.Collection[Unit]
}

// Open loads the kept units from a vault.
func Open(v *vault.Vault) (*Store, error) {
	s := &Store{vault: v}
	if err := vault.LoadAll(vault.Load(v, colMemory, &s.units)); err != nil {
		return nil, err
	}
	return s, nil
}

// Key is that of a kept unit. A NUL stands between its parts, so that no two share one.
func (u Unit) Key() string {
	sum := sha256.Sum256([]byte(u.Lang + "\x00" + u.Source + "\x00" + u.Text))
	return u.Lang + "+" + hex.EncodeToString(sum[:16])
}

// Keep remembers units within another room's action, so that removing a chapter and keeping
// its translations is one. What has no translation is left out; of one that was kept before,
// or is given twice, the better is kept.
func (s *Store) Keep(tx *vault.Tx, units []Unit) error {
	best := map[string]Unit{}
	for _, u := range units {
		if !u.Whole() {
			continue
		}
		key := u.Key()
		was, ok := best[key]
		if !ok {
			was, ok = s.units.Get(key)
		}
		if ok && was.better(u) <= 0 {
			continue
		}
		best[key] = u
		if err := s.units.Put(tx, key, u); err != nil {
			return fmt.Errorf("keeping a translation: %w", err)
		}
	}
	return nil
}

// Remove forgets a kept unit.
func (s *Store) Remove(u Unit) error {
	err := s.vault.Do(vault.NewAction("action.memory.delete", "Name", head(u.Source)), func(tx *vault.Tx) error {
		return s.units.Delete(tx, u.Key())
	})
	if err != nil {
		return fmt.Errorf("forgetting a translation: %w", err)
	}
	return nil
}

// Units goes over the kept units of a language, by key, as NewIndex takes them.
func (s *Store) Units(lang string) iter.Seq2[string, Unit] { return s.units.Prefix(lang + "+") }

// Len counts the kept units of all languages.
func (s *Store) Len() int { return s.units.Len() }

// Watch calls fn for each kept unit that a commit changed, so that an index can follow; a
// unit that is gone is empty.
func (s *Store) Watch(fn func(key string, u Unit, gone bool)) (unsubscribe func()) {
	return s.units.Watch(fn)
}

// headLetters is how long a text is named by.
const headLetters = 40

// head is the beginning of a text, up to a word, to name it by.
func head(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	rs := []rune(s)
	if len(rs) <= headLetters {
		return s
	}
	cut := string(rs[:headLetters])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}
