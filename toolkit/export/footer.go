package export

import (
	"fmt"

	"kring/internal/typeset"
)

// number writes the running title and the page numbers. On a page from right to left
// the title stands at the right, and the number at the left.
func (l *flow) number() {
	for i, p := range l.pages {
		lang, title := l.headOf(i)
		y := l.o.Paper.Height - l.margin*0.6
		p.Rect(l.margin, y-6, l.width, 0.6, rule)
		t := typeset.Plain(title, 8.5, l.width*0.8, soft)
		t.Lang = lang
		x := l.margin
		if rtl(lang) {
			x += l.width * 0.2
		}
		p.Lines(x, y, t.Lay()[:1])
		n := typeset.Plain(fmt.Sprintf("%d / %d", i+1, len(l.pages)), 8.5, l.width, soft)
		n.Dir = typeset.LTR
		if !rtl(lang) {
			n.Align = typeset.End
		}
		p.Text(l.margin, y, n)
	}
}
