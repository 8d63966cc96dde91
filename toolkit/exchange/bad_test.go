package exchange_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"kring/toolkit/exchange"
)

func codeOf(err error) exchange.Code {
	var e *exchange.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

type bad struct {
	name, text   string
	code         exchange.Code
	line, column int
	other        int
}

const (
	head2 = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="nl" trgLang="ar"><file id="f1">` + "\n"
	tail2 = "\n</file></xliff>"
	head1 = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="nl" target-language="ar"><body>` + "\n"
	tail1 = "\n</body></file></xliff>"
)

func badXLIFF() []bad {
	unit := func(id string) string { return `<unit id="` + id + `"><segment><source>a</source></segment></unit>` }
	return []bad{
		{name: "bomb", text: "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n" + head2 + unit("1") + tail2, code: exchange.ErrDTD, line: 2, column: 1},
		{name: "file of the computer", text: "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + head2 + "&a;" + tail2, code: exchange.ErrDTD, line: 1, column: 1},
		{name: "entity without a type", text: head2 + `<unit id="1"><segment><source>&lol;</source></segment></unit>` + tail2, code: exchange.ErrDTD, line: 2},
		{name: "and that is no entity", text: head2 + `<unit id="1"><segment><source>a & b</source></segment></unit>` + tail2, code: exchange.ErrDamaged, line: 2},
		{name: "type inside", text: head2 + `<unit id="1"><!DOCTYPE x><segment/></unit>` + tail2, code: exchange.ErrDTD, line: 2, column: 14},
		{name: "type in what is passed over", text: head2 + `<skeleton><!DOCTYPE x></skeleton>` + unit("1") + tail2, code: exchange.ErrDTD, line: 2},
		{name: "twice", text: head2 + unit("1") + "\n" + unit("2") + "\n" + unit("1") + tail2, code: exchange.ErrTwice, line: 4, column: 1, other: 2},
		{name: "twice in 1.2", text: head1 + "<trans-unit id=\"a\"><source>x</source></trans-unit>\n<trans-unit id=\"a\"><source>y</source></trans-unit>" + tail1, code: exchange.ErrTwice, line: 3, column: 1, other: 2},
		{name: "cut in a unit", text: head2 + `<unit id="1"><segment><sour`, code: exchange.ErrCut, line: 2},
		{name: "cut between", text: head2 + unit("1"), code: exchange.ErrCut, line: 2},
		{name: "not closed", text: head2 + "<unit id=\"1\"><segment><source>a</target></segment></unit>" + tail2, code: exchange.ErrDamaged, line: 2},
		{name: "no letters", text: head2 + "<unit id=\"1\"><segment><source>\xc3\x28</source></segment></unit>" + tail2, code: exchange.ErrEncoding, line: 2, column: 31},
		{name: "a bell", text: head2 + "<unit id=\"1\"><segment><source>&#7;</source></segment></unit>" + tail2, code: exchange.ErrCharacter, line: 2},
		{name: "a bell by its number", text: head2 + "<unit id=\"1\"><segment><source>a<cp hex=\"0007\"/></source></segment></unit>" + tail2, code: exchange.ErrCharacter, line: 2, column: 32},
		{name: "deep", text: head2 + strings.Repeat("<group>", 100) + strings.Repeat("</group>", 100) + tail2, code: exchange.ErrTooDeep, line: 2},
		{name: "deep in what is passed over", text: head2 + strings.Repeat("<x>", 100) + strings.Repeat("</x>", 100) + tail2, code: exchange.ErrTooDeep, line: 2},
		{name: "much in a unit", text: head2 + `<unit id="1">` + strings.Repeat("<segment/>", 11_000) + "</unit>" + tail2, code: exchange.ErrTooDeep, line: 2, column: 1},
		{name: "long attribute", text: head2 + `<unit id="` + strings.Repeat("a", 70_000) + `"/>` + tail2, code: exchange.ErrTooDeep, line: 2, column: 1},
		{name: "two texts", text: strings.Replace(head2, "f1", "01JBK3Z7W8N4Q5R6S7T8V9W0X1", 1) + "</file>\n<file id=\"01JBK3Z7W8N4Q5R6S7T8V9W0X2\">" + tail2, code: exchange.ErrSeveral, line: 3, column: 1},
		{name: "other letters", text: `<?xml version="1.0" encoding="klingon"?>` + head2 + tail2, code: exchange.ErrCharset, line: 1, column: 1},
		{name: "a page of the web", text: "<html><body>x</body></html>", code: exchange.ErrFormat, line: 1, column: 1},
		{name: "XLIFF of tomorrow", text: `<xliff version="3.0"></xliff>`, code: exchange.ErrFormat, line: 1, column: 1},
		{name: "a root in a root", text: head2 + head2 + tail2 + tail2, code: exchange.ErrFormat, line: 2},
		{name: "only a declaration", text: `<?xml version="1.0"?>`, code: exchange.ErrFormat, line: 1},
	}
}

const headPO = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"X-Kring-Book: 01JBK3Z7W8N4Q5R6S7T8V9W0X1\\n\"\n\n"

var badPO = []bad{
	{name: "plural", text: headPO + "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n", code: exchange.ErrPlural, line: 7, column: 1},
	{name: "numbered", text: headPO + "msgid \"a\"\nmsgstr[0] \"c\"\n", code: exchange.ErrPlural, line: 7, column: 1},
	{name: "plural before", text: headPO + "#| msgid_plural \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n", code: exchange.ErrPlural, line: 6},
	{name: "twice", text: headPO + "msgctxt \"1\"\nmsgid \"a\"\nmsgstr \"\"\n\nmsgctxt \"1\"\nmsgid \"b\"\nmsgstr \"\"\n", code: exchange.ErrTwice, line: 10, column: 1, other: 6},
	{name: "cut", text: headPO + "msgctxt \"1\"\nmsgid \"a\"\n", code: exchange.ErrCut, line: 6, column: 1},
	{name: "cut in a text", text: headPO + "msgid \"a\"\nmsgstr \"b", code: exchange.ErrCut, line: 7},
	{name: "no quote", text: headPO + "msgid \"a\nmsgstr \"b\"\n", code: exchange.ErrDamaged, line: 6},
	{name: "something after", text: headPO + "msgid \"a\" b\nmsgstr \"b\"\n", code: exchange.ErrDamaged, line: 6},
	{name: "no keyword", text: headPO + "  message \"a\"\nmsgstr \"b\"\n", code: exchange.ErrDamaged, line: 6, column: 3},
	{name: "two texts of one", text: headPO + "msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", code: exchange.ErrDamaged, line: 8},
	{name: "quotes of nothing", text: headPO + "\"a\"\n", code: exchange.ErrDamaged, line: 6},
	{name: "a bell", text: headPO + "msgid \"a\"\nmsgstr \"\\a\"\n", code: exchange.ErrCharacter, line: 7},
	{name: "nothing", text: headPO + "msgid \"a\"\nmsgstr \"\\0\"\n", code: exchange.ErrCharacter, line: 7},
	{name: "half a letter", text: headPO + "msgid \"a\"\nmsgstr \"\\xc3\"\n", code: exchange.ErrEncoding, line: 7},
	{name: "no letters", text: headPO + "msgid \"a\"\nmsgstr \"\xff\"\n", code: exchange.ErrEncoding, line: 7, column: 9},
	{name: "other letters", text: "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=klingon\\n\"\n", code: exchange.ErrCharset},
	{name: "no message", text: "# nothing\n", code: exchange.ErrFormat},
}

func TestBadFilesAreRefusedWithTheirPlace(t *testing.T) {
	for _, c := range append(badXLIFF(), badPO...) {
		f, err := exchange.Read(c.name, strings.NewReader(c.text))
		var e *exchange.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v, %+v", c.name, err, f)
			continue
		}
		if e.Code != c.code || c.line > 0 && e.Line != c.line || c.column > 0 && e.Column != c.column || e.Other != c.other {
			t.Errorf("%s: %v (other %d)", c.name, err, e.Other)
		}
		if !errors.Is(err, c.code) || len(e.Text) > 100 {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// endless never ends; a reader that keeps it all would not either.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	e.read += len(b)
	return copy(b, bytes.Repeat([]byte("<"), len(b))), nil
}

func TestTooBigIsRefusedBeforeItIsRead(t *testing.T) {
	e := &endless{}
	if _, err := exchange.Read("x", e); codeOf(err) != exchange.ErrTooBig || e.read > 2*exchange.MaxSize {
		t.Errorf("%v after %d bytes", err, e.read)
	}
	path := filepath.Join(t.TempDir(), "x.xlf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 200<<20); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := exchange.Read("x", f); codeOf(err) != exchange.ErrTooBig {
		t.Error(err)
	}
	if at, _ := f.Seek(0, io.SeekCurrent); at != 0 {
		t.Errorf("%d bytes were read", at)
	}
}

func TestTooManyUnitsAreRefused(t *testing.T) {
	var xlf, po strings.Builder
	xlf.WriteString(head2)
	po.WriteString(headPO)
	for i := range exchange.MaxUnits + 1 {
		n := strconv.Itoa(i)
		xlf.WriteString(`<unit id="` + n + `"><segment><source>a</source></segment></unit>` + "\n")
		po.WriteString("msgctxt \"" + n + "\"\nmsgid \"a\"\nmsgstr \"\"\n\n")
	}
	xlf.WriteString(tail2)
	for _, s := range []string{xlf.String(), po.String()} {
		if _, err := exchange.Read("x", strings.NewReader(s)); codeOf(err) != exchange.ErrTooMany {
			t.Error(err)
		}
	}
}

// What is slow by its shape is a danger too: very many lines, pieces or equal words.
func TestHostileShapesTakeNoLongTime(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	begin := time.Now()
	for name, s := range map[string]string{
		"lines":    headPO + "msgid \"a\"\nmsgstr \"\"\n" + many("\"a\"\n", 400_000),
		"comments": headPO + many("# a\n", 400_000) + "msgid \"a\"\nmsgstr \"\"\n",
		"escapes":  headPO + "msgid \"a\"\nmsgstr \"" + many(`\141`, 400_000) + "\"\n",
		"pieces":   head2 + `<unit id="a"><segment>` + many("<source>"+many("a", 3000)+"</source>", 3_000) + "</segment></unit>" + tail2,
		"groups":   head2 + many("<group><group>", 20) + many("</group></group>", 20) + many("<group></group>", 200_000) + tail2,
		"passed":   head2 + "<skeleton>" + many("<a/>", 400_000) + "</skeleton>" + tail2,
	} {
		if _, err := exchange.Read(name, strings.NewReader(s)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	f := exchange.File{Source: "nl", Target: "ar"}
	for i := range 20_000 {
		f.Units = append(f.Units, exchange.Unit{ID: strconv.Itoa(i), Source: "Dag"})
	}
	other := f
	other.Units = slices.Clone(f.Units)
	for i := range other.Units {
		other.Units[i].ID += "x"
	}
	if p := exchange.Compare(f, other); p.ByWords != 20_000 {
		t.Errorf("%d", p.ByWords)
	}
	if took := time.Since(begin); took > 30*time.Second {
		t.Errorf("took %s", took)
	}
}
