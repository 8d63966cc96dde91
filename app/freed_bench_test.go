package app

import "testing"

// BenchmarkOverwriteFreed is what locking takes longer, beside the window.
func BenchmarkOverwriteFreed(b *testing.B) {
	for range b.N {
		overwriteFreed()
	}
}
