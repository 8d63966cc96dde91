package paper

import (
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// asked are the segments of the chapter that was asked for, or all.
func (h HandOver) asked(entries []bilingual.Entry) []bilingual.Entry {
	segments := make([]bilingual.Segment, len(entries))
	for i, e := range entries {
		segments[i] = e.Segment
	}
	for _, c := range book.Chapters(segments) {
		if h.Chapter != "" && c.ID == h.Chapter {
			return entries[c.From:c.To]
		}
	}
	return entries
}

// reading are the units that need work, and the one before and the one after each, with the
// translation that they have: a translator needs to see what a text stands between.
func (h HandOver) reading(loc *i18n.Localizer, entries []bilingual.Entry) []exchange.Unit {
	var worded []bilingual.Entry
	for _, e := range h.asked(entries) {
		if e.Worded() {
			worded = append(worded, e)
		}
	}
	var near []bilingual.Entry
	for i, e := range worded {
		if NeedsWork(e) || i > 0 && NeedsWork(worded[i-1]) || i+1 < len(worded) && NeedsWork(worded[i+1]) {
			near = append(near, e)
		}
	}
	units := exchange.FromEntries("", "", h.Lang, near).Units
	for i, e := range near {
		units[i].Note = loc.Facts(loc.T("hand.reference"), note(loc, e))
	}
	return units
}
