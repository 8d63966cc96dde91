package bilingual

import "time"

// Segment is one block of a text with an id that stays when its words change, so that what
// was translated stays with it.
type Segment struct {
	ID    string
	Meta  string // the key in the front matter whose words these are (title, theme); no block
	Block        // without translations: those are kept by segment and language
}

// Worded tells whether a segment has words to translate; lines to write on have none.
func (s Segment) Worded() bool { return s.Text != "" }

// State is how far the translation of a segment is.
type State string

// The states. Outdated is never kept: it follows from a source that changed after.
const (
	Empty    State = "empty"
	Draft    State = "draft"
	ToCheck  State = "check"
	Agreed   State = "agreed"
	Outdated State = "outdated"
)

// States lists them, what asks for work first.
func States() []State { return []State{Empty, Outdated, Draft, ToCheck, Agreed} }

// Translation is what a segment says in another language.
type Translation struct {
	Text   string
	State  State  // Draft, ToCheck or Agreed, as somebody set it
	Source string // the words that it translates
	Who    string
	When   time.Time
}

// StateOf is how far a translation is of what a segment says now: an agreed one of other
// words is outdated, and so is a draft.
func (t Translation) StateOf(source string) State {
	switch {
	case t.Text == "":
		return Empty
	case t.Source != source:
		return Outdated
	}
	return t.State
}

// Comment is what somebody says about a segment in a language.
type Comment struct {
	ID   string
	Who  string
	When time.Time
	Text string
}

// Entry is a segment beside its translation into one language: what stands on the desk, is
// checked and is handed to a translator.
type Entry struct {
	Segment
	Chapter     string // the words of its heading
	Translation Translation
	Comments    []Comment         // the first first
	Waived      map[string]string // a check that was waved through, and why
}

// State is how far the entry's translation is.
func (e Entry) State() State { return e.Translation.StateOf(e.Text) }
