package memory

import "golang.org/x/text/unicode/norm"

// ChangeKind tells what happened to a stretch of a text.
type ChangeKind int

// The kinds of changes.
const (
	Kept ChangeKind = iota
	Removed
	Added
)

// Span is a stretch of a text in bytes.
type Span struct{ From, To int }

// Of is what a text says there.
func (s Span) Of(text string) string { return text[s.From:s.To] }

// Change is a run of words that stayed, went or came. What was removed has an empty span in
// the new text, where it would have been; what was added has one in the old.
type Change struct {
	Kind     ChangeKind
	Old, New Span
}

// Diff tells word by word what changed from one text to another. Kept and removed runs joined
// are the old text, kept and added ones the new. As many words are kept as can be; where only
// spaces or signs would stay between two changes they count as changed too, so that it reads
// as one. Where words changed, what was removed comes before what was added.
//
// It is our own and no library: those for Go compare lines or letters, and none knows that a
// word matters more than the space beside it.
func Diff(old, now string) []Change {
	a, b := split(old), split(now)
	w := &weave{a: a, b: b, x: texts(old, a), y: texts(now, b)}
	w.common(0, len(a), 0, len(b))
	return w.changes(len(old), len(now))
}

// texts are those of tokens as they are compared: however their letters are composed.
func texts(s string, ts []token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = norm.NFC.String(s[t.from:t.to])
	}
	return out
}

// changes turns the pairs of tokens that stayed into runs.
func (w *weave) changes(old, now int) []Change {
	var out []Change
	var o, n int // up to where the texts were told
	for at := 0; at < len(w.pairs); {
		end := w.run(at)
		first, last := w.pairs[at], w.pairs[end-1]
		from := Change{Kept, Span{w.a[first.i].from, w.a[last.i].to}, Span{w.b[first.j].from, w.b[last.j].to}}
		inside := from.Old.From > 0 || from.New.From > 0
		inside = inside && (from.Old.To < old || from.New.To < now)
		if !inside || w.words(at, end) {
			out = append(changed(out, Span{o, from.Old.From}, Span{n, from.New.From}), from)
			o, n = from.Old.To, from.New.To
		}
		at = end
	}
	return changed(out, Span{o, old}, Span{n, now})
}

// run is where a run of pairs ends that stand side by side in both texts.
func (w *weave) run(at int) int {
	end := at + 1
	for end < len(w.pairs) && w.pairs[end] == (pair{w.pairs[end-1].i + 1, w.pairs[end-1].j + 1}) {
		end++
	}
	return end
}

// words tells whether there is a word or a number in a run of pairs.
func (w *weave) words(at, end int) bool {
	for _, p := range w.pairs[at:end] {
		if c := w.a[p.i].class; c == word || c == number {
			return true
		}
	}
	return false
}

// changed adds what went and what came, where there is any.
func changed(out []Change, old, now Span) []Change {
	if old.From < old.To {
		out = append(out, Change{Removed, old, Span{now.From, now.From}})
	}
	if now.From < now.To {
		out = append(out, Change{Added, Span{old.To, old.To}, now})
	}
	return out
}
