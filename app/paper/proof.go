package paper

import (
	"io"

	"kring/i18n"
	"kring/sessions/calendar"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// Proof writes a translation for who reads it over with a pen: each segment under the number
// that it has on the desk, its place in entries from 1, beside its translation into lang, with
// its state in words, the comments, and room to write.
func Proof(w io.Writer, title, lang string, entries []bilingual.Entry, loc *i18n.Localizer, today calendar.Date) error {
	p := export.Proof{
		Title: title, Lang: loc.Lang().String(), Langs: [2]string{sourceLang, lang}, Room: loc.T("proof.room"),
		Heads: [2]string{loc.Language(sourceLang), loc.Language(lang)},
		Facts: proofFacts(loc, lang, entries, today),
	}
	for i, e := range entries {
		if !e.Worded() && len(e.Comments) == 0 {
			continue // a line to write on is nothing to read over
		}
		p.Segments = append(p.Segments, proofSegment(loc, i+1, e))
	}
	return export.WritePDF(w, p.Pages(), export.Meta{Title: loc.T("proof.title", "Title", title), Lang: p.Lang})
}

// proofFacts are the language, the day, and how many segments are how far.
func proofFacts(loc *i18n.Localizer, lang string, entries []bilingual.Entry, today calendar.Date) string {
	facts := []string{loc.Language(lang), date(loc, today, i18n.Long)}
	count := map[bilingual.State]int{}
	for _, e := range entries {
		if e.Worded() {
			count[e.State()]++
		}
	}
	for _, s := range bilingual.States() {
		if count[s] > 0 {
			facts = append(facts, loc.T("proof.count", "State", loc.T("desk.state."+string(s)), "Number", loc.Int(count[s])))
		}
	}
	return loc.Facts(facts...)
}

func proofSegment(loc *i18n.Localizer, number int, e bilingual.Entry) export.ProofSegment {
	s := export.ProofSegment{Number: number, Chapter: e.Chapter, Texts: [2]string{e.Text, e.Translation.Text}}
	if !e.Worded() {
		s.State = loc.T("proof.nowords")
		return s
	}
	state := e.State()
	s.State, s.Asks = loc.T("desk.state."+string(state)), state == bilingual.Empty || state == bilingual.Outdated
	for _, c := range e.Comments {
		about := c.Who
		if !c.When.IsZero() {
			at := calendar.DateOf(c.When.In(calendar.Amsterdam))
			about = loc.Commas(c.Who, date(loc, at, i18n.Short))
		}
		s.Comments = append(s.Comments, export.ProofComment{Who: about, Text: c.Text})
	}
	return s
}

// SegmentNumbers are the numbers of the segments that the blocks of a text are on the desk: to
// print in the margin of its pages (see export.Options). A block that is no segment has 0.
func SegmentNumbers(doc bilingual.Document, entries []bilingual.Entry) []int {
	out := make([]int, len(doc.Blocks))
	next := 0
	for i, b := range doc.Blocks {
		for at := next; at < len(entries); at++ {
			if e := entries[at]; e.Meta == "" && e.Kind == b.Kind && e.Text == b.Text {
				out[i], next = at+1, at+1
				break
			}
		}
	}
	return out
}

// ProofBook writes a text as it is printed, with the numbers of its segments in the margin.
func ProofBook(w io.Writer, k Toolkit, lang string, entries []bilingual.Entry, s Sheet) error {
	o := s.On(export.Options{Languages: []string{sourceLang, lang}, Numbers: SegmentNumbers(k.Doc, entries)})
	_, err := print(w, k.Doc, k.With(o))
	return err
}
