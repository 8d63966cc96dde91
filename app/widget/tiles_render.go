package widget

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// CreateRenderer implements fyne.Widget.
func (t *Tiles) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tilesRenderer{tiles: t, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.CornerRadius, r.ring.StrokeWidth = 9, 3
	r.Refresh()
	return r
}

// tilesRenderer keeps its objects while there are as many tiles: a press redraws one.
type tilesRenderer struct {
	tiles   *Tiles
	views   []*tileView
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
}

type tileView struct {
	shown   Tile
	back    *canvas.Rectangle
	disc    *canvas.Circle
	picture *canvas.Image
	letter  *BidiLabel
	text    *BidiLabel
	tick    *canvas.Image

	fitted string  // the text for which it was found how it is written,
	room   float32 // the room, and
	high   float32 // how high that is
}

// onDisc is white in light and in dark: the discs have the same colours in both.
var onDisc = color.NRGBA{0xff, 0xff, 0xff, 0xff}

func newTileView() *tileView {
	v := &tileView{
		back: canvas.NewRectangle(color.Transparent), disc: canvas.NewCircle(color.Transparent),
		picture: canvas.NewImageFromResource(nil), tick: canvas.NewImageFromResource(nil),
		letter: oneLine(typeset.Center), text: oneLine(typeset.Start),
	}
	v.back.CornerRadius = 9
	v.picture.FillMode, v.tick.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	v.letter.Line, v.letter.Bold, v.text.Bold = Whole, true, true
	v.letter.fixed = onDisc
	return v
}

func (v *tileView) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.back, v.disc, v.picture, v.letter, v.text, v.tick}
}

// Destroy implements fyne.WidgetRenderer.
func (r *tilesRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (r *tilesRenderer) MinSize() fyne.Size { return r.tiles.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *tilesRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh implements fyne.WidgetRenderer.
func (r *tilesRenderer) Refresh() {
	others := len(r.views) != len(r.tiles.tiles)
	if others {
		r.build()
	}
	for i, t := range r.tiles.tiles {
		r.fill(r.views[i], t)
	}
	r.Layout(r.tiles.Size())
	r.ring.Refresh()
	if others {
		canvas.Refresh(r.tiles)
	}
}

func (r *tilesRenderer) build() {
	n := len(r.tiles.tiles)
	r.views = r.views[:min(len(r.views), n)]
	for len(r.views) < n {
		r.views = append(r.views, newTileView())
	}
	r.objects = nil
	for _, v := range r.views {
		r.objects = append(r.objects, v.objects()...)
	}
	r.objects = append(r.objects, r.ring)
}

// fill draws a tile, unless it stands there as it is.
func (r *tilesRenderer) fill(v *tileView, t Tile) {
	fill, ink := theme.ColorNameButton, theme.ColorNameForeground
	if t.On {
		fill, ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	}
	back := shade(r.tiles, fill)
	if v.shown == t && v.back.FillColor == back {
		return
	}
	v.shown, v.back.FillColor = t, back
	v.disc.Hidden, v.disc.FillColor = t.Picture == nil && t.Letter == "", t.Color
	v.disc.StrokeColor, v.disc.StrokeWidth = shade(r.tiles, theme.ColorNameOverlayBackground), 2
	v.picture.Hidden, v.letter.Hidden = t.Picture == nil, t.Picture != nil || t.Letter == ""
	v.picture.Resource = t.Picture
	v.letter.SetText(t.Letter)
	v.text.say(t.Text, true, ink)
	v.tick.Hidden = !t.On || t.Text == ""
	v.tick.Resource = theme.NewColoredResource(theme.ConfirmIcon(), ink)
	for _, o := range v.objects() {
		o.Refresh()
	}
}

// Layout implements fyne.WidgetRenderer. Another width can mean other rows: the canvas sees
// it by MinSize before it paints.
func (r *tilesRenderer) Layout(size fyne.Size) {
	r.tiles.width = size.Width
	n := r.tiles.columns()
	wide := (size.Width+tileGap)/float32(n) - tileGap
	r.ring.Hidden = len(r.views) == 0 || !r.tiles.focused && !r.tiles.ready
	r.ring.StrokeColor = shade(r.tiles, theme.ColorNameForeground)
	for i, v := range r.views {
		x, y := float32(i%n)*(wide+tileGap), float32(i/n)*(tileHeight+tileGap)
		v.layout(x, y, wide)
		if i == r.tiles.at {
			place(r.ring, x, y, wide, tileHeight)
		}
		flipAll(size.Width, v.objects()...)
	}
	flipAll(size.Width, r.ring)
}

// layout puts the parts of a tile at their places.
func (v *tileView) layout(x, y, wide float32) {
	const edge = (tileHeight - discSide) / 2
	left := x
	if v.shown.Text == "" {
		x += (wide - discSide - 2*edge) / 2
	}
	place(v.back, left, y, wide, tileHeight)
	place(v.disc, x+edge, y+edge, discSide, discSide)
	place(v.picture, x+edge+4, y+edge+4, discSide-8, discSide-8)
	h := v.letter.MinSize().Height
	place(v.letter, x+edge, y+(tileHeight-h)/2, discSide, h)
	place(v.tick, left+wide-24, y+(tileHeight-18)/2, 18, 18)
	var begin, end float32 = edge + discSide + 8, 28 // also without a tick: a name stands still when it is pressed
	if v.disc.Hidden {
		begin, end = edge+4, edge
	}
	room := max(left+wide-x-begin-end, 0)
	v.fit(room)
	place(v.text, x+begin, y+(tileHeight-v.high)/2, room, v.high)
}

// fit finds how a text is written in a room: on one line where it fits, on two small ones where
// it has words, or else cut off. It is found again when the text or the room changes.
func (v *tileView) fit(room float32) {
	if v.fitted == v.text.Text && v.room == room {
		return
	}
	v.fitted, v.room = v.text.Text, room
	v.text.SizeName, v.text.Line = theme.SizeNameText, Whole
	whole := v.text.MinSize()
	v.high, v.text.Line = whole.Height, Cut
	if whole.Width > room && strings.Contains(v.fitted, " ") {
		v.text.SizeName, v.text.Line = theme.SizeNameCaptionText, Wrap
		v.text.Resize(fyne.NewSize(room, tileHeight))
		if v.high = v.text.MinSize().Height; v.high > tileHeight {
			v.text.SizeName, v.text.Line, v.high = theme.SizeNameText, Cut, whole.Height
		}
	}
	v.text.Refresh()
}
