package check

import (
	"slices"
	"strconv"

	"kring/toolkit/bilingual"
)

// Hit is a finding in a whole text.
type Hit struct {
	At int // which entry
	Finding
	Waived bool
	Why    string // why it was waved through
}

// Book checks a whole text: each translation by itself, and lists of which some items are
// empty. What was waved through is marked as such; Open leaves it out.
func (c Checker) Book(entries []bilingual.Entry) []Hit {
	var out []Hit
	lists := unfinished(entries)
	for i, e := range entries {
		found := c.Pair(e.Text, e.Translation.Text, e.Kind)
		if f, ok := lists[i]; ok {
			found = append(found, f)
		}
		for _, f := range found {
			why, waived := e.Waived[string(f.Code)]
			out = append(out, Hit{i, f, waived, why})
		}
	}
	return out
}

// Open are the hits that nobody waved through.
func Open(hits []Hit) []Hit {
	var out []Hit
	for _, h := range hits {
		if !h.Waived {
			out = append(out, h)
		}
	}
	return out
}

// unfinished finds lists that are translated in part, at each item that is empty. A list
// that nobody began is work to do, not a mistake.
func unfinished(entries []bilingual.Entry) map[int]Finding {
	out := map[int]Finding{}
	for from := 0; from < len(entries); {
		to, done := from, 0
		for ; to < len(entries) && listed(entries[to]); to++ {
			if entries[to].Translation.Text != "" {
				done++
			}
		}
		for i := from; i < to && done > 0; i++ {
			if entries[i].Translation.Text == "" {
				out[i] = Finding{Code: ListLength, Say: "say", Want: strconv.Itoa(to - from), Got: strconv.Itoa(done)}
			}
		}
		from = max(to, from+1)
	}
	return out
}

func listed(e bilingual.Entry) bool {
	return (e.Kind == bilingual.Bullet || e.Kind == bilingual.Numbered) && e.Worded()
}

func inOrder(found []Finding) []Finding {
	if len(found) > 1 {
		slices.SortStableFunc(found, func(a, b Finding) int {
			return slices.Index(order, a.Code) - slices.Index(order, b.Code)
		})
	}
	return found
}

var order = Codes()
