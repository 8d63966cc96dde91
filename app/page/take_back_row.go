package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// line is an empty line of the list: its tick, the Dutch, what the file says, what changes.
func (x *backPreview) line() fyne.CanvasObject {
	tick := kwidget.NewPressable(container.NewCenter(widget.NewIcon(nil)))
	kind := inLine("")
	kind.SizeName, kind.ColorName = theme.SizeNameCaptionText, theme.ColorNamePlaceHolder
	return listLine(container.New(backLine{}, tick, halfway(inLine("")), halfway(inLine("")), halfway(kind)))
}

func (x *backPreview) fill(i int, o fyne.CanvasObject) {
	at := x.shown[i]
	r := x.rows[at]
	parts := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	label := func(n int) *kwidget.BidiLabel {
		return parts[n].(*fyne.Container).Objects[1].(*kwidget.BidiLabel)
	}
	tick := parts[0].(*kwidget.Pressable)
	tick.OnTap = func() { x.tick(at) }
	signOf(tick).SetResource(tickIcon(r))
	dutch, there := label(1), label(2)
	dutch.Bold = at == x.at
	dutch.SetText(sourceOf(r))
	there.Bold = at == x.at
	there.SetText(r.In.Text)
	label(3).SetText(x.env.Loc.T("back.change." + string(r.Change)))
}

func signOf(p *kwidget.Pressable) *widget.Icon {
	return p.Lines()[0].(*widget.Icon)
}

// tickIcon is the sign of a row: ticked, not ticked, or nothing to tick.
func tickIcon(r exchange.Row) fyne.Resource {
	switch {
	case !mayTake(r):
		return nil
	case r.Take:
		return theme.CheckButtonCheckedIcon()
	}
	return theme.CheckButtonIcon()
}

// sourceOf is the Dutch of a row: as it is here, or as the file has it where it is nowhere here.
func sourceOf(r exchange.Row) string {
	if r.Change == exchange.Unknown {
		return r.In.Source
	}
	return r.Now.Source
}

// see shows a row whole, under the list.
func (x *backPreview) see(at int) {
	x.at = at
	r, loc := x.rows[at], x.env.Loc
	about := loc.T("back.about." + string(r.Change))
	if r.Offers() && !mayTake(r) {
		about = loc.T("back.long")
	}
	head := column(gapLines, name(loc.T("back.change."+string(r.Change))), quietly(about))
	x.detail.Objects = []fyne.CanvasObject{head, x.dutch(r), x.both(r)}
	add(x.detail, x.comments(r)...)
	x.detail.Refresh()
	x.list.Refresh()
}

// dutch is what is translated, with what changed in it since the file was made.
func (x *backPreview) dutch(r exchange.Row) fyne.CanvasObject {
	l := words(sourceOf(r))
	l.Lang, l.Selectable = book.Source, true
	emphasise(l)
	if r.Change != exchange.Unknown && r.Change != exchange.Missing && r.In.Source != r.Now.Source {
		showChanged(l, r.In.Source, r.Now.Source)
	}
	where := r.Now.Chapter
	if where == "" {
		where = r.In.Chapter
	}
	return column(0, caption(x.env.Loc.Facts(x.env.Loc.Language(book.Source), where)), l)
}

// both shows what is here beside what the file says, with the words that differ marked.
func (x *backPreview) both(r exchange.Row) fyne.CanvasObject {
	loc := x.env.Loc
	here, there := x.translation(r.Now.Text), x.translation(r.In.Text)
	if r.Now.Text != "" && r.In.Text != "" {
		showChanged(there, r.Now.Text, r.In.Text)
	}
	state := func(u exchange.Unit, of bilingual.State) string {
		if of == "" {
			return u.Who
		}
		return loc.Facts(loc.T("desk.state."+string(of)), u.Who)
	}
	in := r.In.State
	if r.Offers() && r.State != "" && r.Change != exchange.Said {
		in = r.State
	}
	return container.NewGridWithColumns(2,
		column(0, caption(loc.T("back.here")), here, caption(state(r.Now, r.Now.State))),
		column(0, caption(loc.T("back.there")), there, caption(state(r.In, in))))
}

func (x *backPreview) translation(text string) *kwidget.BidiLabel {
	l := words(text)
	l.Lang, l.Selectable = x.data.lang, true
	emphasise(l)
	return l
}

// comments are those that the file brings.
func (x *backPreview) comments(r exchange.Row) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range r.Comments {
		out = append(out, column(0, caption(x.env.Loc.Facts(x.env.Loc.T("desk.comment"), c.Who)), value(c.Text)))
	}
	return out
}

// backLine gives the two texts of a line the same width, and the others what they need.
type backLine struct{}

const (
	tickWidth   float32 = 40
	changeWidth float32 = 190
)

// Layout implements fyne.Layout.
func (backLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text := max((size.Width-tickWidth-changeWidth-3*gapParts)/2, 40)
	abreast(objects, size.Height, gapParts, tickWidth, text, text, changeWidth)
}

// MinSize implements fyne.Layout.
func (backLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, max(32, tallest(objects)))
}

// rowsAndRow gives a list and what it shows of a line the same height.
type rowsAndRow struct{}

// Layout implements fyne.Layout.
func (rowsAndRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := (size.Height - gapCards) / 2
	objects[0].Resize(fyne.NewSize(size.Width, high))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, high))
	objects[1].Move(fyne.NewPos(0, high+gapCards))
}

// MinSize implements fyne.Layout.
func (rowsAndRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 240) }
