package people

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// known finds people by phone, mail and name without comparing each with each: 5,000
// rows against 24,000 people take the time of looking up.
type known struct {
	people                   []Person
	names                    []string // nameKey of each
	byPhone, byEmail, byName map[string][]int
	byVariant                map[uint64][]int // see indexAlike; nil for few rows
}

func newKnown(people []Person) *known {
	k := &known{
		people: people, names: make([]string, len(people)),
		byPhone: map[string][]int{}, byEmail: map[string][]int{}, byName: map[string][]int{},
	}
	for i, p := range people {
		k.names[i] = nameKey(p.Name)
		k.byName[k.names[i]] = append(k.byName[k.names[i]], i)
		if key := phoneKey(p); key != "" {
			k.byPhone[key] = append(k.byPhone[key], i)
		}
		if key := emailKey(p); key != "" {
			k.byEmail[key] = append(k.byEmail[key], i)
		}
	}
	return k
}

// maxMatches bounds what a row shows: a list where everybody has one number must not
// give each row everybody.
const maxMatches = 5

// matches gives who a person, by that nameKey, may be: the surest first, each once.
func (k *known) matches(p Person, key string) []Match {
	var sure, unsure []Match
	had := map[int]bool{}
	add := func(at []int, why Why) {
		for _, i := range at {
			if had[i] || len(had) == maxMatches {
				continue
			}
			had[i] = true
			m := Match{k.people[i].ID, k.people[i].Name, why, sameFirst(k.names[i], key)}
			if why == SameName || why == AlikeName {
				m.Sure = why == SameName && !conflict(k.people[i], p)
			}
			if m.Sure {
				sure = append(sure, m)
			} else {
				unsure = append(unsure, m)
			}
		}
	}
	add(k.byPhone[phoneKey(p)], SamePhone)
	add(k.byEmail[emailKey(p)], SameEmail)
	add(k.byName[key], SameName)
	if len(had) == 0 {
		add(k.alike(key), AlikeName)
	}
	return append(sure, unsure...)
}

// conflict tells that two people of one name have different phones or mails, and
// none in common.
func conflict(a, b Person) bool {
	phoneA, phoneB, mailA, mailB := phoneKey(a), phoneKey(b), emailKey(a), emailKey(b)
	phones, mails := phoneA != "" && phoneB != "", mailA != "" && mailB != ""
	if phones && phoneA == phoneB || mails && mailA == mailB {
		return false
	}
	return phones || mails
}

// phoneKey is the number if it is one, so that two people with "geen" are not alike.
func phoneKey(p Person) string {
	if strings.HasPrefix(p.Phone, "+") {
		return p.Phone
	}
	return ""
}

func emailKey(p Person) string {
	if strings.Contains(p.Email, "@") {
		return Fold(p.Email)
	}
	return ""
}

// sameFirst compares the first names of two nameKeys, or an initial with a name: it
// keeps two members of a family with one phone apart.
func sameFirst(a, b string) bool {
	x, _, _ := strings.Cut(a, " ")
	y, _, _ := strings.Cut(b, " ")
	if x == "" || y == "" || x == y {
		return x == y && x != ""
	}
	rx, sx := utf8.DecodeRuneInString(x)
	ry, sy := utf8.DecodeRuneInString(y)
	return rx == ry && (len(x) == sx || len(y) == sy)
}

// nameKey is a name for comparing: folded, without prefixes, in the order of
// speaking, so that "Vries, Anna de" and "anna vries" are one.
func nameKey(name string) string {
	split := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' }
	var kept, all []string
	for _, w := range strings.FieldsFunc(Fold(turned(name)), split) {
		all = append(all, w)
		if !isPrefix(w) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		kept = all
	}
	return strings.Join(kept, " ")
}
