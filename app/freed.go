package app

import (
	"runtime"
	"runtime/debug"
)

// Freed memory keeps what stood in it until something else comes there, and a page with one
// object in use is not given back to the system. What may have been a name or a passphrase is
// written over: Go clears the memory that it hands out, so all free places for small objects
// are asked for once.

const (
	smallest = 16      // bytes; what is smaller shares its place
	largest  = 1 << 10 // of a text of one line, as letters or as runes
	mostOver = 8 << 20 // of one size: a laptop with little memory must not notice
)

// overwriteFreed does that, and gives the memory back. It takes tens of milliseconds: call it
// beside the window.
func overwriteFreed() {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	room := min(int(m.HeapInuse-m.HeapAlloc), mostOver)
	for _, class := range m.BySize {
		size := int(class.Size)
		if size < smallest || size > largest {
			continue
		}
		held := make([][]byte, 0, room/size)
		for range room / size {
			held = append(held, make([]byte, size))
		}
		runtime.KeepAlive(held)
	}
	debug.FreeOSMemory()
}
