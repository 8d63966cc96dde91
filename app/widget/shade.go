package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// themed is a widget that knows its theme.
type themed interface{ Theme() fyne.Theme }

// shade is a colour of the theme in the variant, light or dark, of the moment.
func shade(w themed, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
