package check_test

import (
	"regexp"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/check"
)

var (
	twoDigits = regexp.MustCompile(`[0-9]{2}`)
	space     = regexp.MustCompile(`\p{L} \p{L}`)
)

// damages are slips of the hand: each gives a text back unchanged where it has no place for it.
var damages = map[string]struct {
	code check.Code
	do   func(source, target string) string
}{
	"another number": {check.Numbers, func(_, s string) string {
		if strings.Contains(s, "06-") || strings.Contains(s, ":") {
			return s
		}
		return twoDigits.ReplaceAllString(s, "77")
	}},
	"digits turned in a phone number": {check.Phones, func(_, s string) string {
		return strings.ReplaceAll(s, "06-12345678", "06-12345687")
	}},
	"a Latin question mark":  {check.Ending, func(_, s string) string { return strings.ReplaceAll(s, "؟", "?") }},
	"a Latin comma":          {check.Ending, func(_, s string) string { return strings.ReplaceAll(s, "، ", ", ") }},
	"no question mark":       {check.Ending, func(_, s string) string { return strings.TrimSuffix(s, "؟") }},
	"a star lost":            {check.Emphasis, func(_, s string) string { return strings.Replace(s, "**", "", 1) }},
	"all stars lost":         {check.Emphasis, func(_, s string) string { return strings.ReplaceAll(s, "**", "") }},
	"a quotation not closed": {check.Brackets, func(_, s string) string { return strings.Replace(s, "»", "", 1) }},
	"a bracket not closed":   {check.Brackets, func(_, s string) string { return strings.Replace(s, ")", "", 1) }},
	"two spaces":             {check.Spaces, func(_, s string) string { return strings.Replace(s, " ", "  ", 1) }},
	"a space at the end":     {check.Spaces, func(_, s string) string { return s + " " }},
	"a mark at the end":      {check.Marks, func(_, s string) string { return s + "\u200f" }},
	"a joiner at a word's end": {check.Marks, func(_, s string) string {
		return space.ReplaceAllStringFunc(s, func(m string) string { return strings.Replace(m, " ", "\u200c ", 1) })
	}},
	"the source copied": {check.Same, func(source, s string) string {
		if len(strings.Fields(source)) < 3 {
			return s
		}
		return source
	}},
	"a Dutch word left": {check.Latin, func(_, s string) string { return strings.Replace(s, " ", " samen ", 1) }},
	"a quarter of the text": {check.Short, func(source, s string) string {
		if r := []rune(s); len([]rune(source)) > 200 {
			return string(r[:len(r)/4])
		}
		return s
	}},
	"a text twice and more": {check.Long, func(source, s string) string {
		if len(source) < 90 {
			return s
		}
		return s + " " + s + " " + s
	}},
}

// Slips of the hand in the texts that Kring ships are found, each by its own check: all but
// one in fifty, where the rule gives the translator room.
func TestDamageIsFound(t *testing.T) {
	c := check.New("nl", "ar", nil)
	for slip, damage := range damages {
		tried, missed := 0, 0
		shipped(t, func(name string, entries []bilingual.Entry) {
			for _, e := range entries {
				damaged := damage.do(e.Text, e.Translation.Text)
				if damaged == e.Translation.Text || strings.HasSuffix(slip, "closed") && strings.ContainsAny(e.Text, "()“”") != strings.ContainsAny(e.Translation.Text, "()«»") {
					continue
				}
				tried++
				if !hasCode(c.Pair(e.Text, damaged, e.Kind), damage.code) {
					missed++
					t.Logf("%s, %s:%d: %s\n  %s", slip, name, e.Line, e.Text, damaged)
				}
			}
		})
		if tried == 0 || missed*50 > tried {
			t.Errorf("%s: %d of %d missed", slip, missed, tried)
		}
	}
}

func hasCode(found []check.Finding, code check.Code) bool {
	for _, f := range found {
		if f.Code == code {
			return true
		}
	}
	return false
}
