package paper_test

import (
	"net/url"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/toolkit/bilingual"
)

// Two years of toolkits ship, one for each two months, each whole in both languages; together
// the six of a year serve every element.
func TestTwelveToolkits(t *testing.T) {
	kits, err := paper.Toolkits()
	if err != nil {
		t.Fatal(err)
	}
	if len(kits) != 12 || kits[0].File != "luisteren-zonder-oplossen" {
		t.Fatalf("%d toolkits, first %s", len(kits), kits[0].File)
	}
	order := []string{"jan-feb", "mar-apr", "may-jun", "jul-aug", "sep-oct", "nov-dec"}
	served := [2]map[int]bool{{}, {}}
	for i, k := range kits {
		year, _ := k.Doc.Meta["year"].(int64)
		if int(year) != i/6+1 || k.Doc.Meta["period"] != order[i%6] {
			t.Errorf("%s is for %v of year %d", k.File, k.Doc.Meta["period"], year)
		}
		if len(k.Doc.Problems) > 0 || k.Doc.Say("title", "ar") == "" || k.Doc.Say("theme", "ar") == "" {
			t.Errorf("%s: %v", k.File, k.Doc.Problems)
		}
		for _, b := range k.Doc.Blocks {
			if b.Text != "" && b.Translations["ar"] == "" {
				t.Errorf("%s, line %d: no Arabic", k.File, b.Line)
			}
		}
		for _, n := range k.Elements() {
			served[i/6][n] = true
		}
	}
	for year, of := range served {
		if len(of) != 8 {
			t.Errorf("year %d serves %v", year+1, of)
		}
	}
}

// Every toolkit that ships has a video: under its heading a link with a title in each language,
// which leads to a search in that language. Nobody can promise that one film stays where it is.
func TestEveryToolkitHasAVideo(t *testing.T) {
	kits, err := paper.Toolkits()
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]string{}
	for _, k := range kits {
		head, found := "", 0
		for _, b := range k.Doc.Blocks {
			if b.Kind == bilingual.Heading {
				head = b.Text
			}
			if b.Kind != bilingual.Link {
				continue
			}
			if found++; head != "Een filmpje" {
				t.Errorf("%s: a link under %q", k.File, head)
			}
			for lang, said := range map[string]string{"nl": bilingual.Linked(b.Text, b.Path), "ar": b.Translations["ar"]} {
				search := searchOf(t, k.File, said)
				if other := asked[search]; other != "" {
					t.Errorf("%s searches as %s does: %s", k.File, other, search)
				}
				asked[search] = k.File + " " + lang
			}
		}
		if found != 1 {
			t.Errorf("%s has %d videos", k.File, found)
		}
	}
}

// searchOf is what a link searches for on YouTube, which its own words say after a colon.
func searchOf(t *testing.T, file, link string) string {
	t.Helper()
	words, address, ok := bilingual.Led(link)
	if !ok {
		t.Fatalf("%s: %q is no link", file, link)
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	q := u.Query()
	title, said, _ := strings.Cut(words, ": ")
	if u.Scheme != "https" || u.Host != "www.youtube.com" || u.Path != "/results" || len(q) != 1 || said == "" || title == "" || q.Get("search_query") != said {
		t.Errorf("%s: %q leads to %s", file, words, address)
	}
	if u.RawQuery != "search_query="+url.QueryEscape(said) {
		t.Errorf("%s: %s is not as an address is written", file, u.RawQuery)
	}
	return said
}
