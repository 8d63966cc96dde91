package guard

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"kring/internal/vault"
)

const (
	colLaptops = "laptops"
	colUnsaved = "unsaved"
)

// Laptop is what is chosen for one laptop. It stands in the vault: whoever may not open
// that may not change it either.
type Laptop struct {
	Lock int `json:"lock,omitempty"` // minutes without a hand until the vault locks; 0: as usual, -1: never
}

// usual is after how many minutes a vault locks where nobody chose.
const usual = 10

// Choices are the minutes to choose from; Never is the last.
var Choices = []int{2, 5, 10, 30, Never}

// Never is the choice not to lock by itself.
const Never = -1

// Unsaved is a text that was being typed when the vault locked.
type Unsaved struct {
	Where string    `json:"where"` // the head of the form or page, in the words of the window then
	Label string    `json:"label"` // of the field
	Text  string    `json:"text"`
	Page  string    `json:"page"` // the target to go back to, as JSON
	At    time.Time `json:"at"`
}

// Keeper keeps both in a vault, for this laptop alone.
type Keeper struct {
	v       *vault.Vault
	laptops *vault.Collection[Laptop]
	unsaved *vault.Collection[Unsaved]
}

// Open loads them.
func Open(v *vault.Vault) (*Keeper, error) {
	k := &Keeper{v: v}
	return k, vault.LoadAll(vault.Load(v, colLaptops, &k.laptops), vault.Load(v, colUnsaved, &k.unsaved))
}

// Minutes until the vault locks by itself, or Never.
func (k *Keeper) Minutes() int {
	l, _ := k.laptops.Get(k.v.Device())
	return cmp.Or(l.Lock, usual)
}

// SetMinutes chooses them.
func (k *Keeper) SetMinutes(n int) error {
	if !slices.Contains(Choices, n) {
		return fmt.Errorf("locking after %d minutes: %w", n, vault.ErrConflict)
	}
	return k.v.Do(vault.NewAction("action.autolock"), func(tx *vault.Tx) error {
		return k.laptops.Put(tx, k.v.Device(), Laptop{Lock: n})
	})
}

// Keep puts away what is not saved. The journal has nothing of it, and Drop takes it out
// of the file. What is kept already, as a text that was put back and not saved, is kept once.
func (k *Keeper) Keep(texts []Unsaved) error {
	_, kept := k.Kept()
	texts = slices.DeleteFunc(slices.Clone(texts), func(u Unsaved) bool {
		return slices.ContainsFunc(kept, func(o Unsaved) bool { return o.Where == u.Where && o.Label == u.Label && o.Text == u.Text })
	})
	if len(texts) == 0 {
		return nil
	}
	return k.v.Do(vault.NewAction("action.unsaved.kept"), func(tx *vault.Tx) error {
		for _, u := range texts {
			if err := k.unsaved.PutUnjournalled(tx, k.v.Device()+"/"+vault.NewID(), u); err != nil {
				return err
			}
		}
		return nil
	})
}

// Kept are the texts that were put away on this laptop, by key.
func (k *Keeper) Kept() (keys []string, texts []Unsaved) {
	for key, u := range k.unsaved.Prefix(k.v.Device() + "/") {
		keys, texts = append(keys, key), append(texts, u)
	}
	return keys, texts
}

// Drop removes them for good.
func (k *Keeper) Drop(keys []string) error {
	var gone []vault.Change
	for _, key := range keys {
		gone = append(gone, vault.Change{Collection: colUnsaved, Key: key})
	}
	return k.v.Expire(vault.NewAction("action.unsaved"), gone)
}
