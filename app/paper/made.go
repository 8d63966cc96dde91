package paper

import (
	"slices"

	"kring/toolkit/kit"
)

// MadeFor gives the groups of a send list in which everybody gets what they asked for, when
// files of some kinds are made: on paper a booklet does as well as an A4. The others still wait
// for something.
func MadeFor(lines []kit.SendLine, kinds []Make) (whole []string) {
	waits := map[string]bool{}
	for _, l := range lines {
		got := slices.Contains(kinds, MakeFor(l.Member.Form)) || l.Member.Form == kit.OnPaper && slices.Contains(kinds, MakeBooklet)
		if !slices.Contains(whole, l.Group.ID) {
			whole = append(whole, l.Group.ID)
		}
		waits[l.Group.ID] = waits[l.Group.ID] || !got
	}
	return slices.DeleteFunc(whole, func(id string) bool { return waits[id] })
}
