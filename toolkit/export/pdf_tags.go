package export

import (
	"bytes"
	"fmt"
	"strings"
)

// structure is the tree of a document's elements, in the order in which they are read
// (ISO 32000-1, 14.7). A page's content names its pieces by numbers (MCID); the tree says
// which element each of them belongs to.
type structure struct {
	order  []*element
	pieces map[*element][]piece
	pages  [][]*element // by page, the element of each piece
}

// piece is one stretch of a page's content.
type piece struct{ page, id int }

// begin ends the piece before and begins that of a tag.
func (s *structure) begin(b *bytes.Buffer, page int, t *element) {
	if t == nil {
		b.WriteString("/Artifact BMC\n")
		return
	}
	for len(s.pages) <= page {
		s.pages = append(s.pages, nil)
	}
	id := len(s.pages[page])
	s.pages[page] = append(s.pages[page], t)
	if s.pieces == nil {
		s.pieces = map[*element][]piece{}
	}
	if s.pieces[t] == nil {
		s.order = append(s.order, t)
	}
	s.pieces[t] = append(s.pieces[t], piece{page, id})
	fmt.Fprintf(b, "/%s<</MCID %d>>BDC\n", t.role, id)
}

// write writes the tree and gives its entry in the catalogue. pages are object numbers.
func (s *structure) write(d *pdf, pages []int) string {
	if len(s.order) == 0 {
		return ""
	}
	root, top := d.reserve(), d.reserve()
	elements := map[*element]int{}
	var kids strings.Builder
	for _, t := range s.order {
		var parts strings.Builder
		for _, p := range s.pieces[t] {
			fmt.Fprintf(&parts, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pages[p.page], p.id)
		}
		alt := ""
		if t.alt != "" {
			alt = "/Alt" + pdfText(t.alt)
		}
		if t.text != "" {
			alt += "/ActualText" + pdfText(t.text)
		}
		elements[t] = d.together(d.add("<</Type/StructElem/S/%s/P %d 0 R/Lang%s%s/K[%s]>>", t.role, top, pdfText(t.lang), alt, parts.String()))
		fmt.Fprintf(&kids, "%d 0 R ", elements[t])
	}
	var parents strings.Builder
	for i, tags := range s.pages {
		fmt.Fprintf(&parents, "%d[", i)
		for _, t := range tags {
			fmt.Fprintf(&parents, "%d 0 R ", elements[t])
		}
		parents.WriteString("]")
	}
	d.set(top, "<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>", root, kids.String())
	tree := d.together(d.add("<</Nums[%s]>>", parents.String()))
	d.set(root, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", top, tree, len(s.pages))
	return fmt.Sprintf("/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>", root)
}

// spoken is a paragraph in the page's own language.
func (l *flow) spoken() *element { return &element{role: "P", lang: l.o.Lang} }
