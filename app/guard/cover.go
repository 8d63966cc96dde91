package guard

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"kring/internal/vault"
)

// numbers are telephone numbers, however they are written: dates have fewer digits.
var numbers = regexp.MustCompile(`\+?\d(?:[ ()./-]{0,2}\d){8,}`)

// choice is what a new kind of record may have to choose from: a word of the program.
var choice = regexp.MustCompile(`^[a-z]+$`)

// Dots stand in the place of a note.
const Dots = "••••"

// Cover takes names and notes out of a text that is about to be shown. It knows them from
// the vault, so that no page has to say which of its texts are private: whatever stands
// there and somebody typed as a name becomes initials, and as a note dots.
type Cover struct {
	phrases map[string][]phrase // by their first word, in small letters

	mu    sync.Mutex
	known map[string]string // texts that were covered before
}

// mostKnown is how many covered texts are remembered, some dozens of pages of them: after that
// they are worked out anew.
const mostKnown = 4000

// phrase is what is looked for, as words in small letters.
type phrase struct {
	words []string
	exact string // a single word of a name counts with its capitals alone: Wil is no will
	mask  string
	alone bool // it counts only where it stands by itself
}

// NewCover reads what there is to cover.
func NewCover(v *vault.Vault) (*Cover, error) {
	c := &Cover{phrases: map[string][]phrase{}, known: map[string]string{}}
	err := v.Each(func(collection, _ string, value []byte) error {
		var x any
		if err := json.Unmarshal(value, &x); err != nil {
			return err
		}
		Texts(collection, x, c.add)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading what to cover: %w", err)
	}
	return c, nil
}

// Texts goes over the texts of a record, each with where it stands: collection,
// dot, field, as people.name or holders.away[].from.
func Texts(at string, x any, fn func(at, text string)) {
	switch x := x.(type) {
	case string:
		fn(at, x)
	case []any:
		for _, y := range x {
			Texts(at+"[]", y, fn)
		}
	case map[string]any:
		for k, y := range x {
			Texts(at+"."+k, y, fn)
		}
	}
}

func (c *Cover) add(at, text string) {
	switch KindOf(at) {
	case Named:
		c.name(text)
	case Noted:
		if !thought(at) && choice.MatchString(text) {
			return
		}
		for line := range strings.Lines(text) {
			p := phrase{words: wordsOf(line), mask: Dots}
			if one := fields(line); len(one) == 1 {
				p.exact = one[0]
			}
			p.alone = shortNote(p)
			c.put(p)
		}
	}
}

// name covers the whole of a name, and each word of it that begins with a capital or is
// in a script without.
func (c *Cover) name(text string) {
	words := fields(text)
	if len(words) > 1 {
		c.put(phrase{words: wordsOf(text), mask: Initials(text)})
	}
	for _, w := range words {
		if r := []rune(w); len(r) > 1 && !unicode.IsLower(r[0]) {
			c.put(phrase{words: []string{strings.ToLower(w)}, exact: w, mask: Initials(w)})
		} else if len(words) == 1 {
			c.put(phrase{words: []string{strings.ToLower(w)}, mask: Initials(w), alone: len(r) < longName})
		}
	}
}

func (c *Cover) put(p phrase) {
	if len(p.words) == 0 {
		return
	}
	c.phrases[p.words[0]] = append(c.phrases[p.words[0]], p)
}

// Initials of a name: "Anna de Vries" gives "A. V.".
func Initials(name string) string {
	var out []string
	words := fields(name)
	for _, w := range words {
		if r := []rune(w); len(words) == 1 || !unicode.IsLower(r[0]) {
			out = append(out, string(r[0])+".")
		}
	}
	if len(out) == 0 {
		return Dots
	}
	return strings.Join(out, " ")
}

// word is a stretch of letters and digits of a text.
type word struct {
	from, to int // bytes
	small    string
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func split(text string) (out []word) {
	from := -1
	for i, r := range text {
		if inWord(r) {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			out = append(out, word{from, i, strings.ToLower(text[from:i])})
			from = -1
		}
	}
	if from >= 0 {
		out = append(out, word{from, len(text), strings.ToLower(text[from:])})
	}
	return out
}

func wordsOf(text string) (out []string) {
	for _, w := range split(text) {
		out = append(out, w.small)
	}
	return out
}

func fields(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !inWord(r) })
}

// Text gives what may be seen of a text. Nothing covered gives it as it was.
func (c *Cover) Text(text string) string {
	if text == "" {
		return ""
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if out, ok := c.known[text]; ok {
		return out
	}
	if len(c.known) > mostKnown {
		clear(c.known)
	}
	out := numbers.ReplaceAllString(c.cover(text), Dots)
	c.known[text] = out
	return out
}

func (c *Cover) cover(text string) string {
	words := split(text)
	var out strings.Builder
	at := 0
	for i := 0; i < len(words); {
		p, ok := c.longest(text, words[i:])
		if !ok {
			i++
			continue
		}
		out.WriteString(text[at:words[i].from])
		out.WriteString(p.mask)
		i += len(p.words)
		at = words[i-1].to
		if p.mask != Dots && strings.HasPrefix(text[at:], ".") {
			at++ // one full stop is enough
		}
	}
	out.WriteString(text[at:])
	return out.String()
}

// longest is the phrase of most words with which the words begin.
func (c *Cover) longest(text string, words []word) (best phrase, ok bool) {
	for _, p := range c.phrases[words[0].small] {
		if len(p.words) > len(words) || len(p.words) <= len(best.words) {
			continue
		}
		if p.alone && !alone(text, words[0].from, words[len(p.words)-1].to) {
			continue
		}
		if p.exact != "" && text[words[0].from:words[0].to] != p.exact {
			continue
		}
		same := true
		for i, w := range p.words {
			same = same && words[i].small == w
		}
		if same {
			best, ok = p, true
		}
	}
	return best, ok
}
