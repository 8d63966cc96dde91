package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// node is an element, or a text where it has no name.
type node struct {
	name xml.Name
	attr []xml.Attr
	text string
	kids []*node
	at   int // byte in the file
}

// get gives an attribute without a namespace.
func (n *node) get(name string) string { return n.in("", name) }

func (n *node) in(space, name string) string {
	for _, a := range n.attr {
		if a.Name.Local == name && a.Name.Space == space {
			return a.Value
		}
	}
	return ""
}

// all gives the elements of a name right in a node, of its own namespace.
func (n *node) all(name string) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name.Local == name && k.name.Space == n.name.Space {
			out = append(out, k)
		}
	}
	return out
}

// plain is all text in a node, tags left out.
func (n *node) plain() string {
	var b strings.Builder
	n.plainTo(&b)
	return b.String()
}

func (n *node) plainTo(b *strings.Builder) {
	b.WriteString(n.text)
	for _, k := range n.kids {
		k.plainTo(b)
	}
}

// source hands out the tokens of an XML file and refuses what is a danger: document types,
// with them every entity of its own, and what is too deep or too long.
type source struct {
	b     []byte
	d     *xml.Decoder
	depth int
	at    int // where the last token begins
}

func newSource(b []byte) *source {
	s := &source{b: b, d: xml.NewDecoder(bytes.NewReader(b))}
	s.d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded before
	return s
}

func (s *source) next() (xml.Token, error) {
	s.at = int(s.d.InputOffset())
	t, err := s.d.Token()
	if err != nil {
		return nil, s.explained(err)
	}
	switch t := t.(type) {
	case xml.Directive:
		return nil, s.wrong(ErrDTD, string(t))
	case xml.StartElement:
		s.depth++
		if s.depth > maxDepth {
			return nil, s.wrong(ErrTooDeep, t.Name.Local)
		}
		return t, s.short(t)
	case xml.EndElement:
		s.depth--
	}
	return t, nil
}

func (s *source) short(t xml.StartElement) error {
	if len(t.Attr) > maxAttrs {
		return s.wrong(ErrTooDeep, t.Name.Local)
	}
	for _, a := range t.Attr {
		if len(a.Value) > maxValue {
			return s.wrong(ErrTooDeep, a.Name.Local)
		}
	}
	return nil
}

func (s *source) wrong(code Code, text string) *Error { return s.wrongAt(s.at, code, text) }

func (s *source) wrongAt(at int, code Code, text string) *Error {
	line, column := placeOf(s.b, at)
	return wrong(code, line, column, text)
}

// explained gives what the parser says its code and place. The end of a whole file is io.EOF.
func (s *source) explained(err error) error {
	var bad *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return io.EOF
	case !errors.As(err, &bad):
		return s.wrong(ErrDamaged, err.Error())
	case strings.Contains(bad.Msg, "unexpected EOF"):
		return s.wrongAt(len(s.b), ErrCut, "")
	case strings.Contains(bad.Msg, "character entity") && !strings.Contains(bad.Msg, "no semicolon"):
		return s.wrongAt(int(s.d.InputOffset()), ErrDTD, bad.Msg)
	case strings.Contains(bad.Msg, "illegal character code"):
		return s.wrongAt(int(s.d.InputOffset()), ErrCharacter, bad.Msg)
	}
	return s.wrongAt(int(s.d.InputOffset()), ErrDamaged, bad.Msg)
}

// tree reads an element with all in it.
func (s *source) tree(start xml.StartElement) (*node, error) {
	root := &node{name: start.Name, attr: start.Attr, at: s.at}
	open, count := []*node{root}, 1
	for len(open) > 0 {
		t, err := s.next()
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		if count++; count > maxNodes {
			return nil, s.wrongAt(root.at, ErrTooDeep, root.get("id"))
		}
		switch t := t.(type) {
		case xml.StartElement:
			k := &node{name: t.Name, attr: t.Attr, at: s.at}
			top.kids = append(top.kids, k)
			open = append(open, k)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(t), at: s.at})
		}
	}
	return root, nil
}

// skip passes over an element that says nothing to Kring.
func (s *source) skip() error {
	for depth := s.depth; s.depth >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// native gives the codes that stand in the words of a unit of XLIFF 2.
func native(unit *node) map[string]string {
	codes := map[string]string{}
	for _, o := range unit.all("originalData") {
		for _, d := range o.all("data") {
			codes[d.get("id")] = d.plain()
		}
	}
	return codes
}

// words gives the text of a source or target with the codes of other tools put back as
// characters; marks for terms and comments leave their words.
func (s *source) words(n *node, codes map[string]string) (string, error) {
	var b strings.Builder
	err := s.wordsTo(&b, n, codes)
	return b.String(), err
}

func (s *source) wordsTo(b *strings.Builder, n *node, codes map[string]string) error {
	b.WriteString(n.text)
	end := ""
	switch n.name.Local {
	case "cp":
		r, err := strconv.ParseUint(n.get("hex"), 16, 32)
		if err != nil || !carried(rune(r)) {
			return s.wrongAt(n.at, ErrCharacter, n.get("hex"))
		}
		b.WriteRune(rune(r))
	case "ph", "sc", "ec", "pc":
		start := codes[n.get("dataRef")] + codes[n.get("dataRefStart")]
		if start == "" {
			start = n.get("equiv")
		}
		b.WriteString(start)
		end = codes[n.get("dataRefEnd")]
	case "x", "bx", "ex":
		b.WriteString(n.get("equiv-text"))
	}
	for _, k := range n.kids {
		if err := s.wordsTo(b, k, codes); err != nil {
			return err
		}
	}
	b.WriteString(end)
	return nil
}
