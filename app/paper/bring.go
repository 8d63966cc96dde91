package paper

import (
	"io/fs"
	"strconv"

	"kring/i18n"
	"kring/toolkit/bring"
)

// Remark says what did not come along of a file that was brought in, and where it stands.
func Remark(loc *i18n.Localizer, r bring.Remark) (what string, where []string) {
	return loc.T("bring." + string(r.Kind)), places(loc, r.Place)
}

func places(loc *i18n.Localizer, p bring.Place) (out []string) {
	switch {
	case p.Line > 0:
		out = append(out, loc.T("bring.line", "Line", strconv.Itoa(p.Line)))
	case p.Page > 0:
		out = append(out, loc.T("bring.at", "Page", strconv.Itoa(p.Page), "Paragraph", strconv.Itoa(p.Paragraph)))
	case p.Paragraph > 0:
		out = append(out, loc.T("bring.piece", "Number", strconv.Itoa(p.Paragraph)))
	default:
		return []string{loc.T("bring.whole")}
	}
	if p.Heading != "" {
		out = append(out, loc.T("bring.below", "Heading", p.Heading))
	}
	return out
}

// Brought are the pictures of a document that was brought in, or that a text in the vault has.
func Brought(pictures map[string][]byte) fs.FS {
	return pictureFiles(func(name string) ([]byte, bool) {
		data, ok := pictures[name]
		return data, ok
	})
}
