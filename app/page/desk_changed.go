package page

import (
	"strings"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// emphasise has a label show the emphasis in its text as it prints, and the stars for it quietly:
// they are taken over.
func emphasise(l *kwidget.BidiLabel) {
	var out []kwidget.Letters
	for _, x := range bilingual.Stretches(l.Text) {
		out = append(out, lettersOf(x, x.From, x.To))
	}
	l.SetLetters(out)
}

func lettersOf(x bilingual.Stretch, from, to int) kwidget.Letters {
	return kwidget.Letters{From: from, To: to, Bold: x.Bold, Italic: x.Italic, Quiet: x.Sign}
}

// showChanged has a label show what came, underlined, and what went, struck through, from one
// text to another, each with its emphasis as it prints.
func showChanged(l *kwidget.BidiLabel, was, now string) {
	w := changed(was, now)
	l.SetText(w.text.String())
	l.SetRanges(w.ranges)
	l.SetLetters(w.letters)
}

// woven are two texts in one.
type woven struct {
	text    strings.Builder
	ranges  []kwidget.Range
	letters []kwidget.Letters
}

// changed weaves two texts into one. Emphasis goes by the text that a word is of: the stars that
// begin and end it may have come or gone.
func changed(was, now string) *woven {
	w := &woven{}
	before, after := bilingual.Stretches(was), bilingual.Stretches(now)
	for _, c := range memory.Diff(was, now) {
		from := w.text.Len()
		if c.Kind == memory.Removed {
			w.put(was, c.Old, before)
			w.ranges = append(w.ranges, kwidget.Range{From: from, To: w.text.Len(), Style: kwidget.Struck})
			continue
		}
		w.put(now, c.New, after)
		if c.Kind == memory.Added {
			w.ranges = append(w.ranges, kwidget.Range{From: from, To: w.text.Len(), Style: kwidget.Underlined})
		}
	}
	return w
}

// put adds a part of a text, with what of its emphasis falls in it.
func (w *woven) put(text string, part memory.Span, of []bilingual.Stretch) {
	by := w.text.Len() - part.From
	for _, x := range of {
		if from, to := max(x.From, part.From), min(x.To, part.To); from < to {
			w.letters = append(w.letters, lettersOf(x, from+by, to+by))
		}
	}
	w.text.WriteString(part.Of(text))
}
