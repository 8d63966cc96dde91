package check_test

import (
	"fmt"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/check"
)

func entry(kind bilingual.Kind, source, target string) bilingual.Entry {
	return bilingual.Entry{
		Segment:     bilingual.Segment{Block: bilingual.Block{Kind: kind, Text: source}},
		Translation: bilingual.Translation{Text: target},
	}
}

func TestAListThatIsHalfDone(t *testing.T) {
	c := check.New("nl", "ar", nil)
	half := []bilingual.Entry{
		entry(bilingual.Text, "Kies er een:", "اختاروا واحدًا:"),
		entry(bilingual.Bullet, "brood", "خبز"), entry(bilingual.Bullet, "kaas", ""), entry(bilingual.Bullet, "thee", "شاي"),
	}
	untouched := []bilingual.Entry{
		entry(bilingual.Text, "Kies er een:", "اختاروا واحدًا:"), entry(bilingual.Bullet, "brood", ""), entry(bilingual.Bullet, "kaas", ""),
	}
	apart := []bilingual.Entry{
		entry(bilingual.Numbered, "brood", "خبز"), entry(bilingual.Text, "En nu:", "والآن:"), entry(bilingual.Numbered, "kaas", ""),
	}
	hits := c.Book(half)
	if len(hits) != 1 || hits[0].At != 2 || hits[0].Code != check.ListLength || hits[0].Want != "3" || hits[0].Got != "2" {
		t.Errorf("%+v", hits)
	}
	for _, list := range [][]bilingual.Entry{untouched, apart, nil} {
		if hits := c.Book(list); len(hits) > 0 {
			t.Errorf("%+v", hits)
		}
	}
}

func TestWhatIsWavedThroughIsNotOpen(t *testing.T) {
	e := entry(bilingual.Text, "Neem 10 minuten.", "خذوا 15 دقيقة?")
	c := check.New("nl", "ar", nil)
	if hits := check.Open(c.Book([]bilingual.Entry{e})); len(hits) != 2 {
		t.Fatalf("%+v", hits)
	}
	e.Waived = map[string]string{string(check.Numbers): "hier duurt het langer"}
	hits := c.Book([]bilingual.Entry{e})
	if len(hits) != 2 || !hits[0].Waived || hits[0].Why != "hier duurt het langer" || hits[1].Waived {
		t.Errorf("%+v", hits)
	}
	if open := check.Open(hits); len(open) != 1 || open[0].Code != check.Ending {
		t.Errorf("%+v", open)
	}
}

func ExampleChecker_Pair() {
	text := "اتصلوا الساعة ١١."
	for _, f := range check.New("nl", "ar", nil).Pair("Bel om 10 uur.", text, bilingual.Text) {
		fmt.Println(f.Key(), f.Want, f.Got, text[f.In[0].From:f.In[0].To])
	}
	// Output: check.numbers.other 10 11 ١١
}

// book is a text of so many segments, made of all that Kring ships, some with figures.
func book(b *testing.B, n int) []bilingual.Entry {
	b.Helper()
	var all, out []bilingual.Entry
	shipped(b, func(_ string, entries []bilingual.Entry) { all = append(all, entries...) })
	for i := range n {
		e := all[i%len(all)]
		if i%5 == 0 {
			e.Text += " Kom op 12 maart 2026 om 19:00, of bel 06-12345678 (Anna)."
			e.Translation.Text += " تعالوا في ١٢ مارس ٢٠٢٦ الساعة ٧ مساءً، أو اتصلوا بالرقم 06-12345678 (Anna)."
		}
		out = append(out, e)
	}
	return out
}

func BenchmarkBook(b *testing.B) {
	entries := book(b, 5000)
	c := check.New("nl", "ar", nil)
	b.ReportAllocs()
	for b.Loop() {
		c.Book(entries)
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/book")
}

// One key press in a long segment.
func BenchmarkPair(b *testing.B) {
	var long bilingual.Entry
	for _, e := range book(b, 900) {
		if len(e.Text) > len(long.Text) {
			long = e
		}
	}
	c := check.New("nl", "ar", nil)
	b.ReportAllocs()
	for b.Loop() {
		c.Pair(long.Text, long.Translation.Text, long.Kind)
	}
}
