package vault

import (
	"encoding/json"
	"fmt"
)

// Dangling is a record that points at one that is not there: what a salvage could not save, or
// what two laptops that came together left. No page shows it any more.
type Dangling struct {
	Collection, Key string
	Missing         string             // what is not there
	Stays           bool               // only what points goes, the rest of the record stays
	Mend            func(tx *Tx) error // takes the record away, or what of it points there
}

// String is "collection/key: what is missing".
func (d Dangling) String() string { return fmt.Sprintf("%s/%s: no %s", d.Collection, d.Key, d.Missing) }

// References gathers what dangles, each record once, with the first that it misses: what goes
// with a place must not be mended for its visitor after that.
type References struct {
	All  []Dangling
	seen map[string]bool
}

// Add takes one, unless its record was added before.
func (r *References) Add(d Dangling) {
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	if p := place(d.Collection, d.Key); !r.seen[p] {
		r.seen[p] = true
		r.All = append(r.All, d)
	}
}

// Dangles is a record that means nothing without what it points at: mending deletes it.
func (c *Collection[T]) Dangles(key, missing string) Dangling {
	return Dangling{Collection: c.name, Key: key, Missing: missing, Mend: func(tx *Tx) error { return c.Delete(tx, key) }}
}

// Unties is a record that still means something: mending writes it as it is without what it
// pointed at.
func (c *Collection[T]) Unties(key, missing string, without T) Dangling {
	mend := func(tx *Tx) error { return c.Put(tx, key, without) }
	return Dangling{Collection: c.name, Key: key, Missing: missing, Stays: true, Mend: mend}
}

// Now is the value of a record for an action that may have written it already; Get gives the
// one from before the action.
func (c *Collection[T]) Now(tx *Tx, key string) (val T, ok bool, err error) {
	b, err := tx.current(c.name, key)
	if err != nil || b == nil {
		return val, false, err
	}
	if err := json.Unmarshal(b, &val); err != nil {
		return val, false, fmt.Errorf("reading %s/%s: %w", c.name, key, err)
	}
	return val, true, nil
}

// Tidy mends what dangles, as one action that undo takes back.
func (v *Vault) Tidy(a Action, all []Dangling) error {
	return v.Do(a, func(tx *Tx) error {
		for _, d := range all {
			if err := d.Mend(tx); err != nil {
				return fmt.Errorf("mending %s: %w", d, err)
			}
		}
		return nil
	})
}
