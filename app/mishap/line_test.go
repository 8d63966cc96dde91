package mishap_test

import (
	"encoding/json"
	"os"

	"kring/internal/vault"
)

// line is what the one who works tells the one who watches, over a pipe: that something begins,
// and what was shown as saved.
type line struct {
	Begin   string         `json:"begin,omitempty"` // an edit that is now in flight
	Opened  int            `json:"opened,omitempty"`
	Changes []change       `json:"changes,omitempty"` // were shown as saved
	Failed  string         `json:"failed,omitempty"`  // what the disk said; nothing was saved
	Op      vault.Op       `json:"op,omitempty"`
	Unsaid  []vault.Change `json:"unsaid,omitempty"` // of which the journal keeps nothing, now in flight
}

// change is a record as it now is; no value is a record that is gone.
type change struct {
	Collection string          `json:"c"`
	Key        string          `json:"k"`
	Value      json.RawMessage `json:"v,omitempty"`
}

// speaker writes lines into a pipe.
type speaker struct{ to *os.File }

func (s speaker) say(l line) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	_, err = s.to.Write(append(b, '\n'))
	return err
}

// state is every record of a vault, by collection and key.
type state map[[2]string]string

func (s state) apply(changes []change) {
	for _, c := range changes {
		if c.Value == nil {
			delete(s, [2]string{c.Collection, c.Key})
			continue
		}
		s[[2]string{c.Collection, c.Key}] = string(c.Value)
	}
}

// differs names the records in which two states differ.
func (s state) differs(t state) map[[2]string]bool {
	out := map[[2]string]bool{}
	for k, v := range s {
		if w, ok := t[k]; !ok || w != v {
			out[k] = true
		}
	}
	for k := range t {
		if _, ok := s[k]; !ok {
			out[k] = true
		}
	}
	return out
}

func stateOf(v *vault.Vault) (state, error) {
	s := state{}
	err := v.Each(func(col, key string, val []byte) error {
		s[[2]string{col, key}] = string(val)
		return nil
	})
	return s, err
}
