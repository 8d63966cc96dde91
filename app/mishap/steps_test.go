package mishap_test

import (
	"bytes"
	"encoding/json"
	"strconv"

	"kring/internal/vault"
)

// newest is the schema to which the steps below bring a vault.
const newest = 3

// steps are migrations as a later Kring could have them: each touches a record of every person
// and counts them in a record of its own.
func steps(to int) vault.Option {
	var all []vault.Migration
	for n := 2; n <= to; n++ {
		all = append(all, vault.Migration{To: n, Name: "step " + strconv.Itoa(n), Run: func(m *vault.MigrationTx) error { return step(m, n) }})
	}
	return vault.WithMigrations(all...)
}

func step(m *vault.MigrationTx, n int) error {
	count := 0
	err := m.Each("people", func(key string, val json.RawMessage) error {
		count++
		return m.Put("people", key, stepped(val, n))
	})
	if err != nil {
		return err
	}
	return m.Put("steps", strconv.Itoa(n), json.RawMessage(strconv.Itoa(count)))
}

func stepped(val json.RawMessage, n int) json.RawMessage {
	return append(bytes.TrimSuffix(bytes.Clone(val), []byte("}")), `,"step`+strconv.Itoa(n)+`":true}`...)
}

// step does to a state what the step does to a vault.
func (s state) step(n int) {
	count := 0
	for k, val := range s {
		if k[0] == "people" {
			count++
			s[k] = string(stepped(json.RawMessage(val), n))
		}
	}
	s[[2]string{"steps", strconv.Itoa(n)}] = strconv.Itoa(count)
}
