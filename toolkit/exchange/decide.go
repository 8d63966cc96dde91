package exchange

import (
	"slices"
	"strings"
	"time"

	"kring/toolkit/bilingual"
)

// decide says what a row is. A file never empties a text, and what only changed here stays.
func (r *Row) decide(written time.Time) {
	now, in := r.Now, r.In
	if r.ByWords { // what was handed over was another segment
		in.Stamp, written = "", time.Time{}
	}
	r.Change, r.State = Same, r.stateIn()
	switch {
	case in.Text == "" || in.Text == now.Text && in.Source != now.Source:
	case in.Text == now.Text:
		r.decideState(written)
	case now.Text == "" && in.Source == now.Source:
		r.Change, r.Take = New, true
	case now.Text != "" && !changedThere(in):
	case in.Source != now.Source:
		// Better than nothing, or than another text for those same older words.
		r.Change = Older
		r.Take = now.Text == "" || now.State == bilingual.Outdated && now.Was == in.Source
		if r.Take && now.Text != "" && changedHere(now, in, written) {
			r.Change, r.Take = Conflict, false
		}
	case changedHere(now, in, written):
		r.Change = Conflict
	default:
		r.Change, r.Take = Changed, !r.ByWords
	}
	if in.Text == in.Source && r.Change != StateOnly {
		r.Take = false // some tools fill in the source where nobody translated
	}
	if r.Change == Same && len(r.Comments) > 0 {
		r.Change, r.Take = Said, true
	}
}

// decideState compares how far two equal texts are. Where the file does not show that
// somebody took a step it counts only if it says "agreed": tools forget the rest.
func (r *Row) decideState(written time.Time) {
	was, is := rank(r.Now.State), rank(r.In.State)
	if r.In.State == bilingual.Outdated || was == is {
		return
	}
	_, handed, ok := strings.Cut(r.In.Stamp, "-")
	if ok && handed == string(r.In.State) || !ok && r.In.State != bilingual.Agreed {
		return
	}
	r.Change = StateOnly
	r.Take = !changedHere(r.Now, r.In, written)
}

func rank(s bilingual.State) int { return slices.Index(kept, s) }

// stateIn is the state that the text of the file gets here. One that was changed since it
// was agreed has been agreed by nobody.
func (r *Row) stateIn() bilingual.State {
	s := r.In.State
	switch {
	case s == bilingual.Outdated || s == bilingual.Empty:
		return bilingual.Draft
	case s == bilingual.Agreed && r.Now.State == bilingual.Agreed && r.In.Text != r.Now.Text:
		return bilingual.ToCheck
	}
	return s
}

// changedThere tells whether a text is another than the one that was handed over; where the
// file does not say what that was it may be.
func changedThere(in Unit) bool {
	hash, _, ok := strings.Cut(in.Stamp, "-")
	return !ok || hash != stamp(in.Text)
}

// changedHere tells whether a text or its state changed here after it was handed over.
func changedHere(now, in Unit, written time.Time) bool {
	if hash, state, ok := strings.Cut(in.Stamp, "-"); ok {
		return hash != stamp(now.Text) || state != string(now.State) && state != string(bilingual.Outdated) &&
			now.State != bilingual.Outdated
	}
	return !written.IsZero() && now.When.After(written)
}

// Write is what a store writes for one segment.
type Write struct {
	ID          string                // of the segment
	Translation bilingual.Translation // nothing where Text is empty: comments alone
	Comments    []bilingual.Comment   // to add
}

// Apply lists what is to be written for the rows that are taken: segments that do not change
// are not among them. who brings the file in, and when, stands where the file does not say
// itself who made a text after it was handed over.
func (p Preview) Apply(who string, when time.Time) []Write {
	var out []Write
	for _, r := range p.Rows {
		if r.Take && r.Offers() {
			out = append(out, r.write(who, when))
		}
	}
	return out
}

func (r Row) write(who string, when time.Time) Write {
	w := Write{ID: r.ID, Comments: r.Comments}
	if r.Change == Said {
		return w
	}
	w.Translation = bilingual.Translation{
		Text: r.In.Text, State: r.State, Source: r.In.Source, Who: who, When: when,
	}
	// One that was changed there since it became outdated is of the words that stand beside it.
	if r.In.State == bilingual.Outdated && r.In.Was != "" && (r.In.Stamp == "" || !changedThere(r.In)) {
		w.Translation.Source = r.In.Was
	}
	if r.In.Who != "" && r.In.When.After(r.Now.When) {
		w.Translation.Who, w.Translation.When = r.In.Who, r.In.When
	}
	return w
}
