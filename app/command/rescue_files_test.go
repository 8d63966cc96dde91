package command_test

import (
	"bytes"
	"os"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"kring/app/command"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/sessions/privacy"
)

// erasePeople makes people in a vault and erases them, each on a day of its own up to a date:
// erasepeople k.kring 2 2026-11-24.
func erasePeople(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	last, err := time.ParseInLocation(time.DateOnly, args[2], calendar.Amsterdam)
	ts.Check(err)
	v, err := vault.Open(ts.MkAbs(args[0]), passphrase)
	ts.Check(err)
	s, err := command.OpenStores(v, nil)
	ts.Check(err)
	for i := range n {
		p, err := s.Courses.SavePerson(people.Person{Name: "Zwaantje " + strconv.Itoa(i)})
		ts.Check(err)
		plan, err := s.Privacy.Plan(privacy.Subject{Kind: privacy.Person, ID: p.ID, Name: p.Name})
		ts.Check(err)
		ts.Check(s.Privacy.Erase(plan, nil, "", calendar.DateOf(last.AddDate(0, 0, i+1-n))))
	}
	s.Close()
	ts.Check(v.Close())
}

// loseRecords takes every record of a collection out of a vault, as damage does: what points at
// them stays.
func loseRecords(ts *testscript.TestScript, _ bool, args []string) {
	v, err := vault.Open(ts.MkAbs(args[0]), passphrase)
	ts.Check(err)
	var gone []vault.Change
	ts.Check(v.Records(func(r vault.Record) error {
		if r.Collection == args[1] {
			gone = append(gone, vault.Change{Collection: r.Collection, Key: r.Key})
		}
		return nil
	}))
	ts.Check(v.Expire(vault.NewAction("action.lost"), gone))
	ts.Check(v.Close())
}

// loseKey clears every page of a vault that has its header.
func loseKey(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	for i := 0; i >= 0; i = bytes.Index(b, []byte(`{"format":1,"id":`)) {
		if i > 0 {
			clear(b[i&^(os.Getpagesize()-1) : i|(os.Getpagesize()-1)])
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}
