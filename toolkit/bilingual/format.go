package bilingual

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Format writes a document in the text format: Parse reads the same document back, with the
// lines where they stand now. A text that would be read as something else gets a backslash
// before it, and a line that goes on within a text one behind it. What the format has no
// place for is left out: spaces around a text, front matter that is no TOML.
func Format(doc Document) []byte {
	var f formatter
	f.matter(doc.Meta)
	marks := marksOf(doc)
	for i, b := range doc.Blocks {
		if f.out.Len() > 0 && !(listed(b) && i > 0 && listed(doc.Blocks[i-1])) {
			f.blank()
		}
		for _, line := range blockLines(b, marks[i]) {
			f.line(line)
		}
	}
	return f.out.Bytes()
}

// listed tells whether a block stands right under one like it.
func listed(b Block) bool { return b.Kind == Bullet || b.Kind == Numbered }

type formatter struct {
	out  bytes.Buffer
	open bool // the last line ends with a backslash of its own
}

func (f *formatter) blank() {
	f.out.WriteString("\n")
	f.open = false
}

// line writes one line; a text that breaks within goes on in the next, behind a backslash.
func (f *formatter) line(s string) {
	if f.open {
		f.blank()
	}
	f.out.WriteString(strings.ReplaceAll(s, "\n", "\\\n"))
	f.out.WriteString("\n")
	f.open = strings.HasSuffix(s, `\`)
}

// matter writes what the front matter says; a key that TOML cannot say is left out.
func (f *formatter) matter(meta map[string]any) {
	meta = maps.Clone(meta)
	for key, val := range meta {
		if encoded(map[string]any{key: val}) == nil {
			delete(meta, key)
		}
	}
	if text := encoded(meta); len(text) > 0 {
		fmt.Fprintf(&f.out, "+++\n%s+++\n", text)
	}
}

// encoded is a table as TOML; nil where it cannot be said.
func encoded(meta map[string]any) []byte {
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.Indent = ""
	if err := e.Encode(meta); err != nil {
		return nil
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("\ufeff"), []byte(`\uFEFF`)) // Parse takes them out of a text
}

// blockLines are the lines of a block and its translations.
func blockLines(b Block, mark string) []string {
	lines := []string{blockLine(b, mark)}
	switch b.Kind {
	case PageBreak:
		return lines
	case Writing, Drawing:
		lines = slices.Repeat(lines, max(b.Number, 1))
	}
	for _, tag := range slices.Sorted(maps.Keys(b.Translations)) {
		if translation.MatchString(tag + "> ") {
			lines = append(lines, tag+"> "+cleaned(b.Translations[tag]))
		}
	}
	return lines
}

func blockLine(b Block, mark string) string {
	text := cleaned(b.Text)
	switch b.Kind {
	case Heading:
		return headed(b.Level, text, mark)
	case Bullet:
		return indent(b.Level) + "- " + text
	case Numbered:
		return fmt.Sprintf("%s%d. %s", indent(b.Level), min(max(b.Number, 0), 999_999_999), text)
	case Image:
		wide := ""
		if b.Wide {
			wide = " {wide}"
		}
		return fmt.Sprintf("![%s](%s)%s", text, strings.ReplaceAll(cleaned(b.Path), ")", `\)`), wide)
	case Link:
		return Linked(text, cleaned(b.Path))
	case PageBreak:
		return "---"
	case Writing:
		return "___"
	case Drawing:
		return "==="
	}
	if marked(text) {
		return `\` + text
	}
	return text
}

func indent(level int) string { return strings.Repeat("  ", min(max(level, 0), 99)) }

// headed is a heading with its marks. Signs at its end that would be read as marks, or as
// the end of the heading, stay a part of its text.
func headed(level int, text, mark string) string {
	if literalMark.MatchString(text) {
		at := literalMark.FindStringIndex(text)[0]
		text = text[:at] + `\` + text[at:]
	}
	line := strings.Repeat("#", min(max(level, 1), 6)) + " " + text + mark
	if text+mark == "" || strings.HasSuffix(line, "#") {
		line += " #"
	}
	return line
}

// literalMark is a mark at the end of a heading, with the backslashes before it.
var literalMark = regexp.MustCompile(`\\*\{(?:think|write|share|do|low)\}$`)

// address writes what an address cannot have in the text format in the way of addresses.
var address = strings.NewReplacer(")", "%29", " ", "%20", "\t", "%09", "\n", "%0A")

// closed is the words of a link, of which no bracket ends it too soon.
func closed(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			b.WriteString(text[i : i+2])
			i++
			continue
		}
		if text[i] == ']' {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
		if text[i] == '\\' { // the last one: a space, which reading leaves out, parts it from the bracket
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// cleaned is a text as a file can hold it.
func cleaned(s string) string {
	return strings.TrimSpace(endings.Replace(strings.ToValidUTF8(s, "\ufffd")))
}
