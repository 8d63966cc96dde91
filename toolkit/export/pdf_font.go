package export

import (
	"bytes"
	"fmt"
	"strings"

	"kring/internal/typeset"

	"github.com/tdewolff/font"
)

// pdfFont is the part of one face that a document uses. Glyphs get new numbers in
// the order in which they are first used.
type pdfFont struct {
	face   *typeset.Face
	name   string // in the page's resources: F1
	glyphs []uint16
	number map[uint16]uint16
	text   []string // what each new number stands for
}

func newFont(face *typeset.Face, n int) *pdfFont {
	return &pdfFont{face, fmt.Sprintf("F%d", n), []uint16{0}, map[uint16]uint16{0: 0}, []string{""}}
}

func (f *pdfFont) glyph(g typeset.Glyph) uint16 {
	n, ok := f.number[g.ID]
	if !ok {
		n = uint16(len(f.glyphs))
		f.number[g.ID] = n
		f.glyphs = append(f.glyphs, g.ID)
		f.text = append(f.text, g.Text)
	}
	return n
}

// write embeds the subset as a CIDFontType2 with Identity-H.
func (f *pdfFont) write(p *pdf) (int, error) {
	sfnt, err := font.ParseSFNT(f.face.Data, 0)
	if err != nil {
		return 0, fmt.Errorf("reading the font %s: %w", f.face.Name, err)
	}
	units := float64(sfnt.Head.UnitsPerEm)
	var widths strings.Builder
	for _, g := range f.glyphs {
		fmt.Fprintf(&widths, "%.0f ", float64(sfnt.GlyphAdvance(g))*1000/units)
	}
	k := 1000 / units
	ascent, descent, capHeight := float64(sfnt.Hhea.Ascender)*k, float64(sfnt.Hhea.Descender)*k, 714.0
	box := [4]float64{float64(sfnt.Head.XMin) * k, float64(sfnt.Head.YMin) * k, float64(sfnt.Head.XMax) * k, float64(sfnt.Head.YMax) * k}
	subset, err := sfnt.Subset(f.glyphs, font.SubsetOptions{Tables: font.KeepPDFTables})
	if err != nil {
		return 0, fmt.Errorf("taking what is used of the font %s: %w", f.face.Name, err)
	}
	data := subset.Write()
	file, err := p.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	if err != nil {
		return 0, err
	}
	unicode, err := p.stream("", f.toUnicode())
	if err != nil {
		return 0, err
	}
	name := tag(f.glyphs) + "+" + f.face.Name
	descriptor := p.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%.0f %.0f %.0f %.0f]/ItalicAngle 0/Ascent %.0f/Descent %.0f/CapHeight %.0f/StemV 80/FontFile2 %d 0 R>>",
		name, box[0], box[1], box[2], box[3], ascent, descent, capHeight, file)
	cid := p.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 0/W[0[%s]]>>",
		name, descriptor, widths.String())
	return p.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, cid, unicode), nil
}

// tag is the six letters that mark a subset; the same subset gets the same ones.
func tag(glyphs []uint16) string {
	h := uint32(2166136261)
	for _, g := range glyphs {
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
	for i, t := range f.text {
		if t != "" {
			lines = append(lines, fmt.Sprintf("<%04X><%s>", i, hex16(t)))
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
