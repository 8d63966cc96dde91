package command

import (
	"errors"
	"fmt"

	"kring/internal/vault"
	"kring/sessions/privacy"
)

// lookAt reads a copy, and says how many people were erased after it was made: they come back
// with it. Only the vault of now knows that; without one it says so.
func lookAt(copied, now, secret string) (c vault.Contents, since string, err error) {
	if now == "" {
		c, err = vault.Look(copied, secret)
		return c, "unknown without the vault of now (--vault FILE); whoever was is back: erase them again", err
	}
	v, err := vault.Open(now, secret)
	if err != nil {
		return c, "", fmt.Errorf("the vault of now: %w", err)
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, err := OpenStores(v, nil)
	if err != nil {
		return c, "", err
	}
	defer s.Close()
	if c, err = v.Look(copied); err != nil {
		return c, "", err
	}
	return c, erasedSince(s.Privacy.Erasures(c.OnlyNow[privacy.DecisionsIn])), nil
}

// erasedSince says how many and on which days, never who.
func erasedSince(x privacy.Erasures) string {
	switch {
	case x.People == 0:
		return "nobody"
	case x.First == x.Last:
		return fmt.Sprintf("%s, on %s; they are in this copy: erase them again", count(x.People), x.First)
	}
	return fmt.Sprintf("%s, from %s to %s; they are in this copy: erase them again", count(x.People), x.First, x.Last)
}

func count(people int) string {
	if people == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", people)
}
