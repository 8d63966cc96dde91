package people

import "kring/internal/sheet"

// Rejected gives the rows that are not taken, as they stood in the file, with a last
// column headed reason in which say tells why, in the user's language. The table can
// be mended in Excel and imported again.
func Rejected(t sheet.Table, rows []Row, reason string, say func(Row) string) sheet.Table {
	out := sheet.Table{Name: t.Name, Header: append(append([]string{}, t.Header...), reason)}
	for _, r := range rows {
		if r.Take {
			continue
		}
		cells := make([]string, len(t.Header), len(t.Header)+1)
		copy(cells, r.Cells)
		out.Rows = append(out.Rows, append(cells, say(r)))
		out.Lines = append(out.Lines, r.Line)
	}
	return out
}
