package page

import (
	"math"
	"regexp"

	"kring/toolkit/bilingual"
)

// listSign is how people begin a point of a list: "- ", "• ", "1. " or "1) ".
var listSign = regexp.MustCompile(`^\s*(?:([-•])|([0-9]{1,2})[.)])\s+`)

// signed is the kind of a list that a text begins as, and the text without that sign; the kind is
// "" where it begins as none.
func signed(text string) (kind, rest string) {
	at := listSign.FindStringSubmatchIndex(text)
	switch {
	case at == nil:
		return "", text
	case at[2] >= 0:
		kind = "bullet"
	default:
		kind = "numbered"
	}
	return kind, text[at[1]:]
}

// turnToList makes a text that begins with the sign of a list a point of one, while it is typed:
// who types "1. " means that, and only then it is numbered, and a question in a short text.
func (h *writeHand) turnToList() {
	kind, rest := signed(h.field.Text)
	if kind == "" || h.kind.id() != "text" || h.block.Kind != bilingual.Text {
		return
	}
	h.fill(rest, h.address.Text)
	caret := math.MaxInt
	if rest == h.block.Text { // it was typed before words that were there
		caret = 0
	}
	h.field.Select(caret, caret)
	h.kind.show(kind)
	h.show()
}

// asTyped is a piece of several as the block that it begins as.
func asTyped(b bilingual.Block, piece string) bilingual.Block {
	kind, rest := signed(piece)
	switch {
	case kind == "" || rest == "":
		b.Text = piece
	case b.Kind == bilingual.Text:
		b = asKind(b, kind)
		b.Text = rest
	case b.Kind == bilingual.Bullet || b.Kind == bilingual.Numbered:
		b.Text = rest
	default:
		b.Text = piece
	}
	return b
}
