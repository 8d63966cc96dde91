package page

import (
	kwidget "kring/app/widget"
	"kring/internal/typeset"
)

// marks are the characters without a shape that translations into a language need, with what
// each does.
func (e *Env) marks(lang string) []kwidget.Mark {
	var out []kwidget.Mark
	add := func(id, open, shut string) {
		out = append(out, kwidget.Mark{Open: open, Close: shut, Caption: e.Loc.T("mark." + id)})
	}
	if typeset.RightToLeft(lang) {
		add("rlm", "\u200f", "")
		add("lrm", "\u200e", "")
		add("isolate", "\u2068", "\u2069")
		add("zwnj", "\u200c", "")
		add("zwj", "\u200d", "")
	}
	add("nbsp", "\u00a0", "")
	return out
}

// showMarks shows the bar of marks, or hides it.
func (h *deskHand) showMarks() {
	if h.marks.Visible() {
		h.marks.Hide()
	} else {
		h.marks.Show()
	}
	h.object.Refresh()
	h.focus()
}
