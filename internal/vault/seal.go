package vault

import (
	"crypto/cipher"
	"crypto/rand"
	"fmt"
	"reflect"
	"unsafe"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

const (
	keySize   = chacha20poly1305.KeySize
	nonceSize = chacha20poly1305.NonceSizeX
	tagSize   = chacha20poly1305.Overhead
)

// sealer encrypts with the vault key: XChaCha20-Poly1305 with a random nonce, the
// place of the value as associated data, so that no value can stand in for another.
type sealer struct{ aead cipher.AEAD }

// newSealer takes the key over: the slice is empty afterwards.
func newSealer(key []byte) (*sealer, error) {
	defer clear(key)
	a, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("preparing the cipher: %w", err)
	}
	return &sealer{a}, nil
}

func (s *sealer) seal(plain []byte, place string) []byte {
	out := make([]byte, nonceSize, nonceSize+len(plain)+tagSize)
	rand.Read(out)
	return s.aead.Seal(out, out[:nonceSize], plain, []byte(place))
}

func (s *sealer) open(sealed []byte, place string) ([]byte, error) {
	return s.openInto(nil, sealed, []byte(place))
}

// openInto puts the plain bytes into into's memory where they fit.
func (s *sealer) openInto(into, sealed, place []byte) ([]byte, error) {
	if len(sealed) < nonceSize+tagSize {
		return nil, fmt.Errorf("%d bytes are too few", len(sealed))
	}
	return s.aead.Open(into, sealed[:nonceSize], sealed[nonceSize:], place)
}

// forget wipes the key. What Go moved or spilled on its way is not in our hands: the
// stack of a goroutine, registers, memory that the system wrote to swap.
func (s *sealer) forget() {
	wipe(s.aead)
	s.aead = closedCipher{}
}

// wipe clears the copy of the key within chacha20poly1305's cipher, which has no way of
// its own to do so. A test sees that it is still where this looks for it.
func wipe(a cipher.AEAD) {
	v := reflect.ValueOf(a)
	if v.Kind() != reflect.Pointer {
		return
	}
	if key := v.Elem().FieldByName("key"); key.IsValid() && key.CanAddr() && key.Kind() == reflect.Array && key.Type().Elem().Kind() == reflect.Uint8 {
		clear(unsafe.Slice((*byte)(key.Addr().UnsafePointer()), key.Len()))
	}
}

// closedCipher refuses everything after Close.
type closedCipher struct{}

func (closedCipher) NonceSize() int                         { return nonceSize }
func (closedCipher) Overhead() int                          { return tagSize }
func (closedCipher) Seal(dst, _, _, _ []byte) []byte        { return dst }
func (closedCipher) Open(_, _, _, _ []byte) ([]byte, error) { return nil, ErrClosed }

// derive makes a key from what somebody typed. Unicode lets the same é be typed in
// two ways, so the secret is normalised first.
func derive(secret string, salt []byte, k KDF) (key []byte) {
	onOwnStack(func() {
		typed := []byte(norm.NFC.String(secret))
		defer clear(typed)
		key = argon2.IDKey(typed, salt, k.Time, k.Memory, k.Threads, keySize)
	})
	return key
}
