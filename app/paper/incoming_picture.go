package paper

import (
	"fmt"
	"path"
	"strings"

	"kring/toolkit/bring"
	"kring/toolkit/export"
)

// keepPicture keeps a picture as small as still prints well. One that becomes of another kind
// by that gets another name, everywhere in the text.
func keepPicture(got *bring.Result, name string, data []byte) []byte {
	data, ext := export.ShrinkPicture(name, data)
	as := name
	if !strings.EqualFold(ext, path.Ext(name)) {
		as = freeName(got, strings.TrimSuffix(name, path.Ext(name)), ext)
		for i := range got.Doc.Blocks {
			if b := &got.Doc.Blocks[i]; b.Path == name {
				b.Path = as
			}
		}
	}
	got.Pictures[as] = data
	return data
}

// freeName is a name for a picture that no block of a text has.
func freeName(got *bring.Result, stem, ext string) string {
	taken := map[string]bool{}
	for _, b := range got.Doc.Blocks {
		taken[b.Path] = true
	}
	name := stem + ext
	for i := 2; taken[name]; i++ {
		name = fmt.Sprintf("%s-%d%s", stem, i, ext)
	}
	return name
}
