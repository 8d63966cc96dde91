package export

import "kring/toolkit/bilingual"

// A last page with no more than the first of these of its height in use is nearly empty, and
// pictures and white become smaller to do without it. One with no more than the second is done
// without where that hardly shows. A text of more pages than a toolkit has on a phone is left as
// it is.
const (
	nearly    = 0.25
	halfEmpty = 0.5
	mostPages = 14
)

// scale is how large pictures and the white between blocks are, over how large they might be.
type scale struct{ pictures, white float64 }

// smaller are the ways to save room, what shows least first. The first hardly show.
var smaller = []scale{{0.85, 1}, {0.85, 0.85}, {0.7, 0.8}, {0.7, 0.75}, {0.6, 0.65}}

const hardly = 3

// larger are the ways to have more than a few lines on the last page, where it cannot be missed.
var larger = []scale{{1, 1.1}, {1, 1.2}, {1, 1.35}, {1, 1.5}}

// lastPage is how much of the height of the last page is in use; 1 where that is no matter: of
// facing pages, of one page, of a long text.
func (l *flow) lastPage() float64 {
	if len(l.pages) < 2 || len(l.pages) > mostPages || l.o.Layout == Facing {
		return 1
	}
	return (l.y - l.margin) / (l.bottom() - l.margin)
}

// closer lays a document out on a page less, with as much picture and white as that allows.
// Where that takes more and the last page has a few lines it gets more white, so that they are
// more; and all stays as it was where neither helps.
func (l *flow) closer(doc bilingual.Document) *flow {
	used := l.lastPage()
	ways := smaller
	switch {
	case used > halfEmpty:
		return l
	case used > nearly:
		ways = smaller[:hardly]
	}
	for _, k := range ways {
		if c := laid(doc, l.o, k, l.common); len(c.pages) < len(l.pages) {
			return c
		}
	}
	if used > nearly {
		return l
	}
	for _, k := range larger {
		if c := laid(doc, l.o, k, l.common); len(c.pages) == len(l.pages) && c.lastPage() > nearly {
			return c
		}
	}
	return l
}
