package command

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/privacy"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

const (
	plantedName = "Zwaantje Plantenga"
	oldName     = "Zwaantje Hoogeboom"
	plantedTel  = "+31687654321"
)

// whole is the demo with all its rooms.
func whole(t *testing.T) (*vault.Vault, Stores, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "k.kring")
	v, _, err := vault.Create(path, demoPassphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := fill(v, demoDay)
	if err != nil {
		t.Fatal(err)
	}
	places, at, err := fillPlaces(v, demoDay)
	if err != nil {
		t.Fatal(err)
	}
	if err := fillReport(c, places, at, demoDay.Year()); err != nil {
		t.Fatal(err)
	}
	if _, err := fillGroups(v, c); err != nil {
		t.Fatal(err)
	}
	c.Close()
	s, err := OpenStores(v, nil)
	if err != nil {
		t.Fatal(err)
	}
	more(t, s, at[0])
	return v, s, path
}

// more fills the rooms that the demo leaves empty, so that every collection has something.
func more(t *testing.T, s Stores, p cafe.Place) {
	t.Helper()
	by := book.By{Who: "Noor", When: demoDay}
	doc := bilingual.Document{Blocks: []bilingual.Block{{Kind: bilingual.Heading, Level: 1, Text: "Een tekst"}, {Kind: bilingual.Text, Text: "Met woorden."}}}
	b, err := s.Books.Make(book.Draft{Doc: doc}, by)
	if err == nil {
		err = s.Books.SetWho("Noor")
	}
	if err == nil {
		err = s.Books.AddLanguage(b.ID, "ar")
	}
	if err != nil {
		t.Fatal(err)
	}
	seg := s.Books.Segments(b.ID)[0].ID
	e := s.Places.Next(p.ID, day(), 1)[0]
	for _, err := range []error{
		s.Books.Translate(b.ID, "ar", by, book.Change{SegmentID: seg, Text: "نص"}),
		s.Books.Say(b.ID, seg, "ar", by, "klopt dit?"),
		s.Books.Waive(b.ID, seg, "ar", "length", "mag"),
		s.Courses.SaveLog(course.Log{SessionID: s.Courses.Sessions(s.Courses.Courses()[0].ID)[0].ID, Notes: "let op", Went: "goed"}),
		s.Places.AddWatch(e, "let op elkaar", 7),
		s.Privacy.SetTerm(privacy.Term{Data: privacy.Visitors, Months: 9, Why: "afgesproken"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func day() calendar.Date { return calendar.DateOf(demoDay) }

// plant writes a name into every text of two records of each collection, whatever it is: a
// collection that somebody adds later is among them.
func plant(t *testing.T, v *vault.Vault, s Stores, name string) (collections int) {
	t.Helper()
	type at struct{ col, key string }
	planted := map[at]json.RawMessage{}
	many := map[string]int{}
	err := v.Records(func(r vault.Record) error {
		h, _ := s.Privacy.Holding(r.Collection)
		if h.Bytes || h.Of == privacy.Numbers || many[r.Collection] == 2 {
			return nil
		}
		out := planting(t, r.Payload, h.Own, name)
		if !bytes.Equal(out, r.Payload) && bytes.Contains(out, []byte(name)) {
			planted[at{r.Collection, r.Key}] = out
			many[r.Collection]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = v.Do(vault.NewAction("action.plant", "Name", name), func(tx *vault.Tx) error {
		for a, payload := range planted {
			if err := tx.Set(a.col, a.key, payload); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return len(many)
}

func planting(t *testing.T, payload json.RawMessage, own []string, name string) json.RawMessage {
	t.Helper()
	var x any
	if err := json.Unmarshal(payload, &x); err != nil {
		t.Fatal(err)
	}
	var walk func(x any) any
	walk = func(x any) any {
		switch x := x.(type) {
		case string:
			_, isID := vault.Made(x)
			if _, err := calendar.ParseDate(x); err == nil || isID || !strings.Contains(x, " ") {
				return x
			}
			return x + " (" + name + ")"
		case []any:
			for i := range x {
				x[i] = walk(x[i])
			}
		case map[string]any:
			for k := range x {
				x[k] = walk(x[k])
			}
		}
		return x
	}
	if fields, ok := x.(map[string]any); ok {
		for k, v := range fields {
			if !slices.Contains(own, k) {
				fields[k] = walk(v)
			}
		}
	} else {
		x = walk(x)
	}
	b, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// somewhere looks for texts in all that the vault holds: records, their keys, every version in
// the journal and its words.
func somewhere(t *testing.T, v *vault.Vault, texts ...string) (found []string) {
	t.Helper()
	look := func(where string, b []byte) {
		for _, x := range texts {
			if bytes.Contains(b, []byte(x)) {
				found = append(found, where+": "+x)
			}
		}
	}
	err := v.Records(func(r vault.Record) error {
		look(r.Collection+"/"+r.Key, append([]byte(r.Key+" "), r.Payload...))
		return nil
	})
	if err == nil {
		err = v.EachVersion(func(col, k string, p vault.Past) { look("journal of "+col+"/"+k, append([]byte(k+" "), p.Payload...)) })
	}
	if err != nil {
		t.Fatal(err)
	}
	entries, err := v.Journal(1 << 20)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		look("the words of entry "+e.Action.Kind, b)
	}
	return found
}

// numbers are all that a report counts, of this year and the one before, and every session's
// attendance.
func numbers(s Stores) []any {
	var out []any
	places := s.Places.Places(strings.Compare)
	for _, year := range []int{demoDay.Year() - 1, demoDay.Year()} {
		out = append(out, s.Courses.Figures(year, day()), s.Places.Figures(places, year, day()))
	}
	for _, c := range s.Courses.Courses() {
		out = append(out, len(s.Courses.Roster(c.ID, strings.Compare))+s.Courses.PastPeople(c.ID))
		for _, x := range s.Courses.Sessions(c.ID) {
			out = append(out, s.Courses.Tally(x.ID))
		}
	}
	return out
}

// anybody picks somebody of a kind about whom much is kept, and calls them by the planted name.
func anybody(t *testing.T, s Stores, kind privacy.Kind) privacy.Subject {
	t.Helper()
	var err error
	sub := privacy.Subject{Kind: kind, Name: plantedName}
	switch kind {
	case privacy.Person:
		g := s.Kits.AllGroups(strings.Compare)[0]
		for _, m := range s.Kits.Members(g.ID, strings.Compare) {
			if m.PersonID != "" && len(s.Courses.CoursesOf(m.PersonID)) > 0 {
				sub.ID = m.PersonID
				m.Name, g.Contact = plantedName, plantedName
				err = s.Kits.SaveMember(m)
				break
			}
		}
		if err == nil {
			err = s.Kits.SaveGroup(g)
		}
		p, _ := s.Courses.Person(sub.ID)
		for _, n := range []string{oldName, plantedName} {
			p.Name, p.Phone, p.Kind, p.Reads = n, plantedTel, people.Mother, []string{"nl", "ar"}
			if _, e := s.Courses.SavePerson(p); e != nil {
				err = e
			}
		}
	case privacy.Visitor:
		all := s.Places.VisitorsLike("", strings.Compare)
		v := slices.MaxFunc(all, func(a, b cafe.Visitor) int {
			x, _, _ := s.Places.Came(a.ID)
			y, _, _ := s.Places.Came(b.ID)
			return x - y
		})
		sub.ID = v.ID
		for _, n := range []string{oldName, plantedName} {
			v.Name, v.Channel, v.Reach = n, cafe.Phone, plantedTel
			if _, e := s.Places.SaveVisitor(v); e != nil {
				err = e
			}
		}
	case privacy.Holder:
		for _, h := range s.Places.Holders(strings.Compare) {
			if !h.Paid && len(h.Skills) > 0 {
				sub.ID, h.Name, h.Phone = h.ID, plantedName, plantedTel
				_, err = s.Places.SaveHolder(h)
				break
			}
		}
	case privacy.Member:
		g := s.Kits.AllGroups(strings.Compare)[0]
		if err = s.Kits.SaveMember(kit.Member{GroupID: g.ID, Name: plantedName, Phone: plantedTel}); err == nil {
			g.Contact, g.Phone = plantedName, plantedTel
			err = s.Kits.SaveGroup(g)
		}
		for _, x := range s.Privacy.People(strings.Compare) {
			if x.Kind == kind && x.Name == plantedName {
				sub = x
			}
		}
	}
	if err != nil || sub.ID == "" {
		t.Fatalf("nobody of kind %s: %v", kind, err)
	}
	return sub
}

// TestEveryCollectionIsKnown: a collection of which no room says what it has of people would be
// passed by when somebody is erased or asks what is kept.
func TestEveryCollectionIsKnown(t *testing.T) {
	v, s, _ := whole(t)
	defer v.Close()
	defer s.Close()
	unknown, err := s.Privacy.Unknown()
	if err != nil || len(unknown) > 0 {
		t.Errorf("of these nobody says what they have of people: %v, %v", unknown, err)
	}
	if _, err := vault.NewCollection[string](v, "other"); err != nil {
		t.Fatal(err)
	}
	if err := v.Do(vault.NewAction("x"), func(tx *vault.Tx) error { return tx.Set("other", "k", json.RawMessage(`"x"`)) }); err != nil {
		t.Fatal(err)
	}
	if unknown, _ = s.Privacy.Unknown(); !slices.Equal(unknown, []string{"other"}) {
		t.Errorf("a new collection was not noticed: %v", unknown)
	}
}

// TestErasedIsNowhere erases somebody whose name stands in every collection of a whole demo, and
// looks for it in all that the vault holds, before and after it was closed.
func TestErasedIsNowhere(t *testing.T) {
	for _, kind := range []privacy.Kind{privacy.Person, privacy.Visitor, privacy.Holder, privacy.Member} {
		t.Run(string(kind), func(t *testing.T) {
			v, s, path := whole(t)
			sub := anybody(t, s, kind)
			if n := plant(t, v, s, plantedName); n < 20 {
				t.Fatalf("only %d collections have texts", n)
			}
			s.Close()
			s, err := OpenStores(v, nil)
			if err != nil {
				t.Fatal(err)
			}
			before := numbers(s)
			id := sub.ID[strings.LastIndex(sub.ID, "+")+1:]
			texts := []string{plantedName, oldName, plantedTel, id}
			if n := len(somewhere(t, v, texts...)); n < 40 {
				t.Fatalf("%d traces are too few to mean anything", n)
			}
			if err := s.Privacy.KeepLonger(sub, privacy.Participants, day().AddDays(9), "omdat", day()); err != nil {
				t.Fatal(err)
			}
			if err := s.Privacy.SetConsents(sub, []privacy.Consent{{Purpose: privacy.ForPhotos, Answer: privacy.Refused, On: day(), How: "said"}}, day()); err != nil {
				t.Fatal(err)
			}
			p, err := s.Privacy.Plan(sub)
			if err != nil || len(p.Mentions) < 20 || p.Journal == 0 || len(p.Records) == 0 {
				t.Fatalf("%d mentions, %d entries, %v, %v", len(p.Mentions), p.Journal, p.Records, err)
			}
			if err := s.Privacy.Erase(p, p.Mentions, "", day()); err != nil {
				t.Fatal(err)
			}
			if found := somewhere(t, v, texts...); len(found) > 0 {
				t.Errorf("still there: %q", found[:min(len(found), 8)])
			}
			same(t, "after it was erased", before, numbers(s))
			if hits := s.Courses.Search(plantedName, "nl", 5); len(hits) > 0 {
				t.Errorf("the search finds %v", hits)
			}
			s.Close()
			if err := v.Close(); err != nil {
				t.Fatal(err)
			}
			r, err := vault.Check(path, demoPassphrase, references)
			if err != nil || len(r.Problems) > 0 {
				t.Fatalf("%v %v", r.Problems, err)
			}
			reopened(t, path, before, texts)
		})
	}
}

// reopened looks again after a restart, and when everything was taken back that can be.
func reopened(t *testing.T, path string, before []any, texts []string) {
	t.Helper()
	v, err := vault.Open(path, demoPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s, err := OpenStores(v, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	same(t, "after a restart", before, numbers(s))
	steps := 0
	for ; steps < 40; steps++ {
		if _, err := v.Undo(); err != nil {
			break
		}
	}
	if steps == 0 {
		t.Error("nothing else can be undone any more")
	}
	for range steps {
		if _, err := v.Redo(); err != nil {
			t.Fatal(err)
		}
	}
	if found := somewhere(t, v, texts...); len(found) > 0 {
		t.Errorf("undo brought back %q", found[:min(len(found), 8)])
	}
}

func same(t *testing.T, when string, before, after []any) {
	t.Helper()
	for i := range before {
		if !reflect.DeepEqual(before[i], after[i]) {
			t.Errorf("%s number %d is %+v, it was %+v", when, i, after[i], before[i])
		}
	}
}
