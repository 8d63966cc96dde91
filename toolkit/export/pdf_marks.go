package export

import (
	"encoding/binary"
	"math"

	"kring/internal/typeset"

	"github.com/tdewolff/font"
)

// markWidth is the width, in ems, of the box of a mark in a PDF. Readers that take the
// words out go by boxes: one that is raised, without width, or far from its letter is
// taken for another word. So marks become glyphs of their own that hold their offset
// within, and their boxes end where the letter begins. 0.12 is more than the 0.1 by
// which poppler takes a character for a shadow of the one before, and less than the
// 0.2 of overlap at which it begins a new word.
const markWidth = 0.12

// placed is a mark's glyph with its offset from the beginning of its box, in units of
// the font.
type placed struct {
	glyph  uint16
	dx, dy int16
}

// marksAt gathers the marks from a glyph on that stand upon one letter, as one
// character, and how many glyphs they are.
func marksAt(glyphs []typeset.Glyph, size, units float64) (char, int) {
	var c char
	n := 0
	for n < len(glyphs) && glyphs[n].Mark {
		g := glyphs[n]
		c.marks = append(c.marks, placed{g.ID, int16(math.Round((g.XOff/size + markWidth) * units)), int16(math.Round(g.YOff / size * units))})
		c.text += g.Text
		n++
	}
	return c, n
}

// glyphTables adds composite glyphs to a font (OpenType: glyf, loca, hmtx, hhea, maxp).
type glyphTables struct {
	font    *font.SFNT
	offsets []uint32 // of each glyph in glyf, and the end
	added   int
	most    uint16 // components in one
}

// The flags of a component (OpenType, "Composite Glyph Description").
const (
	argsAreWords   = 1 << 0
	argsAreXY      = 1 << 1
	moreComponents = 1 << 5
)

// compose adds a glyph of other glyphs and gives its number; at is where those stand.
func (t *glyphTables) compose(parts []placed, at map[uint16]uint16) uint16 {
	t.open()
	be := binary.BigEndian
	tables := t.font.Tables
	box := [4]int16{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}
	var body []byte
	for i, p := range parts {
		gid := at[p.glyph]
		box = around(box, t.box(gid), p)
		flags := uint16(argsAreWords | argsAreXY)
		if i < len(parts)-1 {
			flags |= moreComponents
		}
		for _, v := range []uint16{flags, gid, uint16(p.dx), uint16(p.dy)} {
			body = be.AppendUint16(body, v)
		}
	}
	composite := int16(-1)
	head := be.AppendUint16(nil, uint16(composite))
	for _, v := range box {
		head = be.AppendUint16(head, uint16(v))
	}
	glyf := append(append(tables["glyf"], head...), body...)
	for len(glyf)%4 != 0 {
		glyf = append(glyf, 0)
	}
	tables["glyf"] = glyf
	t.offsets = append(t.offsets, uint32(len(glyf)))
	units := be.Uint16(tables["head"][18:])
	metric := be.AppendUint16(nil, uint16(math.Round(markWidth*float64(units))))
	tables["hmtx"] = append(tables["hmtx"], be.AppendUint16(metric, uint16(box[0]))...)
	t.added++
	t.most = max(t.most, uint16(len(parts)))
	return uint16(len(t.offsets) - 2)
}

// open reads where the glyphs are, and writes every glyph's metrics out in full so
// that more can follow.
func (t *glyphTables) open() {
	if t.offsets != nil {
		return
	}
	be := binary.BigEndian
	tables := t.font.Tables
	n := int(be.Uint16(tables["maxp"][4:]))
	long := be.Uint16(tables["head"][50:]) == 1
	for i := range n + 1 {
		if long {
			t.offsets = append(t.offsets, be.Uint32(tables["loca"][4*i:]))
		} else {
			t.offsets = append(t.offsets, 2*uint32(be.Uint16(tables["loca"][2*i:])))
		}
	}
	full := int(be.Uint16(tables["hhea"][34:])) // glyphs with a width of their own
	hmtx := tables["hmtx"][: 4*full : 4*full]
	for i := full; i < n; i++ {
		hmtx = append(hmtx, hmtx[4*full-4:4*full-2]...)
		hmtx = append(hmtx, tables["hmtx"][4*full+2*(i-full):4*full+2*(i-full)+2]...)
	}
	tables["hmtx"] = hmtx
	tables["glyf"] = tables["glyf"][:t.offsets[n]:t.offsets[n]]
}

// close writes the tables that count the glyphs.
func (t *glyphTables) close() {
	if t.added == 0 {
		return
	}
	be := binary.BigEndian
	tables := t.font.Tables
	n := uint16(len(t.offsets) - 1)
	var loca []byte
	for _, o := range t.offsets {
		loca = be.AppendUint32(loca, o)
	}
	tables["loca"] = loca
	be.PutUint16(tables["head"][50:], 1)
	be.PutUint16(tables["hhea"][34:], n)
	maxp := tables["maxp"]
	be.PutUint16(maxp[4:], n)
	be.PutUint16(maxp[28:], max(be.Uint16(maxp[28:]), t.most))
	be.PutUint16(maxp[30:], be.Uint16(maxp[30:])+1) // how deep components go
}

func (t *glyphTables) box(gid uint16) (box [4]int16) {
	from, to := t.offsets[gid], t.offsets[gid+1]
	if from == to { // a glyph without ink
		return box
	}
	for i := range box {
		box[i] = int16(binary.BigEndian.Uint16(t.font.Tables["glyf"][from+2+2*uint32(i):]))
	}
	return box
}

// around is the box of two: xMin, yMin, xMax, yMax.
func around(a, b [4]int16, p placed) [4]int16 {
	return [4]int16{min(a[0], b[0]+p.dx), min(a[1], b[1]+p.dy), max(a[2], b[2]+p.dx), max(a[3], b[3]+p.dy)}
}
