package export

import "kring/toolkit/bilingual"

// stays tells whether a block stays with what follows: a heading with its text, a question
// with the room to answer it.
func stays(b bilingual.Block, rest []bilingual.Block) bool {
	if len(rest) == 0 || rest[0].Kind == bilingual.PageBreak {
		return false
	}
	return b.Kind == bilingual.Heading || b.Kind == bilingual.Text && isRoom(rest[0])
}

func isRoom(b bilingual.Block) bool {
	return b.Kind == bilingual.Writing || b.Kind == bilingual.Drawing
}

// stay is the least of what follows that goes on the same page; next is laid out already.
func (l *flow) stay(next unit, rest []bilingual.Block) float64 {
	switch {
	case isRoom(rest[0]):
		return next.kept()
	case rest[0].Kind == bilingual.Text && len(rest) > 1 && isRoom(rest[1]):
		return next.kept() + l.unit(rest[1]).kept()
	}
	return next.first()
}

// kept is the height of a unit that is whole on its page, if it is not too high for that.
func (u unit) kept() float64 { return u.before + min(u.height(), mostKept) }

// mostKept is how high something may be, in points, to be kept whole with what is above it:
// four lines to write on.
const mostKept = 4 * writingHeight
