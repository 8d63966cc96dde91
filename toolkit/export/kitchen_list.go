package export

import (
	"kring/internal/typeset"
)

// shopping writes the list in two columns, each as long as the other where that fits.
func (c *cook) shopping() {
	if len(c.Sections) == 0 {
		return
	}
	c.need(90)
	c.y += 6
	c.say(c.ListTitle, 0, look{size: 14, bold: true, color: ink, role: "H2"})
	c.y += 3
	c.columns()
	c.y += 4
	for i, t := range c.Totals {
		c.need(16)
		c.say(t, 0, look{size: 10.5, bold: i == 0, color: ink})
	}
	c.y += 8
}

// row is one line of the list, or the head of a section.
type row struct {
	head   string
	line   ShopLine
	height float64
}

func (c *cook) rows(w float64) (out []row, all float64) {
	for _, s := range c.Sections {
		out = append(out, row{head: s.Name, height: 21})
		for _, l := range s.Lines {
			out = append(out, row{line: l, height: typeset.Height(c.shopText(l, w).Lay()) + 4})
		}
	}
	for _, r := range out {
		all += r.height
	}
	return out, all
}

// shopText is a line of the list: what, and in a softer colour how much.
func (c *cook) shopText(l ShopLine, w float64) typeset.Paragraph {
	shade := ink
	if l.Got {
		shade = soft
	}
	t := styled(l.Name+"  ", 10, w-kitchenIndent-kitchenPrice, false, shade, c.Kitchen.Lang)
	t.Spans = append(t.Spans, typeset.Span{Text: l.Amount, Size: 9, Color: soft})
	return t
}

func (c *cook) columns() {
	w := (c.width() - kitchenGap) / 2
	rows, left := c.rows(w)
	for len(rows) > 0 {
		top, lowest := c.y, c.y
		end := min(c.bottom(), top+left/2+14)
		for column := range 2 {
			c.y = top
			from := float64(column) * (w + kitchenGap)
			if column == 1 {
				end = c.bottom()
			}
			for len(rows) > 0 && c.fits(rows, end, c.y == top) {
				c.row(rows[0], from, w)
				left -= rows[0].height
				rows = rows[1:]
			}
			lowest = max(lowest, c.y)
		}
		c.y = lowest
		if len(rows) > 0 {
			c.newPage()
		}
	}
}

// fits tells whether a row goes above an end; a head only with the line below it.
func (c *cook) fits(rows []row, end float64, first bool) bool {
	h := rows[0].height
	if rows[0].head != "" && len(rows) > 1 {
		h += rows[1].height
	}
	return first || c.y+h <= end
}

func (c *cook) row(r row, from, w float64) {
	p := c.page()
	if r.head != "" {
		c.y += 5
		c.text(r.head, from, c.y, w, look{size: 10, bold: true, color: terracotta, role: "H3"})
		c.y += r.height - 5
		return
	}
	l := r.line
	box := c.left(from, 8.5)
	text := c.shopText(l, w)
	lines := text.Lay()
	middle := c.y + lines[0].Height/2
	p.Frame(box, middle-4.25, 8.5, 8.5, 0.8, ink)
	if l.Got {
		p.Rect(box+2, middle-2.25, 4.5, 4.5, teal)
	}
	at := len(p.marks)
	p.Lines(c.left(from+kitchenIndent, text.Width), c.y, lines)
	p.tagged(at, &element{role: "P", lang: c.Kitchen.Lang, text: l.Name + " " + l.Amount + " " + l.Price})
	price := typeset.Plain(l.Price, 10, kitchenPrice, ink)
	price.Dir = typeset.LTR
	if !rtl(c.Kitchen.Lang) {
		price.Align = typeset.End
	}
	figures := price.Lay()
	drop := (lines[0].Height - figures[0].Height) / 2 // an Arabic line is higher
	p.Lines(c.left(from+w-kitchenPrice, kitchenPrice), c.y+drop, figures)
	c.y += r.height
}
