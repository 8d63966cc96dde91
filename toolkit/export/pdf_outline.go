package export

import "fmt"

// outline writes the chapters as a tree by their levels (ISO 32000-1, 12.3.3).
func (d *pdfDoc) outline(m Meta, pages []int) string {
	if len(m.Chapters) == 0 {
		return ""
	}
	root := d.pdf.reserve()
	first, last, count := d.chapters(m, pages, root)
	d.pdf.set(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, count)
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
}

// chapters writes those of the first one's level with what stands under each of them.
func (d *pdfDoc) chapters(m Meta, pages []int, parent int) (first, last, count int) {
	var before int
	all := m.Chapters
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end].Level > all[i].Level {
			end++
		}
		n := d.pdf.reserve()
		under := ""
		if end > i+1 {
			inner := m
			inner.Chapters = all[i+1 : end]
			f, l, c := d.chapters(inner, pages, n)
			under = fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", f, l, c)
			count += c
		}
		links := ""
		if before > 0 {
			links += fmt.Sprintf("/Prev %d 0 R", before)
			d.pdf.objects[before-1] = append(d.pdf.objects[before-1], fmt.Sprintf("/Next %d 0 R>>", n)...)
		} else {
			first = n
		}
		d.pdf.set(n, "<</Title%s/Parent %d 0 R/Dest[%d 0 R/Fit]%s%s", pdfText(all[i].Title), parent, pages[all[i].Page], under, links)
		before, last = n, n
		count++
		i = end
	}
	d.pdf.objects[last-1] = append(d.pdf.objects[last-1], ">>"...)
	return first, last, count
}
