package cafe

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kring/sessions/plan"
)

// What clashes with something else is said of both, and only where they have a minute in common;
// and no room, and nobody who leads, is in two pieces in one minute without a word of it.
func TestClashesAreOfBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := Evening{Place: Place{Start: plan.At(19, 0), End: plan.At(23, 0)}}
		on := []string{"tom", "nour"}
		var items []Item
		asked := map[string]demand{}
		for i := range rapid.IntRange(1, 6).Draw(t, "pieces") {
			x := Item{
				ID: fmt.Sprint(i), Minutes: rapid.IntRange(1, 60).Draw(t, "minutes"), Beside: rapid.Bool().Draw(t, "beside"),
				Room:  rapid.SampledFrom([]string{"", "keuken", "zaal"}).Draw(t, "room"),
				Leads: rapid.SampledFrom([][]string{nil, {"tom"}, {"nour"}, {"tom", "nour"}}).Draw(t, "leads"),
			}
			if x.Fixed = rapid.Bool().Draw(t, "fixed"); x.Fixed {
				x.At = plan.At(19, 0) + plan.Clock(rapid.IntRange(0, 240).Draw(t, "at"))
			}
			items, asked[x.ID] = append(items, x), demand{noise: rapid.IntRange(0, 3).Draw(t, "noise")}
		}
		slots := timeline(e, items, on, asked)
		for i, x := range slots {
			for j, y := range slots {
				if i == j {
					continue
				}
				together := min(x.To, y.To) > max(x.From, y.From)
				want := map[ClashKind]bool{
					ClashRoom:  together && x.Room != "" && x.Room == y.Room,
					ClashLead:  together && slices.ContainsFunc(x.Leads, func(id string) bool { return slices.Contains(y.Leads, id) }),
					ClashNoise: together && min(asked[x.ID].noise, asked[y.ID].noise) == soft && max(asked[x.ID].noise, asked[y.ID].noise) == loud,
				}
				for kind, there := range want {
					said := slices.ContainsFunc(x.Clashes, func(c Clash) bool { return c.Kind == kind && c.Other == y.ID })
					if said != there {
						t.Fatalf("%+v beside %+v: %s is said: %v", x, y, kind, said)
					}
				}
			}
		}
	})
}
