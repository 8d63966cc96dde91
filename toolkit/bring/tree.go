package bring

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// node is an element of a part. Word's namespaces have two addresses each (transitional and
// strict), so that only the names count.
type node struct {
	name string
	attr map[string]string // by local name; those that one asks for
	kids []*node
	text string // what stands within, of an element that holds text alone
	open []byte // the same while it is read
}

// kept are the elements whose text counts.
var kept = map[string]bool{"t": true, "delText": true, "instrText": true, "title": true, "creator": true, "language": true}

// parseXML reads a part whole: not too deep, not too much, and nothing that it declares
// itself. Go's reader never resolves entities of a file; one with a DTD is refused all the same.
func parseXML(name string, data []byte) (*node, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	d := xml.NewDecoder(bytes.NewReader(data))
	fail := func(err error) error { return &PartError{name, d.InputOffset(), err} }
	root := &node{}
	stack, count := []*node{root}, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fail(fmt.Errorf("%w: %w", ErrDamaged, err))
		}
		switch t := t.(type) {
		case xml.Directive:
			return nil, fail(ErrUnsafe)
		case xml.StartElement:
			if count++; count > maxElements || len(stack) > maxDepth {
				return nil, fail(ErrUnsafe)
			}
			n := element(t)
			top := stack[len(stack)-1]
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			top := stack[len(stack)-1]
			top.text, top.open = string(top.open), nil
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if top := stack[len(stack)-1]; kept[top.name] {
				top.open = append(top.open, t...)
			}
		}
	}
	if len(root.kids) == 0 {
		return nil, fail(ErrDamaged)
	}
	return root.kids[0], nil
}

func element(t xml.StartElement) *node {
	n := &node{name: t.Name.Local}
	if len(t.Attr) > 0 {
		n.attr = make(map[string]string, len(t.Attr))
	}
	for _, a := range t.Attr {
		key := a.Name.Local
		switch {
		case strings.HasPrefix(key, "rsid"), a.Name.Space == "xmlns":
			continue
		case key == "id" && strings.HasSuffix(a.Name.Space, "relationships"):
			key = "r:id"
		}
		n.attr[key] = a.Value
	}
	return n
}

// child is the first element of a name; of a nil node nil.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// get is an attribute; "" of a nil node.
func (n *node) get(key string) string {
	if n == nil {
		return ""
	}
	return n.attr[key]
}

// val is what most elements of Word say: <w:jc w:val="left"/>.
func (n *node) val(path ...string) string { return n.child(path...).get("val") }

// on tells whether a switch is there and not turned off: <w:b/>, <w:b w:val="0"/>.
func (n *node) on(path ...string) (on, there bool) {
	k := n.child(path...)
	if k == nil {
		return false, false
	}
	switch k.get("val") {
	case "0", "false", "off":
		return false, true
	}
	return true, true
}

// each calls a function for the elements of a name, however deep, but not within each other,
// nor within a text box, and of several forms of the same in one alone.
func (n *node) each(name string, do func(*node)) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		if k.name == name {
			do(k)
			continue
		}
		switch k.name {
		case "txbxContent":
		case "AlternateContent":
			chosen(k).each(name, do)
		default:
			k.each(name, do)
		}
	}
}

// find is the first element of a name, however deep.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}

// words are all texts within, in order.
func (n *node) words() string {
	var b strings.Builder
	n.gather(&b)
	return b.String()
}

func (n *node) gather(b *strings.Builder) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "t":
			b.WriteString(k.text)
		case "p", "br", "tab", "tc", "pt":
			b.WriteString(" ")
		case "del", "moveFrom", "Fallback":
			continue
		}
		k.gather(b)
	}
}
