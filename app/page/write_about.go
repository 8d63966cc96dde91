package page

import (
	"slices"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/toolkit/book"
)

// aboutText asks what a text says of itself: its title, its theme, and which of the elements
// of normalising it serves.
func (e *Env) aboutText(bookID string) {
	a, loc := e.Books.About(bookID), e.Loc
	name, theme := kwidget.NewField(a.Title), kwidget.NewField(a.Theme)
	theme.SetPlaceHolder(loc.T("workbook.themehint"))
	ticks := column(0)
	var boxes []*kwidget.Check
	for n := 1; n <= cafe.Elements; n++ {
		box := kwidget.NewCheck(loc.T("element."+itoa(n)), nil)
		box.Checked = slices.Contains(a.Elements, n)
		boxes = append(boxes, box)
		ticks.Add(box)
	}
	content := column(gapParts, formOf(item(loc.T("workbook.title"), name), item(loc.T("year.theme"), theme)),
		caption(loc.T("write.elements")), ticks)
	f := e.draft(loc.T("write.about"), loc.T("common.save"), content, fyne.NewSize(600, 560), func() func() error {
		x := book.About{Title: name.Text, Theme: theme.Text}
		for i, box := range boxes {
			if box.Checked {
				x.Elements = append(x.Elements, i+1)
			}
		}
		return func() error { return e.Books.SetAbout(bookID, x) }
	})
	f.on(name, theme)
}
