package exchange

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"kring/toolkit/bilingual"
)

var declares = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']`)

func readXLIFF(b []byte) (File, error) {
	charset := "utf-8"
	if m := declares.FindSubmatch(b[:min(len(b), 400)]); m != nil {
		charset = string(m[1])
	}
	b, err := decoded(b, charset)
	if err != nil {
		return File{}, err
	}
	r := &reader{source: newSource(b), seen: map[string]int{}}
	if err := r.all(); err != nil {
		return File{}, err
	}
	return r.file, nil
}

// reader goes through a file unit by unit, so that no more than one stands in memory as
// a tree.
type reader struct {
	*source
	file    File
	two     bool           // XLIFF 2
	open    []string       // chapters of the groups and files that are open
	files   int            // begun
	started bool           // the root was there
	seen    map[string]int // id -> byte
}

func (r *reader) all() error {
	for {
		t, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = r.start(t)
		case xml.EndElement:
			r.open = r.open[:max(0, len(r.open)-1)]
		}
		if err != nil {
			return err
		}
	}
	if !r.started {
		return r.wrong(ErrFormat, "")
	}
	return nil
}

func (r *reader) start(t xml.StartElement) error {
	n := &node{name: t.Name, attr: t.Attr, at: r.at}
	switch t.Name.Local {
	case "xliff":
		r.push("")
		return r.root(n)
	case "file":
		r.push("")
		return r.begin(n)
	case "body":
		r.push(r.chapter())
		return nil
	case "group":
		name := n.get("name") + n.get("resname")
		if name == "" {
			name = r.chapter()
		}
		r.push(name)
		return nil
	}
	return r.whole(t)
}

// whole reads what is read as a tree, and passes over the rest.
func (r *reader) whole(t xml.StartElement) error {
	if !r.started {
		return r.wrong(ErrFormat, t.Name.Local)
	}
	unit := "trans-unit"
	if r.two {
		unit = "unit"
	}
	inFile := len(r.open) == 2
	switch {
	case t.Name.Local == unit:
		return r.unit(t)
	case inFile && (t.Name.Local == "header" || t.Name.Local == "notes" || t.Name == xml.Name{Space: spaceMeta, Local: "metadata"}):
		n, err := r.tree(t)
		if err == nil {
			r.aboutFile(n)
		}
		return err
	}
	return r.skip()
}

func (r *reader) push(chapter string) { r.open = append(r.open, chapter) }

func (r *reader) chapter() string {
	if len(r.open) == 0 {
		return ""
	}
	return r.open[len(r.open)-1]
}

// root takes XLIFF 1.0 to 1.2 for 1.2, and any 2.x for 2.
func (r *reader) root(n *node) error {
	version := n.get("version")
	switch {
	case r.started, !strings.HasPrefix(version, "1.") && !strings.HasPrefix(version, "2."):
		return r.wrong(ErrFormat, version)
	}
	r.started = true
	r.two = version[0] == '2'
	r.file.Source, r.file.Target = n.get("srcLang"), n.get("trgLang")
	return nil
}

// begin reads the head of a file. Several are one text only where their books are the same.
func (r *reader) begin(n *node) error {
	if !r.started {
		return r.wrong(ErrFormat, n.name.Local)
	}
	r.files++
	book, title := bookOf(n, r.two), n.get("product-name")
	if r.two {
		title = n.get("original")
	}
	if r.files > 1 {
		if book != r.file.Book {
			return r.wrong(ErrSeveral, n.get("original"))
		}
		return nil
	}
	r.file.Book, r.file.Title = book, title
	if !r.two {
		r.file.Source, r.file.Target = n.get("source-language"), n.get("target-language")
		r.file.Written = timeOf(n.get("date"))
	}
	return nil
}

var looksULID = regexp.MustCompile(`^[0-7][0-9A-HJKMNP-TV-Z]{25}$`)

// bookOf gives the book of a file that Kring made, also where a tool kept nothing but the
// name under which it went out.
func bookOf(n *node, two bool) string {
	name := n.get("original")
	if two {
		name = untoken(n.get("id"))
	}
	if looksULID.MatchString(name) || !two && n.get("tool-id") == ours && name != ours {
		return name
	}
	return ""
}

func (r *reader) aboutFile(n *node) {
	switch n.name.Local {
	case "metadata":
		said, _ := metaOf(n)
		if said["version"] != "" {
			r.file.Book, r.file.Title, r.file.Written = said["book"], said["title"], timeOf(said["written"])
		}
	default:
		for _, note := range n.all("note") {
			if note.get("category") == "kring-note" || note.get("from") == ours {
				r.file.Note = note.plain()
			}
		}
	}
}

// metaOf reads what Kring wrote into the metadata of an element.
func metaOf(n *node) (said, waived map[string]string) {
	said = map[string]string{}
	for _, g := range n.all("metaGroup") {
		for _, m := range g.all("meta") {
			switch g.get("category") {
			case ours:
				said[m.get("type")] = m.plain()
			case "kring-waived":
				if check, ok := strings.CutPrefix(m.get("type"), "check:"); ok {
					waived = with(waived, check, m.plain())
				}
			}
		}
	}
	return said, waived
}

func with(m map[string]string, key, value string) map[string]string {
	if m == nil {
		m = map[string]string{}
	}
	m[key] = value
	return m
}

func (r *reader) unit(t xml.StartElement) error {
	at := r.at
	n, err := r.tree(t)
	if err != nil {
		return err
	}
	read := r.unit1
	if r.two {
		read = r.unit2
	}
	u, err := read(n)
	if err != nil {
		return err
	}
	u.Chapter = r.chapter()
	if first, ok := r.seen[u.ID]; ok && u.ID != "" {
		e := r.wrongAt(at, ErrTwice, u.ID)
		e.Other, _ = placeOf(r.b, first)
		return e
	}
	r.seen[u.ID] = at
	if len(r.file.Units) == MaxUnits {
		return r.wrongAt(at, ErrTooMany, u.ID)
	}
	r.file.Units = append(r.file.Units, u)
	return nil
}

// commentOf is a note that another tool wrote.
func commentOf(who, text string) bilingual.Comment { return bilingual.Comment{Who: who, Text: text} }
