package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/toolkit/export"
)

// pile shows the pages of a paper under each other, of which only those in sight are painted.
type pile struct {
	pages  *fyne.Container
	scroll *container.Scroll
	sheets []*kwidget.PagePreview
	zooms  []float32 // widths of a page on the screen
	zoom   int       // which of zooms
}

func newPile(zooms []float32, zoom int) *pile {
	p := &pile{pages: column(gapCards), zooms: zooms, zoom: zoom}
	p.scroll = within(container.NewScroll(nil), p.pages)
	p.scroll.OnScrolled = func(fyne.Position) { p.sight() }
	return p
}

// lie puts pages in the place of those that were there.
func (p *pile) lie(pages []*export.Page) {
	p.pages.Objects, p.sheets = nil, nil
	for _, page := range pages {
		sheet := kwidget.NewPagePreview(page, page.Paper.Width, page.Paper.Height/page.Paper.Width, p.zooms[p.zoom])
		p.sheets = append(p.sheets, sheet)
		p.pages.Add(container.NewCenter(sheet))
	}
}

// sight has the pages painted that can be seen.
func (p *pile) sight() {
	top := p.scroll.Offset.Y
	bottom := top + max(p.scroll.Size().Height, p.zooms[0]) // before the page has a size
	y := float32(0)
	for _, s := range p.sheets {
		high := s.MinSize().Height
		s.SetInSight(y < bottom && y+high > top)
		y += high + gapCards
	}
}

// magnify shows the pages larger or smaller.
func (p *pile) magnify(by int) {
	p.zoom = min(max(p.zoom+by, 0), len(p.zooms)-1)
	for _, s := range p.sheets {
		s.SetWidth(p.zooms[p.zoom])
	}
	p.pages.Refresh()
	p.scroll.Refresh()
	p.sight()
}
