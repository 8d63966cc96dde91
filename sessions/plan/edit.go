package plan

import (
	"errors"
	"fmt"
	"slices"
)

// MaxMinutes bounds one block: a whole day.
const MaxMinutes = 24 * 60

// What can be wrong with an edit.
var (
	ErrNoBlock = errors.New("no such block in the plan")
	ErrMinutes = errors.New("minutes out of range")
	ErrTitle   = errors.New("a block needs a name")
)

// Move puts the block at index from at index to; the others keep their order.
func Move(blocks []Block, from, to int) ([]Block, error) {
	if from < 0 || from >= len(blocks) || to < 0 || to >= len(blocks) {
		return nil, fmt.Errorf("moving block %d to %d of %d: %w", from, to, len(blocks), ErrNoBlock)
	}
	out := CloneAll(blocks)
	b := out[from]
	out = slices.Delete(out, from, from+1)
	return slices.Insert(out, to, b), nil
}

// Replace puts another block (an exercise of the catalogue, a low-text
// alternative) in the place of one; the minutes planned there stay.
func Replace(blocks []Block, id string, by Block) ([]Block, error) {
	return edit(blocks, id, func(b *Block) {
		slot, minutes, lead := b.Origin(), b.Minutes, b.Lead
		*b = by.Clone()
		b.Slot, b.Minutes, b.Lead = slot, minutes, lead
	})
}

// Validate checks what a form can get wrong; errors.Is tells which.
func (b Block) Validate() error {
	if b.Title.In(Fallback) == "" {
		return fmt.Errorf("block %q: %w", b.ID, ErrTitle)
	}
	if b.Minutes < 0 || b.Minutes > MaxMinutes {
		return fmt.Errorf("%d minutes for block %q: %w", b.Minutes, b.ID, ErrMinutes)
	}
	return nil
}

// Update replaces a block by an edited copy of itself.
func Update(blocks []Block, changed Block) ([]Block, error) {
	if err := changed.Validate(); err != nil {
		return nil, err
	}
	return edit(blocks, changed.ID, func(b *Block) { *b = changed.Clone() })
}

// Insert adds a block before index at; at == len(blocks) adds it at the end.
func Insert(blocks []Block, at int, b Block) ([]Block, error) {
	if at < 0 || at > len(blocks) {
		return nil, fmt.Errorf("inserting at %d of %d: %w", at, len(blocks), ErrNoBlock)
	}
	if err := b.Validate(); err != nil {
		return nil, err
	}
	return slices.Insert(CloneAll(blocks), at, b.Clone()), nil
}

// Remove takes one block out.
func Remove(blocks []Block, id string) ([]Block, error) {
	i := Index(blocks, id)
	if i < 0 {
		return nil, fmt.Errorf("removing block %q: %w", id, ErrNoBlock)
	}
	return slices.Delete(CloneAll(blocks), i, i+1), nil
}

// Index finds a block by its id; -1 when it is not there.
func Index(blocks []Block, id string) int {
	return slices.IndexFunc(blocks, func(b Block) bool { return b.ID == id })
}

// Equal tells whether two plans are the same in every block and text.
func Equal(a, b []Block) bool { return slices.EqualFunc(a, b, equalBlock) }

func equalBlock(a, b Block) bool {
	return a.ID == b.ID && a.Part == b.Part && a.Minutes == b.Minutes && a.Lead == b.Lead &&
		a.LowText == b.LowText && a.Slot == b.Slot && a.For == b.For &&
		a.Title.Equal(b.Title) && a.Aim.Equal(b.Aim) && a.Watch.Equal(b.Watch) &&
		slices.EqualFunc(a.Steps, b.Steps, Text.Equal) &&
		slices.EqualFunc(a.Materials, b.Materials, Text.Equal) &&
		slices.Equal(a.Elements, b.Elements)
}

func edit(blocks []Block, id string, change func(*Block)) ([]Block, error) {
	i := Index(blocks, id)
	if i < 0 {
		return nil, fmt.Errorf("changing block %q: %w", id, ErrNoBlock)
	}
	out := CloneAll(blocks)
	change(&out[i])
	return out, nil
}
