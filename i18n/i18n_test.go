package i18n_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kring/i18n"

	"github.com/BurntSushi/toml"
)

func catalogue(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	var raw map[string]any
	if _, err := toml.DecodeFile("active."+lang+".toml", &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for id, v := range raw {
		out[id] = map[string]string{}
		switch v := v.(type) {
		case string:
			out[id]["other"] = v
		case map[string]any:
			for form, s := range v {
				out[id][form] = s.(string)
			}
		}
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

func placeholders(forms map[string]string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(forms["other"], -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// plural lists the categories of CLDR that each language's messages need.
var plural = map[string][]string{
	"nl": {"one", "other"}, "en": {"one", "other"},
	"ar": {"few", "many", "one", "other", "two", "zero"},
}

func TestEveryMessageInEveryLanguage(t *testing.T) {
	dutch := catalogue(t, "nl")
	for _, lang := range i18n.Languages() {
		c := catalogue(t, lang)
		for id, forms := range dutch {
			got, ok := c[id]
			if !ok {
				t.Errorf("%s lacks %q", lang, id)
				continue
			}
			if a, b := placeholders(forms), placeholders(got); !slices.Equal(a, b) {
				t.Errorf("%s: %q has placeholders %v, Dutch has %v", lang, id, b, a)
			}
			if len(forms) > 1 {
				for _, f := range plural[lang] {
					if strings.TrimSpace(got[f]) == "" {
						t.Errorf("%s: %q lacks the form %q", lang, id, f)
					}
				}
			}
		}
		for id := range c {
			if _, ok := dutch[id]; !ok {
				t.Errorf("%s has %q, Dutch has not", lang, id)
			}
		}
	}
}

var (
	single = regexp.MustCompile(`"([a-z0-9._-]+)"`)
	digits = regexp.MustCompile(`^\d[\d-]*$`)
)

// shipped are the words that a key which is put together may end with and that stand in no code:
// names of files, and single words in them.
func shipped(t *testing.T) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	err := filepath.WalkDir("../assets", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _, _ := strings.Cut(d.Name(), ".")
		words[name] = true
		if filepath.Ext(path) != ".toml" {
			return nil
		}
		b, err := os.ReadFile(path)
		for _, m := range single.FindAllStringSubmatch(string(b), -1) {
			words[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

var literal = regexp.MustCompile(`"([a-z]+(?:\.[a-z0-9]*)+)"`)

func TestEveryMessageIsUsedAndEveryUsedMessageExists(t *testing.T) {
	used, starts, words := map[string]bool{}, []string{}, shipped(t)
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		for _, m := range single.FindAllStringSubmatch(string(b), -1) {
			words[strings.TrimPrefix(m[1], ".")] = true
		}
		for _, m := range literal.FindAllStringSubmatch(string(b), -1) {
			if strings.HasSuffix(m[1], ".") {
				starts = append(starts, m[1])
			}
			used[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	dutch := catalogue(t, "nl")
	for id := range dutch {
		built := slices.ContainsFunc(starts, func(p string) bool {
			rest, ok := strings.CutPrefix(id, p)
			unknown := func(word string) bool { return !words[word] && !digits.MatchString(word) }
			return ok && (words[rest] || !slices.ContainsFunc(strings.Split(rest, "."), unknown))
		})
		if !used[id] && !built && !strings.HasPrefix(id, "weekday.") && !strings.HasPrefix(id, "month.") {
			t.Errorf("%q is not used", id)
		}
	}
	groups := map[string]bool{}
	for id := range dutch {
		group, _, _ := strings.Cut(id, ".")
		groups[group] = true
	}
	for id := range used {
		group, _, _ := strings.Cut(id, ".")
		if _, ok := dutch[id]; !ok && groups[group] && !strings.HasSuffix(id, ".") && !strings.HasSuffix(id, ".toml") {
			t.Errorf("%q is used and does not exist", id)
		}
	}
}

func TestDatesNumbersLists(t *testing.T) {
	for _, c := range []struct{ lang, long, short, list, percent string }{
		{"nl", "dinsdag 6 januari 2026", "di 6 jan", "a, b en c", "83%"},
		{"en", "Tuesday 6 January 2026", "Tue 6 Jan", "a, b and c", "83%"},
		{"ar", "الثلاثاء 6 يناير 2026", "الثلاثاء 6 يناير", "\u2068a\u2069، \u2068b\u2069 و\u2068c\u2069", "83٪"},
	} {
		l := i18n.New(c.lang)
		if got := l.Date(2026, 1, 6, i18n.Long); got != c.long {
			t.Errorf("%s: %q", c.lang, got)
		}
		if got := l.Date(2026, 1, 6, i18n.Short); got != c.short {
			t.Errorf("%s: %q", c.lang, got)
		}
		if got := l.List([]string{"a", "b", "c"}); got != c.list {
			t.Errorf("%s: %q", c.lang, got)
		}
		if got := l.Percent(5.0 / 6); got != c.percent {
			t.Errorf("%s: %q", c.lang, got)
		}
	}
	if got := i18n.New("nl").Int(12345); got != "12.345" {
		t.Errorf("got %q", got)
	}
}

func TestArabicPlurals(t *testing.T) {
	l := i18n.New("ar")
	seen := map[string]bool{}
	for _, n := range []int{0, 1, 2, 3, 11, 100} {
		seen[strings.TrimSpace(strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, l.N("count.participants", n)))] = true
	}
	if len(seen) != 6 {
		t.Errorf("%d different forms: %v", len(seen), seen)
	}
}

// From how many to how many: the word that is counted follows the second number.
func TestSpans(t *testing.T) {
	for _, c := range []struct{ lang, hours, few, many string }{
		{"nl", "19:00–22:00", "3–8 mensen", "6–20 mensen"},
		{"en", "19:00–22:00", "3–8 people", "6–20 people"},
		{"ar", "من 19:00 إلى 22:00", "من 3 إلى 8 أشخاص", "من 6 إلى 20 شخصًا"},
	} {
		l := i18n.New(c.lang)
		if got := l.Span("19:00", "22:00"); got != c.hours {
			t.Errorf("%s: %q", c.lang, got)
		}
		if few, many := l.N("idea.people", 8, "From", 3), l.N("idea.people", 20, "From", 6); few != c.few || many != c.many {
			t.Errorf("%s: %q and %q", c.lang, few, many)
		}
	}
}

func TestUnknownMessageShowsItsID(t *testing.T) {
	if got := i18n.New("nl").T("er.is.niets"); got != "[er.is.niets]" {
		t.Errorf("got %q", got)
	}
}

func TestEveryLanguageHasItsOwnName(t *testing.T) {
	for _, l := range i18n.Languages() {
		if i18n.OwnName(l) == "" {
			t.Errorf("%s has none", l)
		}
	}
}
