package vault

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// A vault's key never changes: what opens it does. A slot of the header is sealed anew,
// in one transaction, so that a power cut leaves the old or the new one working and no
// record is touched. The pages that held the old slot are written over, see overwrite.

// ErrNoKeyring says that the vault has no slot for a system keyring.
var ErrNoKeyring = errors.New("the vault is not opened by a keyring")

// SetPassphrase seals the key by another passphrase. present is the passphrase or the
// recovery code of now; ErrWrongSecret where it is neither.
func (v *Vault) SetPassphrase(present, fresh string) error {
	if _, ok := parseRecovery(fresh); ok || strings.HasPrefix(fresh, keyringPrefix) {
		return fmt.Errorf("a passphrase like a code would never be asked for: %w", ErrWrongSecret)
	}
	return v.rewrap(present, func(h *Header, key []byte) (err error) {
		h.Passphrase, err = h.wrap(key, fresh, "passphrase")
		return err
	})
}

// RenewRecovery gives another recovery code, which is kept nowhere; the one of before
// opens the vault no longer.
func (v *Vault) RenewRecovery(present string) (code string, err error) {
	code = newRecovery()
	err = v.rewrap(present, func(h *Header, key []byte) (err error) {
		h.Recovery, err = h.wrap(key, code, "recovery")
		return err
	})
	if err != nil {
		return "", err
	}
	return code, nil
}

// keyringPrefix tells a secret of a keyring from what somebody types.
const keyringPrefix = "kring-keyring:"

// AddKeyring makes a secret of its own for a system keyring: the passphrase itself is
// given to none. Without the slot in the file the secret is worth nothing.
func (v *Vault) AddKeyring(present string) (secret string, err error) {
	raw := make([]byte, keySize)
	rand.Read(raw)
	secret = keyringPrefix + base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(raw)
	err = v.rewrap(present, func(h *Header, key []byte) error {
		w, err := h.wrap(key, secret, "keyring")
		h.Keyring = &w
		return err
	})
	return secret, err
}

// DropKeyring takes the keyring's slot away, which needs no secret.
func (v *Vault) DropKeyring() error {
	return v.reheader(func(h *Header) error { h.Keyring = nil; return nil })
}

// HasKeyring tells whether a keyring can open the vault.
func (v *Vault) HasKeyring() bool {
	var h Header
	err := v.view("header", func(tx *bolt.Tx) (err error) { h, err = v.header(tx); return err })
	return err == nil && h.Keyring != nil
}

// rewrap gives fn the key and writes the header that it changed.
func (v *Vault) rewrap(present string, fn func(h *Header, key []byte) error) error {
	return v.reheader(func(h *Header) error {
		key, err := h.unwrap(present)
		if err != nil {
			return err
		}
		defer clear(key)
		return fn(h, key)
	})
}

func (v *Vault) reheader(fn func(h *Header) error) error {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return ErrClosed
	}
	// The slow part comes before the transaction: the file is not held for its time.
	var h Header
	if err := v.view("header", func(tx *bolt.Tx) (err error) { h, err = v.header(tx); return err }); err != nil {
		return err
	}
	if err := fn(&h); err != nil {
		return err
	}
	b, err := h.encode()
	if err != nil {
		return err
	}
	if err := v.update(func(tx *bolt.Tx) error { return tx.Bucket(bucketMeta).Put(keyHeader, b) }); err != nil {
		return fmt.Errorf("changing what opens the vault: %w", err)
	}
	_ = v.overwrite() // the change is on disk and counts: a full disk here must not deny it
	return nil
}

// bucketSpare fills pages for a moment. One that a power cut left behind does no harm: it
// holds zeros, and the next change takes it away.
var bucketSpare = []byte("spare")

// overwrite fills every free page of the file and frees them again: bbolt leaves a page
// as it is until it is used anew, and one of them holds the slot of before. A backup, or
// a disk that moves what it writes, has that slot still: with it and the old passphrase
// somebody can read what that copy holds.
func (v *Vault) overwrite() error {
	err := v.update(func(tx *bolt.Tx) error {
		if err := dropSpare(tx); err != nil {
			return err
		}
		spare, err := tx.CreateBucket(bucketSpare)
		if err != nil {
			return err
		}
		free := tx.DB().Stats()
		page := make([]byte, tx.DB().Info().PageSize*3/4) // more than half: each gets a page of its own
		for i := range free.FreePageN + free.PendingPageN + 8 {
			if err := spare.Put(seqKey(uint64(i)), page); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = v.update(dropSpare)
	}
	if err != nil {
		return fmt.Errorf("writing over what opened the vault: %w", err)
	}
	return nil
}

func dropSpare(tx *bolt.Tx) error {
	if tx.Bucket(bucketSpare) == nil {
		return nil
	}
	return tx.DeleteBucket(bucketSpare)
}
