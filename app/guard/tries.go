// Package guard keeps a vault from others while nobody looks after it: how long to wait
// after wrong passphrases, when to lock, what was being typed. It knows no window.
package guard

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	longestWait = time.Minute
	forgotten   = time.Hour // after that a wrong passphrase no longer counts
)

// Tries counts the wrong passphrases for one vault. It stands in a file of the program's
// own cache and not in the vault, which a copy on a stick could not take and which is not
// written to before it is open. Whoever deletes the file may try at once: what guards
// against a machine is the derivation of the key, this is for a person at the keyboard.
type Tries struct {
	path string
	now  func() time.Time
	said tried
}

type tried struct {
	Wrong int       `json:"wrong"`
	Last  time.Time `json:"last"`
}

// NewTries reads what is known of the vault with that id. A file that cannot be read
// counts as none: nobody is locked out for it.
func NewTries(dir, vaultID string, now func() time.Time) *Tries {
	t := &Tries{path: filepath.Join(dir, "tries-"+filepath.Base(vaultID)+".json"), now: now}
	b, err := os.ReadFile(t.path)
	if err == nil && json.Unmarshal(b, &t.said) != nil {
		t.said = tried{}
	}
	return t
}

// Wait is how long nothing more is tried. A clock that was set back makes it no longer
// than the longest wait.
func (t *Tries) Wait() time.Duration {
	gone := max(t.now().Sub(t.said.Last), 0)
	if t.said.Wrong == 0 || gone > forgotten {
		return 0
	}
	return max(waitAfter(t.said.Wrong)-gone, 0)
}

// waitAfter is 1, 2, 4 … seconds, and a minute from the seventh on.
func waitAfter(wrong int) time.Duration {
	return min(time.Second<<min(wrong-1, 10), longestWait)
}

// Wrong counts one more.
func (t *Tries) Wrong() error {
	now := t.now()
	if gone := now.Sub(t.said.Last); gone > forgotten {
		t.said.Wrong = 0
	}
	t.said = tried{t.said.Wrong + 1, now.UTC()}
	b, err := json.Marshal(t.said)
	if err != nil {
		return fmt.Errorf("counting a wrong passphrase: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(t.path), 0o700); err != nil {
		return fmt.Errorf("counting a wrong passphrase: %w", err)
	}
	if err := os.WriteFile(t.path, b, 0o600); err != nil {
		return fmt.Errorf("counting a wrong passphrase: %w", err)
	}
	return nil
}

// Right forgets the wrong ones.
func (t *Tries) Right() error {
	t.said = tried{}
	if err := os.Remove(t.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forgetting wrong passphrases: %w", err)
	}
	return nil
}
