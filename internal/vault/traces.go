package vault

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Traces are what tells that something is about somebody: ids, which are found anywhere, and
// names, which are found as whole words, whatever their capitals: see folded.
type Traces struct{ IDs, Names []string }

// Matcher looks for traces in many records. It is for one goroutine.
type Matcher struct {
	ids   []string
	names [][]byte // as they stand in JSON, folded
	low   []byte
}

// Matcher makes one.
func (t Traces) Matcher() *Matcher {
	m := &Matcher{}
	for _, id := range t.IDs {
		if id != "" {
			m.ids = append(m.ids, id)
		}
	}
	for _, name := range t.Names {
		if b := encoded(name); len(bytes.TrimSpace(b)) > 0 {
			m.names = append(m.names, b)
		}
	}
	return m
}

// Points tells whether one of the ids is in a record: in its key or in what it holds.
func (m *Matcher) Points(key string, payload []byte) bool {
	for _, id := range m.ids {
		if strings.Contains(key, id) || bytes.Contains(payload, []byte(id)) {
			return true
		}
	}
	return false
}

// Named tells whether one of the names is in JSON.
func (m *Matcher) Named(payload []byte) bool {
	if len(payload) == 0 || len(m.names) == 0 {
		return false
	}
	m.low = folded(m.low[:0], payload)
	for _, name := range m.names {
		if findWord(m.low, name) >= 0 {
			return true
		}
	}
	return false
}

// In tells whether one of the traces is in a record.
func (m *Matcher) In(key string, payload []byte) bool {
	return m.Points(key, payload) || m.Named(payload)
}

// In is the matcher's, for one record.
func (t Traces) In(key string, payload []byte) bool { return t.Matcher().In(key, payload) }

// Named is the matcher's, for one record.
func (t Traces) Named(payload []byte) bool { return t.Matcher().Named(payload) }

// Holds tells whether one of the names is in a text.
func (t Traces) Holds(text string) bool {
	low := folded(nil, text)
	for _, name := range t.Names {
		if findWord(low, folded(nil, name)) >= 0 {
			return true
		}
	}
	return false
}

// Replace puts another word in the place of each of the names, the longest first: of somebody
// who is known by a first name too no family name is left.
func (t Traces) Replace(text, by string) string {
	longest := func(a, b string) int { return len(b) - len(a) }
	for _, name := range slices.SortedStableFunc(slices.Values(t.Names), longest) {
		text = replaceWord(text, name, by)
	}
	return text
}

func replaceWord(text, name, by string) string {
	low, at := foldedAt(text)
	want := folded(nil, name)
	var b strings.Builder
	for from := 0; ; {
		i := findWord(low[from:], want)
		if i < 0 {
			b.WriteString(text[at[from]:])
			return b.String()
		}
		b.WriteString(text[at[from]:at[from+i]])
		b.WriteString(by)
		from += i + len(want)
	}
}

// encoded is a name as it stands in JSON, folded.
func encoded(name string) []byte {
	b, err := json.Marshal(name)
	if err != nil || len(b) < 2 {
		return nil
	}
	return folded(nil, b[1:len(b)-1])
}

// findWord is where a word stands whole; -1: nowhere. Arabic writes particles to a word, so
// there only its end counts.
func findWord(text, word []byte) int {
	if len(bytes.TrimSpace(word)) == 0 {
		return -1
	}
	first, _ := utf8.DecodeRune(word)
	for from := 0; ; {
		i := bytes.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		at := from + i
		before, _ := utf8.DecodeLastRune(text[:at])
		after, _ := utf8.DecodeRune(text[at+len(word):])
		if (unicode.Is(unicode.Arabic, first) || !inWord(before) || escaped(text[:at])) && !inWord(after) {
			return at
		}
		from = at + utf8.RuneLen(first)
	}
}

// escaped tells whether a text ends with one of JSON's \n, \t and the like: their letter is
// none of the word after it.
func escaped(text []byte) bool {
	n := len(text)
	if n < 2 || !bytes.ContainsRune([]byte("nrtbf"), rune(text[n-1])) {
		return false
	}
	slashes := 0
	for i := n - 2; i >= 0 && text[i] == '\\'; i-- {
		slashes++
	}
	return slashes%2 == 1
}
