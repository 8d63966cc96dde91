package export

import (
	"net/url"
	"strings"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// card is a link on paper: what it leads to and, beside that or under it, a code to scan. It
// stands whole on one page. The words begin where those of the blocks around it do, and the code
// comes after them: a reader that takes the words out (poppler) holds words that stand further
// on than a short heading for another column, and reads that before or after all of this one.
type card struct {
	code  code
	said  []said // in the languages that lead to the same address
	w, h  float64
	pad   float64
	text  float64 // how wide the words are
	right bool    // reading begins at the right
	under bool    // the code stands under the words
	row   bool    // the cards of the link stand beside each other
}

// cards are those of a link: one for each language that leads elsewhere or has a column of its
// own, and else one for all.
func (l *flow) cards(b bilingual.Block) []card {
	apart := l.o.Layout == Columns || l.o.Layout == Facing
	var out []card
	for _, x := range l.o.said(b) {
		if n := len(out); n > 0 && !apart && out[n-1].code.address == x.address {
			out[n-1].said = append(out[n-1].said, x)
			continue
		}
		out = append(out, card{code: newCode(x.address, l.o.TextSize), said: []said{x}, right: rtl(x.lang)})
	}
	row := apart || l.abreast(out)
	full, high := l.width, 0.0
	if row && !apart {
		l.width = (full - gutter) / 2
	}
	for i := range out {
		l.fill(&out[i], b)
		high = max(high, out[i].h)
	}
	for i := range out {
		if row {
			out[i].row, out[i].h = true, high
		}
	}
	l.width = full
	return out
}

// abreast tells whether two cards stand beside each other within the width of the text, each
// with its code beside its words; on a phone with the code under them, where the height of a page
// is short.
func (l *flow) abreast(all []card) bool {
	if len(all) != 2 || l.o.Paper == Phone {
		return len(all) == 2
	}
	for _, c := range all {
		if (l.width-gutter)/2-2*l.o.TextSize*cardPad-c.code.width()-artGap < leastBeside*l.o.TextSize {
			return false
		}
	}
	return true
}

// placeCards puts the cards of a link on the page: under each other, or the first on the side
// where reading begins and the other beside it.
func (l *flow) placeCards(all []card, right bool) {
	for i, c := range all {
		x := l.margin
		if c.row && (i == 1) != right {
			x += l.width - c.w
		}
		c.draw(l.page(), x, l.y)
		if !c.row || i == len(all)-1 {
			l.y += c.h + cardGap
		}
	}
}

// stacked is how high cards are that share a column, with the white under them.
func stacked(all []card) float64 {
	h := 0.0
	for _, c := range all {
		if c.row {
			return c.h + cardGap
		}
		h += c.h + cardGap
	}
	return h
}

// fill lays the words of a card out, and the address under them.
func (l *flow) fill(c *card, b bilingual.Block) {
	c.w, c.pad = l.width, l.o.TextSize*cardPad
	c.text = c.w - 2*c.pad
	if beside := c.text - c.code.width() - artGap; beside >= leastBeside*l.o.TextSize {
		c.text = beside
	} else {
		c.under = c.code.width() > 0
	}
	full := l.width
	l.width = c.text
	for i := range c.said {
		x := &c.said[i]
		x.lines = l.paragraph(x.text, l.o.TextSize, true, teal, x.lang, 0)
		l.noteMissing(b, x.lines)
		x.text = plain(x.text)
	}
	last := &c.said[len(c.said)-1]
	last.lines = append(last.lines, l.address(shown(last.address, last.text), c.right)...)
	l.width = full
	c.h = c.words()
	if c.under {
		c.h += artGap/2 + c.code.height()
	}
	c.h = max(c.h, c.code.height()) + 2*c.pad
}

// cardPad is the white within a card, in letters.
const cardPad = 0.8

// leastBeside is how wide the words beside a code are at the least, in letters: a column
// narrower than that has them under it.
const leastBeside = 9.0

// words is how high the words of a card are.
func (c card) words() float64 {
	h := 0.0
	for i, x := range c.said {
		if i > 0 {
			h += underGap
		}
		h += typeset.Height(x.lines)
	}
	return h
}

// draw puts a card on a page.
func (c card) draw(p *Page, x, y float64) {
	p.Rect(x, y, c.w, c.h, tint)
	side := c.code.width()
	textX, codeX := x+c.pad, x+c.w-c.pad-side
	top, codeY := y+(c.h-c.words())/2, y+(c.h-side)/2
	switch {
	case c.under:
		codeX = x + (c.w-side)/2
		top, codeY = y+c.pad, y+c.h-c.pad-side
	case c.right:
		textX, codeX = x+c.w-c.pad-c.text, x+c.pad
	}
	for i, s := range c.said {
		if i > 0 {
			top += underGap
		}
		before := len(p.marks)
		top += p.Lines(textX, top, s.lines)
		p.tagged(before, &element{role: "P", lang: s.lang, text: s.text})
	}
	before := len(p.marks)
	c.code.draw(p, codeX, codeY)
	p.tagged(before, &element{role: "Figure", lang: c.said[0].lang, alt: c.said[0].text})
	p.link(x, y, c.w, c.h, c.code.address)
}

// address is where a link leads, for who types it over.
func (l *flow) address(path string, right bool) []typeset.Line {
	p := typeset.Plain(path, l.o.TextSize*0.8, l.width, soft)
	p.Dir = typeset.LTR
	if right {
		p.Align = typeset.End
	}
	return p.Lay()
}

// shown is an address as somebody types it over. Of one that searches for words that stand
// above it there is the site alone: those words are typed there, and no percent signs.
func shown(address, words string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	for _, values := range u.Query() {
		for _, asked := range values {
			if strings.Contains(asked, " ") && strings.Contains(words, asked) {
				return strings.TrimPrefix(u.Host, "www.")
			}
		}
	}
	return address
}
