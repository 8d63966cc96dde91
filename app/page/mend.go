package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	kwidget "kring/app/widget"
	"kring/sessions/people"
)

// mend changes the values of one row, or who it is.
func (x *importPreview) mend(i int) {
	loc, r := x.env.Loc, x.rows[i]
	who, phone, email := kwidget.NewField(r.Person.Name), kwidget.NewField(people.ShowPhone(r.Person.Phone)), kwidget.NewField(r.Person.Email)
	same := widget.NewCheck("", nil)
	items := []*widget.FormItem{
		widget.NewFormItem(loc.T("person.name"), who), widget.NewFormItem(loc.T("person.phone"), phone), widget.NewFormItem(loc.T("person.email"), email),
	}
	if len(r.Known) > 0 {
		same.SetText(loc.T("import.same", "Name", r.Known[0].Name))
		same.SetChecked(r.Person.ID != "")
		items = append(items, widget.NewFormItem("", same))
	}
	content := column(gapParts, widget.NewForm(items...))
	if why := SayRow(loc, r); why != "" {
		content.Add(warning(why))
	}
	content.Add(quiet(loc.T("import.written", "Cells", x.written(r))))
	f := x.env.draft(loc.T("import.mend", "Number", r.Line), loc.T("import.mended"), content, fyne.NewSize(600, 420), func() func() error {
		mended := r.Mend(people.FullName, who.Text, x.known, x.rows...)
		mended.Person.Phone, mended.Person.Email = "", ""
		mended = mended.Mend(people.Phone, phone.Text, x.known, x.rows...).Mend(people.Email, email.Text, x.known, x.rows...)
		if len(mended.Known) > 0 && !same.Checked {
			mended = mended.Choose("")
		}
		x.rows[i] = mended
		x.show()
		return func() error { return nil }
	})
	f.on(who, phone, email)
}

// written is the row as it stands in the file.
func (x *importPreview) written(r people.Row) string {
	text := ""
	for i, c := range r.Cells {
		if c == "" {
			continue
		}
		if text != "" {
			text += " · "
		}
		if i < len(x.table.Header) && x.table.Header[i] != "" {
			text += x.table.Header[i] + ": "
		}
		text += c
	}
	return text
}
