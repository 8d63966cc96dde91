package typeset

import (
	"image/color"
	"strings"
	"testing"
	"time"
)

// Whatever has no letters, as the dots of a passphrase, takes as long as it is long.
func TestLongTextWithoutLettersIsLaidInTime(t *testing.T) {
	took := func(n int) time.Duration {
		begin := time.Now()
		Plain(strings.Repeat("●", n), 16, 0, color.NRGBA{A: 255}).LayToEdit()
		return time.Since(begin)
	}
	took(100)
	if short, long := took(2000), took(64000); long > 100*short+time.Second {
		t.Errorf("32 times as long took %v, not %v", long, short)
	}
}
