package page

import "fyne.io/fyne/v2"

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
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[1].Move(fyne.NewPos(first+columnGap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-first-columnGap, size.Height))
}

// MinSize implements fyne.Layout.
func (listAndDetail) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+columnGap+b.Width, max(a.Height, b.Height))
}

// evenly gives objects beside each other equal parts of the width, be they wider or not.
type evenly struct{}

// Layout implements fyne.Layout.
func (evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	each := (size.Width - (n-1)*gapParts) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(each+gapParts), 0))
		o.Resize(fyne.NewSize(each, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out.Height = max(out.Height, o.MinSize().Height)
	}
	return out
}
