package people

import "strings"

// Matches tells whether a search finds somebody: any part of the name, the mail
// address or the phone number as people write it (0612…, 06-12…, +31 6…). An empty
// search finds everybody.
func (p Person) Matches(search string) bool {
	q := Fold(strings.TrimSpace(search))
	if q == "" || strings.Contains(Fold(p.Name), q) || strings.Contains(Fold(p.Email), q) {
		return true
	}
	digits := onlyDigits(q)
	if len(digits) < 2 || strings.ContainsFunc(q, isLetter) {
		return false
	}
	national := strings.TrimPrefix(digits, "00")
	national = strings.TrimLeft(strings.TrimPrefix(national, "31"), "0")
	has := onlyDigits(p.Phone)
	return has != "" && (strings.Contains(has, digits) || national != "" && strings.HasPrefix(strings.TrimPrefix(has, "31"), national))
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r > 0x7f }

// Finder tells who a newcomer may already be. It is made once for a form and asked
// at every key.
type Finder struct{ known *known }

// NewFinder looks among people who are known.
func NewFinder(all []Person) *Finder {
	k := newKnown(all)
	k.indexAlike()
	return &Finder{k}
}

// Alike gives who somebody may be, the surest first; a name of one letter is nobody's.
func (f *Finder) Alike(p Person) []Match {
	key := nameKey(p.Name)
	if len([]rune(key)) < 2 && phoneKey(p) == "" {
		return nil
	}
	return f.known.matches(p, key)
}
