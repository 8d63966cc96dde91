package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"kring/internal/vault"
)

// FolderName is the folder of Kring's own that copies go into. A stick that is not there has
// no such folder: so nothing is written to the empty place where it would be.
const FolderName = "Kring-reservekopie"

// Slot is one of the two places.
type Slot string

// The places: the first is always there, the second is offered.
const (
	First  Slot = "first"
	Second Slot = "second"
)

// Place is a folder for copies. It stands in the vault, for this laptop: a path may hold a name.
type Place struct {
	Dir  string    `json:"dir,omitempty"` // "" for the first: where copies go unless somebody chooses
	Last time.Time `json:"last,omitzero"` // day of the last good copy, for when the place is away
}

// Collection is the name of the places' records.
const Collection = "backupplaces"

// Places are the folders of this laptop.
type Places struct {
	v       *vault.Vault
	records *vault.Collection[Place]
	usual   string
}

// OpenPlaces reads the places from the vault; usual is the folder of the first one unless
// somebody chose another.
func OpenPlaces(v *vault.Vault, usual string) (*Places, error) {
	p := &Places{v: v, usual: usual}
	if err := vault.Load(v, Collection, &p.records)(); err != nil {
		return nil, err
	}
	return p, nil
}

func (p *Places) key(s Slot) string { return p.v.Device() + "+" + string(s) }

// Get gives a place; ok is false for a second place that nobody chose.
func (p *Places) Get(s Slot) (place Place, ok bool) {
	place, ok = p.records.Get(p.key(s))
	if s == First && place.Dir == "" {
		place.Dir, ok = p.usual, true
	}
	return place, ok && place.Dir != ""
}

// Choose makes a folder within one that somebody chose, and lets copies go there.
func (p *Places) Choose(s Slot, dir string) error {
	if filepath.Base(dir) != FolderName {
		dir = filepath.Join(dir, FolderName)
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("making the folder for backups: %w", err)
	}
	return p.v.Do(vault.NewAction("action.backup."+string(s), "Folder", dir), func(tx *vault.Tx) error {
		return p.records.Put(tx, p.key(s), Place{Dir: dir})
	})
}

// Forget ends a place: the second is none, the first the usual folder. Copies there stay.
func (p *Places) Forget(s Slot) error {
	return p.v.Do(vault.NewAction("action.backup.forget"), func(tx *vault.Tx) error {
		return p.records.Delete(tx, p.key(s))
	})
}

// actionMade notes, once a day, that a place has a good copy.
const actionMade = "action.backup.made"

// ByItself tells that an action is no doing of people: a note that a copy was made.
func ByItself(a vault.Action) bool { return a.Kind == actionMade }

// LastAction is the newest action of people: that a copy was made is none.
func LastAction(newestFirst []vault.Entry) (e vault.Entry, ok bool) {
	for _, e := range newestFirst {
		if !ByItself(e.Action) {
			return e, true
		}
	}
	return e, false
}

// made keeps the day of the last good copy. Undo goes past it.
func (p *Places) made(s Slot, at time.Time) error {
	place, _ := p.records.Get(p.key(s))
	if place.Last.Truncate(24 * time.Hour).Equal(at.UTC().Truncate(24 * time.Hour)) {
		return nil
	}
	return p.v.Do(vault.NewAction(actionMade), func(tx *vault.Tx) error {
		place, _ := p.records.Get(p.key(s)) // as it is now: somebody may have chosen another
		place.Last = at.UTC()
		return p.records.PutUnjournalled(tx, p.key(s), place)
	})
}

// ready makes sure that a place's folder is there. The usual one is made; of any other, its
// absence says that the stick is.
func (p *Places) ready(dir string) error {
	if dir == p.usual {
		err := os.Mkdir(dir, 0o700)
		if errors.Is(err, fs.ErrNotExist) { // the documents themselves, on a disk that is away
			return fmt.Errorf("%w: %w", ErrAway, err)
		}
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("making the folder for backups: %w", err)
		}
	}
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = fs.ErrNotExist
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrAway, err)
	}
	return nil
}

// ErrAway says that a place for copies is not there now: a stick that is not plugged in.
var ErrAway = errors.New("the place for backups is not there")
