package glossary

import "slices"

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

// Check tells which terms of a Dutch text its translation says in none of the agreed words, and
// which words in the translation are to be avoided where the text uses their term. An empty
// translation lacks nothing: it is not there yet. Ranges of missing are in the source, of
// forbidden in the target.
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
