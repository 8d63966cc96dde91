package command

import (
	"strings"
	"time"

	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// fillReport makes what a report has beside this season: what was agreed, evenings and a
// course of the year before, when the café was still held once or twice a month.
func fillReport(s *course.Store, places *cafe.Store, at []cafe.Place, year int) error {
	for i, a := range []cafe.Agreed{{Visits: 400, People: 60, Evenings: 30}, {Visits: 120, Evenings: 20}} {
		a.PlaceID, a.Year = at[i].ID, year
		if err := places.Agree(a); err != nil {
			return err
		}
	}
	for i, p := range at {
		for month := time.January + time.Month(4*i); month <= time.December; month++ {
			first := calendar.Date{Year: year - 1, Month: month, Day: 6 + i}
			if err := fillEvening(places, p, first, 9+int(month)-4*i, int(month)%3); err != nil {
				return err
			}
			if now := (calendar.Date{Year: year, Month: month, Day: 7 + i}); month < time.September {
				if err := fillEvening(places, p, now, 14+int(month)-5*i, int(month)%4); err != nil {
					return err
				}
			}
		}
	}
	if err := fillHelp(places, at[0], year); err != nil {
		return err
	}
	return fillLastYear(s, year-1)
}

// fillHelp says which volunteers were on, in turn, on the evenings that have been.
func fillHelp(s *cafe.Store, p cafe.Place, year int) error {
	var free []cafe.Holder
	for _, h := range s.Holders(strings.Compare) {
		if !h.Paid && len(h.Days) == 0 && !h.Seen.IsZero() {
			free = append(free, h)
		}
	}
	for i, e := range s.Evenings(p.ID, calendar.Date{Year: year, Month: time.January, Day: 1}, calendar.DateOf(demoDay).AddDays(-1)) {
		h := free[i%len(free)]
		if !e.On() || s.MayTake(h, e) != nil {
			continue
		}
		if err := s.SetTurns(e, []string{h.ID}); err != nil {
			return err
		}
	}
	return nil
}

// fillEvening makes an evening with how many came.
func fillEvening(s *cafe.Store, p cafe.Place, d calendar.Date, visits, first int) error {
	if err := s.Except(cafe.Exception{PlaceID: p.ID, Date: d, Change: cafe.Extra}); err != nil {
		return err
	}
	e, _ := s.Evening(p.ID, d)
	if err := s.Count(e, cafe.Visitors, visits); err != nil {
		return err
	}
	return s.Count(e, cafe.Newcomers, first)
}

// fillLastYear makes a course that is over, with who took part.
func fillLastYear(s *course.Store, year int) error {
	first := calendar.Date{Year: year, Month: time.March, Day: 4}
	dates, _ := calendar.Weekly(first, 6, calendar.Public)
	c, err := s.Create(course.Course{
		Programme: "hbbm", Name: "Ouders Waddinxveen", Place: "Buurthuis De Brug", Region: calendar.Middle, Languages: []string{"nl", "ar"},
		Mode: course.Physical, Trainer: "Ingrid Bos", Assistant: "Samira Haddad", Capacity: 14, Start: plan.At(9, 15), End: plan.At(12, 15),
	}, dates)
	if err != nil {
		return err
	}
	for i, name := range []string{
		"Esra Kaya", "Marieke Vos", "هدى سليمان", "Joost Kuiper", "Amina Warsame", "Petra Blom", "Rania Saleh",
		"Wim Prins", "Selam Tesfay", "Anouk Dekker", "منى يوسف", "Bart Kok", "Zeynep Aydin",
	} {
		p := people.Person{Name: name, Kind: people.Mother, Through: people.WordOfMouth, Reads: []string{"nl"}}
		switch {
		case i%4 == 3:
			p.Kind, p.Through = people.Father, people.FamilyCoach
		case i%3 == 2:
			p.Through, p.Reads = people.SchoolSocialWork, []string{"ar", "nl"}
		}
		if _, err := s.AddParticipant(c.ID, p, first); err != nil {
			return err
		}
	}
	for _, x := range s.Sessions(c.ID) {
		if err := s.MarkAll(c.ID, x.ID, course.Present); err != nil {
			return err
		}
	}
	return nil
}
