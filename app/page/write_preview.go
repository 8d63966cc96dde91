package page

import (
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
	laidPages
	object fyne.CanvasObject
	langs  *kwidget.Select
	tags   []string // of langs; the first is none
	lang   string   // that stands under the Dutch; "": none
}

// writeZooms are widths of a page beside the text.
var writeZooms = []float32{330, 460, 640}

func newWritePreview(p *writePage) *writePreview {
	v := &writePreview{page: p, laidPages: laidPages{newPile(p.env, writeZooms, 0), 1}}
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
		laid, err := layText(segments, in, nil, o)
		laid.ready(&v.laidPages, scale)
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
