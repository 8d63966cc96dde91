package paper

import (
	"io"
	"strconv"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/plan"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// Idea writes one idea on paper, in Dutch with Arabic under it where it has that.
func Idea(w io.Writer, x cafe.Idea) error {
	s := &ideaSheet{nl: i18n.New("nl"), ar: i18n.New("ar")}
	s.text(bilingual.Heading, 1, x.Title)
	s.text(bilingual.Text, 0, x.Aim)
	s.both(bilingual.Text, 0, func(l *i18n.Localizer) string { return IdeaFacts(l, x) })
	s.part("idea.steps", x.Steps...)
	s.part("idea.materials", x.Materials)
	s.part("idea.low", x.Low)
	size := 12.0
	for ; size > leastIdea; size -= 0.5 {
		book, err := export.LayOut(s.doc, export.Options{TextSize: size})
		if err != nil || len(book.Pages) == 1 {
			break
		}
	}
	_, err := print(w, s.doc, export.Options{TextSize: size})
	return err
}

// leastIdea is the smallest letter with which an idea is made to fit one page, in points.
const leastIdea = 9

// IdeaFacts are what an idea asks for, in short.
func IdeaFacts(loc *i18n.Localizer, x cafe.Idea) string {
	cost := loc.T("idea.free")
	if x.Cents > 0 {
		cost = loc.T("idea.cost", "Amount", loc.Cents(x.Cents))
	}
	return loc.Facts(loc.N("idea.minutes", x.Minutes[1], "From", x.Minutes[0]), loc.N("idea.people", x.People[1], "From", x.People[0]), cost,
		loc.T("idea.noise."+strconv.Itoa(x.Noise)), loc.T("idea.energy."+strconv.Itoa(x.Energy)), loc.N("idea.leads", x.Leads))
}

// ideaSheet puts a document together.
type ideaSheet struct {
	nl, ar *i18n.Localizer
	doc    bilingual.Document
}

// part is a heading with texts under it: of several each is a step.
func (s *ideaSheet) part(id string, texts ...plan.Text) {
	if len(texts) == 0 || texts[0].In(plan.Fallback) == "" {
		return
	}
	s.both(bilingual.Heading, 2, func(l *i18n.Localizer) string { return l.T(id) })
	for i, t := range texts {
		if len(texts) == 1 {
			s.text(bilingual.Text, 0, t)
			return
		}
		s.text(bilingual.Numbered, 0, t)
		s.doc.Blocks[len(s.doc.Blocks)-1].Number = i + 1
	}
}

func (s *ideaSheet) text(kind bilingual.Kind, level int, t plan.Text) {
	s.add(kind, level, t.In(plan.Fallback), t["ar"])
}

func (s *ideaSheet) both(kind bilingual.Kind, level int, say func(*i18n.Localizer) string) {
	s.add(kind, level, say(s.nl), say(s.ar))
}

func (s *ideaSheet) add(kind bilingual.Kind, level int, first, second string) {
	if first == "" {
		return
	}
	b := bilingual.Block{Kind: kind, Level: level, Text: first}
	if second != "" && second != first {
		b.Translations = map[string]string{"ar": second}
	}
	s.doc.Blocks = append(s.doc.Blocks, b)
}
