package check

import (
	"regexp"
	"slices"
	"strings"

	"kring/toolkit/bilingual"
)

// address is one on the web or for mail; named is one behind words of its own.
var (
	address = regexp.MustCompile(`(?i)(?:https?://|mailto:|www\.)[^\s،؛«»“”"<>()\x00]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?-i:nl|com|org|net|eu|info)\b(?:/[^\s،؛«»“”"<>()]*)?`)
	named   = regexp.MustCompile(`\[([^\[\]]+)\]\(((?:https?://|mailto:)[^)\s]+)\)`)
)

// ownLink takes the words out of a translation that leads to an address of its own, as the
// link of a film does for who reads another language: that it is another address is no slip.
func ownLink(target string, kind bilingual.Kind) (words string, at int, ok bool) {
	if kind != bilingual.Link {
		return "", 0, false
	}
	if words, _, ok = bilingual.Led(target); !ok {
		return "", 0, false
	}
	return words, strings.Index(target, words), true
}

// shifted are findings of a part of a text, at their places in all of it.
func shifted(found []Finding, by int) []Finding {
	for i := range found {
		in := slices.Clone(found[i].In)
		for k := range in {
			in[k].From += by
			in[k].To += by
		}
		found[i].In = in
	}
	return found
}

// halfLink is a text that tries to be a link and nothing else.
var halfLink = regexp.MustCompile(`(?s)^\s*\[[^\]]*\]\s*(\(.*)?$`)

// half tells whether a text that is no link has a part that tries to be one.
func half(text string) bool {
	return halfLink.MatchString(text) || strings.Count(text, "](") > len(named.FindAllString(text, -1))
}

// links checks that addresses are untouched, and that a link is well-formed.
func (p *pair) links() {
	if p.kind == bilingual.Link && half(p.to.text) && !half(p.from.text) {
		r := Range{0, len(p.to.text)}
		p.add(Finding{Code: Links, Say: "form", Got: p.to.text, In: []Range{r}})
		if at := strings.IndexByte(p.to.text, '['); at >= 0 { // nothing else is said of its signs
			p.to.take(Range{at, at + 1})
		}
		p.to.take(Range{strings.IndexByte(p.to.text, ']'), r.To})
		return
	}
	from, to := p.from.addresses(), p.to.addresses()
	var want, got []string
	var in []Range
	for _, key := range from.keys {
		if _, ok := to.all[key]; !ok {
			want = append(want, from.all[key].text)
		}
	}
	for _, key := range to.keys {
		if _, ok := from.all[key]; !ok {
			got, in = append(got, to.all[key].text), append(in, to.all[key].Range)
		}
	}
	p.differ(Links, want, got, in)
}

// addressed are the addresses of a text by what they are without capitals and scheme.
type addressed struct {
	keys []string
	all  map[string]link
}

type link struct {
	Range
	text string
}

// addresses takes the addresses out of a text.
func (s *side) addresses() addressed {
	out := addressed{all: map[string]link{}}
	if !mayLead(s.text) {
		return out
	}
	for _, m := range named.FindAllStringSubmatchIndex(s.text, -1) {
		out.add(s.text, Range{m[4], m[5]})
		s.take(Range{m[0], m[2]})
		s.take(Range{m[3], m[1]})
	}
	for _, m := range address.FindAllStringIndex(s.left(), -1) {
		r := Range{m[0], m[1]}
		r.To = r.From + len(strings.TrimRight(s.text[r.From:r.To], ".,:;!?؟’'*_"))
		out.add(s.text, r)
		s.take(r)
	}
	return out
}

// mayLead tells whether a text can have an address: a sign of one, or a full stop right
// before a letter or digit.
func mayLead(text string) bool {
	if strings.ContainsAny(text, "@") || strings.Contains(text, "://") || strings.Contains(strings.ToLower(text), "mailto:") {
		return true
	}
	for i := 0; i+1 < len(text); i++ {
		if next := text[i+1]; text[i] == '.' && (next|0x20 >= 'a' && next|0x20 <= 'z' || next >= '0' && next <= '9') {
			return true
		}
	}
	return false
}

func (a *addressed) add(text string, r Range) {
	url := text[r.From:r.To]
	key := strings.ToLower(url)
	for _, scheme := range []string{"https://", "http://", "mailto:", "www."} {
		key = strings.TrimPrefix(key, scheme)
	}
	key = strings.TrimRight(key, "/")
	if _, ok := a.all[key]; !ok {
		a.keys = append(a.keys, key)
		a.all[key] = link{r, url}
	}
}
