package export

import "kring/toolkit/bilingual"

// A last page with no more than this of its height in use is nearly empty, and pictures become
// this much smaller to do without it. A text of more pages than a toolkit has is left as it is:
// laying it out again takes as long as it did.
const (
	nearly    = 0.2
	mostPages = 8
)

var smaller = []float64{0.85, 0.7, 0.6}

// nearlyEmpty tells whether the last page has a few lines only, that might stand on the one
// before if the pictures were smaller.
func (l *flow) nearlyEmpty() bool {
	if len(l.pages) < 2 || len(l.pages) > mostPages || l.o.Layout == Facing || len(l.known) == 0 {
		return false
	}
	return l.y-l.margin < (l.bottom()-l.margin)*nearly
}

// closer lays a document out on a page less, with its pictures as large as that allows; as it
// was where that takes more than smaller pictures.
func (l *flow) closer(doc bilingual.Document) *flow {
	for _, k := range smaller {
		if c := laid(doc, l.o, k); len(c.pages) < len(l.pages) {
			return c
		}
	}
	return l
}
