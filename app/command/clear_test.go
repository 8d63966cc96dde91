package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"kring/internal/vault"
)

// TestDemoVaultShowsNothing takes every text out of every record and journal entry of
// a vault as the commands make it, and looks for each of them in the file's bytes.
func TestDemoVaultShowsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "k.kring")
	v, _, err := vault.Create(path, demoPassphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := fill(v, demoDay)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	texts := textsOf(t, v)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Samira Haddad", "Wat we hier delen, blijft hier.", "Moeders en vaders Gouda-Oost"} {
		if !texts[want] {
			t.Errorf("%q is not among the texts that are looked for", want)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := vault.Inspect(path)
	if err != nil {
		t.Fatal(err)
	}
	made, err := h.Created.MarshalText() // that is no secret, and may be a day of the course
	if err != nil || !bytes.Contains(b, made) {
		t.Fatalf("the file does not say when it was made: %s, %v", made, err)
	}
	b = bytes.ReplaceAll(b, made, nil)
	for text := range texts {
		for _, form := range [][]byte{[]byte(text), wide(text, 0), wide(text, 8)} {
			if bytes.Contains(b, form) {
				t.Errorf("%q stands in the file", text)
			}
		}
	}
}

// wide writes UTF-16; shift 8 puts the higher byte first.
func wide(s string, shift int) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>shift), byte(u>>(8-shift)))
	}
	return out
}

func textsOf(t *testing.T, v *vault.Vault) map[string]bool {
	t.Helper()
	texts := map[string]bool{}
	kinds := map[string]bool{}
	entries, err := v.Journal(1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		for _, arg := range e.Action.Args {
			keep(texts, arg)
		}
		for _, c := range e.Changes {
			kinds[c.Collection] = true
		}
	}
	for kind := range kinds {
		c, err := vault.NewCollection[json.RawMessage](v, kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, raw := range c.All() {
			collectTexts(t, texts, raw)
		}
	}
	for kind := range kinds { // names of tables are in the clear, so a field may be called alike
		maps.DeleteFunc(texts, func(s string, _ bool) bool { return strings.Contains(kind, s) })
	}
	if len(kinds) < 6 || len(texts) < 60 {
		t.Fatalf("%d texts in %d kinds are too few to mean anything", len(texts), len(kinds))
	}
	return texts
}

func collectTexts(t *testing.T, texts map[string]bool, raw json.RawMessage) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(string); ok { // names of fields too: they are sealed as well
			keep(texts, s)
		}
	}
}

// keep leaves out what stands in random bytes by chance, and keys, which stand in the
// clear by design: the file shows counts and times.
func keep(texts map[string]bool, s string) {
	if len(s) >= 6 && !isKey(s) {
		texts[s] = true
	}
}

func isKey(s string) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && (s[i] < 'A' || s[i] > 'Z') && s[i] != '+' {
			return false
		}
	}
	return len(s) >= 26
}
