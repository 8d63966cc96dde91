package export

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"

	"kring/internal/typeset"

	"github.com/tdewolff/font"
)

// pdfFont is the part of one face that a document uses. Characters get numbers (CIDs)
// in the order in which they are first used.
type pdfFont struct {
	face   *typeset.Face
	name   string // in the page's resources: F1
	chars  []char // by number; 0 is the missing glyph
	number map[charKey]uint16
}

// char is one glyph that stands for one text, or marks that are drawn as one glyph.
type char struct {
	glyph uint16
	marks []placed
	text  string
}

// charKey tells characters apart.
type charKey struct {
	glyph       uint16
	marks, text string // marks as they print; none for most
}

func newFont(face *typeset.Face, n int) *pdfFont {
	return &pdfFont{face, fmt.Sprintf("F%d", n), []char{{}}, map[charKey]uint16{}}
}

// cid gives the number of a character, a new one where it is not there yet.
func (f *pdfFont) cid(c char) uint16 {
	key := charKey{glyph: c.glyph, text: c.text}
	if len(c.marks) > 0 {
		key.marks = fmt.Sprint(c.marks)
	}
	n, ok := f.number[key]
	if !ok {
		n = uint16(len(f.chars))
		f.number[key] = n
		f.chars = append(f.chars, c)
	}
	return n
}

// write embeds the subset as a CIDFontType2 with Identity-H.
func (f *pdfFont) write(p *pdf) (int, error) {
	sfnt, err := font.ParseSFNT(f.face.Data, 0)
	if err != nil {
		return 0, fmt.Errorf("reading the font %s: %w", f.face.Name, err)
	}
	k := 1000 / float64(sfnt.Head.UnitsPerEm)
	var widths strings.Builder
	for _, c := range f.chars {
		width := markWidth * 1000
		if len(c.marks) == 0 {
			width = float64(sfnt.GlyphAdvance(c.glyph)) * k
		}
		fmt.Fprintf(&widths, "%.0f ", width)
	}
	ascent, descent, capHeight := float64(sfnt.Hhea.Ascender)*k, float64(sfnt.Hhea.Descender)*k, 714.0
	box := [4]float64{float64(sfnt.Head.XMin) * k, float64(sfnt.Head.YMin) * k, float64(sfnt.Head.XMax) * k, float64(sfnt.Head.YMax) * k}
	data, gids, err := f.subset(sfnt)
	if err != nil {
		return 0, fmt.Errorf("taking what is used of the font %s: %w", f.face.Name, err)
	}
	file, err := p.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	if err != nil {
		return 0, err
	}
	glyphs, err := p.stream("", gids)
	if err != nil {
		return 0, err
	}
	unicode, err := p.stream("", f.toUnicode())
	if err != nil {
		return 0, err
	}
	name := tag(gids) + "+" + f.face.Name
	descriptor := p.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%.0f %.0f %.0f %.0f]/ItalicAngle 0/Ascent %.0f/Descent %.0f/CapHeight %.0f/StemV 80/FontFile2 %d 0 R>>",
		name, box[0], box[1], box[2], box[3], ascent, descent, capHeight, file)
	cid := p.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/DW 0/W[0[%s]]>>",
		name, descriptor, glyphs, widths.String())
	return p.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, cid, unicode), nil
}

// subset gives the font file with the glyphs that are used, and which glyph each
// number stands for: two bytes each, high byte first (ISO 32000-1, 9.7.4.2).
func (f *pdfFont) subset(sfnt *font.SFNT) (file, gids []byte, err error) {
	glyphs, at := []uint16{0}, map[uint16]uint16{0: 0}
	add := func(g uint16) {
		if _, ok := at[g]; !ok {
			at[g] = uint16(len(glyphs))
			glyphs = append(glyphs, g)
		}
	}
	for _, c := range f.chars {
		add(c.glyph)
		for _, m := range c.marks {
			add(m.glyph)
		}
	}
	part, err := sfnt.Subset(glyphs, font.SubsetOptions{Tables: font.KeepPDFTables})
	if err != nil {
		return nil, nil, err
	}
	tables := &glyphTables{font: part}
	for _, c := range f.chars {
		gid := at[c.glyph]
		if len(c.marks) > 0 {
			gid = tables.compose(c.marks, at)
		}
		gids = binary.BigEndian.AppendUint16(gids, gid)
	}
	tables.close()
	file = part.Write()
	undate(file)
	return file, gids, nil
}

// undate takes the time of writing out of a font: its head table gets the day on which
// the font was made, so that one text gives one file. The checksums are sums of 32-bit
// words (OpenType, "Calculating Checksums"), and follow.
func undate(sfnt []byte) {
	word := binary.BigEndian
	for record := 12; record < 12+16*int(word.Uint16(sfnt[4:])); record += 16 {
		if string(sfnt[record:record+4]) != "head" {
			continue
		}
		head := sfnt[word.Uint32(sfnt[record+8:]):]
		created, modified, adjustment := head[20:28], head[28:36], head[8:12]
		change := word.Uint32(created) + word.Uint32(created[4:]) - word.Uint32(modified) - word.Uint32(modified[4:])
		copy(modified, created)
		word.PutUint32(sfnt[record+4:], word.Uint32(sfnt[record+4:])+change)
		word.PutUint32(adjustment, word.Uint32(adjustment)-2*change) // the table and its record
	}
}

// tag is the six letters that mark a subset; the same subset gets the same ones.
func tag(gids []byte) string {
	h := uint32(2166136261)
	for _, g := range gids {
		h = (h ^ uint32(g)) * 16777619
	}
	b := make([]byte, 6)
	for i := range b {
		b[i] = 'A' + byte(h%26)
		h /= 26
	}
	return string(b)
}

func (f *pdfFont) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def /CMapName/Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000><FFFF> endcodespacerange\n")
	var lines []string
	for i, c := range f.chars {
		if c.text != "" {
			lines = append(lines, fmt.Sprintf("<%04X><%s>", i, hex16(c.text)))
		}
	}
	for len(lines) > 0 { // at most 100 in a block
		n := min(len(lines), 100)
		fmt.Fprintf(&b, "%d beginbfchar\n%s\nendbfchar\n", n, strings.Join(lines[:n], "\n"))
		lines = lines[n:]
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end")
	return b.Bytes()
}
