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
	sign   string    // in the place of each page while names are covered
	open   bool      // the pages have no people on them
}

func newPile(env *Env, zooms []float32, zoom int) *pile {
	p := &pile{pages: column(gapCards), zooms: zooms, zoom: zoom, sign: env.Loc.T("hide.page")}
	p.scroll = within(container.NewScroll(nil), p.pages)
	p.scroll.OnScrolled = func(fyne.Position) { p.sight() }
	return p
}

// lie puts pages in the place of those that were there.
func (p *pile) lie(pages []*export.Page) {
	p.pages.Objects, p.sheets = nil, nil
	for _, page := range pages {
		sheet := p.sheet(page, page.Paper.Width, page.Paper.Height/page.Paper.Width)
		p.sheets = append(p.sheets, sheet)
		p.pages.Add(container.NewCenter(sheet))
	}
}

// sheet is a page on the pile, covered with the names.
func (p *pile) sheet(page kwidget.Sheet, points, ratio float64) *kwidget.PagePreview {
	s := kwidget.NewPagePreview(page, points, ratio, p.zooms[p.zoom])
	s.CoverWith(p.sign)
	if p.open {
		s.ShowAlways()
	}
	return s
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
