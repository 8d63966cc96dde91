package page

import (
	"image/color"
	"unicode"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/assets"
	"kring/sessions/cafe"
)

// visitorColors have white on them with enough contrast (a test computes it).
var visitorColors = map[cafe.Color]color.NRGBA{
	"red": {0xA3, 0x30, 0x1B, 0xff}, "orange": {0x9A, 0x52, 0x0A, 0xff}, "green": {0x2F, 0x6B, 0x3D, 0xff}, "teal": {0x1F, 0x6F, 0x6B, 0xff},
	"blue": {0x3B, 0x65, 0x94, 0xff}, "purple": {0x6B, 0x4A, 0x8C, 0xff}, "pink": {0xA8, 0x3A, 0x6F, 0xff}, "": {0x5F, 0x5A, 0x53, 0xff},
}

// colorOf is the colour of a disc; nobody has to choose one.
func colorOf(c cafe.Color) color.NRGBA {
	if out, ok := visitorColors[c]; ok {
		return out
	}
	return visitorColors[""]
}

// pictureOf is a drawing; nil: none.
func pictureOf(p cafe.Picture) fyne.Resource {
	if r, ok := visitorPictures[p]; ok {
		return r
	}
	return nil
}

var visitorPictures = func() map[cafe.Picture]fyne.Resource {
	out := map[cafe.Picture]fyne.Resource{}
	for _, p := range cafe.Pictures() {
		if b := assets.Picture(string(p)); b != nil {
			out[p] = fyne.NewStaticResource("picture-"+string(p)+".svg", b)
		}
	}
	return out
}()

// tile is a visitor on a wall of large buttons.
func tile(v cafe.Visitor, on bool) kwidget.Tile {
	return kwidget.Tile{Text: v.Name, Letter: initial(v.Name), Picture: pictureOf(v.Picture), Color: colorOf(v.Color), On: on}
}

// initial is the first letter of a name.
func initial(name string) string {
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "?"
}
