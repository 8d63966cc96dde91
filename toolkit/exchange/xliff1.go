package exchange

import (
	"io"
	"strings"

	"kring/toolkit/bilingual"
)

const space1 = "urn:oasis:names:tc:xliff:document:1.2"

// states1 are the states of a target in XLIFF 1.2.
var states1 = map[bilingual.State]string{
	bilingual.Draft:    "needs-translation",
	bilingual.Outdated: "needs-adaptation",
	bilingual.ToCheck:  "translated",
	bilingual.Agreed:   "final",
}

// WriteXLIFF1 writes XLIFF 1.2 with nothing but what its strict schema has: chapters as
// groups, who and when as contexts, the earlier source as an alternative.
func WriteXLIFF1(w io.Writer, f File) error {
	if err := writable(f); err != nil {
		return err
	}
	p := newPage(w)
	p.start("xliff", "xmlns", space1, "version", "1.2")
	original := f.Book
	if original == "" {
		original = "kring"
	}
	p.start("file", "original", original, "source-language", f.Source, "target-language", f.Target,
		"datatype", "plaintext", "xml:space", "preserve", "product-name", f.Title,
		"date", timeText(f.Written), "tool-id", ours)
	p.start("header")
	if f.Note != "" {
		p.words("note", f.Note, "from", ours)
	}
	p.words("tool", "", "tool-id", ours, "tool-name", "Kring")
	p.end()
	p.start("body")
	p.chapters(f, "resname", p.unit1)
	return p.close()
}

func (p *page) unit1(u Unit) {
	approved := ""
	if u.State == bilingual.Agreed {
		approved = "yes"
	}
	p.start("trans-unit", "id", u.ID, "approved", approved, "translate", u.translate(), "xml:space", "preserve")
	p.words("source", u.Source)
	if u.Text != "" {
		p.words("target", u.Text, "state", states1[u.State])
	}
	p.contexts1(u)
	if u.Note != "" {
		p.words("note", u.Note, "from", ours, "annotates", "source")
	}
	for _, c := range u.Comments {
		p.words("note", c.Text, "from", signature(c), "annotates", "target")
	}
	if u.Was != "" {
		p.start("alt-trans", "alttranstype", "previous-version", "xml:space", "preserve")
		p.words("source", u.Was)
		p.words("target", u.Text)
		p.end()
	}
	p.end()
}

func (p *page) contexts1(u Unit) {
	p.start("context-group", "purpose", "information")
	for _, pair := range [][2]string{
		{"kind", kindName(u.Kind)}, {"who", u.Who}, {"when", timeText(u.When)}, {"stamp", u.Stamp},
	} {
		if pair[1] != "" {
			p.words("context", pair[1], "context-type", "x-kring-"+pair[0])
		}
	}
	for _, check := range sorted(u.Waived) {
		p.words("context", oneLine(check)+"\n"+u.Waived[check], "context-type", "x-kring-waived")
	}
	p.end()
}

// signature says in one line who gave a comment, when, and its id.
func signature(c bilingual.Comment) string {
	return signed(c.Who) + " | " + timeText(c.When) + " | " + signed(c.ID)
}

var toSigned = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, "|", `\p`, ">", `\g`)

// signed keeps a part of a signature free of the sign between its parts, and of the one that
// begins a line of a comment.
func signed(s string) string { return toSigned.Replace(s) }

// fromSignature reads one; ok is false where somebody else wrote it.
func fromSignature(s string) (c bilingual.Comment, ok bool) {
	parts := strings.Split(s, " | ")
	if len(parts) != 3 || parts[1] != "" && timeOf(parts[1]).IsZero() {
		return bilingual.Comment{}, false
	}
	return bilingual.Comment{Who: manyLines(parts[0]), When: timeOf(parts[1]), ID: manyLines(parts[2])}, true
}

var toOneLine = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`)

// oneLine writes a text of several lines in one.
func oneLine(s string) string { return toOneLine.Replace(s) }

var toLines = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r", `\p`, "|", `\g`, ">")

// manyLines undoes oneLine and signed.
func manyLines(s string) string { return toLines.Replace(s) }
