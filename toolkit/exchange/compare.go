package exchange

import (
	"slices"
	"time"

	"golang.org/x/text/language"

	"kring/toolkit/bilingual"
)

// Change is what a unit of a file brings.
type Change string

// The changes.
const (
	Same      Change = "same"     // nothing to bring in
	New       Change = "new"      // there was no translation here
	Changed   Change = "changed"  // another text
	StateOnly Change = "state"    // the same text, further or less far
	Said      Change = "said"     // comments alone
	Older     Change = "older"    // a text for words that are no longer these
	Conflict  Change = "conflict" // changed here and there since the file was written
	Unknown   Change = "unknown"  // no such segment here: left out
	Missing   Change = "missing"  // a segment that the file does not have: untouched
)

// Changes lists them as a preview shows them.
func Changes() []Change {
	return []Change{Conflict, New, Changed, Older, StateOnly, Said, Unknown, Missing, Same}
}

// Row is what a unit of the file does to a segment.
type Row struct {
	Change Change
	ID     string // of the segment here; empty where Unknown
	// Found by its words: the file calls it otherwise.
	ByWords bool
	Now     Unit // here; nothing where Unknown
	In      Unit // in the file; nothing where Missing
	// Take says whether Apply brings it in. Compare takes what is plainly wanted; the user
	// may choose otherwise for any row that Offers something.
	Take     bool
	State    bilingual.State     // that the text gets: Draft, ToCheck or Agreed
	Comments []bilingual.Comment // that are not here yet
}

// Offers tells whether there is something to take.
func (r Row) Offers() bool {
	return r.Change != Same && r.Change != Unknown && r.Change != Missing
}

// Preview is what taking in a file would do, in the order of the file.
type Preview struct {
	OtherBook bool   // it was made of another text: nothing is taken unless chosen
	ByWords   int    // units that stand here with the same words
	Problem   *Error // the languages are others; there are no rows then
	Rows      []Row
}

// Count tells how many rows bring a change.
func (p Preview) Count(c Change) int {
	n := 0
	for _, r := range p.Rows {
		if r.Change == c {
			n++
		}
	}
	return n
}

// Compare says what a file that came back would change in a text as it is now. Both stay
// as they are.
func Compare(now, in File) Preview {
	if !sameLanguages(now, in) {
		return Preview{Problem: &Error{Code: ErrLanguages, Text: in.Source + " → " + in.Target}}
	}
	c := newMatching(now, in)
	p := Preview{OtherBook: in.Book != "" && now.Book != "" && in.Book != now.Book}
	for _, u := range in.Units {
		if _, ok := c.words[u.Source]; ok {
			p.ByWords++
		}
		r := c.row(u, in.Written)
		r.Take = r.Take && !p.OtherBook
		p.Rows = append(p.Rows, r)
	}
	for i, u := range now.Units {
		if !c.claimed[i] {
			p.Rows = append(p.Rows, Row{Change: Missing, ID: u.ID, Now: u})
		}
	}
	return p
}

// sameLanguages compares what both files say, by language alone: ar-SY is ar. A file that
// does not say it may be any.
func sameLanguages(a, b File) bool {
	return sameLanguage(a.Source, b.Source) && sameLanguage(a.Target, b.Target)
}

func sameLanguage(a, b string) bool {
	if a == "" || b == "" || a == b {
		return true
	}
	x, err := language.Parse(a)
	y, err2 := language.Parse(b)
	if err != nil || err2 != nil {
		return false
	}
	one, _ := x.Base()
	two, _ := y.Base()
	return one == two
}

// matching finds the segment here for each unit of a file: by its id, else by its words.
type matching struct {
	now     File
	ids     map[string]int   // id -> place in now
	words   map[string][]int // source -> places in now
	inFile  map[string]bool  // ids of the file
	claimed map[int]bool
}

func newMatching(now, in File) *matching {
	c := &matching{
		now: now, ids: map[string]int{}, words: map[string][]int{},
		inFile: map[string]bool{}, claimed: map[int]bool{},
	}
	for i, u := range now.Units {
		c.ids[u.ID] = i
		c.words[u.Source] = append(c.words[u.Source], i)
	}
	for _, u := range in.Units {
		c.inFile[u.ID] = true
	}
	return c
}

func (c *matching) row(in Unit, written time.Time) Row {
	at, known := c.ids[in.ID]
	byWords := false
	if !known || c.claimed[at] {
		if at, known = c.alike(in); !known {
			return Row{Change: Unknown, In: in}
		}
		byWords = true
	}
	c.claimed[at] = true
	now := c.now.Units[at]
	r := Row{ID: now.ID, ByWords: byWords, Now: now, In: in, Comments: newComments(now, in)}
	r.decide(written)
	return r
}

// alike finds a segment with the same words that the file does not name by its id. Those
// before it are taken for good.
func (c *matching) alike(in Unit) (int, bool) {
	for len(c.words[in.Source]) > 0 {
		i := c.words[in.Source][0]
		c.words[in.Source] = c.words[in.Source][1:]
		if !c.claimed[i] && !c.inFile[c.now.Units[i].ID] {
			return i, true
		}
	}
	return 0, false
}

// newComments are those that are not here yet: one without an id is told by who and what.
func newComments(now, in Unit) []bilingual.Comment {
	var out []bilingual.Comment
	for _, c := range in.Comments {
		here := slices.ContainsFunc(now.Comments, func(h bilingual.Comment) bool {
			return c.ID != "" && c.ID == h.ID || c.ID == "" && c.Who == h.Who && c.Text == h.Text
		})
		if !here {
			out = append(out, c)
		}
	}
	return out
}
