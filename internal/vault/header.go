package vault

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Header is what can be read of a vault without its passphrase.
type Header struct {
	Format     int       `json:"format"`
	ID         string    `json:"id"`
	Created    time.Time `json:"created"`
	KDF        KDF       `json:"kdf"`
	Passphrase wrapped   `json:"passphrase"`
	Recovery   wrapped   `json:"recovery"`
	Keyring    *wrapped  `json:"keyring,omitempty"` // opened by the system's keyring, where somebody chose that
	Schema     int       `json:"-"`
}

// wrapped is the vault key, sealed by a key derived from a secret.
type wrapped struct {
	Salt []byte `json:"salt"`
	Key  []byte `json:"key"`
}

const (
	format   = 1
	saltSize = 16
)

var errChecksum = errors.New("the checksum differs")

// encode puts a SHA-256 before the JSON: a flipped bit must not look like a wrong
// passphrase.
func (h Header) encode() ([]byte, error) {
	b, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("writing the header: %w", err)
	}
	sum := sha256.Sum256(b)
	return append(sum[:], b...), nil
}

func decodeHeader(b []byte) (Header, error) {
	var h Header
	if len(b) < sha256.Size {
		return h, fmt.Errorf("%d bytes are too few", len(b))
	}
	sum := sha256.Sum256(b[sha256.Size:])
	if !bytes.Equal(sum[:], b[:sha256.Size]) {
		return h, errChecksum
	}
	if err := json.Unmarshal(b[sha256.Size:], &h); err != nil {
		return h, fmt.Errorf("reading the header: %w", err)
	}
	if h.Format > format {
		return h, ErrNewerSchema
	}
	if !h.KDF.sane() {
		return h, fmt.Errorf("key derivation %+v is out of bounds", h.KDF)
	}
	return h, nil
}

func (h Header) place(slot string) string {
	return fmt.Sprintf("kring/%d/%s/%s", h.Format, h.ID, slot)
}

func (h Header) wrap(key []byte, secret, slot string) (wrapped, error) {
	w := wrapped{Salt: make([]byte, saltSize)}
	rand.Read(w.Salt)
	s, err := newSealer(derive(secret, w.Salt, h.KDF))
	if err != nil {
		return w, err
	}
	defer s.forget()
	w.Key = s.seal(key, h.place(slot))
	return w, nil
}

// unwrap opens the slot that the secret is meant for. A wrong secret takes the time of
// a right one up to the comparison: which slot it is depends on what was typed alone,
// there is one derivation for each try with the same parameters, and the seal is
// compared in constant time (crypto/subtle, inside Poly1305). No test measures it: the
// derivation, over 99 % of the time, varies more by itself than the rest takes.
func (h Header) unwrap(secret string) ([]byte, error) {
	w, slot := h.Passphrase, "passphrase"
	if code, ok := parseRecovery(secret); ok {
		w, slot, secret = h.Recovery, "recovery", code
	}
	if strings.HasPrefix(secret, keyringPrefix) {
		if h.Keyring == nil {
			return nil, ErrNoKeyring
		}
		w, slot = *h.Keyring, "keyring"
	}
	s, err := newSealer(derive(secret, w.Salt, h.KDF))
	if err != nil {
		return nil, err
	}
	defer s.forget()
	key, err := s.open(w.Key, h.place(slot))
	if err != nil || len(key) != keySize {
		return nil, ErrWrongSecret
	}
	return key, nil
}
