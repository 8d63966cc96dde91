package privacy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
)

// Mention is a place where somebody is called by name in the words of a record that is not
// theirs. It may be somebody else with that name: people look, and choose.
type Mention struct {
	Collection, Key string
	Label           string // of what kind the record is
	Where           Where
	Text            string // around the name
	Likely          bool   // that it is meant: notes about people, or a name of more than one word
}

// Blank stands in the place of a name that was erased.
const Blank = "…"

// mentions finds them in one record. One that cannot be read is an error: it may have the name.
func (s *Store) mentions(h Holding, r vault.Record, t vault.Traces, sub Subject) ([]Mention, error) {
	if h.Bytes || h.Of == Numbers {
		return nil, nil
	}
	var found []string
	_, err := rewritten(r.Payload, h.Own, func(text string) string {
		if t.Holds(text) {
			found = append(found, around(text, t))
		}
		return text
	})
	if err != nil {
		return nil, fmt.Errorf("%s/%s: %w", r.Collection, r.Key, err)
	}
	if len(found) == 0 {
		return nil, nil
	}
	m := Mention{Collection: r.Collection, Key: strings.Clone(r.Key), Label: h.Label, Text: strings.Join(found, " · ")}
	m.Likely = h.Notes || sub.Kind == Translator || len(strings.Fields(sub.Name)) > 1
	if h.Where != nil {
		m.Where = h.Where(r)
	}
	return []Mention{m}, nil
}

// Likely are the mentions that are meant, unless somebody says otherwise.
func (p Plan) Likely() []Mention {
	return slices.DeleteFunc(slices.Clone(p.Mentions), func(m Mention) bool { return !m.Likely })
}

// aroundLetters is how much is shown before and after a name.
const aroundLetters = 40

// around is the part of a text around the first of the names.
func around(text string, t vault.Traces) string {
	text = strings.Join(strings.Fields(text), " ")
	marked := t.Replace(text, "\x00")
	at := strings.IndexByte(marked, 0)
	if at < 0 {
		return text
	}
	before := []rune(text[:at])
	after := []rune(text[at:])
	out := string(after[:min(len(after), 2*aroundLetters)])
	if len(after) > 2*aroundLetters {
		out += " …"
	}
	if len(before) > aroundLetters {
		return "… " + string(before[len(before)-aroundLetters:]) + out
	}
	return string(before) + out
}

// unmention writes a record anew without the names; one that went with its owner stays away.
func (s *Store) unmention(tx *vault.Tx, m Mention, t vault.Traces) error {
	now, err := tx.Current(m.Collection, m.Key)
	if err != nil || now == nil {
		return err
	}
	h := s.holdings[m.Collection]
	out, err := rewritten(now, h.Own, func(text string) string { return t.Replace(text, Blank) })
	if err != nil {
		return fmt.Errorf("%s/%s: %w", m.Collection, m.Key, err)
	}
	return tx.Set(m.Collection, m.Key, out)
}

// rewritten goes over every text of a record, but those fields of it that are somebody's own.
func rewritten(payload json.RawMessage, own []string, change func(string) string) (json.RawMessage, error) {
	d := json.NewDecoder(bytes.NewReader(payload))
	d.UseNumber()
	var x any
	if err := d.Decode(&x); err != nil {
		return nil, fmt.Errorf("reading a record: %w", err)
	}
	if fields, ok := x.(map[string]any); ok {
		for k, v := range fields {
			if !slices.Contains(own, k) {
				fields[k] = walked(v, change)
			}
		}
	} else {
		x = walked(x, change)
	}
	b, err := json.Marshal(x)
	if err != nil {
		return nil, fmt.Errorf("writing a record: %w", err)
	}
	return b, nil
}

func walked(x any, change func(string) string) any {
	switch x := x.(type) {
	case string:
		return change(x)
	case []any:
		for i := range x {
			x[i] = walked(x[i], change)
		}
	case map[string]any:
		for k := range x {
			x[k] = walked(x[k], change)
		}
	}
	return x
}

func lastPart(id string) string { return id[strings.LastIndex(id, "+")+1:] }
