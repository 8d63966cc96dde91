package bring

import (
	"maps"
	"slices"
	"strings"

	"kring/toolkit/bilingual"
)

// item is a block on its way: its language is not decided yet.
type item struct {
	block bilingual.Block
	lang  string // as the file says it, of most of its letters
	aside bool   // it has the style of a translation
	under bool   // it has the style of a caption
	fixed bool   // it has its translation already, or gets none
	place Place
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// blocks reads what stands under each other.
func (r *reader) blocks(n *node) {
	for _, k := range n.kids {
		if len(r.items) > maxItems {
			return
		}
		switch k.name {
		case "p":
			r.paragraph(k)
		case "tbl":
			r.table(k)
		case "sdt":
			r.control(k, r.blocks)
		case "ins", "moveTo", "customXml", "smartTag":
			r.once(Changes, k.words())
			r.blocks(k)
		case "del", "moveFrom":
			r.once(Changes, k.words())
		case "AlternateContent":
			if c := chosen(k); c != nil {
				r.blocks(c)
			}
		case "sectPr":
			r.section(k)
		case "oMathPara", "oMath":
			r.remark(Equation, k.words())
		case "altChunk":
			r.remark(Object, "")
		}
	}
}

// control reads a content control: its content stays, a table of contents does not.
func (r *reader) control(n *node, read func(*node)) {
	props, content := n.child("sdtPr"), n.child("sdtContent")
	if gallery := props.find("docPartGallery"); strings.EqualFold(gallery.get("val"), "Table of Contents") {
		r.once(Contents, content.words())
		return
	}
	if on, _ := props.on("showingPlcHdr"); on {
		r.remark(Field, content.words())
	}
	if content != nil {
		read(content)
	}
}

// known are the extensions of Word of which Kring reads the new form; of others the old one
// that stands beside it for programs like Kring.
var knownForms = map[string]bool{"wps": true, "wpg": true, "wpc": true, "wp14": true, "w14": true, "w15": true, "w16se": true}

// chosen is the one of several forms of the same that is read.
func chosen(n *node) *node {
	for _, c := range kidsOf(n, "Choice") {
		if knownForms[c.get("Requires")] {
			return c
		}
	}
	if f := n.child("Fallback"); f != nil {
		return f
	}
	return n.child("Choice")
}

// section ends one: what follows begins on a new page, if it does not go on.
func (r *reader) section(n *node) {
	if num := n.child("cols").get("num"); num != "" && num != "1" {
		r.once(Columns, "")
	}
}

// newPage begins a page; an empty one is not kept.
func (r *reader) newPage() {
	if !r.rendered {
		r.place.Page++
	}
	if n := len(r.items); n > 0 && r.items[n-1].block.Kind != bilingual.PageBreak {
		r.items = append(r.items, item{block: bilingual.Block{Kind: bilingual.PageBreak}, place: r.place})
	}
}

func (r *reader) add(i item) {
	i.place = r.place
	if i.block.Kind == bilingual.Heading && i.block.Text != "" {
		r.place.Heading = said(i.block.Text)
		i.place.Heading = r.place.Heading
	}
	r.items = append(r.items, i)
}
