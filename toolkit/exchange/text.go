package exchange

import (
	"io"
	"maps"
	"slices"

	"kring/toolkit/bilingual"
)

// What the front matter of a text for a translator says.
const (
	textBook    = "kring_book"
	textLang    = "kring_language"
	textWritten = "kring_written"
	textNote    = "kring_note"
)

// WriteText writes a file for who works in a plain text editor, in the bilingual text format:
// each segment with its translation, or an empty line for it, under it. It has no ids, states
// and comments: Named finds its segments again by their words and order.
func WriteText(w io.Writer, f File) error {
	if len(f.Units) == 0 {
		return &Error{Code: ErrNothing}
	}
	doc := bilingual.Document{Meta: map[string]any{"title": f.Title, textBook: f.Book, textLang: f.Target, textWritten: timeText(f.Written), textNote: f.Note}}
	for _, u := range f.Units {
		if u.Reference {
			continue
		}
		b := bilingual.Block{Kind: bilingual.Text, Text: u.Source, Translations: map[string]string{f.Target: u.Text}}
		if u.Kind == bilingual.Heading {
			b.Kind, b.Level = bilingual.Heading, 2
			if u.Source == u.Chapter {
				b.Level = 1
			}
		}
		doc.Blocks = append(doc.Blocks, b)
	}
	_, err := w.Write(bilingual.Format(doc))
	return err
}

// ReadText reads a text in the bilingual text format as what a translator made of it. Its units
// have no ids.
func ReadText(r io.Reader) (File, error) {
	b, err := take(r)
	if err != nil {
		return File{}, err
	}
	if err := validUTF8(b); err != nil {
		return File{}, err
	}
	return readText(b)
}

func readText(b []byte) (File, error) {
	doc := bilingual.Parse(b)
	said := func(key string) string { text, _ := doc.Meta[key].(string); return text }
	f := File{Book: said(textBook), Title: doc.Title(), Source: "nl", Target: said(textLang), Note: said(textNote)}
	f.Written = timeOf(said(textWritten))
	if f.Target == "" {
		f.Target = mostUsed(doc)
	}
	if len(doc.Blocks) > MaxUnits {
		return File{}, &Error{Code: ErrTooMany}
	}
	chapter := ""
	for _, x := range doc.Blocks {
		if x.Kind == bilingual.Heading && x.Level == 1 {
			chapter = x.Text
		}
		if x.Text == "" {
			continue
		}
		u := Unit{Chapter: chapter, Kind: x.Kind, Source: x.Text, Text: x.Translations[f.Target], State: bilingual.ToCheck}
		f.Units = append(f.Units, u.settled())
	}
	if len(f.Units) == 0 {
		return File{}, &Error{Code: ErrNothing}
	}
	return f, nil
}

// mostUsed is the language of most translations; of none it is empty.
func mostUsed(doc bilingual.Document) string {
	n := map[string]int{}
	for _, b := range doc.Blocks {
		for lang := range b.Translations {
			n[lang]++
		}
	}
	best := ""
	for _, lang := range slices.Sorted(maps.Keys(n)) {
		if n[lang] > n[best] {
			best = lang
		}
	}
	return best
}

// Named gives the units of a file that have no id those of the segments that say the same, in
// the order of reading. A unit whose words stand nowhere keeps none.
func Named(now, in File) File {
	places := map[string][]string{}
	for _, u := range now.Units {
		places[u.Source] = append(places[u.Source], u.ID)
	}
	in.Units = slices.Clone(in.Units)
	for i := range in.Units {
		u := &in.Units[i]
		if ids := places[u.Source]; u.ID == "" && len(ids) > 0 {
			u.ID, places[u.Source] = ids[0], ids[1:]
		}
	}
	return in
}
