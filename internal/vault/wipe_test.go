package vault

import (
	"bytes"
	"path/filepath"
	"testing"
	"unsafe"

	"golang.org/x/crypto/chacha20poly1305"
)

// The wipe finds the key within the cipher: another version of the library would show here.
func TestTheKeyIsWiped(t *testing.T) {
	key := bytes.Repeat([]byte{0xA7}, keySize)
	a, err := chacha20poly1305.NewX(key)
	if err != nil {
		t.Fatal(err)
	}
	inside := *(*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(&a), unsafe.Sizeof(uintptr(0))))
	held := unsafe.Slice((*byte)(inside), keySize)
	if !bytes.Equal(held, key) {
		t.Fatal("the cipher keeps its key elsewhere")
	}
	wipe(a)
	if !bytes.Equal(held, make([]byte, keySize)) {
		t.Error("the key is still there")
	}
}

// After Close the vault's own copy is gone, and what was handed to the cipher as well.
func TestCloseForgetsTheKey(t *testing.T) {
	v, _, err := Create(filepath.Join(t.TempDir(), "x.kring"), "een wachtzin voor nu", WithKDF(TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	inside := *(*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(&v.seal.aead), unsafe.Sizeof(uintptr(0))))
	held := unsafe.Slice((*byte)(inside), keySize)
	if bytes.Equal(held, make([]byte, keySize)) {
		t.Fatal("an open vault has no key")
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(held, make([]byte, keySize)) {
		t.Error("the key outlives the vault")
	}
	given := bytes.Repeat([]byte{7}, keySize)
	if _, err := newSealer(given); err != nil || !bytes.Equal(given, make([]byte, keySize)) {
		t.Error("the key that was handed over is still there")
	}
}
