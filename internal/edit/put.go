package edit

import "slices"

// Put sets a text in the place of the selection, as a step of its own: what somebody chose,
// not typed. It gives false where that changes nothing.
func (t *Text) Put(s string) bool {
	by := []rune(t.clean(s))
	if from, to := t.Selection(); len(by) == 0 && from == to {
		return false
	}
	t.replace(by, other)
	return true
}

// Wrap sets a text before the selection and another one after it, in one step. The same
// letters stay selected, with the caret after them; where none are, the caret stands between the two.
func (t *Text) Wrap(before, after string) {
	open, shut := []rune(t.clean(before)), []rune(t.clean(after))
	from, to := t.Selection()
	t.remember(other)
	t.runes = slices.Concat(t.runes[:from], open, t.runes[from:to], shut, t.runes[to:])
	t.anchor, t.caret = t.end(from+len(open)), t.end(to+len(open))
}

// Replace sets another text in the place of all of it, in one step, with the caret at its end.
// The same text is no step.
func (t *Text) Replace(s string) bool {
	s = t.clean(s)
	if s == t.String() {
		return false
	}
	t.remember(other)
	t.runes = []rune(s)
	t.caret, t.anchor = len(t.runes), len(t.runes)
	return true
}
