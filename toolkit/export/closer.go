package export

import "kring/toolkit/bilingual"

// A last page with no more than this of its height in use is nearly empty, and pictures and
// white become smaller to do without it. A text of more pages than a toolkit has is left as it
// is: laying it out again takes as long as it did.
const (
	nearly    = 0.2
	mostPages = 14
)

// scale is how large pictures and the white between blocks are, over how large they might be.
type scale struct{ pictures, white float64 }

// smaller are the ways to save room, what shows least first.
var smaller = []scale{{0.85, 1}, {0.85, 0.85}, {0.7, 0.85}, {0.7, 0.75}, {0.6, 0.65}}

// larger are the ways to have more than a few lines on the last page, where it cannot be missed.
var larger = []scale{{1, 1.1}, {1, 1.2}, {1, 1.35}}

// nearlyEmpty tells whether the last page has a few lines only, that might stand on the one
// before if pictures and white were smaller.
func (l *flow) nearlyEmpty() bool {
	if len(l.pages) < 2 || len(l.pages) > mostPages || l.o.Layout == Facing {
		return false
	}
	return l.y-l.margin < (l.bottom()-l.margin)*nearly
}

// closer lays a document out on a page less, with as much picture and white as that allows.
// Where that takes more it has more white, so that the last page is no few lines; and it stays as
// it was where neither helps.
func (l *flow) closer(doc bilingual.Document) *flow {
	for _, k := range smaller {
		if c := laid(doc, l.o, k); len(c.pages) < len(l.pages) {
			return c
		}
	}
	for _, k := range larger {
		if c := laid(doc, l.o, k); len(c.pages) == len(l.pages) && !c.nearlyEmpty() {
			return c
		}
	}
	return l
}
