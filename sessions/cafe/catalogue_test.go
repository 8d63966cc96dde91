package cafe

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"kring/assets"
	"kring/sessions/calendar"
)

func catalogue(t testing.TB) []Idea {
	t.Helper()
	all, err := LoadCatalogue(assets.Catalogue())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every idea is whole in Dutch and Arabic.
func TestCatalogueIsWhole(t *testing.T) {
	all := catalogue(t)
	if len(all) < 60 {
		t.Errorf("%d ideas", len(all))
	}
	for _, x := range all {
		texts := append(x.Steps[:len(x.Steps):len(x.Steps)], x.Title, x.Aim, x.Low, x.Materials)
		for _, text := range texts {
			if !text.Has("nl") || !text.Has("ar") {
				t.Errorf("%s: %v is not in both languages", x.ID, text)
			}
		}
		if len(x.Steps) < 2 || len(x.Elements) == 0 {
			t.Errorf("%s: %d steps, %d elements", x.ID, len(x.Steps), len(x.Elements))
		}
	}
}

func TestCatalogueSaysWhatIsWrong(t *testing.T) {
	const good = "[[idea]]\nid='a'\nminutes=[10,20]\npeople=[2,4]\nnoise=1\nenergy=1\nleads=1\ntitle={nl='A'}\n"
	for _, c := range []struct{ name, text, says string }{
		{"talk.toml", good, ""},
		{"talk.toml", good + good, "twice"},
		{"unknown.toml", good, "unknown kind"},
		{"talk.toml", strings.Replace(good, "[10,20]", "[20,10]", 1), "minutes"},
		{"talk.toml", strings.Replace(good, "noise=1", "noise=4", 1), "noise"},
		{"talk.toml", good + "nois=1\n", "unknown key"},
		{"talk.toml", "[[idea]\n", "talk.toml"},
	} {
		_, err := LoadCatalogue(fstest.MapFS{c.name: {Data: []byte(c.text)}})
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%q: %v, want %q", c.text, err, c.says)
		}
	}
}

func TestFilter(t *testing.T) {
	x := Idea{ID: "a", Kind: Talk, Title: map[string]string{"nl": "Café-avond", "ar": "حلقة القوة"}, Minutes: [2]int{30, 60}, People: [2]int{3, 8}, Noise: 2, Energy: 1, Leads: 2, Low: map[string]string{"nl": "Kom kijken"}, Cents: 50, Elements: []int{1, 4}}
	for _, c := range []struct {
		f  Filter
		ok bool
	}{
		{Filter{}, true},
		{Filter{Text: "cafe AVOND"}, true},
		{Filter{Text: "القوة"}, true},
		{Filter{Text: "muziek"}, false},
		{Filter{Kind: Make}, false},
		{Filter{Noise: 1}, false},
		{Filter{Noise: 2, Energy: 1}, true},
		{Filter{Minutes: 20}, false},
		{Filter{Minutes: 30}, true},
		{Filter{People: 2}, false},
		{Filter{People: 8}, true},
		{Filter{People: 9}, false},
		{Filter{Element: 4}, true},
		{Filter{Element: 5}, false},
		{Filter{Leads: 1}, false},
		{Filter{Leads: 2, Low: true}, true},
		{Filter{Free: true}, false},
		{Filter{Starred: true}, false},
	} {
		if c.f.Holds(x, false) != c.ok {
			t.Errorf("%+v: %v", c.f, !c.ok)
		}
	}
	if !(Filter{Starred: true}).Holds(x, true) {
		t.Error("a star does not count")
	}
}

// What is suggested for tonight fits the place, is of different kinds, and is not what was
// done last week; an idea that was taken has its name in both languages.
func TestForTonight(t *testing.T) {
	s, _, p := gouda(t)
	s.shipped = ship(catalogue(t), nil)
	p.Audience = LowStimulus
	p, err := s.SavePlace(p)
	if err != nil {
		t.Fatal(err)
	}
	nights := s.Next(p.ID, calendar.Date{Year: 2027, Month: 3, Day: 1}, 2)
	three := s.ForTonight(nights[0], 3)
	kinds := map[Kind]bool{}
	for _, x := range three {
		kinds[x.Kind] = true
		if x.Noise > 1 || x.People[0] > usual || x.People[1] < usual {
			t.Errorf("%s does not fit", x.ID)
		}
	}
	if len(three) != 3 || len(kinds) < 2 {
		t.Fatalf("%d ideas of %d kinds", len(three), len(kinds))
	}
	a, err := s.TakeIdea(three[0], nights[0], three[0].Title.In("ar"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Title(a, "nl") != three[0].Title["nl"] || s.Title(a, "ar") != three[0].Title["ar"] {
		t.Errorf("is called %q and %q", s.Title(a, "nl"), s.Title(a, "ar"))
	}
	first, _ := s.Evening(p.ID, nights[0].Planned)
	if _, err := s.TakeIdea(three[0], first, "x"); !errors.Is(err, ErrThere) {
		t.Errorf("taken twice: %v", err)
	}
	if last := s.appeal(three[0], nights[1], s.LastDone(p.ID, nights[1].Date), nil); last > 7 {
		t.Errorf("%s weighs %d a week later", three[0].ID, last)
	}
	for _, text := range []string{"Een keer karaoke", "Iets met schaken of zo"} {
		if _, err := s.SaveWish(Wish{PlaceID: p.ID, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	wished, other := Idea{ID: "x", Title: map[string]string{"nl": "Karaoke met de deur dicht"}}, Idea{ID: "x", Title: map[string]string{"nl": "Iets anders"}}
	if a, b := s.appeal(wished, nights[1], nil, s.wished(p.ID)), s.appeal(other, nights[1], nil, s.wished(p.ID)); a != b+12 {
		t.Errorf("what is wished weighs %d, something else %d", a, b)
	}
	if last := s.LastDone(p.ID, nights[1].Date); last[three[0].ID] != nights[0].Date {
		t.Errorf("done last %v", last)
	}
}

// BenchmarkTitles names what is done on the 52 evenings of a year, as a board or a poster does.
func BenchmarkTitles(b *testing.B) {
	s, _, p := gouda(b)
	ideas := catalogue(b)
	s.shipped = ship(ideas, nil)
	e := nights(b, s, p, 1)[0]
	for i := range 3 {
		x := ideas[len(ideas)-1-i]
		e.Activities = append(e.Activities, Activity{Title: x.Title.In("nl"), IdeaID: x.ID})
	}
	for b.Loop() {
		for range 52 {
			if len(s.Titles(e, "ar")) != len(e.Activities) {
				b.Fatal("a title is missing")
			}
		}
	}
}
