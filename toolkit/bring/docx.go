package bring

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"kring/toolkit/bilingual"
)

// FromDOCX reads a Word document. Its text, lists, pictures and translations become blocks;
// whatever else it holds is named among the remarks.
func FromDOCX(file io.ReaderAt, size int64) (Result, error) {
	a, err := open(file, size)
	if err != nil {
		return Result{}, err
	}
	r, body, err := newReader(a)
	if err != nil {
		return Result{}, err
	}
	r.blocks(body)
	r.finish(&words{pieces: r.carried, langs: map[string]int{}}, style{}, "")
	r.margins()
	if len(r.items) > maxBlocks {
		return Result{}, fmt.Errorf("%d paragraphs: %w", len(r.items), ErrTooBig)
	}
	r.out.Doc.Blocks = r.paired()
	if len(r.out.Doc.Blocks) == 0 {
		return r.out, fmt.Errorf("reading the document: %w", ErrNothingIn)
	}
	return r.out, nil
}

// reader reads one document.
type reader struct {
	a       *archive
	main    string // the part with the text
	rels    map[string]relation
	styles  styles
	numbers *numbering
	out     Result
	items   []item
	notes   map[string]map[string]string // part -> id -> words
	names   map[string]string            // part of a picture -> its path
	wrong   map[string]Kind              // part of a picture -> what is wrong with it
	pixels  int                          // that were looked at
	said    map[Kind]bool                // kinds that are said once

	place    Place
	rendered bool // the file says where its pages ended
	fields   []*field
	carried  []bilingual.Piece // of a paragraph whose end was deleted
	boxes    []*node
}

// relation is where a part leads.
type relation struct {
	kind, target string
	external     bool
}

const maxItems = 2 * maxBlocks

func newReader(a *archive) (*reader, *node, error) {
	r := &reader{
		a: a, names: map[string]string{}, wrong: map[string]Kind{}, notes: map[string]map[string]string{}, said: map[Kind]bool{},
		out:   Result{Doc: bilingual.Document{Meta: map[string]any{}}, Pictures: map[string][]byte{}},
		place: Place{Page: 1},
	}
	root, err := r.relations("_rels/.rels", "")
	if err != nil {
		return nil, nil, err
	}
	r.main = partOf(root, "officeDocument", "word/document.xml")
	if !a.has(r.main) {
		return nil, nil, &PartError{r.main, 0, ErrNotWord}
	}
	data, err := a.read(r.main, maxXML)
	if err != nil {
		return nil, nil, err
	}
	doc, err := parseXML(r.main, data)
	if err != nil {
		return nil, nil, err
	}
	body := doc.child("body")
	if doc.name != "document" || body == nil {
		return nil, nil, &PartError{r.main, 0, ErrNotWord}
	}
	r.rendered = bytes.Contains(data, []byte("lastRenderedPageBreak"))
	return r, body, r.surroundings(root)
}

// surroundings reads what the text refers to. A document may come without any of it.
func (r *reader) surroundings(root map[string]relation) (err error) {
	dir, file := path.Split(r.main)
	if r.rels, err = r.relations(dir+"_rels/"+file+".rels", dir); err != nil {
		return err
	}
	one := func(kind, otherwise string) *node {
		n, failed := r.part(partOf(r.rels, kind, dir+otherwise))
		if err == nil {
			err = failed
		}
		return n
	}
	r.styles = readStyles(one("styles", "styles.xml"))
	r.numbers = readNumbering(one("numbering", "numbering.xml"))
	core, failed := r.part(partOf(root, "core-properties", "docProps/core.xml"))
	if err != nil {
		return err
	}
	for key, name := range map[string]string{"title": "title", "author": "creator"} {
		if n := core.child(name); n != nil && strings.TrimSpace(n.text) != "" {
			r.out.Doc.Meta[key] = strings.TrimSpace(n.text)
		}
	}
	return failed
}

// part reads one that may be missing: nil.
func (r *reader) part(name string) (*node, error) {
	if !r.a.has(name) {
		return nil, nil //nolint:nilnil // a nil node says nothing when asked
	}
	data, err := r.a.read(name, maxXML)
	if err != nil {
		return nil, err
	}
	return parseXML(name, data)
}

// relations reads where a part leads, as names in the file. Nothing elsewhere is opened.
func (r *reader) relations(name, dir string) (map[string]relation, error) {
	root, err := r.part(name)
	out := map[string]relation{}
	for _, n := range kidsOf(root, "Relationship") {
		rel := relation{path.Base(n.get("Type")), n.get("Target"), n.get("TargetMode") == "External"}
		if !rel.external {
			if rel.target = strings.ReplaceAll(rel.target, `\`, "/"); strings.HasPrefix(rel.target, "/") {
				rel.target = strings.TrimPrefix(path.Clean(rel.target), "/")
			} else {
				rel.target = path.Join(dir, rel.target)
			}
		}
		out[n.get("Id")] = rel
	}
	return out, err
}

func partOf(rels map[string]relation, kind, otherwise string) string {
	for _, id := range sortedKeys(rels) { // of two the same one each time
		rel := rels[id]
		if rel.kind == kind && !rel.external {
			return rel.target
		}
	}
	return otherwise
}

// remark notes something at the place that is being read.
func (r *reader) remark(kind Kind, text string) {
	switch n := len(r.out.NotUnderstood); {
	case n > maxRemarks:
		return
	case n == maxRemarks:
		kind, text = More, ""
	}
	r.out.NotUnderstood = append(r.out.NotUnderstood, Remark{kind, r.place, said(text)})
}

// once notes what is said once for a document.
func (r *reader) once(kind Kind, text string) {
	if !r.said[kind] {
		r.said[kind] = true
		r.remark(kind, text)
	}
}

// margins names what stands above or below each page, and what the document fetches.
func (r *reader) margins() {
	r.place = Place{}
	seen := map[string]bool{}
	for _, id := range sortedKeys(r.rels) {
		rel := r.rels[id]
		switch {
		case rel.external && rel.kind != "hyperlink" && rel.kind != "image":
			r.remark(External, rel.target)
		case rel.kind == "header" || rel.kind == "footer":
			r.margin(rel.target, seen)
		}
	}
	dir, _ := path.Split(r.main)
	settings, err := r.relations(dir+"_rels/settings.xml.rels", dir)
	if err != nil {
		return // it does not matter to the text
	}
	for _, id := range sortedKeys(settings) {
		if settings[id].external {
			r.remark(External, settings[id].target)
		}
	}
}

func (r *reader) margin(name string, seen map[string]bool) {
	root, err := r.part(name)
	if err != nil {
		r.remark(Margin, name)
		return
	}
	text := said(root.words())
	if strings.Trim(text, "0123456789 /-–|") == "" && root.find("blip") == nil && root.find("imagedata") == nil || seen[text] {
		return
	}
	seen[text] = true
	r.remark(Margin, text)
}
