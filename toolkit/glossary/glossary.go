package glossary

import (
	"slices"
	"strings"
)

// Range is a stretch of a text, in bytes.
type Range struct{ From, To int }

// Use is a term that a Dutch text uses, and where.
type Use struct {
	Term   Term
	Ranges []Range
}

// Avoided is a word in a text that one does not want to see.
type Avoided struct {
	Term   Term
	Avoid  Avoid
	Ranges []Range
}

// Glossary finds agreed words, for one language to translate into. It does not change, and may
// be used from several goroutines.
type Glossary struct {
	lang   string
	terms  []Term
	source index
	unseen index // Dutch words to avoid
	target []wanted
}

// wanted is what a term asks of a translation.
type wanted struct {
	words, avoid []phrase // of avoid, each at the place of its Avoid
}

// New makes a glossary of terms for a language. Hidden terms do not take part.
func New(terms []Term, lang string) *Glossary {
	g := &Glossary{lang: lang, source: index{}, unseen: index{}}
	for _, t := range terms {
		if t.Hidden {
			continue
		}
		at := len(g.terms)
		g.terms = append(g.terms, t)
		g.source.add(t.Dutch, conjugated, hit{term: at})
		for _, form := range t.Forms {
			g.source.add(form, nil, hit{term: at})
		}
		for i, a := range t.In[Dutch].Avoid {
			g.unseen.add(a.Word, nil, hit{term: at, which: i})
		}
		g.target = append(g.target, newWanted(t.In[lang], lang))
	}
	return g
}

func newWanted(w Wording, lang string) wanted {
	var out wanted
	for _, word := range slices.Concat(w.Words, w.Forms) {
		out.words = append(out.words, newPhrase(word, lang, false))
	}
	for _, a := range w.Avoid {
		out.avoid = append(out.avoid, newPhrase(a.Word, lang, true))
	}
	return out
}

// Lang is the language that is translated into.
func (g *Glossary) Lang() string { return g.lang }

// In finds the terms that a Dutch text uses, inflected too, in the order of the text. Where
// two would overlap the longest wins.
func (g *Glossary) In(source string) []Use {
	var out []Use
	at := map[int]int{}
	for _, h := range g.source.find(split(source, foldPlain)) {
		i, ok := at[h.term]
		if !ok {
			i = len(out)
			at[h.term], out = i, append(out, Use{Term: g.terms[h.term]})
		}
		out[i].Ranges = append(out[i].Ranges, h.Range)
	}
	return out
}

// AvoidedIn finds the Dutch words that one does not want to see.
func (g *Glossary) AvoidedIn(source string) []Avoided {
	var out []Avoided
	for _, h := range g.unseen.find(split(source, foldPlain)) {
		t := g.terms[h.term]
		out = append(out, Avoided{t, t.In[Dutch].Avoid[h.which], []Range{h.Range}})
	}
	return out
}

// Check tells which terms of a Dutch text its translation says in none of the agreed words,
// and which words in the translation are to be avoided where the text uses their term. An
// empty translation lacks nothing: it is not there yet. Ranges of missing are in the source, of forbidden in the target.
func (g *Glossary) Check(source, target string) (missing []Use, forbidden []Avoided) {
	words := split(target, folding(g.lang))
	if len(words) == 0 {
		return nil, nil
	}
	hits := g.source.find(split(source, foldPlain))
	seen := map[int]bool{}
	for _, h := range hits {
		if seen[h.term] {
			continue
		}
		seen[h.term] = true
		said := g.target[h.term].said(words)
		if len(g.target[h.term].words) > 0 && len(said) == 0 {
			missing = append(missing, g.use(h.term, hits))
		}
		forbidden = append(forbidden, g.avoided(h.term, words, said)...)
	}
	return missing, forbidden
}

func (g *Glossary) use(term int, hits []hit) Use {
	u := Use{Term: g.terms[term]}
	for _, h := range hits {
		if h.term == term {
			u.Ranges = append(u.Ranges, h.Range)
		}
	}
	return u
}

// said finds the agreed words in a translation.
func (w wanted) said(words []token) (out []Range) {
	for _, p := range w.words {
		out = append(out, p.find(words)...)
	}
	return out
}

// avoided finds the words to avoid that are no part of an agreed one.
func (g *Glossary) avoided(term int, words []token, said []Range) (out []Avoided) {
	t := g.terms[term]
	for i, p := range g.target[term].avoid {
		var at []Range
		for _, r := range p.find(words) {
			if !slices.ContainsFunc(said, func(s Range) bool { return s.From <= r.From && r.To <= s.To }) {
				at = append(at, r)
			}
		}
		if len(at) > 0 {
			out = append(out, Avoided{t, t.In[g.lang].Avoid[i], at})
		}
	}
	return out
}

// index finds phrases by their first word.
type index map[string][]entry

