package vault_test

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kring/internal/vault"
)

// FuzzPages opens a small real vault of which bytes were changed, pieces moved and the end cut
// off. It is refused in plain words, or it is the right vault; it never panics and never hangs.
func FuzzPages(f *testing.F) {
	path := filepath.Join(f.TempDir(), "klein.kring")
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		f.Fatal(err)
	}
	c, err := vault.NewCollection[thing](v, "things")
	if err != nil {
		f.Fatal(err)
	}
	for i := range 40 {
		err := v.Do(vault.Action{Kind: "fill"}, func(tx *vault.Tx) error {
			return c.Put(tx, string(rune('a'+i%26))+string(rune('a'+i/26)), thing{Name: "naam", N: i})
		})
		if err != nil {
			f.Fatal(err)
		}
	}
	want := contents(c)
	if err := v.Close(); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	for at := 0; at < len(whole); at += 1024 {
		f.Add([]byte{byte(at >> 10), 0, 0, 0xFF}, uint16(0))
		f.Add([]byte{byte(at >> 10), 8, 1, 0x7F, byte(at >> 10), 10, 2, 0x01}, uint16(at))
	}
	f.Fuzz(func(t *testing.T, script []byte, cut uint16) {
		b := spoil(bytes.Clone(whole), script)
		if n := int(cut); n > 0 && n < len(b) {
			b = b[:len(b)-n]
		}
		mayOpen(t, b, want)
	})
}

// spoil does what a script says, four bytes at a time: where (in steps of 1 KiB, and within
// one), how, and with what.
func spoil(b, script []byte) []byte {
	for ; len(script) >= 4; script = script[4:] {
		at := (int(script[0])<<10 | int(script[1])<<2) % len(b)
		switch script[2] % 4 {
		case 0:
			b[at] ^= script[3]
		case 1: // a number of four bytes
			copy(b[at:], []byte{script[3], script[3] >> 4, 0, 0})
		case 2: // a page in another's place
			copy(b[at&^4095:min(len(b), at&^4095+4096)], b[int(script[3])*4096%len(b)&^4095:])
		case 3:
			clear(b[at:min(len(b), at+int(script[3]))])
		}
	}
	return b
}

func mayOpen(t *testing.T, b []byte, want map[string]thing) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.kring")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	type answer struct {
		got map[string]thing
		err error
	}
	done := make(chan answer, 1)
	go func() {
		got, err := read(path)
		done <- answer{got, err}
	}()
	select {
	case a := <-done:
		var d *vault.DamageError
		if a.err == nil && !maps.Equal(a.got, want) {
			t.Fatal("the content differs and nobody noticed")
		}
		if a.err != nil && !(errors.As(a.err, &d) && d.What != "") && !errors.Is(a.err, vault.ErrNotVault) && !errors.Is(a.err, vault.ErrNewerSchema) {
			t.Fatalf("not a clear error: %v", a.err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it hangs")
	}
}
