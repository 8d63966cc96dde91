package bring

import (
	"regexp"
	"strconv"
	"strings"

	"kring/internal/typeset"
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

var (
	onlyLines  = regexp.MustCompile(`^(?:[_\s]*_{3}[_\s]*|[.…\s]*(?:…{2}|\.{5})[.…\s]*)$`)
	linesAfter = regexp.MustCompile(`(?s)^(.*[^_\s])\s*?(_{5,}[_\s]*)$`)
)

// lineLetters is how many underscores fill a line.
const lineLetters = 90

// writingLines tells how many lines to write on a text of underscores or dots is, and what
// stands before them. Gaps within a sentence stay.
func writingLines(text string) (head string, lines int) {
	tail := text
	if !onlyLines.MatchString(text) {
		m := linesAfter.FindStringSubmatch(text)
		if m == nil || strings.Contains(m[1], "___") {
			return text, 0
		}
		head, tail = m[1], m[2]
	}
	for line := range strings.SplitSeq(tail, "\n") {
		if n := len([]rune(strings.TrimSpace(line))); n > 0 {
			lines += 1 + (n-1)/lineLetters
		}
	}
	return head, lines
}

// cutTail is pieces up to the end of a text that they begin with.
func cutTail(pieces []bilingual.Piece, head string) (out []bilingual.Piece) {
	left := len(head)
	started := false
	for _, p := range pieces {
		if !started {
			p.Text = strings.TrimLeft(p.Text, " \t\n\u00a0")
		}
		started = started || p.Text != ""
		if len(p.Text) > left {
			p.Text = p.Text[:left]
		}
		left -= len(p.Text)
		out = append(out, p)
	}
	return out
}

// unstyled takes the emphasis from a heading: it has that of its style.
func unstyled(pieces []bilingual.Piece) []bilingual.Piece {
	var out []bilingual.Piece
	for _, p := range pieces {
		p.Bold, p.Italic = false, false
		out = append(out, p)
	}
	return out
}

var blanks = regexp.MustCompile(`[ \t]{2,}|\t`)

// tidy makes one space of several, and takes those around the text and its line breaks.
func tidy(pieces []bilingual.Piece) []bilingual.Piece {
	var out []bilingual.Piece
	last := byte('\n')
	for _, p := range pieces {
		p.Text = blanks.ReplaceAllString(strings.ReplaceAll(p.Text, "\r", ""), " ")
		for strings.Contains(p.Text, " \n") {
			p.Text = strings.ReplaceAll(p.Text, " \n", "\n")
		}
		for strings.Contains(p.Text, "\n ") {
			p.Text = strings.ReplaceAll(p.Text, "\n ", "\n")
		}
		if last == ' ' || last == '\n' {
			p.Text = strings.TrimLeft(p.Text, " ")
		}
		if p.Text == "" {
			continue
		}
		last = p.Text[len(p.Text)-1]
		out = append(out, p)
	}
	return unlinked(out)
}

// unlinked is pieces in which an address that says itself is no link: it becomes one by
// itself again.
func unlinked(pieces []bilingual.Piece) []bilingual.Piece {
	for i, p := range pieces {
		alone := (i == 0 || pieces[i-1].Link != p.Link) && (i+1 == len(pieces) || pieces[i+1].Link != p.Link)
		if p.Link == "" || !alone {
			continue
		}
		found := typeset.Addresses(p.Text)
		if len(found) == 1 && found[0].From == 0 && found[0].To == len(p.Text) && strings.TrimSuffix(found[0].URL, "/") == strings.TrimSuffix(p.Link, "/") {
			pieces[i].Link = ""
		}
	}
	return pieces
}

// linkBlock says the words of a block; a paragraph that is one link alone is a page or a
// video elsewhere.
func linkBlock(b bilingual.Block, pieces []bilingual.Piece) bilingual.Block {
	b.Text = strings.TrimSpace(bilingual.Compose(pieces))
	if b.Kind != bilingual.Text || len(pieces) == 0 || !strings.HasPrefix(pieces[0].Link, "http") {
		return b
	}
	link := pieces[0].Link
	for i := range pieces {
		if strings.TrimSpace(pieces[i].Text) != "" && pieces[i].Link != link {
			return b
		}
		pieces[i].Link = ""
	}
	b.Kind, b.Path = bilingual.Link, link
	b.Text = strings.TrimSpace(bilingual.Compose(pieces))
	return b
}