// entry is a phrase: the forms of the words after the first, and whose it is.
type entry struct {
	rest        []map[string]bool
	exact       bool // the first word as it was typed
	named       bool // the phrase counts only at the beginning of a text, before a colon
	term, which int
}

type hit struct {
	Range
	term, which int
}

// add puts a phrase with its forms in the index; more gives forms that only some words have. Where two terms have the same form, the one
// that was typed so wins, and else the first.
func (x index) add(phrase string, more func(string) []string, of hit) {
	var forms []map[string]bool
	words := chunks(split(phrase, foldPlain))
	for _, w := range words {
		all := inflected(w.text)
		if more != nil {
			all = append(all, more(w.text)...)
		}
		forms = append(forms, set(all...))
	}
	if len(forms) == 0 {
		return
	}
	named := words[len(words)-1].named
	for form := range forms[0] {
		if exact := form == words[0].text; exact || !named {
			x[form] = append(x[form], entry{forms[1:], exact, named, of.term, of.which})
		}
	}
}

// chunk is a word, with those that hyphens tie to it written together, and the last of those.
type chunk struct {
	token
	last token
}

func chunks(words []token) []chunk {
	var out []chunk
	for _, w := range words {
		if n := len(out); n > 0 && w.glued {
			c := &out[n-1]
			c.text, c.to, c.named, c.last = c.text+w.text, w.to, w.named, w
			continue
		}
		out = append(out, chunk{w, w})
	}
	return out
}

// find goes over the words of a text; the longest phrase that begins at a word wins.
func (x index) find(words []token) []hit {
	var out []hit
	all := chunks(words)
	for i := 0; i < len(all); {
		best, n := x.longest(all, i, all[i].token)
		if n == 0 && all[i].last.from != all[i].from { // HBBM-cursus
			best, n = x.longest(all, i, all[i].last)
		}
		if n == 0 {
			i++
			continue
		}
		out = append(out, best)
		i += n
	}
	return out
}

// longest finds the longest phrase from a word on; first is that word or the end of it.
func (x index) longest(all []chunk, at int, first token) (best hit, n int) {
	words := all[at:]
	exact := false
	for _, e := range x[first.text] {
		many := 1 + len(e.rest)
		if many < n || many == n && (exact || !e.exact) || !e.follows(words[1:]) || e.named && (at > 0 || !words[many-1].named) {
			continue
		}
		best, n, exact = hit{Range{first.from, words[many-1].to}, e.term, e.which}, many, e.exact
	}
	return best, n
}

func (e entry) follows(words []chunk) bool {
	if len(words) < len(e.rest) {
		return false
	}
	for i, forms := range e.rest {
		if !forms[words[i].text] {
			return false
		}
	}
	return true
}

// phrase is an agreed word, or several, as they are looked for in a translation.
type phrase struct {
	words  []func(string) bool
	strict bool
}

// newPhrase prepares a phrase of a language. A strict one is found only where it surely is.
func newPhrase(s, lang string, strict bool) phrase {
	p := phrase{strict: strict}
	for _, t := range split(s, folding(lang)) {
		p.words = append(p.words, matcher(t.text, lang, strict))
	}
	return p
}

func matcher(word, lang string, strict bool) func(string) bool {
	switch base(lang) {
	case "ar":
		return newArabicWord(word, strict).in
	case "ti", "am", "he": // little words are written onto the front
		if !strict {
			return func(token string) bool { return strings.Contains(token, word) }
		}
	}
	return begins(word, strict)
}

// begins finds words by how they begin. A strict one may end in at most four letters more; another
// may have lost its last letters to an ending.
func begins(word string, strict bool) func(string) bool {
	letters := []rune(word)
	if strict {
		return func(token string) bool {
			rest, ok := strings.CutPrefix(token, word)
			return ok && (rest == "" || len(letters) >= 4 && len([]rune(rest)) <= 4)
		}
	}
	stem := word
	if n := len(letters); n >= 5 {
		stem = string(letters[:max(n-2, 4)])
	}
	return func(token string) bool { return strings.HasPrefix(token, stem) }
}

// find gives where a phrase is. One that is not strict may have one other word in the middle:
// an adjective, "this", a preposition.
func (p phrase) find(words []token) (out []Range) {
	if len(p.words) == 0 {
		return nil
	}
	for i := range words {
		if to, ok := p.from(words[i:]); ok {
			out = append(out, Range{words[i].from, to})
		}
	}
	return out
}

func (p phrase) from(words []token) (to int, ok bool) {
	gap := !p.strict
	at := 0
	for n, is := range p.words {
		for at < len(words) && !is(words[at].text) {
			if n == 0 || !gap {
				return 0, false
			}
			gap = false
			at++
		}
		if at == len(words) {
			return 0, false
		}
		to = words[at].to
		at++
	}
	return to, true
}
