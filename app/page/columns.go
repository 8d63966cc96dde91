package page

import (
	"slices"

	"fyne.io/fyne/v2"
)

// twoColumns gives the first object two thirds of the width and the second one
// third; in a narrow window they stand under each other.
type twoColumns struct{}

const (
	columnsFrom float32 = 700
	columnGap   float32 = 14
)

func widths(width float32) (first, second float32) {
	second = (width - columnGap) * 0.36
	return width - columnGap - second, second
}

// Layout implements fyne.Layout.
func (twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a, b := objects[0], objects[1]
	a.Move(fyne.NewPos(0, 0))
	if size.Width < columnsFrom {
		a.Resize(fyne.NewSize(size.Width, a.MinSize().Height))
		b.Move(fyne.NewPos(0, a.MinSize().Height+columnGap))
		b.Resize(fyne.NewSize(size.Width, b.MinSize().Height))
		return
	}
	first, second := widths(size.Width)
	a.Resize(fyne.NewSize(first, a.MinSize().Height))
	b.Move(fyne.NewPos(first+columnGap, 0))
	b.Resize(fyne.NewSize(second, b.MinSize().Height))
}

// MinSize implements fyne.Layout: as high as the higher one, or as both where they
// stand under each other.
func (twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if objects[0].Size().Width > 0 && objects[1].Position().Y > 0 {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+columnGap+b.Height)
	}
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
}

// afterwards fills its room with one object, and then does something that depends on
// how large that is.
type afterwards func()

// Layout implements fyne.Layout.
func (do afterwards) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
	do()
}

// MinSize implements fyne.Layout.
func (afterwards) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// listAndDetail gives a list two fifths of the width, and what was chosen the rest.
type listAndDetail struct{}

// Layout implements fyne.Layout.
func (listAndDetail) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := size.Width * 0.4
	abreast(objects, size.Height, columnGap, first, size.Width-first-columnGap)
}

// MinSize implements fyne.Layout.
func (listAndDetail) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return leastAbreast(objects, columnGap)
}

// evenly gives objects beside each other equal parts of the width, be they wider or not.
type evenly struct{}

// Layout implements fyne.Layout.
func (evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	each := (size.Width - (n-1)*gapParts) / n
	abreast(objects, size.Height, gapParts, slices.Repeat([]float32{each}, len(objects))...)
}

// MinSize implements fyne.Layout.
func (evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, tallest(objects))
}

// abreast puts objects beside each other, from the start of the room, each as wide as is said.
func abreast(objects []fyne.CanvasObject, high, gap float32, widths ...float32) {
	x := float32(0)
	for i, w := range widths {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(w, high))
		x += w + gap
	}
}

// leastAbreast is the least room for two objects beside each other.
func leastAbreast(objects []fyne.CanvasObject, gap float32) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width+gap+objects[1].MinSize().Width, tallest(objects))
}

// tallest is the height that the highest of some objects needs.
func tallest(objects []fyne.CanvasObject) (high float32) {
	for _, o := range objects {
		high = max(high, o.MinSize().Height)
	}
	return high
}
