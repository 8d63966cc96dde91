package paper

import (
	"fmt"
	"path"
	"regexp"
	"slices"

	"kring/toolkit/bilingual"
)

// idName is the name under which the vault keeps a picture of one's own (vault.NewID).
var idName = regexp.MustCompile(`^[0-9A-HJKMNP-TV-Z]{26}$`)

// plainPictures gives the pictures of a text that the vault keeps under an id a name that says
// what they are, in the order of the text: whoever gets a mail or a folder sees it. One that
// came with a name of its own keeps that.
func plainPictures(doc bilingual.Document, pictures map[string][]byte) (bilingual.Document, map[string][]byte) {
	named, n := map[string]string{}, 0
	for _, b := range doc.Blocks {
		ext := path.Ext(b.Path)
		if b.Kind != bilingual.Image || pictures[b.Path] == nil || named[b.Path] != "" || !idName.MatchString(b.Path[:len(b.Path)-len(ext)]) {
			continue
		}
		for to := ""; to == "" || pictures[to] != nil; named[b.Path] = to {
			n++
			to = fmt.Sprintf("afbeelding-%d%s", n, ext)
		}
	}
	if len(named) == 0 {
		return doc, pictures
	}
	out := map[string][]byte{}
	for from, data := range pictures {
		if to := named[from]; to != "" {
			from = to
		}
		out[from] = data
	}
	doc.Blocks = slices.Clone(doc.Blocks)
	for i, b := range doc.Blocks {
		if to := named[b.Path]; to != "" && b.Kind == bilingual.Image {
			doc.Blocks[i].Path = to
		}
	}
	return doc, out
}
