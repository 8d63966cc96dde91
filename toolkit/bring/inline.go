package bring

import (
	"regexp"
	"strconv"
	"strings"

	"kring/internal/typeset"
)

// inline reads what stands within a paragraph.
func (r *reader) inline(n *node, w *words) {
	for _, k := range n.kids {
		switch k.name {
		case "r":
			r.run(k, w)
		case "hyperlink":
			before := w.link
			w.link = r.hyperlink(k)
			r.inline(k, w)
			w.link = before
		case "ins", "moveTo":
			r.once(Changes, k.words())
			r.inline(k, w)
		case "del", "moveFrom":
			r.once(Changes, k.words())
		case "smartTag", "customXml", "bdo", "dir":
			r.inline(k, w)
		case "sdt":
			r.control(k, func(c *node) { r.inline(c, w) })
		case "fldSimple":
			r.worked(k.get("instr"), k.words())
			r.inline(k, w)
		case "AlternateContent":
			if c := chosen(k); c != nil {
				r.inline(c, w)
			}
		case "oMath", "oMathPara":
			text := strings.TrimSpace(k.words())
			r.remark(Equation, text)
			w.add(text, false, false, "")
		}
	}
}

// run reads letters of one kind, and what stands among them.
func (r *reader) run(n *node, w *words) {
	props := n.child("rPr")
	s := r.styles.of(props.val("rStyle"))
	bold, italic := letters(props, s.bold, s.italic)
	lang := props.child("lang").get("val")
	rtl, _ := props.on("rtl")
	if rtl {
		lang = props.child("lang").get("bidi")
	}
	hidden, _ := props.on("vanish")
	for _, k := range n.kids {
		switch k.name {
		case "fldChar", "instrText":
			r.fieldPart(k, w)
			continue
		}
		if hidden || r.asking() || r.inContents() {
			continue
		}
		text := r.sign(k, w)
		if rtl {
			text = withoutMarks(text)
		}
		w.add(text, bold, italic, lang)
	}
}

// sign is what an element among letters says; pictures and notes are taken apart.
func (r *reader) sign(k *node, w *words) string {
	switch k.name {
	case "t":
		return k.text
	case "tab", "ptab":
		if w.leader {
			return "_____"
		}
		return " "
	case "br":
		return r.lineBreak(k, w)
	case "cr":
		return "\n"
	case "noBreakHyphen":
		return "-"
	case "sym":
		return r.symbol(k)
	case "lastRenderedPageBreak":
		r.place.Page++
	case "ruby":
		r.inline(k.child("rubyBase"), w)
	case "AlternateContent":
		if c := chosen(k); c != nil {
			for _, inner := range c.kids {
				r.sign(inner, w)
			}
		}
	case "drawing", "pict", "object":
		r.drawn(k, w)
	case "footnoteReference":
		r.remark(Note, r.note("footnotes", "footnote", k.get("id")))
	case "endnoteReference":
		r.remark(Note, r.note("endnotes", "endnote", k.get("id")))
	case "commentReference":
		r.remark(Comment, r.note("comments", "comment", k.get("id")))
	}
	return ""
}

// lineBreak is one within a text, or the end of a page.
func (r *reader) lineBreak(k *node, w *words) string {
	switch k.get("type") {
	case "page":
		r.cut(w)
		r.newPage()
		return ""
	case "column":
		return " "
	}
	return "\n"
}

// cut ends the text of a paragraph where a page or a picture stands within it.
func (r *reader) cut(w *words) {
	if strings.TrimSpace(w.plain()) != "" {
		s := r.styles.of(w.props.val("pStyle"))
		r.finish(w, s, w.props.val("pStyle"))
	}
	w.pieces = nil // spaces alone: nothing begins or ends with them, and the next cut would read them again
}

// symbols are letters of Wingdings that people use to make forms.
var symbols = map[string]string{
	"F0A8": "☐", "F06F": "☐", "F071": "☐", "F0FE": "☒", "F0FD": "☒", "F078": "☒", "F0FC": "✓", "F050": "✓", "F0D8": "➢", "F0E0": "→", "F0DF": "←", "F0B7": "•", "F0A7": "▪", "F04A": "☺", "F04C": "☹",
}

func (r *reader) symbol(k *node) string {
	code := strings.ToUpper(k.get("char"))
	if s, ok := symbols[code]; ok {
		return s
	}
	if n, err := strconv.ParseUint(code, 16, 16); err == nil && n >= 32 && (n < 0xE000 || n > 0xF8FF) && !strings.Contains(k.get("font"), "dings") {
		return string(rune(n))
	}
	r.remark(Symbol, k.get("font")+" "+code)
	return ""
}

// hyperlink is where a link leads; "" within the document.
func (r *reader) hyperlink(k *node) string {
	id := k.get("r:id")
	if id == "" {
		return ""
	}
	return r.address(r.rels[id].target)
}

var (
	allowed = regexp.MustCompile(`^(?:https?://|mailto:)[^)\s]+$`)
	encode  = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "\n", "", "\t", "")
)

// maxAddress is how long one may be, in bytes: browsers stop at about as much, and each link that
// leads there has it in the text.
const maxAddress = 2000

// address is one that a text may lead to.
func (r *reader) address(s string) string {
	if len(s) > maxAddress {
		r.remark(Link, s)
		return ""
	}
	out := encode.Replace(strings.TrimSpace(strings.ToValidUTF8(s, "")))
	if !allowed.MatchString(out) {
		r.remark(Link, s)
		return ""
	}
	return out
}

// note is what stands in a footnote or a comment.
func (r *reader) note(part, name, id string) string {
	if r.notes[part] == nil {
		r.notes[part] = map[string]string{}
		root, err := r.part(partOf(r.rels, part, "word/"+part+".xml"))
		if err != nil {
			r.remark(Note, part)
		}
		for _, n := range kidsOf(root, name) {
			text := n.words()
			if who := n.get("author"); who != "" {
				text = who + ": " + text
			}
			r.notes[part][n.get("id")] = said(text)
		}
	}
	return r.notes[part][id]
}

const lrm = "\u200e"

// withoutMarks takes out the direction marks that Kring puts around numbers and names in
// Arabic when it writes a document. Others stay.
func withoutMarks(text string) string {
	if !strings.Contains(text, lrm) {
		return text
	}
	bare := strings.ReplaceAll(text, lrm, "")
	var again strings.Builder
	at := 0
	for _, m := range typeset.Isolated(bare) {
		again.WriteString(bare[at:m[0]] + lrm + bare[m[0]:m[1]] + lrm)
		at = m[1]
	}
	if again.String()+bare[at:] == text {
		return bare
	}
	return text
}
