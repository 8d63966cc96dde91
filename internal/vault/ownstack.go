package vault

import "runtime"

// A call leaves on its goroutine's stack what it worked with, and the place is not written
// over until a later call comes as deep. What handles a passphrase therefore runs on a stack
// of its own, which is written over before it goes back to Go: libsodium's sodium_stackzero
// and libgcrypt do the same. (Go's runtime/secret will, once it is no experiment any more.)

const (
	// held keeps the stack at one size, 32 KiB. Go copies a stack that becomes too small, or
	// that is used for less than a quarter when memory is collected, and leaves the old one as
	// it was.
	held = 16 << 10
	// burnt is what the work may use below that, with room for the frames of Go itself.
	burnt = 13 << 10
)

// onOwnStack runs work there and waits for it. What work calls must do with some 12 KiB.
func onOwnStack(work func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		hold(work)
	}()
	<-done
}

//go:noinline
func hold(work func()) {
	var room [held]byte
	work()
	burn()
	runtime.KeepAlive(&room)
}

//go:noinline
func burn() {
	var over [burnt]byte
	clear(over[:])
	runtime.KeepAlive(&over)
}
