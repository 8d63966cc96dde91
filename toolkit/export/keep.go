package export

import "kring/toolkit/bilingual"

// stays tells whether a block stays with what follows: a heading with its text, a question
// with the room to answer it, a text with the link that it is about.
func stays(b bilingual.Block, rest []bilingual.Block) bool {
	if len(rest) == 0 || rest[0].Kind == bilingual.PageBreak {
		return false
	}
	return b.Kind == bilingual.Heading || b.Kind == bilingual.Text && belongs(rest[0])
}

// belongs tells whether a block goes with the text above it.
func belongs(b bilingual.Block) bool {
	return b.Kind == bilingual.Writing || b.Kind == bilingual.Drawing || b.Kind == bilingual.Link
}

// stay is the least of what follows a block that goes on the same page; both are laid out
// already.
func (l *flow) stay(group, next unit, rest []bilingual.Block) float64 {
	switch {
	case belongs(rest[0]):
		if l.parted {
			l.parted = false
			return 0
		}
		return l.kept(next)
	case rest[0].Kind == bilingual.Text && len(rest) > 1 && belongs(rest[1]):
		all := next.before + l.high(next) + l.kept(l.unit(rest[1]))
		if l.parted = l.high(group)+all > l.bottom()-l.margin; !l.parted {
			return all
		}
	}
	return l.first(next, group) + l.under(rest) + l.underPicture(group, next, rest)
}

// underPicture is the room for the text under a picture that stands under a heading, where one
// page holds all three: else a few lines stand alone on the next.
func (l *flow) underPicture(heading, picture unit, rest []bilingual.Block) float64 {
	if rest[0].Kind != bilingual.Image || len(rest) == 1 || rest[1].Kind != bilingual.Text {
		return 0
	}
	text := l.unit(rest[1])
	if h := text.before + l.high(text); l.high(heading)+l.first(picture, heading)+h <= l.bottom()-l.margin {
		return h
	}
	return 0
}

// hangs tells whether a text begins right under its heading, come what may: where it does not fit
// it goes on on the next page.
func (l *flow) hangs(u unit) bool {
	return l.headed && u.art == nil && len(u.cards) == 0 && u.heading == 0
}

// kept is the height of a unit that is whole on its page, if it is not too high for that:
// a heading, a text and its room go on one page together.
func (l *flow) kept(u unit) float64 {
	page := l.bottom() - l.margin
	if len(u.cards) > 0 { // they are never cut
		return u.before + min(l.high(u), page*mostCards)
	}
	return u.before + min(l.high(u), page*mostKept)
}

// high is the height of a unit in the layout that is printed.
func (l *flow) high(u unit) float64 {
	if l.o.Layout == Columns || l.o.Layout == Facing {
		return u.beside()
	}
	return u.height()
}

// mostCards is how much of a page the cards of a link may fill to be kept with their text.
const mostCards = 0.6

// mostKept is how much of a page something may fill to be kept whole with what is above it.
const mostKept = 0.35

// under is the room for what stands below the headings that blocks begin with.
func (l *flow) under(blocks []bilingual.Block) (h float64) {
	for i, b := range blocks {
		if b.Kind != bilingual.Heading || i+1 == len(blocks) || blocks[i+1].Kind == bilingual.PageBreak {
			break
		}
		h += l.first(l.unit(blocks[i+1]), l.unit(b))
	}
	return h
}

// first is the least of a unit that stands under its heading: all of it, as place would
// move it whole to the next page, unless a page does not hold both.
func (l *flow) first(u, heading unit) float64 {
	height := l.begins(u, heading, l.high(u))
	if heading.height()+u.before+height > l.bottom()-l.margin {
		height = min(height, 60)
	}
	return u.before + height
}
