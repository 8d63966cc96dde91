// Package exchange hands a text to a translator and takes it back: as XLIFF 2.1, XLIFF 1.2 and
// gettext PO, or as a plain text without ids and states. What is written comes back equal; what
// others made of it is read leniently where tools differ and strictly where a file could do
// harm. It opens no file and keeps nothing: Compare says what a file would change, a store
// writes it.
//
// Emphasis and links stay in the words as they are typed (**bold**, [words](address)); a
// note in each file says so.
package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"time"

	"kring/toolkit/bilingual"
)

// File is a text with its translation into one language.
type File struct {
	Book    string // ULID of the text; empty in a file that Kring did not make
	Title   string
	Source  string    // BCP 47
	Target  string    // BCP 47
	Written time.Time // when it was handed over; zero is not known
	Note    string    // for the translator, about all of it
	Units   []Unit    // in the order of reading
}

// Unit is one segment with its translation.
type Unit struct {
	ID      string // of the segment
	Chapter string
	Kind    bilingual.Kind
	Source  string
	Text    string // empty where State is Empty, and only there
	State   bilingual.State
	Was     string // the words that an outdated text translates
	Note    string // for the translator: what kind of block, how long at most
	// Comments, the first first. Those that another tool added have no ID.
	Comments []bilingual.Comment
	Who      string
	When     time.Time
	Waived   map[string]string // a check that was waved through, and why
	// Stamp tells what Text and State were when they were handed over, so that what
	// changed here is told from what changed there. Empty is not known.
	Stamp string
	// Reference has nothing to translate: it stands beside its neighbours, for who wants to see
	// what comes before and after. PO has it as comments, a plain text not at all.
	Reference bool
}

// AboutWords tells a translator what the marks in the words are.
const AboutWords = "**vet**, *schuin* en [woorden](adres) zijn opmaak: laat de tekens staan, rond dezelfde woorden. / " +
	"**bold**, *italic* and [words](address) are markup: keep the signs, around the same words."

// FromEntries makes the file of a text whose source is Dutch: its worded segments, stamped
// with how they are now. The caller sets Written, and a Note with each unit if it likes.
func FromEntries(book, title, target string, entries []bilingual.Entry) File {
	f := File{Book: book, Title: title, Source: "nl", Target: target, Note: AboutWords}
	for _, e := range entries {
		if e.Worded() {
			f.Units = append(f.Units, fromEntry(e))
		}
	}
	return f
}

func fromEntry(e bilingual.Entry) Unit {
	u := Unit{
		ID: e.ID, Chapter: e.Chapter, Kind: e.Kind, Source: e.Text,
		Text: e.Translation.Text, State: e.State(), Comments: slices.Clone(e.Comments),
		Who: e.Translation.Who, When: e.Translation.When, Waived: maps.Clone(e.Waived),
	}
	if u.State == bilingual.Outdated {
		u.Was = e.Translation.Source
	}
	u.Stamp = stamp(u.Text) + "-" + string(u.State)
	return u
}

// stamp is a short name for a text: the same for the same words.
func stamp(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// settled makes what two fields say of an empty text agree.
func (u Unit) settled() Unit {
	switch {
	case u.Text == "":
		u.State = bilingual.Empty
	case !slices.Contains(kept, u.State):
		u.State = bilingual.Draft
	}
	return u
}

// kept are the states of a text that is not empty.
var kept = []bilingual.State{bilingual.Outdated, bilingual.Draft, bilingual.ToCheck, bilingual.Agreed}

// kindNames are what the files call the kinds of blocks, by bilingual.Kind.
var kindNames = []string{"text", "heading", "bullet", "numbered", "picture", "pagebreak", "writing", "link", "drawing"}

func kindName(k bilingual.Kind) string {
	if k < 0 || int(k) >= len(kindNames) {
		return kindNames[bilingual.Text]
	}
	return kindNames[k]
}

func kindNamed(name string) bilingual.Kind {
	return bilingual.Kind(max(0, slices.Index(kindNames, name)))
}

// timeText is how the files write a moment; the zero one is nothing.
func timeText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// timeOf reads a moment. One that cannot be read is not known.
func timeOf(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}
