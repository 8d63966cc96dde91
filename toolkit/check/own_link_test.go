package check_test

import (
	"slices"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/check"
)

// A film may have another address in another language. Its words are checked as any others are,
// and an address that leads nowhere is found.
func TestLinkWithItsOwnAddress(t *testing.T) {
	c := check.New("nl", "ar", nil)
	for _, k := range []struct{ source, target, want string }{
		{"Zoek op YouTube: een lange film", "[ابحثوا في يوتيوب: فيلم طويل](https://a.example/?q=%D9%81%D9%8A%D9%84%D9%85+12)", ""},
		{"Zoek op YouTube: een lange film", "ابحثوا في يوتيوب: فيلم طويل", ""},
		{"Zoek op YouTube: een lange film", "[ابحثوا في يوتيوب: فيلم طويل](https://)", "links.form"},
		{"Zoek op YouTube: een lange film", "[ابحثوا في يوتيوب: فيلم طويل](www.youtube.com)", "links.form"},
		{"Zoek op YouTube: een lange film", "[ابحثوا في يوتيوب: فيلم طويل](https://a.example/?q=%D)", "links.form"},
		{"Zoek op YouTube: een lange film", "[ابحثوا في يوتيوب: فيلم طويل]", "links.form"},
		{"Zoek op YouTube: een lange film", "[](https://)", "links.form"},
		{"Een lange film", "فيلم طويل[](https://)", "links.form"},
		{"Een lange film", "فيلم طويل](https://", "links.form"},
		{"Een lange film", "فيلم طويل https://a.example/x", "links.extra"},
		{"Een film van 10 minuten", "[فيلم مدته 12 دقيقة](https://a.example/10)", "numbers.other"},
		{"Een lange film", "[Een lange film](https://a.example/10)", "same.whole"},
	} {
		var got []string
		for _, f := range c.Pair(k.source, k.target, bilingual.Link) {
			got = append(got, string(f.Code)+"."+f.Say)
			for _, r := range f.In {
				if r.From < 0 || r.To > len(k.target) || r.From >= r.To {
					t.Errorf("%q: marks %v", k.target, r)
				}
			}
		}
		if k.want == "links.form" && len(got) != 1 {
			t.Errorf("%q: more is said than %s: %v", k.target, k.want, got)
		}
		if k.want == "" && len(got) > 0 || k.want != "" && !slices.Contains(got, k.want) {
			t.Errorf("%q: %v, not %s", k.target, got, k.want)
		}
	}
	// What is marked is the number within the words, and not one beside it.
	target := "[فيلم مدته 12 دقيقة](https://a.example/10)"
	f := c.Pair("Een film van 10 minuten", target, bilingual.Link)
	if len(f) != 1 || len(f[0].In) != 1 || target[f[0].In[0].From:f[0].In[0].To] != "12" {
		t.Errorf("%+v", f)
	}
	// In a paragraph an address stays what it is.
	if f := c.Pair("Kijk [hier](https://a.example)", "[هنا](https://b.example)", bilingual.Text); len(f) == 0 || f[0].Code != check.Links {
		t.Errorf("a paragraph: %+v", f)
	}
}
