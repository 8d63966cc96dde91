package exchange_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"kring/toolkit/exchange"
)

// fuzzed holds for whatever is read: an error has a code and a place in the file, and what
// was understood can be written and read again, or cannot be written for a reason.
func fuzzed(t *testing.T, b []byte, read func([]byte) (exchange.File, error), write exchange.Writer) {
	f, err := read(b)
	if err != nil {
		var e *exchange.Error
		if !errors.As(err, &e) || e.Line > bytes.Count(b, []byte("\n"))+1 {
			t.Fatalf("no place in %v", err)
		}
		return
	}
	exchange.Compare(f, f)
	var out bytes.Buffer
	if err := write(&out, f); err != nil {
		if codeOf(err) == "" {
			t.Fatal(err)
		}
		return
	}
	again, err := exchange.Read("again", &out)
	if err != nil {
		t.Fatal(err)
	}
	// A book that has no name is told by nothing; languages have to be there in XLIFF.
	again.Book, f.Book = "", ""
	if f.Source != "" && f.Target != "" && !reflect.DeepEqual(again, f) {
		t.Fatalf("%+v\nis not\n%+v", again, f)
	}
}

func FuzzXLIFF(f *testing.F) {
	for _, write := range []exchange.Writer{exchange.WriteXLIFF2, exchange.WriteXLIFF1} {
		var b bytes.Buffer
		if err := write(&b, sample()); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	for _, c := range badXLIFF() {
		if len(c.text) < 10_000 {
			f.Add([]byte(c.text))
		}
	}
	for _, s := range ofTools {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		read := func(b []byte) (exchange.File, error) { return exchange.ReadXLIFF(bytes.NewReader(b)) }
		fuzzed(t, b, read, exchange.WriteXLIFF2)
		fuzzed(t, b, read, exchange.WriteXLIFF1)
	})
}

func FuzzPO(f *testing.F) {
	var b bytes.Buffer
	if err := exchange.WritePO(&b, sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	for _, c := range badPO {
		f.Add([]byte(c.text))
	}
	for _, s := range ofTools {
		if strings.Contains(s, "msgid") {
			f.Add([]byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		fuzzed(t, b, func(b []byte) (exchange.File, error) { return exchange.ReadPO(bytes.NewReader(b)) }, exchange.WritePO)
	})
}

// FuzzText reads what comes back from a plain text editor. Its words are found again among the
// segments they were made of, and what was understood can be written and read again.
func FuzzText(f *testing.F) {
	var b bytes.Buffer
	if err := exchange.WriteText(&b, sample()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("---\nkring_language: ar\n---\n# Een\n\n[ar] واحد\n\nTwee\n"))
	f.Add([]byte("---\ntitle: [1, {a: 2}]\nkring_language: 7\n---\n# \n[ar]\n"))
	f.Add([]byte("\xff\xfe#"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := exchange.ReadText(bytes.NewReader(b))
		if err != nil {
			if codeOf(err) == "" {
				t.Fatalf("no code in %v", err)
			}
			return
		}
		named := exchange.Named(sample(), got)
		exchange.Compare(sample(), named)
		if len(named.Units) != len(got.Units) {
			t.Fatalf("%d units, named %d", len(got.Units), len(named.Units))
		}
		var out bytes.Buffer
		if err := exchange.WriteText(&out, got); err != nil {
			t.Fatal(err)
		}
		if _, err := exchange.ReadText(&out); err != nil {
			t.Fatal(err)
		}
	})
}
