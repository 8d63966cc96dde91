package command

import (
	"io"
	"path/filepath"
	"strings"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/toolkit/kit"
)

// demoSendList is the file of who gets the demo's next toolkit.
const demoSendList = "verzendlijst.xlsx"

// demoGroup is a support group of the demo; days are counted back from the demo's day.
type demoGroup struct {
	group kit.Group
	from  int // the first of last year's participants who is in it, and how many are
	many  int
	signs []kit.Sign
	days  []int // ago, of the signs
	steps []kit.Step
	tried []int // days ago, of the steps
}

// fillGroups makes ten support groups of several languages: some are lively, some grow quiet,
// some are silent; and what helped before, with a small step of the organisation's own.
func fillGroups(v *vault.Vault, courses *course.Store) (*kit.Store, error) {
	s, err := kit.Open(v)
	if err != nil {
		return nil, err
	}
	c, err := courses.CourseNamed("Ouders Waddinxveen")
	if err != nil {
		return nil, err
	}
	all := courses.Roster(c.ID, strings.Compare)
	today := calendar.DateOf(demoDay)
	if err := s.KeepStep(demoOwnStep); err != nil {
		return nil, err
	}
	for _, d := range append(demoGroups(c, today), moreDemoGroups(c, today)...) {
		var members []kit.Member
		for i, p := range all[d.from : d.from+d.many] {
			members = append(members, demoMember(p, i, today))
		}
		if d.many == 0 {
			members = []kit.Member{{Name: "Linda (buurthuis)", Phone: "+31600002004", Lang: "nl", Form: kit.OnPaper, Since: today.AddDays(-150), How: kit.Said}}
		}
		if d.group.Contact == "" && d.many > 0 {
			p := all[d.from]
			d.group.Contact, d.group.Phone, d.group.Lang = p.Name, "+31600002001", p.Reads[0]
		}
		g, err := s.MakeGroup(d.group, members)
		if err != nil {
			return nil, err
		}
		if err := d.live(s, g, today); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func demoGroups(c course.Course, today calendar.Date) []demoGroup {
	return []demoGroup{
		{
			group: kit.Group{Name: "De Theeglazen", CourseID: c.ID, Chat: true, Trainer: "Ingrid Bos", Start: today.AddDays(-400)}, many: 5,
			signs: []kit.Sign{{Kind: kit.Talked, About: 5, Note: "Luisteren zonder meteen te helpen: lastig, en het werkt."}, {Kind: kit.Meeting, About: 6, Note: "Gewandeld met de kinderen in het park."}, {Kind: kit.Meeting, At: 10 * 60, Note: "Bij De Brug, iedereen neemt iets lekkers mee."}},
			days:  []int{40, 12, -16}, steps: []kit.Step{{StepID: "walk-children", Helped: kit.Yes}}, tried: []int{30},
		},
		{
			group: kit.Group{Name: "صديقات الجسر", CourseID: c.ID, Chat: true, Contact: "هدى سليمان", Phone: "+31600002002", Lang: "ar", Trainer: "Samira Haddad", Start: today.AddDays(-390)}, from: 8, many: 4,
			signs: []kit.Sign{{Kind: kit.Meeting, About: 4}, {Kind: kit.Word, Note: "Er was veel werk; ze wil graag weer."}}, days: []int{150, 131},
			steps: []kit.Step{{StepID: "personal-word", Helped: kit.No}}, tried: []int{120},
		},
		{
			group: kit.Group{Name: "Vaders aan zet", Trainer: "Ingrid Bos", Contact: "Joost Kuiper", Phone: "+31600002003", Lang: "nl", Start: today.AddDays(-260)}, from: 5, many: 3,
			signs: []kit.Sign{{Kind: kit.Meeting, About: 3}}, days: []int{70},
		},
		{
			group: kit.Group{Name: "Koffie op dinsdag", Trainer: "Samira Haddad", Start: today.AddDays(-150)},
			signs: []kit.Sign{{Kind: kit.Visit, About: 7}}, days: []int{95},
			steps: []kit.Step{{StepID: "ask-theme"}}, tried: []int{9},
		},
	}
}

// demoMember is somebody who goes on; one in four has no toolkit, one took it back.
func demoMember(p course.Participant, i int, today calendar.Date) kit.Member {
	m := kit.Member{PersonID: p.Person.ID, Name: p.Name, Lang: p.Reads[0], Form: kit.Forms()[i%len(kit.Forms())], Since: today.AddDays(-380), How: kit.Hows()[i%len(kit.Hows())]}
	switch i % 4 {
	case 2:
		m.Since, m.How = calendar.Date{}, ""
	case 3:
		m.Withdrawn = today.AddDays(-60)
	}
	return m
}

// live adds what was heard of a group and what was tried.
func (d demoGroup) live(s *kit.Store, g kit.Group, today calendar.Date) error {
	for i, x := range d.signs {
		x.GroupID, x.Date = g.ID, today.AddDays(-d.days[i])
		if err := s.SaveSign(x); err != nil {
			return err
		}
	}
	for i, x := range d.steps {
		if err := s.Try(g.ID, x.StepID, today.AddDays(-d.tried[i])); err != nil {
			return err
		}
		if x.Helped == "" {
			continue
		}
		if err := s.Answer(s.Tried(g.ID)[0], x.Helped); err != nil {
			return err
		}
	}
	last := (int(today.Month) + 1) / 2
	return s.SaveDelivery(kit.Delivery{Year: today.Year, Period: last, GroupID: g.ID, MadeOn: today.AddDays(-14)})
}

// sendList writes who gets the toolkit of these months.
func (e env) sendList(dir string, v *vault.Vault, kits *kit.Store, s *course.Store) error {
	x := kits.Slot(demoDay.Year(), (int(demoDay.Month())+1)/2)
	books, err := openBooks(v)
	if err != nil {
		return err
	}
	in, err := paper.SpokenIn(books, x)
	if err != nil {
		return err
	}
	return paper.File(filepath.Join(dir, demoSendList), func(w io.Writer) error {
		return paper.SendList(w, ".xlsx", kits, s, e.loc, x, in)
	})
}
