package exchange

import (
	"io"

	"kring/toolkit/bilingual"
)

// The namespaces of XLIFF 2 files; 2.1 kept those of 2.0.
const (
	space2    = "urn:oasis:names:tc:xliff:document:2.0"
	spaceMeta = "urn:oasis:names:tc:xliff:metadata:2.0"
	spaceOurs = "urn:kring:exchange:1"
)

// ours is the category of what Kring alone puts into the metadata of a file.
const ours = "kring"

// sayings are the state and the further state of a segment in XLIFF 2. Agreed is "final":
// nobody needs to touch it any more, while "reviewed" is one step before that and would
// come back as something to check. A draft and an outdated text are still "initial" to
// other tools, since the standard has no word for them.
var sayings = map[bilingual.State][2]string{
	bilingual.Empty:    {"initial", ""},
	bilingual.Draft:    {"initial", "kring:draft"},
	bilingual.Outdated: {"initial", "kring:outdated"},
	bilingual.ToCheck:  {"translated", ""},
	bilingual.Agreed:   {"final", ""},
}

// WriteXLIFF2 writes XLIFF 2.1: chapters as groups; who, when, the kind and the earlier
// source in the metadata module; notes and comments as notes.
func WriteXLIFF2(w io.Writer, f File) error {
	if err := writable(f); err != nil {
		return err
	}
	p := newPage(w)
	p.start("xliff", "xmlns", space2, "xmlns:mda", spaceMeta, "xmlns:kring", spaceOurs,
		"version", "2.1", "srcLang", f.Source, "trgLang", f.Target)
	id := token(f.Book)
	if id == "" {
		id = "f1"
	}
	p.start("file", "id", id, "original", f.Title, "canResegment", "no", "xml:space", "preserve",
		"srcDir", direction(f.Source), "trgDir", direction(f.Target))
	p.meta(ours, nil, "book", f.Book, "title", f.Title, "written", timeText(f.Written))
	if f.Note != "" {
		p.start("notes")
		p.words("note", f.Note, "category", "kring-note")
		p.end()
	}
	p.chapters(f, "name", p.unit2)
	return p.close()
}

// meta writes one group of the metadata module, or two; an empty value is left out.
func (p *page) meta(category string, waived map[string]string, pairs ...string) {
	p.start("mda:metadata")
	p.start("mda:metaGroup", "category", category)
	p.words("mda:meta", "1", "type", "version")
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			p.words("mda:meta", pairs[i+1], "type", pairs[i])
		}
	}
	p.end()
	if len(waived) > 0 {
		p.start("mda:metaGroup", "category", "kring-waived")
		for _, check := range sorted(waived) {
			// The attribute has to stand even where the check has no name.
			p.words("mda:meta", waived[check], "type", "check:"+check)
		}
		p.end()
	}
	p.end()
}

func (p *page) unit2(u Unit) {
	p.start("unit", "id", token(u.ID), "canResegment", "no", "translate", u.translate(), "xml:space", "preserve")
	p.meta(ours, u.Waived, "kind", kindName(u.Kind), "who", u.Who, "when", timeText(u.When),
		"was", u.Was, "stamp", u.Stamp)
	if u.Note != "" || len(u.Comments) > 0 {
		p.start("notes")
		if u.Note != "" {
			p.words("note", u.Note, "category", "kring-note", "appliesTo", "source")
		}
		for _, c := range u.Comments {
			p.words("note", c.Text, "category", "comment", "appliesTo", "target",
				"kring:id", c.ID, "kring:who", c.Who, "kring:when", timeText(c.When))
		}
		p.end()
	}
	said := sayings[u.State]
	p.start("segment", "state", said[0], "subState", said[1])
	p.words("source", u.Source)
	if u.Text != "" {
		p.words("target", u.Text)
	}
	p.end()
	p.end()
}
