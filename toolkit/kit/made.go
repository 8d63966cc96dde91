package kit

import (
	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Made keeps that the toolkit of a slot was made for groups on a day, as one action. A group for
// which it was made before keeps that day, and one that is gone is left out. It gives how many
// groups are new.
func (s *Store) Made(x Slot, groupIDs []string, on calendar.Date) (int, error) {
	var fresh []Delivery
	for _, id := range groupIDs {
		d := s.Delivery(x, id)
		if _, ok := s.groups.Get(id); ok && d.MadeOn.IsZero() {
			d.MadeOn = on
			fresh = append(fresh, d)
		}
	}
	if len(fresh) == 0 {
		return 0, nil
	}
	err := s.vault.Do(vault.NewAction("action.kitmade", "Name", x.called()), func(tx *vault.Tx) error {
		for _, d := range fresh {
			if err := s.deliveries.Put(tx, d.key(), d); err != nil {
				return err
			}
		}
		return nil
	})
	return len(fresh), vault.While(err, "keeping for whom a toolkit was made")
}
