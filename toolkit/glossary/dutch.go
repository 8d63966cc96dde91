package glossary

import "strings"

// irregular are plurals that no rule gives.
var irregular = map[string][]string{
	"bad": {"baden"}, "blad": {"bladen", "bladeren"}, "dag": {"dagen"}, "dak": {"daken"}, "ei": {"eieren"}, "gat": {"gaten"}, "glas": {"glazen", "glaasje", "glaasjes"},
	"graf": {"graven"}, "kind": {"kinderen", "kindje", "kindjes"}, "lid": {"leden"}, "lied": {"liederen"}, "pad": {"paden", "paadje", "paadjes"}, "schip": {"schepen"}, "slot": {"sloten"},
	"stad": {"steden"}, "vat": {"vaten"}, "weg": {"wegen"}, "koe": {"koeien"},
}

// inflected gives the ways in which a Dutch word, folded, is written in a sentence: plurals,
// small ones, and of what ends in -en the verb's common forms. Some are no words at all, which
// does no harm; none is a common other word.
func inflected(w string) []string {
	out := []string{w}
	n := len(w)
	if n < 3 {
		return out
	}
	out = append(out, w+"s", w+"'s")
	out = append(out, plurals(w)...)
	out = append(out, small(w)...)
	for end, many := range irregular {
		if !strings.HasSuffix(w, end) {
			continue
		}
		for _, m := range many {
			out = append(out, strings.TrimSuffix(w, end)+m)
		}
	}
	return out
}

// conjugated are the common forms of a word that may be a verb: what ends in -en. The word in
// the singular is one of them, of what is a plural.
func conjugated(w string) []string {
	if stem, ok := strings.CutSuffix(w, "en"); ok && len(w) >= 5 {
		return verbs(stem)
	}
	return nil
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// syllables counts the groups of vowels.
func syllables(w string) (n int) {
	for i := range len(w) {
		if vowel(w[i]) && (i == 0 || !vowel(w[i-1])) {
			n++
		}
	}
	return n
}

// ending tells how a word ends: with a double vowel and a consonant (boom), with one short
// vowel and a consonant (les), or otherwise.
func ending(w string) (double, short bool) {
	n := len(w)
	if n < 3 || vowel(w[n-1]) || !vowel(w[n-2]) {
		return false, false
	}
	if vowel(w[n-3]) {
		return w[n-2] == w[n-3] && w[n-2] != 'i', false
	}
	return false, w[n-1] != 'w' && w[n-1] != 'x'
}

// plurals in -en and what -en does to the end of a word.
func plurals(w string) []string {
	n := len(w)
	last := w[n-1]
	if last == 'e' {
		return []string{w + "n", w + "en"} // gemeenten, ideeën
	}
	if vowel(last) {
		return []string{w + "en"}
	}
	var out []string
	double, short := ending(w)
	many := syllables(w) > 1
	stem := w
	if double {
		stem = w[:n-2] + w[n-1:]
	}
	if short {
		out = append(out, w+string(last)+"en")
	}
	if !short || many {
		out = append(out, stem+"en", soft(stem)+"en")
	}
	if strings.HasSuffix(w, "heid") {
		out = append(out, strings.TrimSuffix(w, "heid")+"heden")
	}
	if n >= 5 { // as an adjective
		out = append(out, soft(stem)+"e")
	}
	return out
}

// soft is how a stem is written before a vowel: f becomes v, s becomes z.
func soft(stem string) string {
	switch stem[len(stem)-1] {
	case 'f':
		return stem[:len(stem)-1] + "v"
	case 's':
		return stem[:len(stem)-1] + "z"
	}
	return stem
}

// small are the diminutives.
func small(w string) []string {
	n := len(w)
	forms := []string{w + "je", w + "tje", w + "pje", w + "etje"}
	if _, short := ending(w); short {
		forms = append(forms, w+w[n-1:]+"etje")
	}
	if strings.HasSuffix(w, "ing") {
		forms = append(forms, w[:n-1]+"kje")
	}
	if c := w[n-1]; c == 'a' || c == 'o' || c == 'u' {
		forms = append(forms, w+string(c)+"tje")
	}
	var out []string
	for _, f := range forms {
		out = append(out, f, f+"s")
	}
	return out
}

// verbs are the common forms of a verb, by its infinitive without -en. The bare stem is one of
// them only where it is long: a short one is too often a word of its own (delen, deel).
func verbs(stem string) []string {
	n := len(stem)
	if n < 2 || vowel(stem[n-1]) {
		return nil
	}
	bare := stem
	if n >= 3 && stem[n-1] == stem[n-2] {
		bare = stem[:n-1] // zeggen, zeg
	} else if n >= 2 && vowel(stem[n-2]) && (n < 3 || !vowel(stem[n-3])) && stem[n-2] != 'i' && (stem[n-2] != 'e' || syllables(stem) == 1) {
		bare = stem[:n-1] + stem[n-2:] // praten, praat
	}
	switch bare[len(bare)-1] {
	case 'v':
		bare = bare[:len(bare)-1] + "f"
	case 'z':
		bare = bare[:len(bare)-1] + "s"
	}
	out := []string{bare + "t", bare + "de", bare + "den", bare + "te", bare + "ten", "ge" + bare + "d", "ge" + bare + "t", stem + "end", stem + "ende"}
	if last := bare[len(bare)-1]; last == 't' || last == 'd' {
		out = append(out, "ge"+bare)
	}
	if len(bare) >= 5 {
		out = append(out, bare)
	}
	return out
}
