package export

import (
	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// leastSqueezed is how small a picture may become to stay on its page, over how large it is.
const leastSqueezed = 0.42

// squeezed is a picture of a phone's page that gets smaller where it stays under its text so:
// alone on the next one it leaves two pages half empty.
func (l *flow) squeezed(u unit) unit {
	p, ok := u.art.(*picture)
	if !ok || l.o.Paper != Phone {
		return u
	}
	room := l.bottom() - l.y - l.keep - (u.height() - p.h)
	if room >= p.h || room < p.h*leastSqueezed {
		return u
	}
	small := *p
	small.w, small.h = p.w*room/p.h, room
	u.art = &small
	return u
}

// mostEmpty is how much of a phone's page may be in use for what follows to begin on it all the
// same, with its translation on the next.
const mostEmpty = 0.5

// begins is the least of a text that stands under its heading on a phone's page that is half
// empty: all of what it says first. Else that page is left so, for a text that fills the next.
func (l *flow) begins(u, heading unit, height float64) float64 {
	if l.o.Paper != Phone || len(u.said) < 2 || u.kind != bilingual.Text || l.y-l.margin > (l.bottom()-l.margin)*mostEmpty {
		return height
	}
	if l.y+heading.before+heading.height()+u.before+height <= l.bottom() {
		return height
	}
	return typeset.Height(u.said[0].lines)
}
