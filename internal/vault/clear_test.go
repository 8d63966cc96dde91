package vault_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kring/internal/vault"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// private is what people type, as it comes: names, numbers, notes, in both scripts.
var private = []string{
	"Fatima el Amrani-Özdemir", "فاطمة الزهراء بن علي", "0612345678", "+31 6 12 34 56 78", "fatima.elamrani@voorbeeld.nl",
	"Zij huilde even na de pauze", "بكت قليلا بعد الاستراحة", "Moeders Oosterwei 2026", "Wijkcentrum De Walvis", "Ingrid van den Bosch",
	"afgemeld: ziek kind", "Wat hier gezegd wordt blijft hier", "<b>\"Aanhaling\" & meer</b>",
}

// everyKind is a record with a text wherever a record can have one.
type everyKind struct {
	Text  string            `json:"text"`
	List  []string          `json:"list"`
	Names map[string]string `json:"names"`
	Inner struct {
		Deep any `json:"deep"`
	} `json:"inner"`
}

func kindOf(s string) everyKind {
	k := everyKind{Text: s, List: []string{s, s}, Names: map[string]string{s: s}}
	k.Inner.Deep = []any{s}
	return k
}

// TestNothingReadableInTheFile plants private texts by every way into the vault and
// looks for them and for each of their words, in every form that a program might write.
func TestNothingReadableInTheFile(t *testing.T) {
	v, path, recovery := create(t)
	plant(t, v)
	seen := map[string]bool{}
	for _, s := range append(slices.Clone(private), pass, recovery) {
		for _, word := range append(strings.Fields(s), s) {
			seen[word] = true
		}
	}
	for name, b := range folder(t, path) {
		for word := range seen {
			for form, bytesOf := range forms(t, word) { // shorter ones stand in random bytes by chance
				if len(bytesOf) >= 5 && bytes.Contains(b, bytesOf) {
					t.Errorf("%q stands in %s, as %s", word, name, form)
				}
			}
		}
	}
}

// plant writes each text, changes it, deletes it, takes that back and does it again,
// erases one and migrates one, with the text in the journal's words as well.
func plant(t *testing.T, v *vault.Vault) {
	t.Helper()
	for i, s := range private {
		for _, name := range []string{"people", "courses", "notes"} {
			c, err := vault.NewCollection[everyKind](v, name)
			if err != nil {
				t.Fatal(err)
			}
			do := func(fn func(tx *vault.Tx) error) {
				t.Helper()
				if err := v.Do(vault.Action{Kind: "action.x", Args: map[string]string{"Name": s}}, fn); err != nil {
					t.Fatal(err)
				}
			}
			key := vault.NewID()
			do(func(tx *vault.Tx) error { return c.Put(tx, key, kindOf(s)) })
			do(func(tx *vault.Tx) error { return c.Put(tx, key, kindOf(private[(i+1)%len(private)])) })
			do(func(tx *vault.Tx) error { return c.Delete(tx, key) })
			back(t, v.Undo)
			back(t, v.Redo)
			back(t, v.Undo)
			do(func(tx *vault.Tx) error { return c.Put(tx, vault.NewID(), kindOf(s)) })
		}
	}
	key := vault.NewID()
	c := things(t, v)
	put(t, v, c, key, thing{Name: private[0]})
	if err := v.Forget(vault.Action{Kind: "action.erase"}, vault.Traces{}, func(tx *vault.Tx) error { return c.Delete(tx, key) }); err != nil {
		t.Fatal(err)
	}
}

func back(t *testing.T, step func() (vault.Action, error)) {
	t.Helper()
	if _, err := step(); err != nil {
		t.Fatal(err)
	}
}

// folder reads the vault and whatever stands beside it.
func folder(t *testing.T, path string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = b
	}
	if len(out[filepath.Base(path)]) == 0 {
		t.Fatal("the vault was not read")
	}
	return out
}

func forms(t *testing.T, s string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{
		"utf-8": []byte(s), "small letters": []byte(strings.ToLower(s)), "capitals": []byte(strings.ToUpper(s)),
		"json": []byte(strings.Trim(strconv.QuoteToASCII(s), `"`)), "hexadecimal": []byte(hex.EncodeToString([]byte(s))),
		"base64": []byte(strings.TrimRight(base64.StdEncoding.EncodeToString([]byte(s)), "=")),
	}
	for name, order := range map[string]unicode.Endianness{"utf-16 little": unicode.LittleEndian, "utf-16 big": unicode.BigEndian} {
		b, err := unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = b
	}
	for name, page := range map[string]*charmap.Charmap{"windows-1252": charmap.Windows1252, "windows-1256": charmap.Windows1256} {
		if b, err := page.NewEncoder().Bytes([]byte(s)); err == nil {
			out[name] = b
		}
	}
	return out
}

// TestReadableWouldBeFound: the search above finds what it looks for.
func TestReadableWouldBeFound(t *testing.T) {
	for _, s := range private {
		for form, b := range forms(t, s) {
			file := slices.Concat(make([]byte, 37), b, make([]byte, 11))
			if !bytes.Contains(file, forms(t, s)[form]) || len(b) < 5 {
				t.Errorf("%q as %s is not found", s, form)
			}
		}
	}
}
