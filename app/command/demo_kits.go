package command

import (
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/toolkit/kit"
)

// fillKits plans the demo's toolkits: those of a year that was, and the next two.
func fillKits(v *vault.Vault, today calendar.Date) error {
	s, err := kit.Open(v)
	if err != nil {
		return err
	}
	first := (int(today.Month) + 1) / 2
	for i, x := range []kit.Slot{
		{Theme: "Lange dagen, weinig geld", File: "zomer-met-weinig", State: kit.Sent, Who: "Samira"},
		{Theme: "Een nieuw begin", File: "weer-naar-school", State: kit.Sent, Who: "Ingrid"},
		{Theme: "Cadeaus en verwachtingen", File: "cadeaus-en-verwachtingen", State: kit.Checking, Who: "Samira"},
		{Theme: "Een kleine stap", File: "een-kleine-stap", State: kit.Writing, Who: "Ingrid"},
	} {
		at := first - 2 + i // in periods from this one
		x.Year, x.Period = today.Year+floor(at-1, kit.Periods), (at-1+kit.Periods)%kit.Periods+1
		if err := s.Save(x, x.First()); err != nil {
			return err
		}
	}
	return nil
}

// floor divides towards the smaller number.
func floor(a, b int) int {
	if a < 0 {
		return -1
	}
	return a / b
}
