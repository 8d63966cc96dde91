package export

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// The measures of a short message, in characters: more than a thousand nobody reads on a
// phone. Addresses do not count: they are pressed, not read.
const (
	chatMost     = 1000
	chatHello    = 280
	chatQuestion = 140
	chatThing    = 300
	chatClosing  = 140
	chatLinks    = 3 // how many links
)

// Chat is a toolkit as a short message in one language, in WhatsApp's own marks: its title, a
// hello, what to talk about, one thing to do, where links lead, and the closing words. It is
// empty where nothing was translated into that language.
func Chat(doc bilingual.Document, lang string) string {
	c := readChat(doc, lang)
	if c.title == "" && c.hello.text == "" && len(c.questions) == 0 && c.thing.text == "" {
		return ""
	}
	questions := c.fit()
	for _, other := range append(doc.Languages(), c.source) { // a group is asked the same in each of its languages
		if o := readChat(doc, other); len(o.questions) == len(c.questions) {
			questions = min(questions, o.fit())
		}
	}
	return c.message(questions)
}

// readChat collects what a message in one language says.
func readChat(doc bilingual.Document, lang string) *chat {
	c := &chat{lang: lang, source: sourceOf(doc)}
	c.read(doc.Full())
	if c.title, _ = doc.Named(lang); lang == c.source {
		c.title = doc.Title()
	}
	return c
}

// fit is how many of the questions a message has room for.
func (c *chat) fit() int {
	n := len(c.questions)
	for n > 1 && utf8.RuneCountInString(c.message(n))-c.addresses() > chatMost {
		n--
	}
	return n
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
	lang, source, title      string
	hello, thing, last       saying
	questions                []saying
	asking, doing            string // the headings of the questions, and of the one thing to do
	links                    []chatLink
	head, headSource         string // of the blocks that are read now
	thingFits, asked, hasHad bool
}

// chatLink is what a link says before its address, and that.
type chatLink struct{ words, address string }

// addresses is how many characters of the message are addresses.
func (c *chat) addresses() (n int) {
	for _, x := range c.links[:min(len(c.links), chatLinks)] {
		n += utf8.RuneCountInString(x.address)
	}
	return n
}

// saying is a text in the language of the message, and as it was written.
type saying struct{ text, source string }

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
	said := saying{text, b.Text}
	switch b.Kind {
	case bilingual.Numbered, bilingual.Bullet:
		if !c.asked && asks(text) && len(c.questions) < 3 {
			c.questions, c.asking = append(c.questions, said), c.head
		}
	case bilingual.Text:
		if c.hello.text == "" {
			c.hello = said
		} else {
			c.last = said
		}
		c.takeThing(b, said)
		c.hasHad = true
	}
}

// takeThing keeps the first words under a heading that asks to do something: together with the
// child where there is such a one, else what a part says to do, else what comes after the
// questions.
func (c *chat) takeThing(b bilingual.Block, said saying) {
	if c.hasHad || c.thingFits || c.head == "" {
		return
	}
	fits := forChild.MatchString(c.headSource) || b.Part == bilingual.Do
	if fits || c.thing.text == "" && len(c.questions) > 0 {
		c.doing, c.thing, c.thingFits = c.head, said, fits
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
		c.links = append(c.links, chatLink{words + between, address})
		return
	}
	for _, p := range pieces(text, c.lang) {
		if p.Link != "" && p.Link != p.Text && strings.HasPrefix(p.Link, "http") {
			c.links = append(c.links, chatLink{p.Text + ": ", p.Link})
		} else if strings.HasPrefix(p.Link, "http") {
			c.links = append(c.links, chatLink{"", p.Link})
		}
	}
}

// asks tells whether a text is a question, in any of the scripts.
func asks(text string) bool {
	return strings.ContainsAny(text, "?؟፧;") && !strings.HasSuffix(text, ";")
}

// message puts the parts under each other, with so many of the questions.
func (c *chat) message(questions int) string {
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
	part(c.title, "")
	if c.hello.text != "" {
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
	if c.thing.text != "" {
		part(c.doing, "🌱", c.text(c.thing, chatThing))
	}
	var links []string
	for _, x := range c.links[:min(len(c.links), chatLinks)] {
		links = append(links, x.words+x.address)
	}
	if len(links) > 0 {
		part("", "", links...)
	}
	if c.last.text != "" && c.last != c.thing {
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
func (c *chat) text(s saying, most int) string {
	cut := s.cut(most)
	if strings.Count(cut, "*")%2 == 1 {
		cut = saying{plain(s.text), plain(s.source)}.cut(most)
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

// cut keeps as many whole sentences as are kept of the text as it was written, so that a group
// reads the same in each of its languages. A translation that says it in more or fewer sentences
// is cut where it is as far; one that is much longer by its own length.
func (s saying) cut(most int) string {
	kept := cutSentence(s.source, most)
	cut := s.text
	if kept != s.source {
		if cut = s.until(kept); cut == "" {
			return cutSentence(s.text, most)
		}
	}
	if utf8.RuneCountInString(cut) > most*3/2 {
		return cutSentence(s.text, most)
	}
	return cut
}

// until is the text up to the sentence with which the kept part of its source ends; "" where that
// is not whole.
func (s saying) until(kept string) string {
	ends, there := sentenceEnd.FindAllStringIndex(s.text, -1), len(sentenceEnd.FindAllStringIndex(s.source, -1))
	n := len(sentenceEnd.FindAllStringIndex(kept, -1))
	if n == 0 || len(ends) == 0 || !strings.HasPrefix(s.source, kept) {
		return ""
	}
	at := ends[min(n, len(ends))-1][1]
	if len(ends) != there {
		far := len(s.text) * len(kept) / len(s.source)
		near := func(a, b []int) int { return cmp.Compare(max(a[1]-far, far-a[1]), max(b[1]-far, far-b[1])) }
		at = slices.MinFunc(ends, near)[1]
	}
	return strings.TrimSpace(s.text[:at])
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
