package book

import (
	"slices"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// kinds are the names of the kinds of blocks in the vault.
var kinds = map[bilingual.Kind]string{
	bilingual.Text: "text", bilingual.Heading: "heading", bilingual.Bullet: "bullet", bilingual.Numbered: "numbered", bilingual.Image: "image",
	bilingual.PageBreak: "pagebreak", bilingual.Writing: "writing", bilingual.Link: "link", bilingual.Drawing: "drawing",
}

func kindNamed(name string) bilingual.Kind {
	for k, n := range kinds {
		if n == name {
			return k
		}
	}
	return bilingual.Text
}

// line is a segment as the vault keeps it.
type line struct {
	Rank   string         `json:"rank"`
	Meta   string         `json:"meta,omitempty"`
	Kind   string         `json:"kind"`
	Level  int            `json:"level,omitempty"`
	Number int            `json:"number,omitempty"`
	Text   string         `json:"text,omitempty"`
	Path   string         `json:"path,omitempty"`
	Part   bilingual.Part `json:"part,omitempty"`
	Wide   bool           `json:"wide,omitempty"`
	Low    bool           `json:"low,omitempty"`
}

func (l line) segment(id string) bilingual.Segment {
	return bilingual.Segment{ID: id, Meta: l.Meta, Block: bilingual.Block{
		Kind: kindNamed(l.Kind), Level: l.Level, Number: l.Number, Text: l.Text, Path: l.Path, Part: l.Part, Wide: l.Wide, Low: l.Low,
	}}
}

func lineOf(s bilingual.Segment, rank string) line {
	return line{
		Rank: rank, Meta: s.Meta, Kind: kinds[s.Kind], Level: s.Level, Number: s.Number, Text: s.Text, Path: s.Path, Part: s.Part, Wide: s.Wide, Low: s.Low,
	}
}

// translated is a translation as the vault keeps it.
type translated struct {
	Text   string          `json:"text"`
	State  bilingual.State `json:"state"`
	Source string          `json:"source"`
	Who    string          `json:"who,omitempty"`
	When   time.Time       `json:"when,omitzero"`
}

// unit is a translation as the memory knows it.
func (t translated) unit(lang, title string) memory.Unit {
	return memory.Unit{Source: t.Source, Lang: lang, Text: t.Text, From: title, When: t.When, State: t.State}
}

// comment is what the vault keeps of one.
type comment struct {
	Who  string    `json:"who,omitempty"`
	When time.Time `json:"when,omitzero"`
	Text string    `json:"text"`
}

// What the front matter says in words, which is translated as the blocks are.
const (
	metaTitle    = "title"
	metaTheme    = "theme"
	metaLowTitle = "low_title"
)

var worded = []string{metaTitle, metaTheme, metaLowTitle}

// metas gives what the front matter of a document says in words, with its translations.
func metas(doc bilingual.Document, langs []string) []bilingual.Segment {
	var out []bilingual.Segment
	for _, key := range worded {
		text, _ := doc.Meta[key].(string)
		if text == "" {
			continue
		}
		s := bilingual.Segment{Meta: key, Block: bilingual.Block{Text: text, Translations: map[string]string{}}}
		for _, lang := range langs {
			if t, ok := doc.Meta[key+"_"+lang].(string); ok && t != "" {
				s.Translations[lang] = t
			}
		}
		out = append(out, s)
	}
	return out
}

// languages are those of a document's translations, the one used most first.
func languages(doc bilingual.Document) []string {
	n := map[string]int{}
	var out []string
	for _, b := range doc.Blocks {
		for lang := range b.Translations {
			if n[lang]++; n[lang] == 1 {
				out = append(out, lang)
			}
		}
	}
	slices.Sort(out)
	slices.SortStableFunc(out, func(a, b string) int { return n[b] - n[a] })
	return out
}

// document puts segments together with their translations. A block without translations has
// no map, as when it was read from a file.
func document(segments []bilingual.Segment) bilingual.Document {
	doc := bilingual.Document{Meta: map[string]any{}}
	for _, s := range segments {
		if s.Meta == "" {
			doc.Blocks = append(doc.Blocks, s.Block)
			continue
		}
		doc.Meta[s.Meta] = s.Text
		for lang, text := range s.Translations {
			doc.Meta[s.Meta+"_"+lang] = text
		}
	}
	return doc
}
