package bring

import (
	"strconv"

	"kring/toolkit/bilingual"
)

// table reads one. Two columns in two scripts are a text and its translation; a cell alone
// is a frame; of any other the text stays, cell after cell.
func (r *reader) table(n *node) {
	rows := rowsOf(n, nil)
	if len(rows) == 1 && len(rows[0].cells) == 1 {
		r.frame(rows[0])
		return
	}
	before := r.place
	noted := len(r.out.NotUnderstood)
	var read [][][]item
	for _, row := range rows {
		var cells [][]item
		for _, cell := range row.cells {
			cells = append(cells, r.within(cell))
		}
		read = append(read, cells)
	}
	if bilingualTable(read) {
		for _, cells := range read {
			r.sideBySide(cells)
		}
		return
	}
	r.noteAt(before, noted, n.words())
	for _, cells := range read {
		for _, items := range cells {
			r.items = append(r.items, items...)
		}
	}
}

// noteAt names a table before what was noted within it.
func (r *reader) noteAt(at Place, noted int, text string) {
	after := r.place
	at.Paragraph++
	r.place = at
	r.remark(Table, text)
	r.place = after
	all := r.out.NotUnderstood
	if last := len(all) - 1; last >= noted {
		one := all[last]
		copy(all[noted+1:], all[noted:last])
		all[noted] = one
	}
}

type row struct {
	cells  []*node
	height int
}

// rowsOf are the rows of a table, through what may stand around them.
func rowsOf(n *node, rows []row) []row {
	for _, k := range n.kids {
		switch k.name {
		case "tr":
			if k.child("trPr", "del") != nil {
				continue
			}
			h, err := strconv.Atoi(k.val("trPr", "trHeight"))
			if err != nil {
				h = 0
			}
			rows = append(rows, row{cellsOf(k, nil), h})
		case "sdt", "sdtContent", "ins", "customXml", "moveTo":
			rows = rowsOf(k, rows)
		}
	}
	return rows
}

func cellsOf(n *node, cells []*node) []*node {
	for _, k := range n.kids {
		switch k.name {
		case "tc":
			cells = append(cells, k)
		case "sdt", "sdtContent", "customXml":
			cells = cellsOf(k, cells)
		}
	}
	return cells
}

// within reads a cell by itself.
func (r *reader) within(cell *node) []item {
	outside := r.items
	r.items = nil
	r.blocks(cell)
	items := r.items
	r.items = outside
	return items
}

// frame is a table of one cell: its text, or room to draw in.
func (r *reader) frame(only row) {
	items := r.within(only.cells[0])
	if len(items) == 0 {
		lines := only.height / lineHeight
		if lines == 0 {
			lines = 3
		}
		r.room(bilingual.Drawing, lines)
		return
	}
	r.items = append(r.items, items...)
}

func script(items []item) int { return scriptOf(plain(joined(items))) }

// bilingualTable tells whether one column translates the other. A head above both may be in one
// language, and so may a few rows.
func bilingualTable(rows [][][]item) bool {
	good, bad := 0, 0
	for _, cells := range rows {
		if len(cells) > 2 {
			return false
		}
		if len(cells) < 2 {
			continue
		}
		a, b := script(cells[0]), script(cells[1])
		switch {
		case a < 0 || b < 0:
		case a == b:
			bad++
		default:
			good++
		}
	}
	return good > 0 && (bad <= 1 && good >= bad || bad*5 <= good)
}

// sideBySide puts the translation beside its text. Where the cells do not have as many
// paragraphs, the rest of the translation goes to the last.
func (r *reader) sideBySide(cells [][]item) {
	if len(cells) < 2 || script(cells[0]) == script(cells[1]) {
		for _, items := range cells {
			r.items = append(r.items, items...)
		}
		return
	}
	own, others := cells[0], cells[1]
	if script(own) != latin && (script(others) == latin || script(own) > script(others)) {
		own, others = others, own
	}
	if len(own) != len(others) && len(own) > 0 && len(others) > 0 {
		r.remark(Table, joined(own))
	}
	for i, o := range others {
		if len(own) == 0 || o.block.Text == "" {
			r.items = append(r.items, o)
			continue
		}
		to := &own[min(i, len(own)-1)]
		put(to, base(o.lang, max(script([]item{o}), 0)), o.wordsFor(to.block))
	}
	for i := range own {
		own[i].fixed = len(own[i].block.Translations) > 0
	}
	if len(own) > 0 && r.captions(own[0]) {
		own = own[1:]
	}
	r.items = append(r.items, own...)
}
