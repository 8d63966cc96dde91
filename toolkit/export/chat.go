package export

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// The measures of a short message, in characters: more than a thousand nobody reads on a
// phone.
const (
	chatMost     = 1000
	chatHello    = 240
	chatQuestion = 140
	chatThing    = 300
	chatClosing  = 140
)

// Chat is a toolkit as a short message in one language, in WhatsApp's own marks: its title, a
// hello, what to talk about, one thing to do, where links lead, and the closing words. It is
// empty where nothing was translated into that language.
func Chat(doc bilingual.Document, lang string) string {
	c := &chat{lang: lang, source: sourceOf(doc)}
	c.read(doc.Full())
	title, ok := doc.Named(lang)
	if lang == c.source {
		title, ok = doc.Title(), true
	}
	if !ok && c.hello == "" && len(c.questions) == 0 && c.thing == "" {
		return ""
	}
	for most := len(c.questions); ; most-- {
		out := c.message(title, most)
		if most <= 1 || utf8.RuneCountInString(out) <= chatMost {
			return out
		}
	}
}

// sourceOf is the language in which a text was written: the first that its front matter lists.
func sourceOf(doc bilingual.Document) string {
	if all, ok := doc.Meta["languages"].([]any); ok && len(all) > 0 {
		if lang, ok := all[0].(string); ok {
			return lang
		}
	}
	return "nl"
}

// chat collects what goes into a message.
type chat struct {
	lang, source             string
	hello, asking            string // asking is the heading of the questions
	questions                []string
	doing, thing, last       string // doing is the heading of the one thing to do
	links                    []string
	head, headSource         string // of the blocks that are read now
	thingFits, asked, hasHad bool
}

func (c *chat) words(b bilingual.Block) string {
	if c.lang == c.source {
		return b.Text
	}
	return b.Translations[c.lang]
}

// read goes through the blocks once, and takes the first of each.
func (c *chat) read(doc bilingual.Document) {
	for _, b := range doc.Blocks {
		text := c.words(b)
		if b.Kind == bilingual.Heading {
			c.asked = c.asked || len(c.questions) > 0
			if b.Level > 1 {
				c.head, c.headSource = text, b.Text
			}
			c.hasHad = false
			continue
		}
		if text == "" {
			continue
		}
		c.take(b, text)
	}
}

func (c *chat) take(b bilingual.Block, text string) {
	c.linksOf(b, text)
	switch b.Kind {
	case bilingual.Numbered, bilingual.Bullet:
		if !c.asked && asks(text) && len(c.questions) < 3 {
			c.questions, c.asking = append(c.questions, text), c.head
		}
	case bilingual.Text:
		if c.hello == "" {
			c.hello = text
		} else {
			c.last = text
		}
		c.takeThing(b, text)
		c.hasHad = true
	}
}

// takeThing keeps the first words under a heading that asks to do something: together with the
// child where there is such a one, else what a part says to do, else what comes after the
// questions.
func (c *chat) takeThing(b bilingual.Block, text string) {
	if c.hasHad || c.thingFits || c.head == "" {
		return
	}
	fits := forChild.MatchString(c.headSource) || b.Part == bilingual.Do
	if fits || c.thing == "" && len(c.questions) > 0 {
		c.doing, c.thing, c.thingFits = c.head, text, fits
	}
}

var forChild = regexp.MustCompile(`(?i)\b(je|jouw|met|een) (kind|kinderen|child|children)\b`)

func (c *chat) linksOf(b bilingual.Block, text string) {
	if b.Kind == bilingual.Link {
		words, address := b.Leads(text)
		between := ": "
		if words = plain(words); strings.Contains(words, ":") {
			between = " "
		}
		c.links = append(c.links, words+between+address)
		return
	}
	for _, p := range pieces(text, c.lang) {
		if p.Link != "" && p.Link != p.Text && strings.HasPrefix(p.Link, "http") {
			c.links = append(c.links, p.Text+": "+p.Link)
		} else if strings.HasPrefix(p.Link, "http") {
			c.links = append(c.links, p.Link)
		}
	}
}

