package page

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/people"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// ErrAddress says that what was typed is no address of a page.
var ErrAddress = errors.New("no address of a page")

// writeKinds are the kinds of blocks in the order of their picker.
func writeKinds() []string {
	return []string{"text", "h1", "h2", "h3", "bullet", "numbered", "link", "image", "writing", "drawing", "page"}
}

// kindOf is what a block is called in the picker.
func kindOf(b bilingual.Block) string {
	switch b.Kind {
	case bilingual.Heading:
		return "h" + itoa(min(max(b.Level, 1), 3))
	case bilingual.Bullet:
		return "bullet"
	case bilingual.Numbered:
		return "numbered"
	case bilingual.Link:
		return "link"
	case bilingual.Image:
		return "image"
	case bilingual.Writing:
		return "writing"
	case bilingual.Drawing:
		return "drawing"
	case bilingual.PageBreak:
		return "page"
	}
	return "text"
}

// roomLines is how many lines high room to write or draw begins.
const roomLines = 4

// asKind makes a block another kind; its words and its part stay.
func asKind(b bilingual.Block, id string) bilingual.Block {
	if kindOf(b) == id {
		return b
	}
	out := bilingual.Block{Text: b.Text, Part: b.Part, Low: b.Low}
	switch id {
	case "h1", "h2", "h3":
		out.Kind, out.Level = bilingual.Heading, int(id[1]-'0')
	case "bullet":
		out.Kind = bilingual.Bullet
	case "numbered":
		out.Kind, out.Number = bilingual.Numbered, 1
	case "link":
		out.Kind = bilingual.Link
	case "image":
		out.Kind = bilingual.Image
	case "writing":
		out.Kind, out.Number = bilingual.Writing, roomLines
	case "drawing":
		out.Kind, out.Number = bilingual.Drawing, roomLines
	case "page":
		out.Kind = bilingual.PageBreak
	}
	if !wordy(b.Kind) && b.Number > 0 && out.Number > 0 {
		out.Number = b.Number
	}
	if b.Kind == bilingual.Bullet || b.Kind == bilingual.Numbered {
		if out.Kind == bilingual.Bullet || out.Kind == bilingual.Numbered {
			out.Level = b.Level
		}
	}
	return out
}

// wordy tells whether a kind of block is its words.
func wordy(k bilingual.Kind) bool {
	return k != bilingual.Writing && k != bilingual.Drawing && k != bilingual.PageBreak
}

// turn makes the block in hand the kind that was chosen. A link waits for its address, a
// picture for the choice which; room and a new page need no words and are there at once.
func (h *writeHand) turn() {
	if h.held == nil {
		return
	}
	b := asKind(h.block, h.kind.id())
	switch {
	case b.Kind == bilingual.Image && h.block.Kind != bilingual.Image:
		h.kind.show(kindOf(h.block))
		h.show()
		h.page.choosePicture()
		return
	case b.Kind == bilingual.Link && h.block.Kind != bilingual.Link:
	case !wordy(b.Kind):
		h.typed = false
		if len(book.Pieces(h.field.Text)) > 0 { // words are not lost: the room comes under them
			h.kind.show(kindOf(h.block))
			h.typed = true
			h.keep()
			h.page.add(b)
			return
		}
		b.Text = ""
		h.block = b
		h.page.write(h.held, book.Writing{Blocks: []bilingual.Block{b}})
	default:
		h.changed()
		if h.held.id != "" {
			h.keep()
		}
	}
	h.show()
	h.page.list.Refresh()
	h.page.preview.renew()
}

// show lays out what belongs to the kind of the block in hand.
func (h *writeHand) show() {
	b := asKind(h.block, h.kind.id())
	loc := h.page.env.Loc
	h.field.Hidden, h.style.Hidden = !wordy(b.Kind), !wordy(b.Kind)
	var parts []fyne.CanvasObject
	switch b.Kind {
	case bilingual.Link:
		parts = append(parts, column(gapLines, caption(loc.T("write.address")), h.address))
	case bilingual.Writing, bilingual.Drawing:
		parts = append(parts, h.lines(b))
	case bilingual.Image:
		parts = append(parts, h.picture(b))
	case bilingual.Heading:
		if b.Level > 1 && h.held != nil && h.held.id != "" {
			parts = append(parts, h.parts(b))
		}
	}
	kwidget.KeepKeyboard(h.extra, func() {
		h.extra.Objects = parts
		h.extra.Refresh()
	})
	if b.Kind != bilingual.Link {
		h.problem.Hide()
	}
	h.object.Refresh()
}

// mostLines is how many lines high room can be: a page.
const mostLines = 20

// lines asks how high the room to write or draw is.
func (h *writeHand) lines(b bilingual.Block) fyne.CanvasObject {
	loc := h.page.env.Loc
	var names []string
	for n := 1; n <= max(mostLines, b.Number); n++ {
		names = append(names, loc.N("write.lines", n))
	}
	sel := kwidget.NewSelect(names, nil)
	sel.SetSelectedIndex(max(b.Number, 1) - 1)
	sel.Unfolds = true
	sel.OnChanged = func(i int) {
		h.block.Number = i + 1
		h.page.write(h.held, book.Writing{Blocks: []bilingual.Block{h.block}})
	}
	return column(gapLines, caption(loc.T("write.high")), sel)
}

// parts asks of a heading which part of a meeting it begins, and whether it is the version
// with few words.
func (h *writeHand) parts(b bilingual.Block) fyne.CanvasObject {
	p, loc, id := h.page, h.page.env.Loc, h.held.id
	which := newChoice(func(key string, args ...any) string {
		if strings.HasSuffix(key, ".none") {
			key = "write.nopart"
		}
		return loc.T(key, args...)
	}, "part.", []string{"", "think", "write", "share", "do"}, string(b.Part))
	few := kwidget.NewCheck(loc.T("write.few"), nil)
	few.Checked = b.Low
	save := func() {
		part, low := bilingual.Part(which.id()), few.Checked
		h.keep()
		p.env.do(func() error { return p.env.Books.SetPart(p.bookID, id, part, low) })
	}
	which.sel.OnChanged = func(int) { save() }
	few.OnChanged = func(bool) { save() }
	return container.NewBorder(nil, nil, which.sel, nil, few)
}

// webAddress is what was typed as a whole address: people leave the beginning out.
func webAddress(typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	if !strings.Contains(typed, "://") && !strings.HasPrefix(typed, "mailto:") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	if err == nil && u.Scheme == "mailto" && strings.Contains(u.Opaque, "@") {
		return typed, nil
	}
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(strings.Trim(u.Hostname(), "."), ".") || strings.ContainsAny(typed, " \t\n()") || len(typed) > 2000 {
		return "", fmt.Errorf("%q: %w", typed, ErrAddress)
	}
	return typed, nil
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// asked are the headings that a new toolkit has, as they begin, and what belongs under each.
var asked = []struct{ heading, hint string }{
	{"om over te praten", "talk"},
	{"een oefening", "exercise"},
	{"samen met je kind", "child"},
	{"voor jezelf", "self"},
	{"een filmpje", "video"},
	{"samen als groep", "group"},
	{"tot slot", "closing"},
}

// askedUnder is what belongs under a heading.
func askedUnder(heading string) string {
	heading = people.Fold(heading)
	for _, a := range asked {
		if strings.HasPrefix(heading, a.heading) {
			return a.hint
		}
	}
	return "other"
}
