package book

import (
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// Privacy says what this room keeps of people: who translated and commented, by name.
func (s *Store) Privacy() privacy.Room {
	return privacy.Room{
		Holdings: []privacy.Holding{
			{Collection: colBooks, Label: "kept.books", Where: s.whereBook},
			{Collection: colSegments, Label: "kept.texts", Where: s.whereBook},
			{Collection: colTranslations, Label: "kept.translations", Where: s.whereBook, Own: []string{"who"}},
			{Collection: colComments, Label: "kept.comments", Where: s.whereBook, Own: []string{"who"}, Notes: true},
			{Collection: colWaived, Label: "kept.comments", Where: s.whereBook, Notes: true},
			{Collection: colWho, Of: privacy.Things, Label: "kept.translator"},
			{Collection: colPictures, Label: "kept.pictures", Where: s.whereBook, Bytes: true},
		},
		People: s.subjects, Waiting: s.waiting, Erase: s.erase,
	}
}

func (s *Store) whereBook(r vault.Record) privacy.Where {
	id, _, _ := strings.Cut(r.Key, "+")
	return privacy.Where{Text: s.Title(id)}
}

// translators are the names of who translated or commented, with the last day on which they did.
func (s *Store) translators() map[string]calendar.Date {
	out := map[string]calendar.Date{}
	add := func(name string, d calendar.Date) {
		if was, ok := out[name]; name != "" && (!ok || d.Compare(was) > 0) {
			out[name] = d
		}
	}
	for _, t := range s.translations.All() {
		if t.Who != "" {
			add(t.Who, calendar.DateOf(t.When.In(calendar.Amsterdam)))
		}
	}
	for _, c := range s.comments.All() {
		add(c.Who, calendar.DateOf(c.When.In(calendar.Amsterdam)))
	}
	for _, name := range s.who.All() {
		add(name, calendar.Date{})
	}
	return out
}

func (s *Store) subjects() []privacy.Subject {
	var out []privacy.Subject
	for name := range s.translators() {
		out = append(out, translator(name))
	}
	return out
}

func translator(name string) privacy.Subject {
	return privacy.Subject{Kind: privacy.Translator, ID: name, Name: name}
}

func (s *Store) waiting(calendar.Date) []privacy.Candidate {
	var out []privacy.Candidate
	for name, d := range s.translators() {
		out = append(out, privacy.Candidate{Subject: translator(name), Data: privacy.Translators, Since: d})
	}
	return out
}

// erase takes the name of a translator away; what they translated and said stays.
func (s *Store) erase(tx *vault.Tx, sub privacy.Subject, _ calendar.Date) error {
	if sub.Kind != privacy.Translator {
		return nil
	}
	for k, t := range s.translations.All() {
		if t.Who != sub.Name {
			continue
		}
		t.Who = ""
		if err := s.translations.Put(tx, k, t); err != nil {
			return err
		}
	}
	for k, c := range s.comments.All() {
		if c.Who != sub.Name {
			continue
		}
		c.Who = ""
		if err := s.comments.Put(tx, k, c); err != nil {
			return err
		}
	}
	for k, name := range s.who.All() {
		if name == sub.Name {
			if err := s.who.Delete(tx, k); err != nil {
				return err
			}
		}
	}
	return nil
}
