package people

import (
	"strings"
	"unicode"
)

// prefixes do not count in sorting: "de Vries" stands under V (Dutch practice, and
// what the phone book did with el, ben and aït).
var prefixes = setOf(`van de den der het 't ’t 's ’s ten ter te in op aan bij uit voor onder over
	vander vande vanden vd v.d. v/d la le les du des di da do dos das del della dello von vom zu zur zum af
	el al ul bin ben bint ibn abu abou abd ait aït ayt oulad ouled ould`)

// given are prefixes that are first names too: Ben de Vries, Al Bakker.
var given = setOf("ben al abu abou")

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// SortKey gives a name as Dutch people file it: the family name without its prefix
// first ("Anna de Vries" becomes "Vries, Anna, de"). A name of one word, and one in
// Arabic letters, is filed as it is written. Every name has a key; only a name of
// nothing but spaces has the empty one. Compare keys by the locale's collation.
func SortKey(name string) string {
	words := strings.Fields(strings.ReplaceAll(turned(name), " - ", "-"))
	if len(words) == 0 {
		return strings.Join(strings.Fields(name), " ")
	}
	if isArabic(name) {
		return strings.Join(words, " ")
	}
	from, at := familyAt(words)
	attached, family := attachedPrefix(strings.Join(words[at:], " "))
	key := family
	for _, part := range []string{strings.Join(words[:from], " "), strings.Join(append(words[from:at:at], attached...), " ")} {
		if part != "" {
			key += ", " + part
		}
	}
	return key
}

// familyAt tells where the prefixes of the family name begin and where they end: the
// first prefix that is not a first name, else the last word.
func familyAt(words []string) (prefix, family int) {
	for i, w := range words {
		if i > 0 && doubled(w) {
			return i, i
		}
		if !isPrefix(w) || i == 0 && len(words) > 2 && given[strings.ToLower(w)] && isCapital(w) {
			continue
		}
		end := i
		for end < len(words)-1 && isPrefix(words[end]) {
			end++
		}
		return i, end
	}
	return len(words) - 1, len(words) - 1
}

// doubled tells a family name that goes on behind its hyphen with a prefix:
// Bakker-de Vries is filed under B.
func doubled(word string) bool {
	_, tail, ok := strings.Cut(word, "-")
	return ok && isPrefix(tail)
}

// attachedPrefix takes off what is written to a family name: al-Hassan, d'Arc.
func attachedPrefix(family string) (prefix []string, rest string) {
	for i, r := range family {
		if r != '-' && r != '\'' && r != '’' {
			continue
		}
		head := strings.ToLower(family[:i])
		rest = family[i+len(string(r)):]
		if rest != "" && (r == '-' && prefixes[head] || r != '-' && (head == "d" || head == "l")) {
			return []string{family[:i+len(string(r))]}, rest
		}
		break
	}
	return nil, family
}

func isPrefix(word string) bool { return prefixes[strings.ToLower(word)] }

func isCapital(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

func isArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// turned makes "Vries, Anna de" into "Anna de Vries".
func turned(name string) string {
	family, first, ok := strings.Cut(name, ",")
	if !ok {
		return name
	}
	return strings.TrimSpace(strings.ReplaceAll(first, ",", " ") + " " + family)
}
