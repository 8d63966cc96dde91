package page

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// laidPages are the pages of a text that is worked on: other ones come in their place without a
// flicker, and what is in hand comes in sight.
type laidPages struct {
	*pile
	scale float64 // at which the pages were painted last
}

// paintedPage is a page with its picture, once that was made: also off Fyne's goroutine, so
// that the new page is there the moment that the old one goes.
type paintedPage struct {
	*export.Page
	on      *laidPages
	scale   float64
	picture *image.NRGBA
}

// Picture implements kwidget.Sheet.
func (p *paintedPage) Picture(scale float64) *image.NRGBA {
	p.on.scale = scale
	p.paint(scale)
	return p.picture
}

func (p *paintedPage) paint(scale float64) {
	if p.picture == nil || p.scale != scale {
		p.picture, p.scale = p.Page.Picture(scale), scale
	}
}

// laidText is a text on pages, with where the block in hand stands.
type laidText struct {
	pages    []*paintedPage
	at       int     // the page of the block; -1: it is on none
	from, to float64 // in points from its top
}

// ready paints the pages around what is in hand, off Fyne's goroutine.
func (d laidText) ready(on *laidPages, scale float64) {
	for i, page := range d.pages {
		page.on = on
		if i >= d.at-1 && i <= d.at+1 {
			page.paint(scale)
		}
	}
}

// layText lays segments on pages, with numbers in the margin where there are any. The version
// with few words is shown where that is in hand.
func layText(segments []bilingual.Segment, in int, numbers []int, o export.Options) (laidText, error) {
	doc := book.DocumentOf(segments)
	line := 0    // of the block in hand, by which it is known again
	var of []int // the number of each line
	for i, x := range segments {
		if x.Meta != "" {
			continue
		}
		if i <= in {
			line++
		}
		if numbers != nil {
			of = append(of, numbers[i])
		}
	}
	for i := range doc.Blocks {
		doc.Blocks[i].Line = i + 1
	}
	if in >= 0 && in < len(segments) && segments[in].Low {
		doc = doc.LowText()
	} else {
		doc = doc.Full()
	}
	for _, b := range doc.Blocks {
		if numbers != nil {
			o.Numbers = append(o.Numbers, of[b.Line-1])
		}
	}
	laid := laidText{at: -1}
	pages, err := export.LayOut(doc, o)
	if err != nil {
		return laid, err
	}
	for _, page := range pages.Pages {
		laid.pages = append(laid.pages, &paintedPage{Page: page})
	}
	for i, b := range doc.Blocks {
		if b.Line != line || i >= len(pages.Ends) {
			continue
		}
		end := pages.Ends[i]
		laid.at, laid.to = end.Page, end.Y
		if i > 0 && pages.Ends[i-1].Page == end.Page {
			laid.from = pages.Ends[i-1].Y
		}
	}
	return laid, nil
}

// put shows other pages in the place of those that were there: they stay where they are, but
// that the block in hand comes in sight.
func (v *laidPages) put(d laidText) {
	ratio := func(x *paintedPage) float64 { return x.Paper.Height / x.Paper.Width }
	more := len(d.pages) != len(v.sheets)
	for i, x := range d.pages {
		if i < len(v.sheets) {
			v.sheets[i].SetSheet(x, x.Paper.Width, ratio(x))
			continue
		}
		sheet := v.sheet(x, x.Paper.Width, ratio(x))
		v.sheets = append(v.sheets, sheet)
		v.pages.Add(container.NewCenter(sheet))
	}
	v.sheets = v.sheets[:len(d.pages)]
	v.pages.Objects = v.pages.Objects[:len(d.pages)]
	if more {
		v.pages.Refresh()
		v.scroll.Refresh()
	}
	v.reveal(d)
	v.sight()
}

// reveal scrolls no further than it takes to see the block in hand.
func (v *laidPages) reveal(d laidText) {
	if d.at < 0 || d.at >= len(d.pages) {
		return
	}
	width := v.zooms[v.zoom]
	paper := d.pages[d.at].Paper
	scale := width / float32(paper.Width)
	y := float32(d.at) * (width*float32(paper.Height/paper.Width) + gapCards)
	top, bottom := y+float32(d.from)*scale, y+float32(d.to)*scale+2*gapCards
	high, now := v.scroll.Size().Height, v.scroll.Offset.Y
	switch {
	case high <= 0 || top >= now && bottom <= now+high:
	case top < now || bottom-top > high:
		v.scroll.ScrollToOffset(fyne.NewPos(v.scroll.Offset.X, max(top-gapCards, 0)))
	default:
		v.scroll.ScrollToOffset(fyne.NewPos(v.scroll.Offset.X, bottom-high))
	}
}
