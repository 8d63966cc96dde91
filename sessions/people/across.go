package people

import "strings"

// bones are the consonants of a name, so that one written in Latin letters can be found by
// Arabic ones and the other way round. Letters that are written in several ways, of which one
// cannot know which, are one; vowels, long ones too, are none.
var bones = map[rune]rune{
	'b': 'b', 'p': 'b', 'ب': 'b', 'پ': 'b', 't': 't', 'ت': 't', 'ط': 't', 'ث': 't',
	'g': 'g', 'j': 'g', 'ج': 'g', 'غ': 'g', 'گ': 'g', 'h': 'h', 'ح': 'h', 'ه': 'h',
	'k': 'k', 'q': 'k', 'c': 'k', 'x': 'k', 'خ': 'k', 'ك': 'k', 'ق': 'k',
	'd': 'd', 'د': 'd', 'ذ': 'd', 'ض': 'd', 'r': 'r', 'ر': 'r', 'z': 'z', 'ز': 'z', 'ظ': 'z',
	's': 's', 'س': 's', 'ش': 's', 'ص': 's', 'f': 'f', 'v': 'f', 'ف': 'f',
	'l': 'l', 'ل': 'l', 'm': 'm', 'م': 'm', 'n': 'n', 'ن': 'n',
}

// twoLetters are one sound written in two Latin letters.
var twoLetters = strings.NewReplacer("kh", "k", "gh", "g", "th", "t", "dh", "d", "sh", "s", "ch", "s", "sj", "s", "dj", "g")

// fewestBones is how many consonants must be typed: one is in nearly every name.
const fewestBones = 2

// MatchesAcross tells whether a name sounds like what was typed in the other script: "امينه"
// finds Amina. It is a guess, to offer after what Matches finds.
func (p Person) MatchesAcross(search string) bool {
	typed, name := Fold(search), Fold(p.Name)
	if arabic(typed) == arabic(name) {
		return false
	}
	words := skeletons(name)
	sought := skeletons(typed)
	for _, s := range sought {
		if !anyBegins(words, s) {
			return false
		}
	}
	return len(strings.Join(sought, "")) >= fewestBones
}

func anyBegins(words []string, s string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, s) {
			return true
		}
	}
	return false
}

func arabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x0600 && r <= 0x06ff })
}

// skeletons are the words of a folded name by their consonants, each sound once where it is
// written twice. An h that ends a word is heard in neither script.
func skeletons(folded string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return r == ' ' || r == '-' }) {
		w = strings.TrimPrefix(w, "ال")
		var b strings.Builder
		last := rune(0)
		for _, r := range strings.TrimRight(twoLetters.Replace(w), "hه") {
			if bone := bones[r]; bone != 0 && bone != last {
				b.WriteRune(bone)
				last = bone
			}
		}
		out = append(out, b.String())
	}
	return out
}
