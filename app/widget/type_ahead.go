package widget

import (
	"strings"
	"time"
	"unicode"
)

// typeAhead finds a name in a list by its first letters, typed one soon after the other.
type typeAhead struct {
	letters string
	last    time.Time
}

// typedSoon is how soon a letter goes on with those before it.
const typedSoon = time.Second

// find is the next name after a place that begins with what was typed, or -1. A letter that
// is typed again goes on to the next name with it.
func (t *typeAhead) find(r rune, now time.Time, from int, names []string) int {
	if !unicode.IsPrint(r) || r == ' ' { // the space bar chooses
		return -1
	}
	letter := strings.ToLower(string(r))
	if now.Sub(t.last) > typedSoon || t.letters == letter {
		t.letters = ""
	}
	t.letters, t.last = t.letters+letter, now
	if t.letters == letter {
		from++
	}
	for i := range names {
		at := (from + i) % len(names)
		if begins(names[at], t.letters) {
			return at
		}
	}
	return -1
}

// begins tells whether a name begins with letters. The article that most Arabic names begin
// with need not be typed.
func begins(name, letters string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, letters) || strings.HasPrefix(strings.TrimPrefix(name, "ال"), letters)
}
