package widget

import "unicode/utf8"

// takes tells whether a text fits in the place of the selection, and says so where it does not:
// what is left out before it stands in the field cannot be lost later.
func (f *Field) takes(text string) bool {
	from, to := f.text.Selection()
	return f.within(f.text.Len() - (to - from) + utf8.RuneCountInString(text))
}

// fits tells whether a text fits in the place of all.
func (f *Field) fits(text string) bool { return f.within(utf8.RuneCountInString(text)) }

func (f *Field) within(letters int) bool {
	if f.Longest == 0 || letters <= f.Longest {
		return true
	}
	call(f.OnFull)
	return false
}
