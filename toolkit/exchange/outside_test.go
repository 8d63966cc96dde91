package exchange_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kring/toolkit/exchange"
)

// outside runs a program of others on a file; scripts/deps.sh installs them.
func outside(t *testing.T, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "XML_CATALOG_FILES=testdata/schema/catalog.xml", "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil || strings.Contains(string(out), "warning") {
		t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

func saved(t *testing.T, write exchange.Writer, f exchange.File) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "text")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(out, f); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// files are what the tools of others get to see: a whole book, one unit, and one in which
// every field is odd.
func files() map[string]exchange.File {
	one := sample()
	one.Units = one.Units[:1]
	strange := sample()
	strange.Note, strange.Title = "a\nb", `<"t">`
	for i := range strange.Units {
		u := &strange.Units[i]
		u.ID += " <é|_x20_>"
		u.Chapter, u.Note, u.Who = "a\n\"b\" & <c>", "]]> --", "`~#"
		u.Waived = map[string]string{"": "x", "a\nb": " "}
		u.Was = "\u200fwas\t😀\n"
	}
	return map[string]exchange.File{"book": sample(), "one": one, "strange": strange}
}

func TestXLIFFKeepsToTheSchemas(t *testing.T) {
	for name, f := range files() {
		t.Run(name, func(t *testing.T) {
			outside(t, "xmllint", "--nonet", "--noout", "--schema", "testdata/schema/xliff-core-2.0.xsd", saved(t, exchange.WriteXLIFF2, f))
			outside(t, "xmllint", "--nonet", "--noout", "--schema", "testdata/schema/xliff-core-1.2-strict.xsd", saved(t, exchange.WriteXLIFF1, f))
		})
	}
}

func TestMsgfmtTakesThePO(t *testing.T) {
	for name, f := range files() {
		for _, lang := range []string{"ar", "tr", "en", "ti", "so", "fa", "uk", "pl"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				f.Target = lang
				outside(t, "msgfmt", "-c", "-v", "-o", "/dev/null", saved(t, exchange.WritePO, f))
			})
		}
	}
}

// msgcat wraps lines and orders comments as gettext does.
func TestMsgcatGivesItBackEqual(t *testing.T) {
	for name, f := range files() {
		for _, width := range []string{"--width=40", "--no-wrap", "--no-escape"} {
			from, to := saved(t, exchange.WritePO, f), filepath.Join(t.TempDir(), "to.po")
			outside(t, "msgcat", width, "-o", to, from)
			b, err := os.Open(to)
			if err != nil {
				t.Fatal(err)
			}
			got, err := exchange.ReadPO(b)
			if cerr := b.Close(); err != nil || cerr != nil {
				t.Fatal(err, cerr)
			}
			if !reflect.DeepEqual(got, f) {
				t.Errorf("%s %s:\n%+v\nis not\n%+v", name, width, got, f)
			}
		}
	}
}
