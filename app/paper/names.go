package paper

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// nameMost is how long a name may be, in bytes: a path with two of them stays within what
// Windows takes, and what follows a name still fits.
const nameMost = 80

// names gives out names of files, no two of them alike to a disk that does not tell capitals
// from small letters.
type names map[string]bool

// one makes a name out of what somebody wrote, and tells it apart by a number; ext is what
// will stand after it.
func (n names) one(written, fallback, ext string) string {
	base := safeName(written)
	if base == "" {
		base = fallback
	}
	name := base
	alike := func() string { return norm.NFKC.String(strings.ToLower(name + ext)) }
	for i := 2; n[alike()]; i++ {
		name = fmt.Sprintf("%s (%d)", base, i)
	}
	n[alike()] = true
	return name
}

// safeName keeps of a name what every system can have in one: letters of any script, without
// signs that mean something in a path, that cannot be seen, or that turn the order of others.
func safeName(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r), r == unicode.ReplacementChar:
			b.WriteRune('-')
		case unicode.IsSpace(r):
			b.WriteRune(' ')
		case unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d', unicode.IsControl(r), unicode.Is(unicode.Co, r):
		default:
			b.WriteRune(r)
		}
	}
	name := cutBytes(strings.Join(strings.Fields(b.String()), " "), nameMost)
	name = strings.Trim(strings.TrimLeft(strings.Trim(name, " ."), "~"), " .-")
	if reserved(name) {
		name = "_" + name
	}
	return name
}

// reserved tells whether Windows keeps a name for a device, with or without an extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimSpace(stem)
	switch stem {
	case "con", "prn", "aux", "nul":
		return true
	}
	device, ok := strings.CutPrefix(stem, "com")
	if !ok {
		device, ok = strings.CutPrefix(stem, "lpt")
	}
	return ok && utf8.RuneCountInString(device) == 1 && strings.ContainsAny(device, "0123456789¹²³")
}

// cutBytes cuts a text where it is too long, between letters.
func cutBytes(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// vowels are the Arabic signs above and under letters and the stroke that makes a word longer:
// nobody types them when they look for a file, and systems put them in different orders.
const vowels = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"

// unvowelled is a text without them.
func unvowelled(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(vowels, r) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

// FileName makes a name that Kring offers one that every system takes: what comes after the
// last dot stays.
func FileName(name string) string {
	ext := filepath.Ext(name)
	stem := safeName(strings.TrimSuffix(name, ext))
	if stem == "" {
		stem = "kring"
	}
	return stem + ext
}

// slug is a title as the name of a file: small letters and numbers, with dashes between.
func slug(title, fallback string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(unvowelled(title)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			b.WriteRune(r)
		case r == '\'', r == '’', unicode.Is(unicode.Cf, r):
		default:
			b.WriteRune(' ')
		}
	}
	const most = 60
	out := strings.Join(strings.Fields(cutBytes(b.String(), most)), "-")
	if out == "" {
		return fallback
	}
	return out
}
