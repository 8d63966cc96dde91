package glossary

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

// add puts a phrase with its forms in the index; more gives forms that only some words have.
// Where two terms have the same form, the one that was typed so wins, and else the first.
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
