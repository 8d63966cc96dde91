package glossary

import (
	"fmt"
	"io/fs"

	"kring/internal/content"
	"kring/sessions/plan"
)

// written is a term as the files of Kring's own contents have it.
type written struct {
	ID    string               `toml:"id"`
	Dutch string               `toml:"nl"`
	Note  plan.Text            `toml:"note"`
	About map[string]plan.Text `toml:"about"` // a language: a note for who translates into it alone
	Words map[string][]string  `toml:"words"`
	Forms map[string][]string  `toml:"forms"`
	Avoid []struct {
		Lang string    `toml:"lang"`
		Word string    `toml:"word"`
		Why  plan.Text `toml:"why"`
	} `toml:"avoid"`
}

// Load reads the terms that come with Kring: *.toml, in the order of their files. A fault
// names its file.
func Load(fsys fs.FS) ([]Term, error) {
	files, err := fs.Glob(fsys, "*.toml")
	if err != nil {
		return nil, fmt.Errorf("finding the glossary: %w", err)
	}
	var out []Term
	ids, names := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		var f struct {
			Terms []written `toml:"term"`
		}
		if err := content.Decode(fsys, file, &f); err != nil {
			return nil, err
		}
		for _, w := range f.Terms {
			t := w.term()
			if err := t.whole(ids, names); err != nil {
				return nil, fmt.Errorf("%s: %q: %w", file, w.ID, err)
			}
			out = append(out, t)
		}
	}
	return out, nil
}

func (w written) term() Term {
	t := Term{ID: w.ID, Dutch: w.Dutch, Forms: w.Forms[Dutch], Note: w.Note, In: map[string]Wording{}, Shipped: true}
	for lang, words := range w.Words {
		t.In[lang] = Wording{Words: words, Forms: w.Forms[lang]}
	}
	for lang, note := range w.About {
		x := t.In[lang]
		x.Note = note
		t.In[lang] = x
	}
	for _, a := range w.Avoid {
		x := t.In[a.Lang]
		x.Avoid = append(x.Avoid, Avoid{a.Word, a.Why})
		t.In[a.Lang] = x
	}
	return t.trimmed()
}

// whole tells what is wrong with a term that ships, among those before it.
func (t Term) whole(ids, names map[string]bool) error {
	if t.ID == "" || ids[t.ID] {
		return fmt.Errorf("the id: %w", ErrTwice)
	}
	ids[t.ID] = true
	if err := t.Validate(); err != nil {
		return err
	}
	own := map[string]bool{}
	for _, n := range t.names() {
		if names[n] && !own[n] {
			return fmt.Errorf("%q: %w", n, ErrTwice)
		}
		names[n], own[n] = true, true
	}
	return nil
}
