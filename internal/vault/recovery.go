package vault

import (
	"crypto/rand"
	"strings"
)

// The recovery code is 24 random characters of Crockford's base 32 (120 bits) and
// one that checks them, in five groups of five.
const (
	crockford     = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	recoveryChars = 24
)

func newRecovery() string {
	raw := make([]byte, recoveryChars)
	rand.Read(raw)
	for i, b := range raw {
		raw[i] = crockford[b%32]
	}
	s := string(raw)
	return group(s + string(checkChar(s)))
}

func group(s string) string {
	var parts []string
	for ; len(s) > 5; s = s[5:] {
		parts = append(parts, s[:5])
	}
	return strings.Join(append(parts, s), "-")
}

// parseRecovery reads a code as people write it down: any case, spaces or hyphens,
// O for 0, I or L for 1. ok is false for anything else, a passphrase for one.
func parseRecovery(s string) (code string, ok bool) {
	s = strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(s))
	if len(s) != recoveryChars+1 || strings.Trim(s, crockford) != "" {
		return "", false
	}
	if checkChar(s[:recoveryChars]) != s[recoveryChars] {
		return "", false
	}
	return group(s), true
}

// checkChar weighs each place by an odd number, so that one wrong character or two
// that changed places show.
func checkChar(s string) byte {
	sum := 0
	for i := range len(s) {
		sum += (2*i + 1) * strings.IndexByte(crockford, s[i])
	}
	return crockford[sum%32]
}
