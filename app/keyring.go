package app

import (
	"errors"
	"fmt"
	"time"

	"github.com/zalando/go-keyring"
)

// ErrKeyring says that the system's keyring did not do what was asked.
var ErrKeyring = errors.New("the keyring of the system does not work")

// keyringTime is how long a keyring may take: one that asks nobody anything hangs.
const keyringTime = 5 * time.Second

// within gives up on a keyring that does not answer.
func within(do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(keyringTime):
		return fmt.Errorf("no answer: %w", ErrKeyring)
	}
}

// keyringThere asks for something that nobody kept.
func keyringThere() bool {
	err := within(func() error { _, err := keyring.Get(ID, "nothing"); return err })
	return err == nil || errors.Is(err, keyring.ErrNotFound)
}

func fromKeyring(vaultID string) (secret string, err error) {
	var found string
	err = within(func() (err error) { found, err = keyring.Get(ID, vaultID); return err })
	if err != nil {
		return "", errors.Join(ErrKeyring, err)
	}
	return found, nil
}

// Keyring implements page.Locks.
func (s *shell) Keyring() bool { return s.keyring }

// KeepInKeyring implements page.Locks.
func (s *shell) KeepInKeyring(vaultID, secret string) error {
	if err := within(func() error { return keyring.Set(ID, vaultID, secret) }); err != nil {
		return errors.Join(ErrKeyring, err)
	}
	return nil
}

// DropFromKeyring implements page.Locks.
func (s *shell) DropFromKeyring(vaultID string) error {
	err := within(func() error { return keyring.Delete(ID, vaultID) })
	if err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return errors.Join(ErrKeyring, err)
	}
	return nil
}
