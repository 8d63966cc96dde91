package export

import (
	"testing"

	"pgregory.net/rapid"

	"kring/internal/typeset"
)

// A paragraph that goes on over pages keeps to them and loses no line, and where a page has room
// for more than that no line stands alone at its foot or at its head.
func TestNoLineStandsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const high = 10.0
		some := func(label string, least, few, most int) int {
			return rapid.OneOf(rapid.IntRange(least, few), rapid.IntRange(least, most)).Draw(t, label)
		}
		whole, page := some("lines", 1, 6, 60), high*float64(some("page", 4, 6, 40))
		lines := make([]typeset.Line, whole)
		for i := range lines {
			lines[i].Height = high
		}
		room := min(high*float64(some("room", 0, 4, 40)), page)
		for rest, fresh := lines, false; len(rest) > 0; fresh, room = true, page {
			n := fitting(rest, room, fresh)
			if high := typeset.Height(rest[:n]); high > room {
				t.Fatalf("%d lines are %.1f high in %.1f", n, high, room)
			}
			if n == 0 && fresh {
				t.Fatal("nothing goes on a page")
			}
			if whole > 1 && (n == 1 || len(rest)-n == 1) && (n < len(rest) || len(rest) < whole) {
				t.Fatalf("of %d lines %d are left, and %d go in %.1f", whole, len(rest), n, room)
			}
			rest = rest[n:]
		}
	})
}
