package command

import (
	"fmt"
	"io"
	"slices"

	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
)

// cookingEvening is the next one of a place on which the group cooks.
func cookingEvening(s *cafe.Store, at cafe.Place, from calendar.Date) (cafe.Evening, error) {
	for _, e := range s.Next(at.ID, from, 10) {
		if e.On() && slices.ContainsFunc(e.Activities, func(a cafe.Activity) bool { return a.IdeaID == "samen-koken" }) {
			return e, nil
		}
	}
	return cafe.Evening{}, fmt.Errorf("an evening of cooking at %s: %w", at.Name, cafe.ErrNotFound)
}

// fillCooking makes the menu of the next cooking evening of the demo's first place.
func fillCooking(s *cafe.Store, at cafe.Place, from calendar.Date) error {
	e, err := cookingEvening(s, at, from)
	if err != nil {
		return err
	}
	book := paper.Cookbook()
	for _, id := range []string{"linzensoep", "shakshuka", "fattoush", "appelkruimel"} {
		r, ok := book.Recipe(id)
		if !ok {
			return fmt.Errorf("the recipe %s: %w", id, cafe.ErrNotFound)
		}
		if err := s.TakeDish(e, r); err != nil {
			return err
		}
	}
	if err := s.SetMeal(e, 12, 80_00); err != nil {
		return err
	}
	if err := s.SetShared(e, map[kitchen.Need]int{kitchen.Halal: 4, kitchen.Milk: 1, kitchen.Egg: 1}); err != nil {
		return err
	}
	if _, err := s.SaveOwnDish(e, cafe.Dish{}, "nl", "Zoete thee van Noor", cafe.ToBuy{Text: "zwarte thee en kardemom", Cents: 3_50, Section: kitchen.Drinks}); err != nil {
		return err
	}
	if _, err := s.SaveToBuy(e, cafe.ToBuy{Text: "keukenrol", Cents: 1_99, Section: kitchen.NonFood}); err != nil {
		return err
	}
	for _, line := range []string{"zout", "olie", "komijn", "paprikapoeder", "kaneel"} {
		if err := s.SetGot(e, line, cafe.AtHome); err != nil {
			return err
		}
	}
	return nil
}

// cookingPaper writes the paper of the next cooking evening, or its text for a phone.
func cookingPaper(s *cafe.Store, loc *i18n.Localizer, at cafe.Place, from calendar.Date, text bool) func(io.Writer) error {
	return func(w io.Writer) error {
		e, err := cookingEvening(s, at, from)
		if err != nil {
			return err
		}
		if text {
			_, err := io.WriteString(w, paper.CookingText(s, loc, e))
			return err
		}
		return paper.Cooking(w, s, loc, e)
	}
}
