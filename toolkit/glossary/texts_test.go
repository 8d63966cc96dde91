package glossary

import (
	"io/fs"
	"strings"
	"testing"

	"kring/assets"
	"kring/toolkit/bilingual"
)

// pair is a block of a shipped text with its Arabic.
type pair struct{ file, nl, ar string }

func shippedTexts(t testing.TB) (out []pair) {
	t.Helper()
	for _, fsys := range []fs.FS{assets.Workbook(), assets.Toolkits()} {
		files, err := fs.Glob(fsys, "*.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := fs.ReadFile(fsys, f)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range bilingual.Parse(b).Blocks {
				if ar := x.Translations["ar"]; ar != "" {
					out = append(out, pair{f, x.Text, ar})
				}
			}
		}
	}
	return out
}

func shipped(t testing.TB) []Term {
	t.Helper()
	all, err := Load(assets.Glossary())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The texts that come with Kring keep to the words that come with Kring.
func TestShippedTextsKeepToTheGlossary(t *testing.T) {
	g := New(shipped(t), "ar")
	uses, said := map[string]int{}, 0
	for _, p := range shippedTexts(t) {
		for _, u := range g.In(p.nl) {
			uses[u.Term.ID]++
			said++
		}
		missing, forbidden := g.Check(p.nl, p.ar)
		for _, u := range missing {
			r := u.Ranges[0]
			t.Errorf("%s: %q (%s)\n\t%s\n\t%s", p.file, p.nl[r.From:r.To], strings.Join(u.Term.Words("ar"), " / "), p.nl, p.ar)
		}
		for _, a := range forbidden {
			t.Errorf("%s: %s is to be avoided\n\t%s\n\t%s", p.file, a.Avoid.Word, p.nl, p.ar)
		}
		for _, a := range g.AvoidedIn(p.nl) {
			t.Errorf("%s: %s is to be avoided\n\t%s", p.file, a.Avoid.Word, p.nl)
		}
	}
	if said < 400 || len(uses) < 50 {
		t.Errorf("the texts use %d of the words, %d times: are they still read?", len(uses), said)
	}
	t.Logf("%d of the words are used, %d times: %v", len(uses), said, uses)
}
