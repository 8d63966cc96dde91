package page

import (
	"slices"

	kwidget "kring/app/widget"
	"kring/toolkit/book"
)

// chapterFilter chooses of which chapter of a text the pieces are listed; at first of all.
type chapterFilter struct {
	*kwidget.Select
	all    string // what the first choice is called
	id     string // of the chapter that is shown; empty: all
	narrow func()
}

func newChapterFilter(all string, narrow func()) *chapterFilter {
	f := &chapterFilter{Select: kwidget.NewSelect([]string{all}, nil), all: all, narrow: narrow}
	f.SetSelectedIndex(0)
	return f
}

// offer gives the chapters to choose from, each by a name. Where the one that is shown is gone,
// all are.
func (f *chapterFilter) offer(chapters []book.Chapter, name func(book.Chapter) string) {
	names, ids := []string{f.all}, []string{""}
	for _, c := range chapters {
		if c.ID != "" {
			names, ids = append(names, name(c)), append(ids, c.ID)
		}
	}
	at := max(slices.Index(ids, f.id), 0)
	f.id = ids[at]
	f.OnChanged = nil
	f.Options = names
	f.SetSelectedIndex(at)
	f.Refresh()
	f.OnChanged = func(i int) {
		f.id = ids[i]
		f.narrow()
	}
}

// lets tells whether the piece at a place is in the chapter that is shown.
func (f *chapterFilter) lets(chapters []book.Chapter, at int) bool {
	return f.id == "" || slices.ContainsFunc(chapters, func(c book.Chapter) bool { return c.ID == f.id && c.Holds(at) })
}
