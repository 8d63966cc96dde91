package bring

import (
	"fmt"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// Translated is a text made of a translator's file.
type Translated struct {
	Result
	Told map[int]book.Told // more of the translations, by the place of the block
}

// FromTranslation makes a text of what a translator's file says in both languages. Such a file
// has words alone: pictures and addresses become paragraphs, and are named.
func FromTranslation(f exchange.File) (Translated, error) {
	out := Translated{Result{Doc: bilingual.Document{Meta: map[string]any{}}, Pictures: map[string][]byte{}}, map[int]book.Told{}}
	lang, err := book.CheckLang(f.Target)
	if err != nil {
		return out, err
	}
	if from, err := book.CheckLang(f.Source); f.Source != "" && err == nil {
		return out, &exchange.Error{Code: exchange.ErrLanguages, Text: from + " → " + lang}
	}
	out.title(f, lang)
	heading := ""
	for i, u := range f.Units {
		if i == 0 && len(out.Doc.Meta) > 0 && u.Source == f.Title && u.Kind == bilingual.Text {
			continue // the title that the text says of itself
		}
		b := blockOf(u, lang)
		if n := len(out.Doc.Blocks); b.Kind == bilingual.Numbered && n > 0 && out.Doc.Blocks[n-1].Kind == bilingual.Numbered {
			b.Number = out.Doc.Blocks[n-1].Number + 1
		}
		if b.Kind == bilingual.Heading {
			heading = b.Text
		}
		if lost := lostOf(u.Kind); lost != "" && len(out.NotUnderstood) < maxRemarks {
			out.NotUnderstood = append(out.NotUnderstood, Remark{lost, Place{Paragraph: i + 1, Heading: heading}, said(u.Source)})
		}
		out.Told[len(out.Doc.Blocks)] = toldOf(u)
		out.Doc.Blocks = append(out.Doc.Blocks, b)
	}
	if len(out.Doc.Blocks) == 0 {
		return out, fmt.Errorf("a text of %s: %w", f.Title, ErrNothingIn)
	}
	return out, nil
}

// title has the text say of itself what the file is called, with its translation.
func (t *Translated) title(f exchange.File, lang string) {
	if f.Title == "" || len(f.Units) == 0 {
		return
	}
	t.Doc.Meta["title"] = f.Title
	if u := f.Units[0]; u.Source == f.Title && u.Text != "" {
		t.Doc.Meta["title_"+lang] = u.Text
	}
}

// blockOf is a unit as a block; a numbered one begins a list.
func blockOf(u exchange.Unit, lang string) bilingual.Block {
	b := bilingual.Block{Kind: u.Kind, Text: u.Source, Translations: map[string]string{lang: u.Text}}
	switch u.Kind {
	case bilingual.Heading:
		b.Level = 2
		if u.Chapter == "" || u.Chapter == u.Source {
			b.Level = 1
		}
	case bilingual.Numbered:
		b.Number = 1
	case bilingual.Bullet:
	default:
		b.Kind = bilingual.Text
	}
	return b
}

// lostOf is what such a file cannot hold of a kind of block.
func lostOf(k bilingual.Kind) Kind {
	switch k {
	case bilingual.Image:
		return NoPicture
	case bilingual.Link:
		return Link
	}
	return ""
}

func toldOf(u exchange.Unit) book.Told {
	t := book.Told{State: u.State, Comments: u.Comments}
	if u.State == bilingual.Outdated {
		t.State, t.Source = bilingual.Draft, u.Was
	}
	return t
}
