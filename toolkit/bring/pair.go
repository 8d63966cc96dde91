package bring

import (
	"strings"

	"kring/toolkit/bilingual"
)

// paired puts translations under what they translate, and gives the blocks.
func (r *reader) paired() []bilingual.Block {
	main := mainScript(r.items)
	var out []item
	for at := 0; at < len(r.items); {
		lang := r.items[at].other(main)
		if lang == "" || !pairs(r.items[at]) {
			out = append(out, r.items[at])
			at++
			continue
		}
		end := at + 1
		for end < len(r.items) && pairs(r.items[end]) && r.items[end].other(main) == lang {
			end++
		}
		out = r.pair(out, r.items[at:end], lang)
		at = end
	}
	for len(out) > 0 && out[len(out)-1].block.Kind == bilingual.PageBreak {
		out = out[:len(out)-1]
	}
	var blocks []bilingual.Block
	for _, i := range out {
		blocks = append(blocks, i.block)
	}
	return blocks
}

// pairs tells whether something may be a translation by itself.
func pairs(i item) bool {
	switch i.block.Kind {
	case bilingual.Text, bilingual.Heading, bilingual.Bullet, bilingual.Numbered, bilingual.Link:
		return !i.fixed
	}
	return false
}

// pair puts texts in another language under as many before them. Where it is not plain which
// belongs to which, they stay paragraphs of their own, and are named.
func (r *reader) pair(out, others []item, lang string) []item {
	own := waiting(out, lang)
	n := len(others)
	switch {
	case own > 0 && n > 1 && (own == 1 || asides(others)) && texts(others):
		put(&out[len(out)-1], lang, joined(others))
		return out
	case n > own || n > 1 && n < own && !apart(out, n):
	case fit(out[len(out)-n:], others):
		for i, o := range others {
			to := &out[len(out)-n+i]
			put(to, lang, o.wordsFor(to.block))
		}
		return out
	}
	for _, o := range others {
		place := r.place
		r.place = o.place
		r.remark(Alone, o.block.Text)
		r.place = place
		o.fixed = true
		out = append(out, o)
	}
	return out
}

// waiting is how many blocks at the end have no translation into a language yet.
func waiting(out []item, lang string) (n int) {
	for i := len(out) - 1; i >= 0; i-- {
		b := out[i].block
		_, done := b.Translations[lang]
		if done || out[i].fixed || b.Text == "" {
			break
		}
		n++
	}
	return n
}

// apart tells whether the last blocks are a list of their own: three points after a text.
func apart(out []item, n int) bool {
	first := out[len(out)-n].block.Kind
	return first != bilingual.Text && out[len(out)-n-1].block.Kind != first
}

// fit tells whether texts may be the translations of blocks: of the same kind, or written as
// plain paragraphs.
func fit(own, others []item) bool {
	for i, o := range others {
		if o.block.Kind != bilingual.Text && (o.block.Kind != own[i].block.Kind || o.block.Level != own[i].block.Level) {
			return false
		}
	}
	return true
}

func texts(items []item) bool {
	for _, i := range items {
		if i.block.Kind != bilingual.Text {
			return false
		}
	}
	return true
}

func asides(items []item) bool {
	for _, i := range items {
		if !i.aside {
			return false
		}
	}
	return true
}

func joined(items []item) string {
	var all []string
	for _, i := range items {
		all = append(all, i.block.Text)
	}
	return strings.Join(all, "\n")
}

// wordsFor is what an item says as the translation of a block: of a link that leads elsewhere with
// its address.
func (i item) wordsFor(own bilingual.Block) string {
	if i.block.Kind == bilingual.Link && i.block.Path != own.Path {
		return bilingual.Linked(i.block.Text, i.block.Path)
	}
	return i.block.Text
}

func put(i *item, lang, text string) {
	if i.block.Translations == nil {
		i.block.Translations = map[string]string{}
	}
	if before := i.block.Translations[lang]; before != "" {
		text = before + "\n" + text
	}
	i.block.Translations[lang] = text
}
