package cafe

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/sessions/calendar"
)

// A turn on a day on which somebody cannot be is refused at once, with the reason.
func TestTurnsAreRefused(t *testing.T) {
	s, _, p := gouda(t)
	other := p
	other.ID, other.Name = "", "Zwolle"
	other, err := s.SavePlace(other)
	if err != nil {
		t.Fatal(err)
	}
	seen := day(t, "2026-01-01")
	save := func(h Holder) Holder {
		t.Helper()
		h, err := s.SaveHolder(h)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	evening := func(at Place, d string) Evening {
		t.Helper()
		es := s.Evenings(at.ID, day(t, d), day(t, d))
		if len(es) != 1 {
			t.Fatalf("%d evenings on %s", len(es), d)
		}
		return es[0]
	}
	yara := save(Holder{Name: "Yara", Paid: true, Seen: seen, Max: 2, Away: []Span{{day(t, "2026-12-14"), day(t, "2026-12-20")}}})
	if err := s.SetTurns(evening(other, "2026-12-08"), []string{yara.ID}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		h    Holder
		date string
		want error
	}{
		{yara, "2026-12-01", nil},
		{yara, "2026-12-15", ErrAway},
		{yara, "2026-12-08", ErrElsewhere},
		{save(Holder{Name: "Tom", Seen: seen, Days: []time.Weekday{time.Monday}}), "2026-12-01", ErrNoDay},
		{save(Holder{Name: "Noor"}), "2026-12-01", ErrNoVOG},
		{save(Holder{Name: "Sem", Seen: seen, Until: day(t, "2026-12-20")}), "2026-12-22", ErrOldVOG},
		{save(Holder{Name: "Bo", Seen: day(t, "2026-12-02")}), "2026-12-01", ErrNoVOG},
	} {
		e := evening(p, c.date)
		if err := s.MayTake(c.h, e); !errors.Is(err, c.want) {
			t.Errorf("%s on %s: %v, want %v", c.h.Name, c.date, err, c.want)
		}
		if err := s.SetTurns(e, []string{c.h.ID}); !errors.Is(err, c.want) {
			t.Errorf("%s is put on %s: %v, want %v", c.h.Name, c.date, err, c.want)
		}
	}
	if err := s.MayTake(yara, evening(p, "2026-12-22")); !errors.Is(err, ErrFull) {
		t.Errorf("a third turn in a month: %v", err)
	}
	if err := s.SetTurns(evening(p, "2026-12-22"), []string{"weg"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("somebody who is not there: %v", err)
	}
	for want, h := range map[error]Holder{
		ErrHolder: {Name: " "},
		ErrVOG:    {Name: "X", Seen: day(t, "2026-12-20"), Until: day(t, "2026-12-14")},
		ErrSpan:   {Name: "X", Away: []Span{{day(t, "2026-12-20"), day(t, "2026-12-14")}}},
	} {
		if _, err := s.SaveHolder(h); !errors.Is(err, want) {
			t.Errorf("%+v: %v", h, err)
		}
	}
}

// Turns go with an evening that is moved, rest while it is cancelled, and who leaves takes
// them along.
func TestTurnsGoWithTheEvening(t *testing.T) {
	s, v, p := gouda(t)
	h, err := s.SaveHolder(Holder{Name: "Yara", Paid: true, Seen: day(t, "2026-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	on := func(d string) string {
		var out []string
		for _, e := range s.Evenings(p.ID, day(t, d), day(t, d)) {
			for _, h := range s.OnDuty(e, strings.Compare) {
				out = append(out, h.Name)
			}
		}
		return strings.Join(out, " ")
	}
	e := s.Evenings(p.ID, day(t, "2026-12-08"), day(t, "2026-12-08"))[0]
	if err := s.SetTurns(e, []string{h.ID}); err != nil {
		t.Fatal(err)
	}
	if err := s.Except(Exception{PlaceID: p.ID, Date: e.Planned, Change: Moved, To: day(t, "2026-12-10")}); err != nil {
		t.Fatal(err)
	}
	if on("2026-12-10") != "Yara" || on("2026-12-08") != "" {
		t.Errorf("moved: %q and %q", on("2026-12-10"), on("2026-12-08"))
	}
	if err := s.DeleteHolder(h.ID); err != nil {
		t.Fatal(err)
	}
	if on("2026-12-10") != "" || len(s.BrokenReferences()) > 0 {
		t.Errorf("who left is on: %q, %v", on("2026-12-10"), s.BrokenReferences())
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if on("2026-12-10") != "Yara" {
		t.Error("undone, they are not on again")
	}
	if err := s.DeletePlace(p.ID); err != nil {
		t.Fatal(err)
	}
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Error(broken)
	}
}

func TestLacks(t *testing.T) {
	paid, volunteer := Holder{Name: "Yara", Paid: true}, Holder{Name: "Tom"}
	plain, circle := Evening{}, Evening{Activities: []Activity{{Title: "Krachtgroep", Leads: 3}}}
	for _, c := range []struct {
		e    Evening
		on   []Holder
		want []Lack
	}{
		{plain, nil, []Lack{LackAnybody}},
		{plain, []Holder{volunteer}, []Lack{LackPaid}},
		{plain, []Holder{paid}, []Lack{LackVolunt}},
		{plain, []Holder{paid, volunteer}, nil},
		{circle, []Holder{paid, volunteer}, []Lack{LackSecond}},
		{Evening{Change: Cancelled}, nil, nil},
		{Evening{Holiday: calendar.Reason{Key: "kerst"}}, nil, nil},
	} {
		if got := c.e.Lacks(c.on); !slices.Equal(got, c.want) {
			t.Errorf("with %d: %v, want %v", len(c.on), got, c.want)
		}
	}
}

// Where it is known who has a key, an evening without any of them says so, unless somebody
// else opens; who is removed has none any more.
func TestNobodyWithAKey(t *testing.T) {
	s, _, p := gouda(t)
	seen := day(t, "2026-01-01")
	yara := must[Holder](t)(s.SaveHolder(Holder{Name: "Yara", Paid: true, Seen: seen}))
	tom := must[Holder](t)(s.SaveHolder(Holder{Name: "Tom", Seen: seen}))
	lacks := func(on ...Holder) bool {
		p, _ = s.Place(p.ID)
		return slices.Contains(Evening{Place: p}.Lacks(on), LackKey)
	}
	if lacks(tom) {
		t.Error("nobody said who has a key")
	}
	p.Keys = []string{yara.ID}
	must[Place](t)(s.SavePlace(p))
	if !lacks(tom) || lacks(tom, yara) {
		t.Error("who has the key does not count")
	}
	p.KeyHolder = "de beheerder"
	must[Place](t)(s.SavePlace(p))
	if lacks(tom) || strings.Join(s.KeyHolders(p, strings.Compare), " ") != "Yara de beheerder" {
		t.Error("somebody else opens, and it is lacking")
	}
	p.KeyHolder = ""
	must[Place](t)(s.SavePlace(p))
	succeed(t, s.DeleteHolder(yara.ID))
	if lacks(tom) || len(p.Keys) != 0 {
		t.Error("who is removed still has a key")
	}
}
