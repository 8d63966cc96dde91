package page

import (
	"errors"
	"slices"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// now is the block as it is typed, with pieces of text that go after it; nothing where nothing
// is typed. An address without a name is its own name, and one that is none stays as words.
func (h *writeHand) now() []bilingual.Block {
	b := asKind(h.block, h.kind.id())
	text := h.field.Text
	if b.Kind == bilingual.Link {
		address, err := webAddress(h.address.Text)
		switch {
		case err == nil && text == "":
			text = address
		case err != nil && h.block.Kind == bilingual.Link && h.address.Text != "":
			address = h.block.Path
		case err != nil:
			b = asKind(h.block, "text")
			if h.address.Text != "" {
				text += " " + h.address.Text
			}
			address = ""
		}
		b.Path = address
	}
	pieces := slices.DeleteFunc(book.Pieces(text), func(p string) bool { return p == "**" || p == "****" }) // signs around nothing
	if len(pieces) == 0 {
		if b.Kind != bilingual.Image && wordy(b.Kind) || b.Kind == bilingual.Image && b.Path == "" {
			return nil
		}
		pieces = []string{""}
	}
	var out []bilingual.Block
	for i, piece := range pieces {
		if i > 0 && b.Kind != bilingual.Bullet && b.Kind != bilingual.Numbered {
			b = bilingual.Block{Kind: bilingual.Text, Part: b.Part, Low: b.Low}
		}
		out = append(out, asTyped(b, piece))
	}
	return out
}

// keep puts what was typed in the vault, for whoever leaves the page or stops typing.
func (h *writeHand) keep() {
	h.stop()
	if h.held == nil || !h.typed {
		return
	}
	blocks := h.now()
	if len(blocks) == 0 {
		return // nothing empty is kept: what there was stays until it is taken away
	}
	h.typed = false
	if len(blocks) == 1 && alike(blocks[0], h.block) && (h.held.id != "" || !h.held.fresh) {
		return
	}
	h.block = blocks[0]
	h.page.write(h.held, book.Writing{Blocks: blocks})
}

func alike(a, b bilingual.Block) bool {
	return a.Kind == b.Kind && a.Level == b.Level && a.Text == b.Text && a.Path == b.Path && a.Number == b.Number
}

// put keeps what was typed, where another block is taken in hand. One that was emptied goes;
// with a translation only after asking.
func (h *writeHand) put() {
	if h.held != nil && h.typed && len(h.now()) == 0 && h.held.id != "" && h.block.Text != "" {
		h.stop()
		h.typed = false
		h.page.removeIt(h.held.id)
		return
	}
	h.keep()
}

// write keeps what was typed beside the window, one thing after the other. Where its place
// went meanwhile, it stands at the end: nothing that was typed is lost.
func (p *writePage) write(x *heldBlock, w book.Writing) {
	env, id, bookID := p.env, "", p.bookID
	env.act(func() error {
		if x.made != "" {
			w.SegmentID = x.made
		} else if x.after != nil {
			w.After = x.after.made
		}
		out, err := env.Books.Write(bookID, w)
		if errors.Is(err, book.ErrNotFound) {
			all := env.Books.Segments(bookID)
			if len(all) == 0 {
				return err
			}
			w.SegmentID, w.After = "", all[len(all)-1].ID
			out, err = env.Books.Write(bookID, w)
		}
		if err == nil {
			x.made, id = out[0].ID, out[0].ID
		}
		return err
	}, func(err error) {
		env.failUnlessNil(err)
		if err != nil {
			return
		}
		x.id = id
		if len(w.Blocks) > 1 {
			env.Shell.Say(env.Loc.N("write.pieces", len(w.Blocks)))
		}
	})
}
