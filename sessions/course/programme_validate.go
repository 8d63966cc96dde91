package course

import (
	"errors"
	"fmt"

	"kring/sessions/plan"
)

// Validate tells everything that is wrong with a programme at once, so that who
// writes one can mend it in one go.
func (p Programme) Validate() error {
	var errs []error
	seen := map[string]bool{}
	if p.Key == "" || !p.Name.Has(plan.Fallback) {
		errs = append(errs, fmt.Errorf("programme %q: needs a key and a Dutch name", p.Key))
	}
	for _, m := range p.Sessions {
		for _, err := range m.faults(p.Minutes, seen) {
			errs = append(errs, fmt.Errorf("programme %s, session %d: %w", p.Key, m.Number, err))
		}
	}
	return errors.Join(errs...)
}

func (m TemplateMeeting) faults(minutes int, seen map[string]bool) []error {
	var errs []error
	if got := plan.Total(m.Blocks); got != minutes {
		errs = append(errs, fmt.Errorf("blocks add up to %d minutes, not %d", got, minutes))
	}
	for _, list := range [][]plan.Block{m.Blocks, m.Alternatives} {
		for _, b := range list {
			errs = append(errs, blockFaults(b, seen)...)
		}
	}
	for _, b := range m.Blocks {
		if alts := m.AlternativesFor(b.ID); b.Part == plan.Write && (len(alts) == 0 || !alts[0].LowText) {
			errs = append(errs, fmt.Errorf("writing block %s has no low-text alternative", b.ID))
		}
	}
	for _, a := range m.Alternatives {
		if plan.Index(m.Blocks, a.For) < 0 {
			errs = append(errs, fmt.Errorf("alternative %s stands in for unknown block %q", a.ID, a.For))
		}
	}
	return errs
}

func blockFaults(b plan.Block, seen map[string]bool) []error {
	var errs []error
	if b.ID == "" || seen[b.ID] {
		errs = append(errs, fmt.Errorf("block id %q is empty or used twice", b.ID))
	}
	seen[b.ID] = true
	if !b.Part.Valid() || !b.Title.Has(plan.Fallback) || b.Minutes <= 0 {
		errs = append(errs, fmt.Errorf("block %s needs a known part, a Dutch title and minutes", b.ID))
	}
	return errs
}
