package doors_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kring/internal/doors"
)

// graph reads the imports of the whole tree, tests left out.
func graph(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(root, filepath.Dir(path))
		pkg := strings.TrimSuffix("kring/"+filepath.ToSlash(dir), "/.")
		for _, i := range f.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			out[pkg] = append(out[pkg], name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryDoor(t *testing.T) {
	g := graph(t)
	if len(g["kring"]) == 0 || len(g["kring/internal/vault"]) == 0 {
		t.Fatal("the tree was not read")
	}
	for _, w := range doors.Wrong(g) {
		t.Error(w)
	}
}

func TestEachDoorCanFail(t *testing.T) {
	for _, c := range []struct{ from, to string }{
		{"kring/sessions/course", "fyne.io/fyne/v2"},
		{"kring/toolkit/export", "go.etcd.io/bbolt"},
		{"kring/toolkit/export", "kring/app/page"},
		{"kring/i18n", "kring/assets"},
		{"kring/assets", "kring/i18n"},
		{"kring/internal/vault", "kring/sessions/course"},
		{"kring/internal/typeset", "kring/sessions/plan"},
		{"kring/internal/sheet", "kring/sessions/people"},
		{"kring/sessions/course", "kring/toolkit/export"},
	} {
		if got := doors.Wrong(map[string][]string{c.from: {c.to}}); len(got) != 1 {
			t.Errorf("%s may import %s", c.from, c.to)
		}
	}
	allowed := map[string][]string{
		"kring": {"kring/app"}, "kring/app": {"fyne.io/fyne/v2", "kring/app/page"}, "kring/internal/vault": {"go.etcd.io/bbolt"},
		"kring/toolkit/export": {"kring/sessions/plan"}, "kring/internal/typeset": {"kring/assets"},
	}
	if got := doors.Wrong(allowed); len(got) > 0 {
		t.Errorf("forbidden: %v", got)
	}
}
