package sheet

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// charsets reads a part that is not written in UTF-8.
type charsets = func(charset string, input io.Reader) (io.Reader, error)

// entry finds a file in the workbook, as Excel does without regard to case or to
// backslashes that some programs write. It is nil when there is none.
func entry(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			return f
		}
	}
	return nil
}

// sheetPaths tells where in the workbook each sheet is. What cannot be read is left
// out: the list is then read without its layout.
func sheetPaths(z *zip.Reader, charset charsets) map[string]string {
	var book struct {
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	unmarshal(z, "xl/workbook.xml", charset, &book)
	unmarshal(z, "xl/_rels/workbook.xml.rels", charset, &rels)
	target := map[string]string{}
	for _, r := range rels.Relationship {
		p := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			p = strings.TrimPrefix(path.Clean(r.Target), "/")
		}
		target[r.ID] = p
	}
	out := map[string]string{}
	for _, s := range book.Sheets {
		for _, a := range s.Attrs {
			if a.Name.Local == "id" {
				out[s.Name] = target[a.Value]
			}
		}
	}
	return out
}

// unmarshal reads a part of the workbook. One that is not there or damaged leaves what it was
// to fill as far as it came: the list is then read with less of its layout.
func unmarshal(z *zip.Reader, name string, charset charsets, to any) {
	f := entry(z, name)
	if f == nil {
		return
	}
	r, err := f.Open()
	if err != nil {
		return
	}
	defer r.Close() //nolint:errcheck // it was only read
	d := xml.NewDecoder(r)
	d.CharsetReader = charset
	_ = d.Decode(to)
}
