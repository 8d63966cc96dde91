package guard

import "time"

// Idle tells when nobody has touched the window for long, or the laptop slept.
type Idle struct {
	touched time.Time
	seen    time.Time // of the last look
}

const (
	// Warning is how long before locking somebody is told.
	Warning = time.Minute
	// asleep is how much the clock on the wall may be ahead of the program's own between
	// two looks: during sleep only the first goes on.
	asleep = 20 * time.Second
)

// Do says what to do.
type Do int

// What to do.
const (
	Nothing Do = iota
	Warn
	Lock
)

// Touch is called for every key and every move of the mouse.
func (i *Idle) Touch(now time.Time) { i.touched = now }

// Look is called about every second. minutes is the choice, or Never.
func (i *Idle) Look(now time.Time, minutes int) Do {
	before := i.seen
	i.seen = now
	if i.touched.IsZero() {
		i.touched = now
	}
	if !before.IsZero() && slept(before, now) {
		return Lock
	}
	if minutes == Never {
		return Nothing
	}
	// Both clocks count: the one on the wall may be set back, the program's own may
	// stand still in sleep.
	gone := max(now.Sub(i.touched), now.Round(0).Sub(i.touched.Round(0)))
	switch limit := time.Duration(minutes) * time.Minute; {
	case gone >= limit:
		return Lock
	case gone >= limit-Warning:
		return Warn
	}
	return Nothing
}

// slept compares the clocks.
func slept(before, now time.Time) bool {
	return Slept(now.Sub(before), now.Round(0).Sub(before.Round(0)))
}

// Slept tells from what both clocks say has gone by whether the laptop slept, or its clock
// was set ahead, which cannot be told apart. Back does not count.
func Slept(own, wall time.Duration) bool { return wall-own > asleep }
