package exchange_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/exchange"

	"pgregory.net/rapid"
)

var (
	written = time.Date(2026, 11, 24, 21, 0, 0, 0, time.UTC)
	before  = written.Add(-time.Hour)
	after   = written.Add(time.Hour)
	brought = written.Add(48 * time.Hour)
)

func one(id, nl, ar string, s bilingual.State, of string, when time.Time) bilingual.Entry {
	return bilingual.Entry{
		Segment:     bilingual.Segment{ID: id, Block: bilingual.Block{Text: nl}},
		Translation: bilingual.Translation{Text: ar, State: s, Source: of, Who: "Samira", When: when},
	}
}

func of(entries ...bilingual.Entry) exchange.File {
	f := exchange.FromEntries(book, "", "ar", entries)
	f.Written = written
	return f
}

// TestWhatOneUnitBrings: a segment as it is now, as it went out, and what was done to it there.
func TestWhatOneUnitBrings(t *testing.T) {
	const id = "s1"
	draft, check, agreed := bilingual.Draft, bilingual.ToCheck, bilingual.Agreed
	type row struct {
		change exchange.Change
		take   bool
		state  bilingual.State
	}
	for name, c := range map[string]struct {
		out, now bilingual.Entry
		there    func(*exchange.Unit)
		bare     bool // the tool kept no stamp
		want     row
	}{
		"nothing done": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "يوم", draft, "Dag", before),
			want: row{exchange.Same, false, draft},
		},
		"translated": {
			out: one(id, "Dag", "", "", "", time.Time{}), now: one(id, "Dag", "", "", "", time.Time{}),
			there: func(u *exchange.Unit) { u.Text, u.State = "يوم", check },
			want:  row{exchange.New, true, check},
		},
		"filled with the Dutch by a tool": {
			out: one(id, "Dag", "", "", "", time.Time{}), now: one(id, "Dag", "", "", "", time.Time{}),
			there: func(u *exchange.Unit) { u.Text, u.State = "Dag", check },
			want:  row{exchange.New, false, check},
		},
		"changed": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "يوم", draft, "Dag", before),
			there: func(u *exchange.Unit) { u.Text, u.State = "نهار", check },
			want:  row{exchange.Changed, true, check},
		},
		"changed and still called agreed": {
			out: one(id, "Dag", "يوم", agreed, "Dag", before), now: one(id, "Dag", "يوم", agreed, "Dag", before),
			there: func(u *exchange.Unit) { u.Text = "نهار" },
			want:  row{exchange.Changed, true, check},
		},
		"agreed there": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "يوم", draft, "Dag", before),
			there: func(u *exchange.Unit) { u.State = agreed },
			want:  row{exchange.StateOnly, true, agreed},
		},
		"a step back there": {
			out: one(id, "Dag", "يوم", agreed, "Dag", before), now: one(id, "Dag", "يوم", agreed, "Dag", before),
			there: func(u *exchange.Unit) { u.State = draft },
			want:  row{exchange.StateOnly, true, draft},
		},
		"a step back that a tool forgot": {
			out: one(id, "Dag", "يوم", agreed, "Dag", before), now: one(id, "Dag", "يوم", agreed, "Dag", before),
			there: func(u *exchange.Unit) { u.State = check }, bare: true,
			want: row{exchange.Same, false, check},
		},
		"agreed here since": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "يوم", agreed, "Dag", after),
			want: row{exchange.Same, false, draft},
		},
		"changed here since": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "نهار", draft, "Dag", after),
			want: row{exchange.Same, false, draft},
		},
		"changed here and there": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "نهار", draft, "Dag", after),
			there: func(u *exchange.Unit) { u.Text = "مرحبا" },
			want:  row{exchange.Conflict, false, draft},
		},
		"changed here and there, told by the time": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "نهار", draft, "Dag", after),
			there: func(u *exchange.Unit) { u.Text = "مرحبا" }, bare: true,
			want: row{exchange.Conflict, false, draft},
		},
		"translated here and there": {
			out: one(id, "Dag", "", "", "", time.Time{}), now: one(id, "Dag", "نهار", draft, "Dag", after),
			there: func(u *exchange.Unit) { u.Text, u.State = "مرحبا", check },
			want:  row{exchange.Conflict, false, check},
		},
		"emptied there": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Dag", "يوم", draft, "Dag", before),
			there: func(u *exchange.Unit) { u.Text, u.State = "", bilingual.Empty },
			want:  row{exchange.Same, false, draft},
		},
		"the Dutch changed since": {
			out: one(id, "Dag", "", "", "", time.Time{}), now: one(id, "Goede dag", "", "", "", time.Time{}),
			there: func(u *exchange.Unit) { u.Text, u.State = "يوم", agreed },
			want:  row{exchange.Older, true, agreed},
		},
		"the Dutch changed since, and the text was mended here": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Goede dag", "يوم سعيد", draft, "Goede dag", after),
			there: func(u *exchange.Unit) { u.Text = "نهار" },
			want:  row{exchange.Older, false, draft},
		},
		"the Dutch changed since, and not the text": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Goede dag", "يوم", draft, "Dag", before),
			there: func(u *exchange.Unit) { u.Text = "نهار" },
			want:  row{exchange.Older, true, draft},
		},
		"the Dutch changed since, and the text on both sides": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Goede dag", "يوم جيد", draft, "Dag", after),
			there: func(u *exchange.Unit) { u.Text = "نهار" },
			want:  row{exchange.Conflict, false, draft},
		},
		"the Dutch changed since, and the text is gone": {
			out: one(id, "Dag", "يوم", draft, "Dag", before), now: one(id, "Goede dag", "", "", "", time.Time{}),
			want: row{exchange.Older, true, draft},
		},
		"outdated and good for the new Dutch": {
			out: one(id, "Goede dag", "يوم", agreed, "Dag", before), now: one(id, "Goede dag", "يوم", agreed, "Dag", before),
			there: func(u *exchange.Unit) { u.State = check },
			want:  row{exchange.StateOnly, true, check},
		},
	} {
		now, in := of(c.now), of(c.out)
		if c.there != nil {
			c.there(&in.Units[0])
		}
		if c.bare {
			in.Units[0].Stamp = ""
		}
		p := exchange.Compare(now, in)
		got := row{p.Rows[0].Change, p.Rows[0].Take, p.Rows[0].State}
		if len(p.Rows) != 1 || got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
		writes := p.Apply("Jan", brought)
		if (len(writes) == 1) != c.want.take {
			t.Errorf("%s: %+v", name, writes)
		}
		if len(writes) == 1 && (writes[0].ID != id || writes[0].Translation.Text != in.Units[0].Text || writes[0].Translation.Source != in.Units[0].Source) {
			t.Errorf("%s: %+v", name, writes)
		}
	}
}

