package page

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// writePreview shows the chapter in hand (of a toolkit: all of it) as the pages that print.
type writePreview struct {
	turns
	page *writePage
	*pile
	object fyne.CanvasObject
	langs  *kwidget.Select
	tags   []string // of langs; the first is none
	lang   string   // that stands under the Dutch; "": none
	scale  float64  // at which the pages were painted last
}

// writeZooms are widths of a page beside the text.
var writeZooms = []float32{330, 460, 640}

func newWritePreview(p *writePage) *writePreview {
	v := &writePreview{page: p, pile: newPile(writeZooms, 0), scale: 1}
	v.langs = kwidget.NewSelect([]string{p.env.Loc.T("write.dutch")}, nil)
	v.langs.SetSelectedIndex(0)
	zoom := container.NewHBox(iconButton(theme.ZoomOutIcon(), func() { v.magnify(-1) }), iconButton(theme.ZoomInIcon(), func() { v.magnify(1) }))
	head := container.New(layout.NewCustomPaddedLayout(0, gapParts, 0, 14), container.NewBorder(nil, nil, zoom, nil, v.langs))
	v.object = under(head, v.scroll)
	return v
}

// languages fills the picker of what stands under the Dutch.
func (v *writePreview) languages() {
	loc, langs := v.page.env.Loc, v.page.data.book.Langs
	if slices.Equal(v.tags, langs) {
		return
	}
	v.tags = langs
	names := []string{loc.T("write.dutch")}
	for _, tag := range langs {
		names = append(names, loc.T("write.both", "Language", loc.Language(tag)))
	}
	at := slices.Index(langs, v.lang) + 1
	if at == 0 {
		v.lang = ""
	}
	v.langs.OnChanged = nil
	v.langs.Options = names
	v.langs.SetSelectedIndex(at)
	v.langs.Refresh()
	v.langs.OnChanged = func(i int) {
		v.lang = ""
		if i > 0 {
			v.lang = v.tags[i-1]
		}
		v.renew()
	}
}

// paintedPage is a page with its picture, once that was made: also off Fyne's goroutine, so
// that the new page is there the moment that the old one goes.
type paintedPage struct {
	*export.Page
	preview *writePreview
	scale   float64
	picture *image.NRGBA
}

// Picture implements kwidget.Sheet.
func (p *paintedPage) Picture(scale float64) *image.NRGBA {
	p.preview.scale = scale
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

// renew makes the pages anew beside the window, of what is in the vault and what is typed. The
// last one wins; the pages before it stay until then.
func (v *writePreview) renew() {
	p := v.page
	if v.closed || p.hand.held == nil {
		return
	}
	segments, in := p.printed()
	b, lang, scale := p.data.book, v.lang, v.scale
	books := p.env.Books
	o := v.options(b, lang)
	o = paper.WithPictures(o, func(name string) ([]byte, bool) { return books.Picture(b.ID, name) })
	v.run(p.env.OnUI, func() func() {
		laid, err := layText(segments, in, o)
		for i, page := range laid.pages {
			page.preview = v
			if i >= laid.at-1 && i <= laid.at+1 {
				page.paint(scale)
			}
		}
		return func() {
			if err != nil {
				p.env.Shell.Fail(err)
				return
			}
			v.put(laid)
		}
	})
}

// options are those of a print of the text: a toolkit on A4, a workbook on A5.
func (v *writePreview) options(b book.Book, lang string) export.Options {
	o := export.Options{Languages: []string{book.Source}, Paper: export.A4, Heads: paper.Heads()}
	if b.Kind == book.Workbook {
		o.Paper = export.A5
	}
	if lang != "" {
		o.Languages = append(o.Languages, lang)
	}
	return o
}

// printed are the segments of the chapter in hand (of a toolkit: all), with what is typed in
// its place; in is which of them is in hand.
func (p *writePage) printed() (out []bilingual.Segment, in int) {
	h, all, in := p.hand, p.data.segments, -1
	at := p.at()
	fresh := at < 0
	if fresh {
		at = p.index(h.held.anchor())
	}
	c := book.Chapter{To: len(all)}
	if p.data.book.Kind == book.Workbook && at >= 0 {
		c = p.chapterOf(at)
	}
	var typed []bilingual.Segment
	for _, b := range h.now() {
		typed = append(typed, bilingual.Segment{Block: b})
	}
	put := func() {
		if in = len(out); len(typed) == 0 {
			in-- // nothing is typed yet: what it stands after
		}
		out = append(out, typed...)
	}
	if fresh && at < 0 {
		put()
	}
	for i, x := range all {
		if x.Meta == "" && (i < c.From || i >= c.To) {
			continue
		}
		switch {
		case i == at && !fresh && (h.typed || !wordy(h.block.Kind)) && len(typed) > 0:
			typed[0].Translations, typed[0].Number = x.Translations, max(typed[0].Number, x.Number)
			put()
			continue
		case i == at && !fresh:
			in = len(out)
		}
		out = append(out, x)
		if i == at && fresh {
			put()
		}
	}
	return out, in
}

// layText lays segments on pages. The version with few words is shown where that is in hand.
func layText(segments []bilingual.Segment, in int, o export.Options) (laidText, error) {
	doc := book.DocumentOf(segments)
	line := 0 // of the block in hand, by which it is known again
	for i, x := range segments {
		if x.Meta == "" && i <= in {
			line++
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
func (v *writePreview) put(d laidText) {
	ratio := func(x *paintedPage) float64 { return x.Paper.Height / x.Paper.Width }
	more := len(d.pages) != len(v.sheets)
	for i, x := range d.pages {
		if i < len(v.sheets) {
			v.sheets[i].SetSheet(x, x.Paper.Width, ratio(x))
			continue
		}
		sheet := kwidget.NewPagePreview(x, x.Paper.Width, ratio(x), v.zooms[v.zoom])
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
func (v *writePreview) reveal(d laidText) {
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
