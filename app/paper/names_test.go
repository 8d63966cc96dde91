package paper

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kring/app/folder"
)

// Whatever groups are called, each gets a name of its own that every system takes, and that is
// no longer than it may be.
func TestNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.StringMatching(`(CON|nul|com1|LPT9|De Lente|de lente|الياسمين|\.\.|~x)[ .:/]*(\.txt)?`)), 1, 9).Draw(t, "groups")
		given, seen := names{}, map[string]bool{}
		for _, g := range groups {
			name := given.one(g, "groep", "")
			low := strings.ToLower(name)
			if folder.CheckName(name) != nil || len(name) > 100 || !utf8.ValidString(name) || seen[low] || strings.Trim(name, " .") != name {
				t.Errorf("%q of %q", name, g)
			}
			stem, _, _ := strings.Cut(low, ".")
			if slices.Contains([]string{"con", "nul", "com1", "lpt9"}, strings.TrimSpace(stem)) {
				t.Errorf("%q is a device", name)
			}
			seen[low] = true
		}
	})
}

// What can be read in a name stays to be read.
func TestNamesStayLegible(t *testing.T) {
	given := names{}
	for _, c := range [][2]string{
		{"مجموعة الياسمين", "مجموعة الياسمين"},
		{"Ouders: Oost/West", "Ouders- Oost-West"},
		{"ouders- oost-west", "ouders- oost-west (2)"},
		{"  Wie? Wat*  ", "Wie- Wat"},
		{"aux.txt", "_aux.txt"},
		{"\u202eomgekeerd", "omgekeerd"},
		{"...", "groep"},
		{"گل\u200cها", "گل\u200cها"},
	} {
		if got := given.one(c[0], "groep", ""); got != c[1] {
			t.Errorf("%q became %q", c[0], got)
		}
	}
	for title, want := range map[string]string{"Luisteren zonder oplossen": "luisteren-zonder-oplossen", "Één stap: zo'n start!": "één-stap-zon-start", "الإصغاء دون حلول": "الإصغاء-دون-حلول", "?!": "kit"} {
		if got := slug(title, "kit"); got != want {
			t.Errorf("%q became %q", title, got)
		}
	}
}
