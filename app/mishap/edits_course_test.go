package mishap_test

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"kring/app/paper"
	"kring/assets"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

var courseEdits = []edit{
	{"a course", 3, (*hands).newCourse},
	{"a course's name", 2, func(h *hands) error {
		return h.inCourse(func(c course.Course) error { c.Name = "Cursus " + h.name(); return h.s.Courses.Update(c) })
	}},
	{"a course's times", 1, func(h *hands) error {
		return h.inCourse(func(c course.Course) error {
			c.Start = plan.At(9, h.rng.IntN(60))
			return h.s.Courses.Update(c)
		})
	}},
	{"a course is deleted", 1, func(h *hands) error {
		return h.inCourse(func(c course.Course) error { return h.s.Courses.DeleteCourse(c.ID) })
	}},
	{"an agreement", 2, func(h *hands) error {
		return h.inCourse(func(c course.Course) error {
			_, err := h.s.Courses.SaveAgreement(course.Agreement{CourseID: c.ID, Text: h.note()})
			return err
		})
	}},
	{"a log", 2, func(h *hands) error {
		return h.inSession(func(_ course.Course, x course.Session) error {
			return h.s.Courses.SaveLog(course.Log{SessionID: x.ID, Went: h.note(), LeftOver: h.name()})
		})
	}},
	{"all present", 3, func(h *hands) error {
		return h.inSession(func(c course.Course, x course.Session) error {
			return h.s.Courses.MarkAll(c.ID, x.ID, course.Present)
		})
	}},
	{"a mark", 12, func(h *hands) error {
		return h.inSession(func(c course.Course, x course.Session) error {
			p, ok := one(h, h.s.Courses.Roster(c.ID, strings.Compare))
			if !ok {
				return nil
			}
			st, _ := one(h, []course.State{course.Present, course.Late, course.Absent, course.Noticed, course.AtHome})
			return h.s.Courses.Mark(x.ID, p.Person.ID, st)
		})
	}},
}

var peopleEdits = []edit{
	{"a participant", 6, func(h *hands) error {
		return h.inCourse(func(c course.Course) error {
			_, err := h.s.Courses.AddParticipant(c.ID, people.Person{Name: h.name(), Phone: "+31612345678", Note: h.note()}, h.today)
			return err
		})
	}},
	{"a person", 4, func(h *hands) error {
		p, ok := one(h, h.s.Courses.People(strings.Compare))
		if !ok {
			return nil
		}
		p.Note = h.note()
		_, err := h.s.Courses.SavePerson(p)
		return err
	}},
	{"a person is deleted", 1, func(h *hands) error {
		p, ok := one(h, h.s.Courses.People(strings.Compare))
		if !ok {
			return nil
		}
		return h.s.Courses.DeletePerson(p.ID)
	}},
	{"a list", 3, (*hands).importList},
	{"papers", 3, (*hands).papers},
}

func (h *hands) newCourse() error {
	if len(h.s.Courses.Courses()) > 5 {
		return nil
	}
	dates, _ := calendar.Weekly(h.today.AddDays(-h.rng.IntN(40)), 6, calendar.Public)
	_, err := h.s.Courses.Create(course.Course{
		Programme: "hbbm", Name: "Cursus " + h.name(), Languages: []string{"nl", "ar"}, Mode: course.Physical, Capacity: 16, Start: plan.At(9, 15), End: plan.At(12, 15),
	}, dates)
	return err
}

func (h *hands) inCourse(do func(course.Course) error) error {
	c, ok := one(h, h.s.Courses.Courses())
	if !ok {
		return h.newCourse()
	}
	return do(c)
}

func (h *hands) inSession(do func(course.Course, course.Session) error) error {
	return h.inCourse(func(c course.Course) error {
		x, ok := one(h, h.s.Courses.Sessions(c.ID))
		if !ok {
			return nil
		}
		return do(c, x)
	})
}

// importList takes in the sign-up list that ships with Kring, as one action.
func (h *hands) importList() error {
	return h.inCourse(func(c course.Course) error {
		known := h.s.Courses.People(strings.Compare)
		tables, err := sheet.ReadFrom(bytes.NewReader(assets.SignUps), "aanmeldingen.xlsx")
		if err != nil {
			return err
		}
		t := tables[0]
		_, err = h.s.Courses.Import(c.ID, people.Preview(t, people.GuessColumns(t.Header), known), h.today)
		return err
	})
}

// papers writes files while the vault is open; they are not in it.
func (h *hands) papers() error {
	return h.inCourse(func(c course.Course) error {
		return errors.Join(
			paper.File(filepath.Join(h.out, "presentielijst.pdf"), func(w io.Writer) error { return paper.AttendanceList(w, h.s.Courses, h.loc, c.ID) }),
			paper.File(filepath.Join(h.out, "aanwezigheid.xlsx"), func(w io.Writer) error { return paper.AttendanceXLSX(w, h.s.Courses, h.loc, h.today) }))
	})
}

var vaultEdits = []edit{
	{"undo", 10, func(h *hands) error { return mayBeNothing(h.v.Undo) }},
	{"redo", 6, func(h *hands) error { return mayBeNothing(h.v.Redo) }},
	{"erased", 1, (*hands).erase},
	{"a copy of the vault", 1, func(h *hands) error {
		_, err := h.v.Backup(filepath.Join(h.out, vault.NewID()+".kring"))
		return err
	}},
	{"the file is rewritten", 1, func(h *hands) error { return h.v.Compact() }},
}

func mayBeNothing(do func() (vault.Action, error)) error {
	_, err := do()
	if errors.Is(err, vault.ErrNothingToUndo) || errors.Is(err, vault.ErrNothingToRedo) {
		return nil
	}
	return err
}

// erase takes an agreement away for good: nothing refers to one.
func (h *hands) erase() error {
	return h.inCourse(func(c course.Course) error {
		a, ok := one(h, h.s.Courses.Agreements(c.ID))
		if !ok {
			return nil
		}
		gone := []vault.Change{{Collection: "agreements", Key: c.ID + "+" + a.ID, Deleted: true}}
		if err := h.say.say(line{Unsaid: gone}); err != nil {
			return err
		}
		return h.v.Forget(vault.NewAction("action.erase"), vault.Traces{}, func(tx *vault.Tx) error {
			return tx.Set(gone[0].Collection, gone[0].Key, nil)
		})
	})
}