// asks tells whether a text is a question, in any of the scripts.
func asks(text string) bool {
	return strings.ContainsAny(text, "?؟፧;") && !strings.HasSuffix(text, ";")
}

// message puts the parts under each other, with so many of the questions.
func (c *chat) message(title string, questions int) string {
	var lines []string
	part := func(head, sign string, texts ...string) {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		if head = plain(head); head != "" {
			lines = append(lines, strings.TrimSpace(sign+" *"+strings.ReplaceAll(head, "*", "")+"*"))
		}
		lines = append(lines, texts...)
	}
	part(title, "")
	if c.hello != "" {
		part("", "", c.text(c.hello, chatHello))
	}
	if questions > 0 {
		var asked []string
		for i, q := range c.questions[:questions] {
			if questions > 1 {
				asked = append(asked, fmt.Sprintf("%d. %s", i+1, c.text(q, chatQuestion)))
			} else {
				asked = append(asked, c.text(q, chatQuestion))
			}
		}
		part(c.asking, "💬", asked...)
	}
	if c.thing != "" {
		part(c.doing, "🌱", c.text(c.thing, chatThing))
	}
	if n := min(len(c.links), 3); n > 0 {
		part("", "", c.links[:n]...)
	}
	if c.last != "" && c.last != c.thing {
		part("", "", c.text(c.last, chatClosing))
	}
	for i, line := range lines {
		lines[i] = begun(line, rtl(c.lang))
	}
	return strings.Join(lines, "\n")
}

// begun makes a line begin on the side of its language: WhatsApp goes by the first letter, and
// takes a number or a Latin name for one. The mark stands within a sign of emphasis, which
// WhatsApp knows only at the beginning of a word.
func begun(line string, right bool) string {
	for i, r := range line {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		p, _ := bidi.LookupRune(r)
		from := p.Class() == bidi.R || p.Class() == bidi.AL
		switch {
		case from == right || !right && p.Class() != bidi.R && p.Class() != bidi.AL:
			return line
		case right:
			return line[:i] + rlm + line[i:]
		}
		return line[:i] + lrm + line[i:]
	}
	return line
}

// text is one cut at a sentence, in the marks of WhatsApp.
func (c *chat) text(text string, most int) string {
	cut := cutSentence(text, most)
	if strings.Count(cut, "*")%2 == 1 {
		cut = cutSentence(plain(text), most)
	}
	var b strings.Builder
	for _, p := range bilingual.Inline(cut) {
		if p.Italic && !typeset.Italics(c.lang) {
			p.Bold, p.Italic = true, false
		}
		inner := strings.TrimSpace(p.Text)
		if inner == "" || !p.Bold && !p.Italic {
			b.WriteString(p.Text)
			continue
		}
		lead := p.Text[:strings.Index(p.Text, inner)]
		tail := p.Text[len(lead)+len(inner):]
		if p.Italic {
			inner = "_" + inner + "_"
		}
		if p.Bold {
			inner = "*" + inner + "*"
		}
		b.WriteString(lead + inner + tail)
	}
	return b.String()
}

// sentenceEnd is where a sentence ends, in the scripts of the languages that groups read.
var sentenceEnd = regexp.MustCompile(`[.!?؟።፧۔…][”»"’')\]]*(?:\s|$)`)

// cutSentence keeps as many whole sentences as fit, and at least the words that do. It does not
// end with a question of which the answer is cut off.
func cutSentence(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	end := 0
	for _, at := range sentenceEnd.FindAllStringIndex(text, -1) {
		if utf8.RuneCountInString(text[:at[1]]) > most {
			break
		}
		if end == 0 || !asks(text[at[0]:at[1]]) {
			end = at[1]
		}
	}
	if end > 0 {
		return strings.TrimSpace(text[:end])
	}
	head := string([]rune(text)[:most-1])
	if at := strings.LastIndex(head, " "); at > 0 {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;:،؛") + "…"
}