func TestTheUserChoosesInAConflict(t *testing.T) {
	now := of(one("s1", "Dag", "نهار", bilingual.Agreed, "Dag", after))
	in := of(one("s1", "Dag", "يوم", bilingual.Draft, "Dag", before))
	in.Units[0].Text = "مرحبا"
	p := exchange.Compare(now, in)
	if p.Count(exchange.Conflict) != 1 || len(p.Apply("Jan", brought)) != 0 {
		t.Fatalf("%+v", p)
	}
	p.Rows[0].Take = true
	w := p.Apply("Jan", brought)
	if len(w) != 1 || w[0].Translation != (bilingual.Translation{Text: "مرحبا", State: bilingual.Draft, Source: "Dag", Who: "Jan", When: brought}) {
		t.Errorf("%+v", w)
	}
}

// A text that was outdated when it went out stays one of the words that it translates,
// unless it was mended there.
func TestAnOutdatedTextKeepsItsWords(t *testing.T) {
	now := of(one("s1", "Goede dag", "", "", "", time.Time{}))
	for name, c := range map[string]struct {
		text, stamp, want string
	}{
		"untouched":   {"يوم", "kept", "Dag"},
		"mended":      {"يوم سعيد", "kept", "Goede dag"},
		"not to tell": {"يوم", "", "Dag"},
	} {
		in := of(one("s1", "Goede dag", "يوم", bilingual.Agreed, "Dag", before))
		in.Units[0].Text = c.text
		if c.stamp == "" {
			in.Units[0].Stamp = ""
		}
		w := exchange.Compare(now, in).Apply("Jan", brought)
		if len(w) != 1 || w[0].Translation.Source != c.want || w[0].Translation.StateOf("Goede dag") == bilingual.Agreed {
			t.Errorf("%s: %+v", name, w)
		}
	}
}

// Who translated after the text went out is named by a file that says so (as Kring's on
// another laptop does); else it is who brings the file in.
func TestAWriteNamesWhoMadeIt(t *testing.T) {
	now := of(one("s1", "Dag", "يوم", bilingual.Draft, "Dag", before))
	in := of(one("s1", "Dag", "يوم", bilingual.Draft, "Dag", before))
	in.Units[0].Text = "نهار"
	if w := exchange.Compare(now, in).Apply("Jan", brought); w[0].Translation.Who != "Jan" || w[0].Translation.When != brought {
		t.Errorf("%+v", w)
	}
	in.Units[0].Who, in.Units[0].When = "Fatima", after
	if w := exchange.Compare(now, in).Apply("Jan", brought); w[0].Translation.Who != "Fatima" || w[0].Translation.When != after {
		t.Errorf("%+v", w)
	}
}

func TestUnitsAreFoundByTheirWords(t *testing.T) {
	now := of(one("a", "Dag", "", "", "", time.Time{}), one("b", "Dag", "", "", "", time.Time{}),
		one("c", "Hoi", "x", bilingual.Draft, "Hoi", before), one("d", "Alleen hier", "", "", "", time.Time{}))
	in := of(one("b", "Dag", "1", bilingual.Draft, "Dag", before), one("z", "Dag", "2", bilingual.Draft, "Dag", before),
		one("y", "Dag", "3", bilingual.Draft, "Dag", before), one("w", "Hoi", "4", bilingual.Draft, "Hoi", before),
		one("v", "Alleen daar", "5", bilingual.Draft, "Alleen daar", before))
	p := exchange.Compare(now, in)
	type row struct {
		id      string
		byWords bool
		change  exchange.Change
		take    bool
	}
	var got []row
	for _, r := range p.Rows {
		got = append(got, row{r.ID, r.ByWords, r.Change, r.Take})
	}
	want := []row{
		{"b", false, exchange.New, true},
		{"a", true, exchange.New, true},
		{"", false, exchange.Unknown, false},
		{"c", true, exchange.Changed, false},
		{"", false, exchange.Unknown, false},
		{"d", false, exchange.Missing, false},
	}
	if !slices.Equal(got, want) || p.ByWords != 4 {
		t.Errorf("%v, %d", got, p.ByWords)
	}
}

