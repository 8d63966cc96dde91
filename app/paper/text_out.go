package paper

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kring/toolkit/bilingual"
)

// TextOut writes a text of one's own in the text format, with the pictures that it brought along
// in a folder beside it that is called after the file and ends on the word beside. The text
// comes last: when it stands there, all does. A drawing that comes with Kring stays a name.
func TextOut(name string, doc bilingual.Document, pictures map[string][]byte, beside string) (err error) {
	folder := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) + "-" + beside
	named := pictureNames(pictures)
	if len(named) > 0 {
		dir := filepath.Join(filepath.Dir(name), folder)
		made := os.Mkdir(dir, 0o755)
		if made != nil && !errors.Is(made, os.ErrExist) {
			return fmt.Errorf("making the folder of the pictures: %w", made)
		}
		defer func() {
			if err != nil && made == nil {
				err = errors.Join(err, os.RemoveAll(dir))
			}
		}()
		for from, to := range named {
			if err := File(filepath.Join(dir, to), bytesOf(pictures[from])); err != nil {
				return err
			}
		}
	}
	doc.Blocks = slices.Clone(doc.Blocks)
	for i, b := range doc.Blocks {
		if to, ok := named[b.Path]; ok && b.Kind == bilingual.Image {
			doc.Blocks[i].Path = path.Join(folder, to)
		}
	}
	return File(name, bytesOf(bilingual.Format(doc)))
}

func bytesOf(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}

// pictureNames gives each picture a name of its own in one folder.
func pictureNames(pictures map[string][]byte) map[string]string {
	out, taken := map[string]string{}, map[string]bool{}
	for _, from := range slices.Sorted(maps.Keys(pictures)) {
		base := path.Base(filepath.ToSlash(from))
		ext := path.Ext(base)
		to := base
		for n := 2; taken[strings.ToLower(to)]; n++ {
			to = strings.TrimSuffix(base, ext) + "-" + strconv.Itoa(n) + ext
		}
		out[from], taken[strings.ToLower(to)] = to, true
	}
	return out
}
