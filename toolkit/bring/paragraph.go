package bring

import (
	"strconv"
	"strings"

	"kring/toolkit/bilingual"
)

// words are the pieces of a paragraph with the language that most of its letters have.
type words struct {
	pieces []bilingual.Piece
	langs  map[string]int
	leader bool // a tab draws a line
	link   string
	props  *node // of the paragraph
}

func (w *words) add(text string, bold, italic bool, lang string) {
	if text == "" {
		return
	}
	w.pieces = append(w.pieces, bilingual.Piece{Text: text, Bold: bold, Italic: italic, Link: w.link})
	w.langs[lang] += len(text)
}

func (w *words) plain() string {
	var b strings.Builder
	for _, p := range w.pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

func (w *words) lang() (out string) {
	for _, l := range sortedKeys(w.langs) {
		if l != "" && (out == "" || w.langs[l] > w.langs[out]) {
			out = l
		}
	}
	return out
}

// paragraph reads one: what it says, the pictures in it, and the pages that it breaks.
func (r *reader) paragraph(p *node) {
	r.place.Paragraph++
	props := p.child("pPr")
	id := props.val("pStyle")
	s := r.styles.of(id)
	if s.toc {
		r.once(Contents, p.words())
		r.follow(p)
		return
	}
	if s.level > 0 && (r.asking() || r.inContents()) {
		r.fields = nil // it was never closed: a heading stands in no field
	}
	breaks, there := props.on("pageBreakBefore")
	if breaks || !there && s.breaks {
		r.newPage()
	}
	w := &words{pieces: r.carried, langs: map[string]int{}, leader: s.leader || hasLeader(props), props: props}
	r.carried = nil
	r.inline(p, w)
	if props.child("rPr", "del") != nil && len(w.pieces) > 0 { // its end is deleted
		r.carried = w.pieces
		return
	}
	r.finish(w, s, id)
	boxes := r.boxes
	r.boxes = nil
	for _, b := range boxes {
		r.remark(TextBox, b.words())
		r.blocks(b)
	}
	if section := props.child("sectPr"); section != nil {
		r.section(section)
		if section.val("type") != "continuous" {
			r.newPage()
		}
	}
}

// finish makes a block of a paragraph, or of a part of one that a picture or a page cuts.
func (r *reader) finish(w *words, s style, id string) {
	inContents := r.inContents()
	text := strings.TrimSpace(w.plain())
	pieces, lang := w.pieces, w.lang()
	w.pieces = nil
	if inContents {
		return
	}
	if text == "" {
		r.emptyParagraph(w.props, s)
		return
	}
	head, lines := writingLines(text)
	if lines > 0 && head == "" {
		r.room(bilingual.Writing, lines)
		return
	}
	if lines > 0 {
		pieces = cutTail(pieces, head)
	}
	i := item{lang: lang, aside: s.aside, under: s.caption}
	i.block = r.shape(w.props, s, id)
	if i.block.Kind == bilingual.Heading || s.caption {
		pieces = unstyled(pieces)
	}
	i.block = linkBlock(i.block, tidy(pieces))
	if !r.captions(i) {
		r.add(i)
	}
	if lines > 0 {
		r.room(bilingual.Writing, lines)
	}
}

// captions puts a caption on the picture above it.
func (r *reader) captions(i item) bool {
	n := len(r.items)
	if !i.under || n == 0 || r.items[n-1].block.Kind != bilingual.Image || r.items[n-1].block.Text != "" {
		return false
	}
	i.block.Kind, i.block.Path, i.block.Wide = bilingual.Image, r.items[n-1].block.Path, r.items[n-1].block.Wide
	r.items[n-1].block, r.items[n-1].lang, r.items[n-1].fixed = i.block, i.lang, i.fixed
	return true
}

// shape tells a heading, a list item and a text apart.
func (r *reader) shape(props *node, s style, id string) bilingual.Block {
	depth := outline(props, s.level)
	num, at := s.num, s.numLvl
	if s.num != "" {
		at = r.numbers.levelOf(num, id, at)
	}
	if own := props.child("numPr"); own != nil {
		if n := own.val("numId"); n != "" {
			num = n
		}
		if l := own.val("ilvl"); l != "" {
			at = level(l)
		}
	}
	form, listed := r.numbers.level(num, at)
	listed = listed && num != "0"
	switch {
	case depth > 0:
		if listed && form.format != "none" && form.text != "" {
			r.once(Numbering, "")
		}
		return bilingual.Block{Kind: bilingual.Heading, Level: depth}
	case !listed || form.format == "none" || s.caption || s.aside:
		return bilingual.Block{}
	case form.format == "bullet":
		return bilingual.Block{Kind: bilingual.Bullet, Level: at}
	}
	return bilingual.Block{Kind: bilingual.Numbered, Level: at, Number: r.numbers.next(num, at)}
}

// emptyParagraph may be a line to write on, or room to draw in.
func (r *reader) emptyParagraph(props *node, s style) {
	border := func(side string) bool {
		v := props.val("pBdr", side)
		return v != "" && v != "none" && v != "nil"
	}
	switch {
	case border("left") && border("right") && border("top"):
		n := 3
		if height, err := strconv.Atoi(props.child("spacing").get("line")); err == nil && props.child("spacing").get("lineRule") == "exact" {
			n = height / lineHeight
		}
		r.room(bilingual.Drawing, n)
	case s.writing || border("bottom") || border("between"):
		r.room(bilingual.Writing, 1)
	}
}

// lineHeight is a line to write on, in twentieths of a point.
const lineHeight = 510

// room adds lines; those that follow each other are one box.
func (r *reader) room(kind bilingual.Kind, lines int) {
	lines = min(max(lines, 1), 60)
	if n := len(r.items); n > 0 && r.items[n-1].block.Kind == kind && kind == bilingual.Writing && r.items[n-1].block.Number < 200 {
		r.items[n-1].block.Number += lines
		return
	}
	r.add(item{block: bilingual.Block{Kind: kind, Number: lines}, fixed: true})
}
