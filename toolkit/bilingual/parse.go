package bilingual

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/encoding/charmap"
)

var (
	translation = regexp.MustCompile(`(?s)^\s*([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)> ?(.*)$`)
	headingLine = regexp.MustCompile(`(?s)^(#{1,6})\s+(.*?)\s*#*$`)
	bulletLine  = regexp.MustCompile(`(?s)^(\s*)[-*+]\s+(.*)$`)
	numberLine  = regexp.MustCompile(`(?s)^(\s*)(\d{1,9})[.)]\s+(.*)$`)
	imageLine   = regexp.MustCompile(`(?s)^!\[(.*)\]\(((?:\\\)|[^)])*)\)(\s*\{wide\})?$`)
	linkLine    = regexp.MustCompile(`(?s)^\[((?:\\.|[^\]\\])+)\]\((https?://[^)\s]+)\)$`)
	writingLine = regexp.MustCompile(`^_{3,}$`)
	drawingLine = regexp.MustCompile(`^={3,}$`)
	partMark    = regexp.MustCompile(`\s*\{(think|write|share|do)\}$`)
)

// Parse reads a text. It never fails: what it cannot read it names in Problems and
// keeps as a paragraph.
func Parse(b []byte) Document {
	p := &parser{doc: Document{Meta: map[string]any{}}}
	if !utf8.Valid(b) {
		p.problem(1, NotUTF8, "")
		if out, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			b = out
		}
	}
	lines := strings.Split(endings.Replace(string(b)), "\n")
	at := p.frontMatter(lines)
	for i := at; i < len(lines); i++ {
		n, parts := i+1, []string{lines[i]}
		for goesOn(lines[i], lines[i+1:]) {
			parts[len(parts)-1] = strings.TrimSuffix(lines[i], `\`)
			i++
			parts = append(parts, lines[i])
		}
		p.line(n, strings.Join(parts, "\n"))
	}
	p.close()
	return p.doc
}

// endings makes all ends of lines one.
var endings = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "")

// goesOn tells whether a line breaks within its text: a backslash ends it, and more follows.
func goesOn(line string, rest []string) bool {
	return strings.HasSuffix(line, `\`) && len(rest) > 0 && strings.TrimSpace(rest[0]) != ""
}

// marked tells whether a line needs a backslash before it to be a paragraph: it would be
// something else, or lose the backslash that it has.
func marked(s string) bool {
	bare := strings.TrimLeft(s, `\`)
	if bare == "" || bare == "---" || bare == "+++" {
		return true
	}
	for _, form := range []*regexp.Regexp{translation, headingLine, bulletLine, numberLine, imageLine, linkLine, writingLine, drawingLine} {
		if form.MatchString(bare) {
			return true
		}
	}
	return false
}

// unmarked is a paragraph without the backslash that made it one.
func unmarked(s string) string {
	if rest, ok := strings.CutPrefix(s, `\`); ok && marked(rest) {
		return rest
	}
	return s
}

type parser struct {
	doc  Document
	part Part     // of the blocks from here on
	from int      // the level of the heading that began it
	open bool     // the last block is a paragraph that the next line continues
	last string   // language of the last translation line, which the next continues
	more []string // the lines of that paragraph or translation so far
	low  int      // the level of the heading that began a low-text version; 0 is none
}

func (p *parser) problem(line int, code ProblemCode, text string) {
	p.doc.Problems = append(p.doc.Problems, Problem{line, code, text})
}

// frontMatter reads TOML between two lines +++ and tells where the text begins.
func (p *parser) frontMatter(lines []string) int {
	if strings.TrimSpace(lines[0]) != "+++" {
		return 0
	}
	for i := 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) != "+++" {
			continue
		}
		if err := toml.Unmarshal([]byte(strings.Join(lines[1:i], "\n")), &p.doc.Meta); err != nil {
			p.problem(2, OpenMatter, err.Error())
		}
		return i + 1
	}
	p.problem(1, OpenMatter, lines[0])
	return 1
}

func (p *parser) line(n int, s string) {
	if m := translation.FindStringSubmatch(s); m != nil {
		p.translate(n, m[1], m[2])
		return
	}
	if p.last != "" {
		p.close()
	}
	trimmed := strings.TrimSpace(s)
	switch {
	case trimmed == "":
		p.close()
	case trimmed == "---":
		p.low = 0
		p.add(Block{Kind: PageBreak, Line: n})
	default:
		p.block(n, s, trimmed)
	}
}

func (p *parser) block(n int, s, trimmed string) {
	if m := headingLine.FindStringSubmatch(trimmed); m != nil {
		p.heading(n, len(m[1]), m[2])
	} else if writingLine.MatchString(trimmed) {
		p.room(n, Writing)
	} else if drawingLine.MatchString(trimmed) {
		p.room(n, Drawing)
	} else if m := linkLine.FindStringSubmatch(trimmed); m != nil && strings.TrimSpace(m[1]) != "" {
		p.add(Block{Kind: Link, Text: m[1], Path: m[2], Line: n})
	} else if m := bulletLine.FindStringSubmatch(s); m != nil {
		p.add(Block{Kind: Bullet, Level: len(m[1]) / 2, Text: m[2], Line: n})
	} else if m := numberLine.FindStringSubmatch(s); m != nil {
		number, err := strconv.Atoi(m[2])
		if err != nil { // nine digits at the most: cannot happen
			number = 1
		}
		p.add(Block{Kind: Numbered, Level: len(m[1]) / 2, Number: number, Text: m[3], Line: n})
	} else if m := imageLine.FindStringSubmatch(trimmed); m != nil {
		p.add(Block{Kind: Image, Text: m[1], Path: strings.ReplaceAll(m[2], `\)`, ")"), Wide: m[3] != "", Line: n})
	} else if p.open {
		p.more = append(p.more, unmarked(trimmed))
	} else {
		p.add(Block{Kind: Text, Line: n})
		p.open, p.more = true, append(p.more, unmarked(trimmed))
	}
}

// heading begins a part where it is marked as one, "## Schrijven {write}", and ends one
// where another heading of that level follows.
func (p *parser) heading(n, level int, text string) {
	if p.low >= level {
		p.low = 0
	}
	var low bool
	if !literally(text) {
		text, low = strings.CutSuffix(text, "{low}")
		text = strings.TrimSpace(text)
	}
	if low {
		p.standIn(n, level, text)
	} else if level <= p.from {
		p.part, p.from = "", 0
	}
	if m := partMark.FindStringSubmatch(text); m != nil && !literally(text) {
		p.part, p.from = Part(m[1]), level
		text = strings.TrimSuffix(text, m[0])
	}
	if literally(text) {
		at := literalMark.FindStringIndex(text)[0]
		text = text[:at] + text[at+1:]
	}
	p.add(Block{Kind: Heading, Level: level, Text: text, Line: n})
}

// literally tells whether a backslash makes the mark at the end of a heading a part of its
// text.
func literally(text string) bool { return strings.HasPrefix(literalMark.FindString(text), `\`) }

// standIn begins the low-text version of the exercise before it, which has the same part.
func (p *parser) standIn(n, level int, text string) {
	if p.doc.exercise(len(p.doc.Blocks), level) < 0 {
		p.problem(n, NoExercise, text)
		return
	}
	p.low = level
}

// room is a line to write on, or as much room to draw in; lines right under each other are
// one box.
func (p *parser) room(n int, kind Kind) {
	if len(p.doc.Blocks) > 0 {
		last := &p.doc.Blocks[len(p.doc.Blocks)-1]
		if last.Kind == kind && last.Line+last.Number == n {
			last.Number++
			return
		}
	}
	p.add(Block{Kind: kind, Number: 1, Line: n})
}

func (p *parser) add(b Block) {
	p.close()
	b.Text, b.Path = strings.TrimSpace(b.Text), strings.TrimSpace(b.Path)
	b.Part, b.Low = p.part, p.low > 0
	p.doc.Blocks = append(p.doc.Blocks, b)
}

// close ends the paragraph or the translation that goes on, and keeps what its lines say.
func (p *parser) close() {
	text := strings.TrimSpace(strings.Join(p.more, " "))
	switch {
	case p.open:
		p.doc.Blocks[len(p.doc.Blocks)-1].Text = text
	case p.last != "":
		p.doc.Blocks[len(p.doc.Blocks)-1].Translations[p.last] = text
	}
	p.open, p.last, p.more = false, "", nil
}

func (p *parser) translate(n int, tag, text string) {
	if len(p.doc.Blocks) == 0 || p.doc.Blocks[len(p.doc.Blocks)-1].Kind == PageBreak {
		p.problem(n, NoBlockAbove, text)
		p.add(Block{Kind: Text, Translations: map[string]string{tag: strings.TrimSpace(text)}, Line: n})
		return
	}
	if p.last != tag {
		p.close()
		p.last = tag
	}
	if text = strings.TrimRightFunc(text, unicode.IsSpace); text != "" {
		p.more = append(p.more, text)
	}
	b := &p.doc.Blocks[len(p.doc.Blocks)-1]
	if b.Translations == nil {
		b.Translations = map[string]string{}
	}
	if _, said := b.Translations[tag]; !said {
		b.Translations[tag] = ""
	}
}
