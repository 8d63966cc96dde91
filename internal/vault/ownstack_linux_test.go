package vault

import (
	"bytes"
	"os"
	"runtime"
	"testing"
	"unsafe"
)

var marked = bytes.Repeat([]byte{0xA7}, 64)

// What deep calls leave behind is written over, also when memory is collected meanwhile,
// which is when Go moves a stack that is used for little.
func TestOwnStackIsWrittenOver(t *testing.T) {
	var at, later uintptr
	onOwnStack(func() {
		at = deep(12)
		if !bytes.Equal(standing(t, at), marked) {
			t.Error("the mark is not where it was made")
		}
		runtime.GC()
		runtime.GC()
		later = deep(12)
	})
	if at != later {
		t.Errorf("the stack was moved from %x to %x", at, later)
	}
	if bytes.Equal(standing(t, at), marked) {
		t.Error("the mark outlives the work")
	}
}

// deep leaves a mark some KiB under its caller and tells where.
//
//go:noinline
func deep(kib int) uintptr {
	var room [1 << 10]byte
	copy(room[:], marked)
	if kib > 1 {
		return deep(kib - 1)
	}
	return uintptr(unsafe.Pointer(&room))
}

// standing reads what stands at an address, of a stack that may be gone.
func standing(t *testing.T, at uintptr) []byte {
	f, err := os.Open("/proc/self/mem")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := make([]byte, len(marked))
	if _, err := f.ReadAt(b, int64(at)); err != nil {
		t.Fatal(err)
	}
	return b
}
