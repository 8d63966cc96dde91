package vault

import (
	"bytes"
	"testing"
)

func FuzzHeader(f *testing.F) {
	h := Header{Format: 1, ID: "01H", KDF: TestKDF}
	b, err := h.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{0}, 40))
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := decodeHeader(b)
		if err == nil && !h.KDF.sane() {
			t.Fatalf("accepted %+v", h.KDF)
		}
	})
}

func TestHeaderRefusesAbsurdParameters(t *testing.T) {
	for _, k := range []KDF{{}, {Time: 1000, Memory: 64, Threads: 1}, {Time: 1, Memory: 1 << 30, Threads: 1}, {Time: 1, Memory: 64}} {
		b, err := Header{Format: 1, KDF: k}.encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decodeHeader(b); err == nil {
			t.Errorf("%+v was accepted", k)
		}
	}
}

func TestRecoveryCodeFindsTypingErrors(t *testing.T) {
	code := newRecovery()
	if got, ok := parseRecovery(code); !ok || got != code {
		t.Fatalf("%q is not read back", code)
	}
	for i := range code {
		if code[i] == '-' {
			continue
		}
		wrong := []byte(code)
		wrong[i] = crockford[(bytes.IndexByte([]byte(crockford), code[i])+1)%32]
		if _, ok := parseRecovery(string(wrong)); ok {
			t.Errorf("%q was taken for %q", wrong, code)
		}
	}
}
