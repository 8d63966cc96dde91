package bilingual

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/encoding/charmap"
)

var (
	translation = regexp.MustCompile(`^\s*([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)> ?(.*)$`)
	headingLine = regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*$`)
	bulletLine  = regexp.MustCompile(`^(\s*)[-*+]\s+(.*)$`)
	numberLine  = regexp.MustCompile(`^(\s*)(\d{1,9})[.)]\s+(.*)$`)
	imageLine   = regexp.MustCompile(`^!\[(.*)\]\(([^)]*)\)(\s*\{wide\})?$`)
	linkLine    = regexp.MustCompile(`^\[([^\]]+)\]\((https?://[^)\s]+)\)$`)
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
	s := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "").Replace(string(b))
	lines := strings.Split(s, "\n")
	at := p.frontMatter(lines)
	for i := at; i < len(lines); i++ {
		p.line(i+1, lines[i])
	}
	return p.doc
}

type parser struct {
	doc  Document
	part Part   // of the blocks from here on
	from int    // the level of the heading that began it
	open bool   // the last block is a paragraph that the next line continues
	last string // language of the last translation line, which the next continues
	low  int    // the level of the heading that began a low-text version; 0 is none
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
	p.last = ""
	trimmed := strings.TrimSpace(s)
	switch {
	case trimmed == "":
		p.open = false
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
	} else if m := linkLine.FindStringSubmatch(trimmed); m != nil {
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
		p.add(Block{Kind: Image, Text: m[1], Path: m[2], Wide: m[3] != "", Line: n})
	} else if p.open {
		b := &p.doc.Blocks[len(p.doc.Blocks)-1]
		b.Text += " " + trimmed
	} else {
		p.add(Block{Kind: Text, Text: trimmed, Line: n})
		p.open = true
	}
}

// heading begins a part where it is marked as one, "## Schrijven {write}", and ends one
// where another heading of that level follows.
func (p *parser) heading(n, level int, text string) {
	if p.low >= level {
		p.low = 0
	}
	text, low := strings.CutSuffix(text, "{low}")
	text = strings.TrimSpace(text)
	if low {
		p.standIn(n, level, text)
	} else if level <= p.from {
		p.part, p.from = "", 0
	}
	if m := partMark.FindStringSubmatch(text); m != nil {
		p.part, p.from = Part(m[1]), level
		text = strings.TrimSuffix(text, m[0])
	}
	p.add(Block{Kind: Heading, Level: level, Text: text, Line: n})
}

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
	b.Part, b.Low = p.part, p.low > 0
	p.doc.Blocks = append(p.doc.Blocks, b)
	p.open = false
}

func (p *parser) translate(n int, tag, text string) {
	if len(p.doc.Blocks) == 0 || p.doc.Blocks[len(p.doc.Blocks)-1].Kind == PageBreak {
		p.problem(n, NoBlockAbove, text)
		p.add(Block{Kind: Text, Translations: map[string]string{tag: text}, Line: n})
		return
	}
	p.open = false
	b := &p.doc.Blocks[len(p.doc.Blocks)-1]
	if b.Translations == nil {
		b.Translations = map[string]string{}
	}
	if p.last == tag && b.Translations[tag] != "" {
		text = b.Translations[tag] + " " + text
	}
	b.Translations[tag] = strings.TrimSpace(text)
	p.last = tag
}
