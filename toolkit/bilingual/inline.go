package bilingual

import "strings"

// Piece is a stretch of a block's text, bold or not.
type Piece struct {
	Text string
	Bold bool
}

// Inline splits a text at its emphasis: **bold**, *also shown as bold* because
// Arabic has no italics. A star without its pair stays a star.
func Inline(s string) []Piece {
	var out []Piece
	for s != "" {
		i := strings.IndexByte(s, '*')
		if i < 0 {
			break
		}
		mark := "*"
		if strings.HasPrefix(s[i:], "**") {
			mark = "**"
		}
		end := strings.Index(s[i+len(mark):], mark)
		if end <= 0 {
			break
		}
		if i > 0 {
			out = append(out, Piece{Text: s[:i]})
		}
		out = append(out, Piece{Text: s[i+len(mark) : i+len(mark)+end], Bold: true})
		s = s[i+2*len(mark)+end:]
	}
	if s != "" || out == nil {
		out = append(out, Piece{Text: s})
	}
	return out
}
