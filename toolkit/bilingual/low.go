package bilingual

import (
	"maps"
	"strings"
)

// Full is the document without the low-text versions of its exercises.
func (d Document) Full() Document {
	var kept []Block
	for _, b := range d.Blocks {
		if !b.Low {
			kept = append(kept, b)
		}
	}
	d.Blocks = kept
	return d
}

// LowText is the document in which each exercise that has a low-text version gives way to
// it. The other blocks stay as they are. What the front matter says under a key with low_
// before it (low_title) is said in place of the other.
func (d Document) LowText() Document {
	out := make([]bool, len(d.Blocks))
	begun := 0 // the level of the version that goes on
	for i, b := range d.Blocks {
		if !b.Low {
			begun = 0
		}
		if !b.Low || b.Kind != Heading || begun > 0 && b.Level >= begun {
			continue
		}
		begun = b.Level
		for from := d.exercise(i, b.Level); from < i; from++ {
			out[from] = true
		}
	}
	var kept []Block
	for i, b := range d.Blocks {
		if !out[i] {
			b.Low = false
			kept = append(kept, b)
		}
	}
	d.Blocks = kept
	meta := maps.Clone(d.Meta)
	for key, val := range d.Meta {
		if of, ok := strings.CutPrefix(key, "low_"); ok {
			meta[of] = val
		}
	}
	d.Meta = meta
	return d
}

// HasLowText tells whether an exercise has a low-text version.
func (d Document) HasLowText() bool {
	for _, b := range d.Blocks {
		if b.Low {
			return true
		}
	}
	return false
}

// exercise is where the exercise begins that a low-text version at a block stands in for:
// the last heading of its level that is of the full text, within the same chapter. It is
// negative where there is none.
func (d Document) exercise(at, level int) int {
	for i := at - 1; i >= 0; i-- {
		b := d.Blocks[i]
		switch {
		case b.Kind != Heading || b.Low || b.Level > level:
		case b.Level == level:
			return i
		default:
			return -1
		}
	}
	return -1
}
