package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var saysCharset = regexp.MustCompile(`(?i)"Content-Type:[^"\n]*charset=([A-Za-z0-9._-]+)`)

func readPO(b []byte) (File, error) {
	charset := "utf-8"
	if m := saysCharset.FindSubmatch(b[:min(len(b), 1<<16)]); m != nil && string(m[1]) != "CHARSET" {
		charset = string(m[1])
	}
	b, err := decoded(b, charset)
	if err != nil {
		return File{}, err
	}
	r := &poReader{seen: map[string]int{}}
	rest := string(b)
	for rest != "" {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		r.last = rest == ""
		r.line++
		if err := r.read(strings.TrimSuffix(l, "\r")); err != nil {
			return File{}, err
		}
	}
	if err := r.flush(); err != nil {
		return File{}, err
	}
	if !r.begun {
		return File{}, &Error{Code: ErrFormat}
	}
	return r.file, nil
}

// message is one entry as it stands in the file.
type message struct {
	line            int    // where it begins, comments left out
	context, id     []byte // msgctxt, msgid; bytes, since a text may come in very many lines
	translated      []byte // msgstr
	was, wasIn      []byte // the msgid and msgctxt before
	words, text     bool   // has a msgid, a msgstr
	inContext       bool   // has a msgctxt
	extracted, said []string
	fuzzy           bool
}

type poReader struct {
	file  File
	line  int
	m     message
	into  *[]byte // which part the next quoted line goes on
	last  bool    // nothing follows
	begun bool    // there was a message
	ours  bool    // the header says that Kring made it
	seen  map[string]int
}

func (r *poReader) wrong(code Code, column int, text string) *Error {
	return wrong(code, r.line, column, text)
}

func (r *poReader) read(l string) error {
	indent := len(l) - len(strings.TrimLeft(l, " \t"))
	l = l[indent:]
	switch {
	case l == "":
		return r.flush()
	case strings.HasPrefix(l, "#~"): // no longer in use
		return r.flush()
	case strings.HasPrefix(l, "#|"):
		return r.before(strings.TrimLeft(l[2:], " \t"))
	case strings.HasPrefix(l, "#"):
		return r.comment(l)
	case strings.HasPrefix(l, `"`):
		return r.quoted(l, indent)
	}
	return r.keyword(l, indent)
}

// before reads what a message was: its earlier msgid.
func (r *poReader) before(l string) error {
	if err := r.begin(); err != nil {
		return err
	}
	if rest, ok := strings.CutPrefix(l, "msgid_plural"); ok {
		return r.wrong(ErrPlural, 1, rest)
	}
	rest, ok := strings.CutPrefix(l, "msgid")
	switch {
	case ok:
		r.m.was, r.into = nil, &r.m.was
	case strings.HasPrefix(l, "msgctxt"):
		rest, r.into = l[len("msgctxt"):], &r.m.wasIn
	default:
		rest = l
	}
	return r.quoted(strings.TrimLeft(rest, " \t"), 0)
}

// begin ends the message before, where a comment follows it without an empty line.
func (r *poReader) begin() error {
	if r.m.words {
		return r.flush()
	}
	return nil
}

func (r *poReader) comment(l string) error {
	if err := r.begin(); err != nil {
		return err
	}
	r.into = nil
	switch {
	case strings.HasPrefix(l, "#."):
		r.m.extracted = append(r.m.extracted, strings.TrimPrefix(l[2:], " "))
	case strings.HasPrefix(l, "#,"):
		for _, flag := range strings.Split(l[2:], ",") {
			r.m.fuzzy = r.m.fuzzy || strings.TrimSpace(flag) == "fuzzy"
		}
	case strings.HasPrefix(l, "#:"):
	default:
		r.m.said = append(r.m.said, strings.TrimPrefix(l[1:], " "))
	}
	return nil
}

func (r *poReader) keyword(l string, indent int) error {
	word := l
	if i := strings.IndexAny(l, " \t\""); i >= 0 {
		word = l[:i]
	}
	switch {
	case word == "msgctxt":
		if err := r.begin(); err != nil {
			return err
		}
		r.m.line, r.m.inContext, r.into = r.line, true, &r.m.context
	case word == "msgid":
		if err := r.begin(); err != nil {
			return err
		}
		r.m.words, r.into, r.begun = true, &r.m.id, true
		if !r.m.inContext {
			r.m.line = r.line
		}
	case word == "msgstr" && r.m.words && !r.m.text:
		r.m.text, r.into = true, &r.m.translated
	case word == "msgid_plural", strings.HasPrefix(word, "msgstr["):
		return r.wrong(ErrPlural, indent+1, string(r.m.id))
	default:
		return r.wrong(ErrDamaged, indent+1, l)
	}
	return r.quoted(strings.TrimLeft(l[len(word):], " \t"), indent+len(word))
}

// quoted reads a text in quotes and adds it to the part that is open.
func (r *poReader) quoted(l string, indent int) error {
	l = strings.TrimRight(l, " \t")
	if r.into == nil || !strings.HasPrefix(l, `"`) {
		return r.wrong(ErrDamaged, indent+1, l)
	}
	text, rest, ok := unquoted(l[1:])
	switch {
	case !ok && r.last:
		return r.wrong(ErrCut, indent+1, l)
	case !ok, rest != "":
		return r.wrong(ErrDamaged, indent+1, l)
	case !utf8.ValidString(text):
		return r.wrong(ErrEncoding, indent+1, l)
	}
	for _, c := range text {
		if !carried(c) {
			return r.wrong(ErrCharacter, indent+1, l)
		}
	}
	*r.into = append(*r.into, text...)
	return nil
}

var escapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\', 'a': 7, 'b': 8, 'f': 12, 'v': 11}

// unquoted reads up to the closing quote. A sign that needs no backslash keeps it.
func unquoted(s string) (text, rest string, ok bool) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), s[i+1:], true
		case s[i] != '\\' || i+1 == len(s):
			b.WriteByte(s[i])
		default:
			i++
			if n, size := numbered(s[i:]); size > 0 {
				b.WriteByte(n)
				i += size - 1
			} else if c, ok := escapes[s[i]]; ok {
				b.WriteByte(c)
			} else {
				b.WriteByte('\\')
				b.WriteByte(s[i])
			}
		}
	}
	return "", "", false
}

var byteNumber = regexp.MustCompile(`^(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))`)

// numbered reads a byte that is written as \123 or \x1f; size 0 is none.
func numbered(s string) (b byte, size int) {
	if s[0] != 'x' && (s[0] < '0' || s[0] > '7') {
		return 0, 0
	}
	m := byteNumber.FindStringSubmatch(s)
	if m == nil {
		return 0, 0
	}
	base := 8
	if m[1] != "" {
		base = 16
	}
	n, err := strconv.ParseUint(m[1]+m[2], base, 8)
	if err != nil {
		return 0, 0
	}
	return byte(n), len(m[0])
}
