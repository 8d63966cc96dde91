package paper

import (
	"slices"

	"kring/toolkit/kit"
)

// MadeFor gives the groups of a send list in which everybody gets what they asked for, when
// files of some kinds are made, and those that still wait for something: on paper a booklet does
// as well as an A4.
func MadeFor(lines []kit.SendLine, kinds []Make) (whole, wait []string) {
	waits := map[string]bool{}
	for _, l := range lines {
		got := slices.Contains(kinds, MakeFor(l.Member.Form)) || l.Member.Form == kit.OnPaper && slices.Contains(kinds, MakeBooklet)
		if !slices.Contains(whole, l.Group.ID) {
			whole = append(whole, l.Group.ID)
		}
		waits[l.Group.ID] = waits[l.Group.ID] || !got
	}
	for _, id := range whole {
		if waits[id] {
			wait = append(wait, id)
		}
	}
	return slices.DeleteFunc(whole, func(id string) bool { return waits[id] }), wait
}
