package widget

// covered tells whether the letters of a field are dots because names are covered. A name that
// no vault has yet, or half of one, is no name to the cover: so a field that is for names is
// covered whatever stands in it, and one of a form whatever was typed in it; but the letters
// that are being typed show, or nobody could see a mistake.
func (f *Field) covered(text string) bool {
	switch {
	case covering.Load() == nil:
		return false
	case f.Names, Covered(text) != text:
		return true
	}
	return f.Unsaved && text != f.given && (!f.focused || f.open != covers.Load())
}

// hideTyped lays the letters out anew that showed only while they were typed.
func (f *Field) hideTyped() {
	if f.Unsaved && covering.Load() != nil {
		f.laid = fieldLines{}
	}
}

// followCover puts the caret where it belongs among the letters or dots that show now.
func (f *Field) followCover() {
	if f.placed != coverings.Load() {
		f.place()
	}
}

// Dotted tells whether dots show in the place of the letters.
func (f *Field) Dotted() bool { return f.Secret || f.covered(f.text.String()) }
