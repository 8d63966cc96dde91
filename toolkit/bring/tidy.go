package bring

import (
	"regexp"
	"strings"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

var (
	onlyLines  = regexp.MustCompile(`^(?:[_\s]*_{3}[_\s]*|[.…\s]*(?:…{2}|\.{5})[.…\s]*)$`)
	linesAfter = regexp.MustCompile(`(?s)^(.*[^_\s])\s*?(_{5,}[_\s]*)$`)
)

// lineLetters is how many underscores fill a line.
const lineLetters = 90

// writingLines tells how many lines to write on a text of underscores or dots is, and what
// stands before them. Gaps within a sentence stay.
func writingLines(text string) (head string, lines int) {
	tail := text
	if !onlyLines.MatchString(text) {
		m := linesAfter.FindStringSubmatch(text)
		if m == nil || strings.Contains(m[1], "___") {
			return text, 0
		}
		head, tail = m[1], m[2]
	}
	for line := range strings.SplitSeq(tail, "\n") {
		if n := len([]rune(strings.TrimSpace(line))); n > 0 {
			lines += 1 + (n-1)/lineLetters
		}
	}
	return head, lines
}

// cutTail is pieces up to the end of a text that they begin with.
func cutTail(pieces []bilingual.Piece, head string) (out []bilingual.Piece) {
	left := len(head)
	started := false
	for _, p := range pieces {
		if !started {
			p.Text = strings.TrimLeft(p.Text, " \t\n\u00a0")
		}
		started = started || p.Text != ""
		if len(p.Text) > left {
			p.Text = p.Text[:left]
		}
		left -= len(p.Text)
		out = append(out, p)
	}
	return out
}

// unstyled takes the emphasis from a heading: it has that of its style.
func unstyled(pieces []bilingual.Piece) []bilingual.Piece {
	var out []bilingual.Piece
	for _, p := range pieces {
		p.Bold, p.Italic = false, false
		out = append(out, p)
	}
	return out
}

var blanks = regexp.MustCompile(`[ \t]{2,}|\t`)

// tidy makes one space of several, and takes those around the text and its line breaks.
func tidy(pieces []bilingual.Piece) []bilingual.Piece {
	var out []bilingual.Piece
	last := byte('\n')
	for _, p := range pieces {
		p.Text = blanks.ReplaceAllString(strings.ReplaceAll(p.Text, "\r", ""), " ")
		for strings.Contains(p.Text, " \n") {
			p.Text = strings.ReplaceAll(p.Text, " \n", "\n")
		}
		for strings.Contains(p.Text, "\n ") {
			p.Text = strings.ReplaceAll(p.Text, "\n ", "\n")
		}
		if last == ' ' || last == '\n' {
			p.Text = strings.TrimLeft(p.Text, " ")
		}
		if p.Text == "" {
			continue
		}
		last = p.Text[len(p.Text)-1]
		out = append(out, p)
	}
	return unlinked(out)
}

// unlinked is pieces in which an address that says itself is no link: it becomes one by
// itself again.
func unlinked(pieces []bilingual.Piece) []bilingual.Piece {
	for i, p := range pieces {
		alone := (i == 0 || pieces[i-1].Link != p.Link) && (i+1 == len(pieces) || pieces[i+1].Link != p.Link)
		if p.Link == "" || !alone {
			continue
		}
		found := typeset.Addresses(p.Text)
		if len(found) == 1 && found[0].From == 0 && found[0].To == len(p.Text) && strings.TrimSuffix(found[0].URL, "/") == strings.TrimSuffix(p.Link, "/") {
			pieces[i].Link = ""
		}
	}
	return pieces
}

// linkBlock says the words of a block; a paragraph that is one link alone is a page or a
// video elsewhere.
func linkBlock(b bilingual.Block, pieces []bilingual.Piece) bilingual.Block {
	b.Text = strings.TrimSpace(bilingual.Compose(pieces))
	if b.Kind != bilingual.Text || len(pieces) == 0 || !strings.HasPrefix(pieces[0].Link, "http") {
		return b
	}
	link := pieces[0].Link
	for i := range pieces {
		if strings.TrimSpace(pieces[i].Text) != "" && pieces[i].Link != link {
			return b
		}
		pieces[i].Link = ""
	}
	b.Kind, b.Path = bilingual.Link, link
	b.Text = strings.TrimSpace(bilingual.Compose(pieces))
	return b
}
