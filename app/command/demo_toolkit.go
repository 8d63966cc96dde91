package command

import (
	"path/filepath"

	"kring/app/paper"
	"kring/toolkit/export"
)

// toolkitFiles writes a toolkit in the forms that groups get besides PDF, and gives their
// names.
func toolkitFiles(dir string, k paper.Toolkit) (names []string, err error) {
	both := paper.WithDrawings(export.Options{Languages: []string{"nl", "ar"}})
	for _, f := range []struct {
		name string
		o    export.Options
	}{
		{"toolkit.txt", both},
		{"toolkit-nl-ar.html", both},
		{"toolkit-nl-ar.docx", both},
		{"toolkit-nl-ar.eml", both},
		{"toolkit-ar-telefoon.png", paper.WithDrawings(paper.Phone.On(export.Options{Languages: []string{"ar"}, TextSize: 13}))},
	} {
		made, _, err := paper.Output(filepath.Join(dir, f.name), k.Doc, f.o)
		if err != nil {
			return nil, err
		}
		for _, path := range made {
			names = append(names, filepath.Base(path))
		}
	}
	return names, nil
}
