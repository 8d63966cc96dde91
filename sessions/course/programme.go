// Package course holds what a trainer works with: programmes read from files,
// courses made from them, their sessions, participants, attendance, agreements
// and the duo's own notes. Store keeps them in a vault; everything else here is
// a plain rule without files or windows.
package course

import (
	"slices"

	"kring/sessions/plan"
)

// Programme is a template read from assets/programmes: nothing in the code is
// named after one programme, what differs between two is data.
type Programme struct {
	Key       string            `toml:"key"`
	Kind      string            `toml:"kind"`
	Number    int               `toml:"sessions"` // how many meetings, 1 to MaxSessions
	Minutes   int               `toml:"minutes"`  // length of one meeting
	Name      plan.Text         `toml:"name"`
	About     plan.Text         `toml:"about"`
	Languages []string          `toml:"languages"`
	Roles     []Role            `toml:"roles"`
	Elements  []int             `toml:"elements"`
	Sessions  []TemplateMeeting `toml:"-"`
}

// Role is one of the people who lead, in the programme's own words.
type Role struct {
	Key  string    `toml:"key"`
	Name plan.Text `toml:"name"`
}

// TemplateMeeting is one meeting as the programme describes it.
type TemplateMeeting struct {
	Number       int          `toml:"number"`
	Theme        plan.Text    `toml:"theme"`
	Goal         plan.Text    `toml:"goal"`
	Prepare      []plan.Text  `toml:"prepare"`
	Materials    []plan.Text  `toml:"materials"`
	Task         plan.Text    `toml:"task"`
	TaskLowText  plan.Text    `toml:"task_low_text"`
	Blocks       []plan.Block `toml:"block"`
	Alternatives []plan.Block `toml:"alternative"`
}

// MaxSessions is the most meetings that a programme may have.
const MaxSessions = 12

// Meeting gives the template of meeting n, counted from 1.
func (p Programme) Meeting(n int) (TemplateMeeting, bool) {
	if n < 1 || n > len(p.Sessions) {
		return TemplateMeeting{}, false
	}
	return p.Sessions[n-1], true
}

// AlternativesFor lists what can stand in for a template block, low-text first.
func (m TemplateMeeting) AlternativesFor(blockID string) []plan.Block {
	var out []plan.Block
	for _, a := range m.Alternatives {
		if a.For == blockID {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b plan.Block) int { return rank(a.LowText) - rank(b.LowText) })
	return out
}

// Block finds a template block or alternative of this meeting by its id.
func (m TemplateMeeting) Block(id string) (plan.Block, bool) {
	for _, list := range [][]plan.Block{m.Blocks, m.Alternatives} {
		if i := plan.Index(list, id); i >= 0 {
			return list[i], true
		}
	}
	return plan.Block{}, false
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}
