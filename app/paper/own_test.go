package paper_test

import (
	"io/fs"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/toolkit/export"
)

// A text of one's own finds its own pictures first, and the drawings of Kring behind them.
func TestWithPictures(t *testing.T) {
	files := paper.WithPictures(export.Options{}, func(name string) ([]byte, bool) {
		return []byte("mijn"), name == "bridge.svg" || name == "a.png"
	}).Files
	for name, want := range map[string]string{"bridge.svg": "mijn", "a.png": "mijn", "letter.svg": "<svg", "weg.png": "", "../a.png": ""} {
		data, err := fs.ReadFile(files, name)
		if (err == nil) != (want != "") || !strings.HasPrefix(string(data), want) {
			t.Errorf("%s: %.20q, %v", name, data, err)
		}
	}
	info, err := fs.Stat(files, "a.png")
	if err != nil || info.Size() != 4 || info.Name() != "a.png" || info.IsDir() {
		t.Errorf("%+v, %v", info, err)
	}
}
