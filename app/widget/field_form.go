package widget

// What a form asks of a field: to judge what is typed, to be off, to say what is selected.

// Validate implements fyne.Validatable: it judges the text now.
func (f *Field) Validate() error {
	f.judge()
	return f.wrong
}

// SetOnValidationChanged implements fyne.Validatable: changed gets what is wrong, or nil.
func (f *Field) SetOnValidationChanged(changed func(error)) { f.onWrong = changed }

// SetValidationError marks the field as wrong for a reason that only the form knows.
func (f *Field) SetValidationError(err error) {
	before := f.wrong
	f.wrong = err
	f.Refresh()
	if f.onWrong != nil && (before == nil) != (err == nil) {
		f.onWrong(err)
	}
}

func (f *Field) judge() {
	if f.Validator != nil {
		f.SetValidationError(f.Validator(f.Text))
	}
}

// Disable implements fyne.Disableable: the text can be read, not changed, and Tab passes.
func (f *Field) Disable() { f.setDisabled(true) }

// Enable implements fyne.Disableable.
func (f *Field) Enable() { f.setDisabled(false) }

// Disabled implements fyne.Disableable.
func (f *Field) Disabled() bool { return f.disabled }

func (f *Field) setDisabled(off bool) {
	f.disabled = off
	f.laid = fieldLines{}
	f.Refresh()
}

// SelectedText is what would be copied. Fyne lets the mouse select in a field that is off
// because of it.
func (f *Field) SelectedText() string { return f.text.Selected() }
