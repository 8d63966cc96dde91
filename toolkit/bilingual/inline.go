package bilingual

import (
	"regexp"
	"strings"
)

// Piece is a stretch of a block's text in one style. Link is where it leads, or empty.
type Piece struct {
	Text         string
	Bold, Italic bool
	Link         string
}

// named is a link with words of its own.
var named = regexp.MustCompile(`(?s)^\[((?:\\.|[^\[\]\\])+)\]\(((?:https?://|mailto:)[^)\s]+)\)`)

// Inline splits a text at its emphasis and links, as in Markdown: **bold**, *italic*,
// ***both***, [words](https://…). A star without its pair stays a star. A backslash before
// a star, a bracket or a backslash makes it a sign like any other.
func Inline(s string) []Piece {
	out := joined(appendPieces(nil, s, Piece{}))
	if out == nil {
		out = []Piece{{}}
	}
	return out
}

// joined makes one piece of those beside each other that are of one style. It is done once for
// all: a text that grows by a letter at a time is copied at each.
func joined(pieces []Piece) []Piece {
	var out []Piece
	for from := 0; from < len(pieces); {
		to := from + 1
		for to < len(pieces) && alike(pieces[from], pieces[to]) {
			to++
		}
		p := pieces[from]
		if to > from+1 {
			var b strings.Builder
			for _, part := range pieces[from:to] {
				b.WriteString(part.Text)
			}
			p.Text = b.String()
		}
		out = append(out, p)
		from = to
	}
	return out
}

// appendPieces splits a text within which a style holds; pieces beside each other may be of one.
func appendPieces(out []Piece, s string, style Piece) []Piece {
	var run strings.Builder // of plain text
	plain := func(text string) { run.WriteString(text) }
	end := func() {
		if run.Len() > 0 {
			piece := style
			piece.Text = run.String()
			out = append(out, piece)
			run.Reset()
		}
	}
	for s != "" {
		i := strings.IndexAny(s, `*[\`)
		if i < 0 {
			break
		}
		plain(s[:i])
		s = s[i:]
		if escaped(s) {
			plain(s[1:2])
			s = s[2:]
			continue
		}
		if m := named.FindStringSubmatch(s); m != nil && style.Link == "" {
			within := style
			within.Link = m[2]
			end()
			out = appendPieces(out, m[1], within)
			s = s[len(m[0]):]
			continue
		}
		mark, inner := emphasis(s)
		if mark == 0 {
			plain(s[:1])
			s = s[1:]
			continue
		}
		within := style
		within.Bold = style.Bold || mark >= 2
		within.Italic = style.Italic || mark%2 == 1
		end()
		out = appendPieces(out, inner, within)
		s = s[len(inner)+2*mark:]
	}
	plain(s)
	end()
	return out
}

// emphasis gives how many stars a text begins with and what lies between them and their
// like; 0 where they begin nothing. They stand close to what they emphasise, so that a sum
// of 3 * 4 * 5 stays one.
func emphasis(s string) (mark int, inner string) {
	stars := 0
	for stars < min(len(s), 4) && s[stars] == '*' { // four are as many as a million
		stars++
	}
	if stars == 0 || stars > 3 {
		return 0, ""
	}
	end := indexOf(s[stars:], s[:stars])
	for end > 0 && strings.HasPrefix(s[2*stars+end:], "*") {
		end++ // the last of a row of stars
	}
	if end <= 0 {
		return 0, ""
	}
	inner = s[stars : stars+end]
	if strings.TrimSpace(inner) != inner {
		return 0, ""
	}
	return stars, inner
}

// escaped tells whether a text begins with a sign that means nothing.
func escaped(s string) bool {
	return len(s) > 1 && s[0] == '\\' && strings.IndexByte(`*[]\`, s[1]) >= 0
}

// indexOf finds the first of some stars that do not mean themselves.
func indexOf(s, stars string) int {
	for i := 0; i < len(s); i++ {
		if escaped(s[i:]) {
			i++
			continue
		}
		if strings.HasPrefix(s[i:], stars) {
			return i
		}
	}
	return -1
}
