package export

import (
	"fmt"
	"slices"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// mostLanguages is how many stand on one page: the text and two under it.
const mostLanguages = 3

// said is what a block says in one language, and the same laid out.
type said struct {
	lang, text string
	address    string // of a link: where it leads in this language
	lines      []typeset.Line
}

// lastLed tells whether of a link's texts that lead to the same address one is the last: its code,
// or its address, comes after it.
func lastLed(all []said, i int) bool {
	return i+1 == len(all) || all[i+1].address != all[i].address
}

// rtl tells whether a language is written from right to left.
func rtl(lang string) bool { return typeset.RightToLeft(lang) }

// chosen settles which languages a layout prints, so that Languages is never empty.
func (o Options) chosen() Options {
	all := o.Languages
	if len(all) == 0 {
		all = []string{o.Lang, o.Second}
	}
	var langs []string
	for _, lang := range all {
		if lang != "" && !slices.Contains(langs, lang) {
			langs = append(langs, lang)
		}
	}
	most := mostLanguages
	switch {
	case len(langs) == 0:
		langs = []string{o.Lang}
	case o.Layout == Second && len(langs) > 1:
		langs = langs[1:2]
	case o.Layout == First:
		most = 1
	case o.Layout != Subtitles:
		most = 2
	}
	o.Languages = langs[:min(len(langs), most)]
	if len(o.Languages) == 1 && o.Layout != Second {
		o.Layout = First
	}
	return o
}

// Printed are the languages that a print with these options has, the first large.
func (o Options) Printed() ([]string, error) {
	o, err := o.filled()
	return o.Languages, err
}

// main is the language that is printed large, by which the page has its sides.
func (o Options) main() string {
	if len(o.Languages) == 0 {
		return o.Lang
	}
	return o.Languages[0]
}

// words are what a block says in a language.
func (o Options) words(b bilingual.Block, lang string) string {
	if lang == o.Lang {
		return b.Text
	}
	return b.Translations[lang]
}

// said is what a block says in the languages that are printed. Where it has nothing to say in
// the first it keeps its own text; where it has nothing in another that is left out.
func (o Options) said(b bilingual.Block) []said {
	first := said{lang: o.main(), text: o.words(b, o.main())}
	if first.text == "" {
		first = said{lang: o.Lang, text: b.Text}
	}
	first.text, first.address = b.Leads(first.text)
	out := []said{first}
	for _, lang := range o.Languages[1:] {
		if text := o.words(b, lang); text != "" && lang != first.lang {
			text, address := b.Leads(text)
			out = append(out, said{lang: lang, text: text, address: address})
		}
	}
	return out
}

// titles are those of a text in the languages that are printed and have one.
func (o Options) titles(doc bilingual.Document) map[string]string {
	out := map[string]string{o.Lang: doc.Title()}
	for _, lang := range o.Languages {
		if t, ok := doc.Named(lang); ok && lang != o.Lang {
			out[lang] = t
		}
	}
	return out
}

// headOf is the running title of a page, and its language.
func (l *flow) headOf(page int) (lang, title string) {
	lang = l.o.main()
	if l.second(page) {
		lang = l.o.Languages[1]
	}
	if t := l.titles[lang]; t != "" {
		return lang, t
	}
	if l.titles == nil { // of a form, which is in one language
		return lang, l.title
	}
	return l.o.Lang, l.title
}

// second tells whether a page is in the second language alone.
func (l *flow) second(page int) bool {
	return l.o.Layout == Facing && page > 0 && page%2 == 0
}

// in is what a chapter is called in a language, or else in its first.
func (c Chapter) in(lang string) said {
	for _, x := range c.said {
		if x.lang == lang {
			return x
		}
	}
	return c.said[0]
}

// fullNumbers are those of the blocks that Full keeps.
func fullNumbers(doc bilingual.Document, numbers []int) []int {
	var out []int
	for i, b := range doc.Blocks {
		if i < len(numbers) && !b.Low {
			out = append(out, numbers[i])
		}
	}
	return out
}

func (o Options) numberOf(block int) int {
	if block < len(o.Numbers) {
		return o.Numbers[block]
	}
	return 0
}

// margined writes the number of a unit into the margin, outside the stripe of its part.
func (l *flow) margined(p *Page, u unit, right bool) {
	if u.number == 0 {
		return
	}
	const size, gap = 9.0, 4.0
	n := typeset.Plain(fmt.Sprint(u.number), size, 0, soft)
	n.Dir = typeset.LTR
	lines := n.Lay()
	x := l.margin - stripeGap - gap - lines[0].Width
	if right {
		x = l.o.Paper.Width - l.margin + stripeGap + gap
	}
	p.Lines(x, l.y+2, lines)
}
