package plan

import (
	"maps"
	"slices"
)

// Part says what a block is for. The four fixed parts of a meeting are think,
// write, share and do (domain.md).
type Part string

// The parts, in the order in which a picker shows them.
const (
	Welcome Part = "welcome"
	Think   Part = "think"
	Write   Part = "write"
	Share   Part = "share"
	Do      Part = "do"
	Video   Part = "video"
	Pause   Part = "pause"
	Closing Part = "closing"
	Own     Part = "own"
)

// Parts lists every part that a block may have.
func Parts() []Part {
	return []Part{Welcome, Think, Write, Share, Do, Video, Pause, Closing, Own}
}

// Valid tells whether the part is one of Parts.
func (p Part) Valid() bool { return slices.Contains(Parts(), p) }

// Lead says who of the duo leads a block.
type Lead string

// Who may lead.
const (
	Both      Lead = "both"
	Trainer   Lead = "trainer"
	Assistant Lead = "assistant"
)

// Leads lists who may lead, in the order of a picker.
func Leads() []Lead { return []Lead{Trainer, Assistant, Both} }

// Block is one timed piece of a meeting.
type Block struct {
	ID        string `json:"id" toml:"id"`
	Part      Part   `json:"part" toml:"part"`
	Minutes   int    `json:"min" toml:"minutes"`
	Title     Text   `json:"title" toml:"title"`
	Aim       Text   `json:"aim,omitempty" toml:"aim"`
	Steps     []Text `json:"steps,omitempty" toml:"steps"`
	Materials []Text `json:"mat,omitempty" toml:"materials"`
	Watch     Text   `json:"watch,omitempty" toml:"watch"` // what to look out for; for the duo only
	Lead      Lead   `json:"lead,omitempty" toml:"lead"`
	LowText   bool   `json:"low,omitempty" toml:"low_text"`
	For       string `json:"for,omitempty" toml:"for"` // the template block that this one can stand in for
	Elements  []int  `json:"el,omitempty" toml:"elements"`
	Slot      string `json:"slot,omitempty" toml:"-"` // the template block whose place this one has taken
}

// Origin is the template block in whose place this block stands; "" for an own block.
func (b Block) Origin() string {
	if b.Slot != "" {
		return b.Slot
	}
	if b.Part == Own {
		return ""
	}
	return b.ID
}

// Clone gives a deep copy, so that a draft never changes what it was made from.
func (b Block) Clone() Block {
	b.Title, b.Aim, b.Watch = maps.Clone(b.Title), maps.Clone(b.Aim), maps.Clone(b.Watch)
	b.Steps, b.Materials = cloneTexts(b.Steps), cloneTexts(b.Materials)
	b.Elements = slices.Clone(b.Elements)
	return b
}

// CloneAll copies a list of blocks deeply.
func CloneAll(bs []Block) []Block {
	out := make([]Block, len(bs))
	for i, b := range bs {
		out[i] = b.Clone()
	}
	return out
}

func cloneTexts(ts []Text) []Text {
	if ts == nil {
		return nil
	}
	out := make([]Text, len(ts))
	for i, t := range ts {
		out[i] = maps.Clone(t)
	}
	return out
}
