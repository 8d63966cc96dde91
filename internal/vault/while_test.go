package vault_test

import (
	"errors"
	"testing"

	"kring/internal/vault"
)

func TestWhile(t *testing.T) {
	if err := vault.While(nil, "saving a place"); err != nil {
		t.Error(err)
	}
	err := vault.While(vault.ErrClosed, "saving a place")
	if !errors.Is(err, vault.ErrClosed) || err.Error() != "saving a place: "+vault.ErrClosed.Error() {
		t.Error(err)
	}
}