func TestAFileOfAnotherBookIsToldApart(t *testing.T) {
	now, in := sample(), sample()
	in.Book = "01JBK3Z7W8N4Q5R6S7T8V9W0X9"
	for i := range in.Units {
		in.Units[i].ID = "x" + in.Units[i].ID
	}
	in.Units[0].Text, in.Units[0].State = "كتاب", bilingual.ToCheck
	in.Units[1].Source = "Andere woorden"
	p := exchange.Compare(now, in)
	if !p.OtherBook || p.ByWords != 5 || len(p.Apply("Jan", brought)) != 0 || p.Count(exchange.New) != 1 {
		t.Errorf("%+v", p)
	}
}

func TestOtherLanguagesAreRefused(t *testing.T) {
	for pair, good := range map[[2]string]bool{
		{"nl", "ar"}: true, {"nl-NL", "ar-SY"}: true, {"", "ar"}: true, {"en", "ar"}: false, {"nl", "fa"}: false, {"nl", "?"}: false,
	} {
		in := sample()
		in.Source, in.Target = pair[0], pair[1]
		p := exchange.Compare(sample(), in)
		if (p.Problem == nil) != good || (len(p.Rows) > 0) != good {
			t.Errorf("%v: %v", pair, p.Problem)
		}
		if !good && codeOf(p.Problem) != exchange.ErrLanguages {
			t.Errorf("%v: %v", pair, p.Problem)
		}
	}
}

func TestCommentsAloneAreBroughtIn(t *testing.T) {
	now, in := sample(), sample()
	now.Units[2].Comments = now.Units[2].Comments[:1]
	in.Units[3].Comments = []bilingual.Comment{{Who: "translator", Text: "?"}}
	p := exchange.Compare(now, in)
	w := p.Apply("Jan", brought)
	if p.Count(exchange.Said) != 2 || len(w) != 2 || w[0].Translation.Text != "" || w[0].Comments[0].Text != "Ja" || w[1].Comments[0].Text != "?" {
		t.Errorf("%+v", w)
	}
	now.Units[3].Comments = in.Units[3].Comments
	if p := exchange.Compare(now, in); p.Count(exchange.Said) != 1 {
		t.Errorf("a comment without an id came twice: %+v", p.Rows)
	}
}

// What nobody touched changes nothing, whatever the text and the format.
func TestAFileThatComesBackUntouchedChangesNothing(t *testing.T) {
	for _, fm := range formats {
		t.Run(fm.name, rapid.MakeCheck(func(t *rapid.T) {
			now := anyFile(t)
			var b bytes.Buffer
			if err := fm.write(&b, now); err != nil {
				t.Fatal(err)
			}
			in, err := exchange.Read("x", &b)
			if err != nil {
				t.Fatal(err)
			}
			p := exchange.Compare(now, in)
			if w := p.Apply("Jan", brought); len(w) > 0 || p.Count(exchange.Same) != len(now.Units) {
				t.Fatalf("%+v", p.Rows)
			}
		}))
	}
}

// Whatever comes in: a write is for a segment that is here, never empties it and never sets
// a state that is not kept; every segment here stands in one row.
func TestApplyTouchesOnlySegmentsThatAreHere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now, in := anyFile(t), anyFile(t)
		for i := range in.Units {
			if rapid.Bool().Draw(t, "known") && i < len(now.Units) && !slices.ContainsFunc(in.Units, func(u exchange.Unit) bool { return u.ID == now.Units[i].ID }) {
				in.Units[i].ID = now.Units[i].ID
				in.Units[i].Source = rapid.SampledFrom([]string{now.Units[i].Source, in.Units[i].Source}).Draw(t, "source")
			}
		}
		p := exchange.Compare(now, in)
		here := map[string]int{}
		for i := range p.Rows {
			p.Rows[i].Take = true
			if p.Rows[i].ID != "" {
				here[p.Rows[i].ID]++
			}
		}
		for _, u := range now.Units {
			if here[u.ID] != 1 {
				t.Fatalf("%q stands in %d rows", u.ID, here[u.ID])
			}
		}
		for _, w := range p.Apply("Jan", brought) {
			s := w.Translation.State
			alone := w.Translation.Text == "" && len(w.Comments) > 0
			if here[w.ID] != 1 || !alone && (w.Translation.Text == "" || s != bilingual.Draft && s != bilingual.ToCheck && s != bilingual.Agreed) {
				t.Fatalf("%+v", w)
			}
		}
	})
}
