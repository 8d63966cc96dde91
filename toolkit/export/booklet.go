package export

// Booklet puts pages two by two on sheets of twice their width, in the order in which a
// pile of sheets, printed on both sides (turned on the short edge) and folded in the
// middle, becomes a book. Blank pages fill the last sheet. A book that is read from the
// right is bound on the right.
func Booklet(pages []*Page, fromRight bool) []*Page {
	if len(pages) == 0 {
		return nil
	}
	blank := &Page{Paper: pages[0].Paper}
	n := (len(pages) + 3) / 4 * 4
	page := func(i int) *Page {
		if i < len(pages) {
			return pages[i]
		}
		return blank
	}
	var sheets []*Page
	for i := range n / 2 {
		left, right := n-1-i, i // the outside of a sheet
		if i%2 == 1 {
			left, right = i, n-1-i // the inside
		}
		if fromRight {
			left, right = right, left
		}
		sheets = append(sheets, beside(page(left), page(right)))
	}
	return sheets
}

// fold makes a booklet of a book; its chapters keep leading to their pages.
func (b *Book) fold() {
	b.Pages = Booklet(b.Pages, rtl(b.Lang))
	last := 2*len(b.Pages) - 1
	for i, c := range b.Chapters {
		b.Chapters[i].Page = min(c.Page, last-c.Page)
	}
}

// beside puts two pages of one size on a sheet.
func beside(left, right *Page) *Page {
	w := left.Paper.Width
	sheet := &Page{Paper: Paper{2 * w, left.Paper.Height}}
	sheet.marks = append(sheet.marks, left.marks...)
	for _, m := range right.marks {
		m.x += w
		sheet.marks = append(sheet.marks, m)
	}
	return sheet
}
