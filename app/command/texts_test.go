package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/memory"

	"github.com/rogpeppe/go-internal/testscript"
)

// makeText puts a text of one's own in a vault: maketext k.kring workbook boek.md.
func makeText(ts *testscript.TestScript, _ bool, args []string) {
	v, err := vault.Open(ts.MkAbs(args[0]), passphrase)
	ts.Check(err)
	m, err := memory.Open(v)
	ts.Check(err)
	s, err := book.Open(v, m)
	ts.Check(err)
	_, err = s.Make(book.Draft{Kind: book.Kind(args[1]), Doc: bilingual.Parse([]byte(ts.ReadFile(args[2])))}, book.By{})
	ts.Check(err)
	ts.Check(v.Close())
}

// replace copies a file with the last of a text in it replaced: replace OLD NEW FROM TO.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.NewReplacer(`\n`, "\n")
	old, with, text := lines.Replace(args[0]), lines.Replace(args[1]), ts.ReadFile(args[2])
	at := strings.LastIndex(text, old)
	if at < 0 {
		ts.Fatalf("%s has no %q", args[2], old)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), []byte(text[:at]+with+text[at+len(old):]), 0o600))
}

// The demo's files for a translator are what the tools of translators take.
func TestTranslatorsToolsTakeTheDemo(t *testing.T) {
	dir := demoFiles(t)
	outside(t, "msgfmt", "-c", "-o", "/dev/null", filepath.Join(dir, "werkboek.po"))
	schema := filepath.Join("..", "..", "toolkit", "exchange", "testdata", "schema")
	t.Setenv("XML_CATALOG_FILES", filepath.Join(schema, "catalog.xml"))
	outside(t, "xmllint", "--nonet", "--noout", "--schema", filepath.Join(schema, "xliff-core-2.0.xsd"), filepath.Join(dir, "werkboek.xlf"))
}
