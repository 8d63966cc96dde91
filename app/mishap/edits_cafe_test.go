package mishap_test

import (
	"errors"
	"slices"
	"strings"
	"time"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

var cafeEdits = []edit{
	{"a place", 2, (*hands).newPlace},
	{"a place is deleted", 1, func(h *hands) error {
		return h.inPlace(func(p cafe.Place) error { return h.s.Places.DeletePlace(p.ID) })
	}},
	{"an activity", 2, func(h *hands) error {
		return h.inPlace(func(p cafe.Place) error {
			idea, ok := one(h, h.s.Places.Ideas("nl", strings.Compare))
			if !ok {
				return nil
			}
			_, err := h.s.Places.SaveActivity(cafe.Activity{PlaceID: p.ID, Title: idea.Title.In("nl"), Rule: p.Rule, IdeaID: idea.ID})
			return err
		})
	}},
	{"a space-holder", 2, func(h *hands) error {
		_, err := h.s.Places.SaveHolder(cafe.Holder{Name: h.name(), Max: 3, Seen: h.today.AddDays(-100), Until: h.today.AddDays(600)})
		return err
	}},
	{"a space-holder is deleted", 1, func(h *hands) error {
		x, ok := one(h, h.s.Places.Holders(strings.Compare))
		if !ok {
			return nil
		}
		return h.s.Places.DeleteHolder(x.ID)
	}},
	{"a wish", 2, func(h *hands) error {
		return h.inPlace(func(p cafe.Place) error {
			if w, ok := one(h, h.s.Places.Wishes(p.ID)); ok && h.rng.IntN(2) == 0 {
				return h.s.Places.Vote(w, 1)
			}
			_, err := h.s.Places.SaveWish(cafe.Wish{PlaceID: p.ID, Text: h.name()})
			return err
		})
	}},
	{"a roster", 1, func(h *hands) error {
		return h.s.Places.TakeRoster(cafe.Suggest(h.s.Places.Ask(h.today, h.today.AddDays(28), 3, strings.Compare)))
	}},
	{"a visitor is deleted", 1, func(h *hands) error {
		x, ok := one(h, h.s.Places.VisitorsLike("", strings.Compare))
		if !ok {
			return nil
		}
		return h.s.Places.DeleteVisitor(x.ID)
	}},
}

var eveningEdits = []edit{
	{"a newcomer", 5, onEvening(func(h *hands, e cafe.Evening) error { _, err := h.s.Places.Newcomer(e, h.name()); return err })},
	{"a count", 6, onEvening(func(h *hands, e cafe.Evening) error { return h.s.Places.Count(e, cafe.Visitors, 1) })},
	{"who is here", 5, onEvening(func(h *hands, e cafe.Evening) error {
		x, ok := one(h, h.s.Places.VisitorsLike("", strings.Compare))
		if !ok {
			return nil
		}
		return h.s.Places.SetHere(e, x.ID, !h.s.Places.Here(e)[x.ID])
	})},
	{"turns", 2, onEvening(func(h *hands, e cafe.Evening) error {
		x, ok := one(h, h.s.Places.Holders(strings.Compare))
		if !ok {
			return nil
		}
		return h.s.Places.SetTurns(e, []string{x.ID})
	})},
	{"a debrief", 2, onEvening(func(h *hands, e cafe.Evening) error {
		return h.s.Places.SaveDebrief(cafe.Debrief{PlaceID: e.Place.ID, Date: e.Planned, Well: h.note(), Word: h.name()}, h.today)
	})},
	{"a piece of the programme", 2, onEvening(func(h *hands, e cafe.Evening) error {
		_, err := h.s.Places.SaveItem(e, cafe.Item{Title: h.name(), Minutes: 15})
		return err
	})},
	{"a dish", 2, onEvening(func(h *hands, e cafe.Evening) error {
		r, ok := paper.Cookbook().Recipe("linzensoep")
		if !ok {
			return errors.New("the recipe is gone")
		}
		return h.s.Places.TakeDish(e, r)
	})},
	{"something to buy", 2, onEvening(func(h *hands, e cafe.Evening) error {
		_, err := h.s.Places.SaveToBuy(e, cafe.ToBuy{Text: h.name(), Cents: 199, Section: kitchen.NonFood})
		return err
	})},
	{"a watch point", 2, onEvening((*hands).watch)},
	{"a watch point is removed", 1, onEvening((*hands).unwatch)},
}

// refused tells of what a room does not allow, which is no mishap.
func refused(err error) bool {
	return slices.ContainsFunc([]error{
		cafe.ErrThere, cafe.ErrNoDay, cafe.ErrFull, cafe.ErrElsewhere, cafe.ErrAway, cafe.ErrNoVOG, cafe.ErrOldVOG, cafe.ErrInRow, cafe.ErrTaken,
	}, func(known error) bool { return errors.Is(err, known) })
}

func (h *hands) newPlace() error {
	if len(h.s.Places.Places(strings.Compare)) > 3 {
		return nil
	}
	rule, err := calendar.NewRule(calendar.Week, time.Weekday(h.rng.IntN(7)), h.today.AddDays(-30))
	if err != nil {
		return err
	}
	_, err = h.s.Places.SavePlace(cafe.Place{Name: "Café " + h.name(), Audience: cafe.Young, Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
	return err
}

func (h *hands) inPlace(do func(cafe.Place) error) error {
	p, ok := one(h, h.s.Places.Places(strings.Compare))
	if !ok {
		return h.newPlace()
	}
	return do(p)
}

// onEvening does something on one evening of a place.
func onEvening(do func(*hands, cafe.Evening) error) func(*hands) error {
	return func(h *hands) error {
		return h.inPlace(func(p cafe.Place) error {
			e, ok := one(h, h.s.Places.Next(p.ID, h.today.AddDays(-14), 4))
			if !ok {
				return nil
			}
			return do(h, e)
		})
	}
}

// watch writes a point of which the journal keeps nothing: its key is not known before.
func (h *hands) watch(e cafe.Evening) error {
	if err := h.say.say(line{Unsaid: []vault.Change{{Collection: "watches"}}}); err != nil {
		return err
	}
	return h.s.Places.AddWatch(e, h.note(), 14)
}

func (h *hands) unwatch(e cafe.Evening) error {
	w, ok := one(h, h.s.Places.Watches(e, h.today))
	if !ok {
		return nil
	}
	if err := h.say.say(line{Unsaid: []vault.Change{{Collection: "watches", Deleted: true}}}); err != nil {
		return err
	}
	return h.s.Places.RemoveWatch(w)
}
