// Package locale is imported for what it does before main: Fyne reads the locale when
// its packages begin, takes "C.UTF-8" (that of most servers and containers) for a
// mistake and says so in three lines on stderr, where a command says one reason or
// nothing. Go begins packages in the order of their paths as soon as what they import
// has begun, so this one, which imports next to nothing, goes first.
package locale

import (
	"os"
	"strings"
)

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if plain(os.Getenv(name)) {
			os.Setenv(name, "C") //nolint:errcheck // the name is a good one
		}
	}
}

// plain tells a locale without a language, with an encoding behind it.
func plain(locale string) bool {
	return strings.HasPrefix(locale, "C.") || strings.HasPrefix(locale, "POSIX.")
}
